"""The settings page: the facts of the office, and this computer's own look."""
