"""The desk: what is open, the most pressing first."""
