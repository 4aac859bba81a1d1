"""An FOI disclosure: the year, a last look at each removal, the two files."""
