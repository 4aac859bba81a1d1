"""The page of the lines to take."""
