"""Everything about one person, on screen and as a file."""
