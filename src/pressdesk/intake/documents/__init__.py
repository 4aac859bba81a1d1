"""Releases in the files they come in: each module reads one format, ``kinds`` tells which."""
