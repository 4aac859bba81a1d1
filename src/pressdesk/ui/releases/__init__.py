"""The page of releases: found, read, copied from, added."""
