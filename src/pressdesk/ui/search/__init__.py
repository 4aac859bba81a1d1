"""Search everywhere: the box of the banner and what it finds."""
