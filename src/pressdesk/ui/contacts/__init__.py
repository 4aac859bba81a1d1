"""The page of contacts: journalists and outlets."""
