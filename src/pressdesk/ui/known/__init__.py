"""What we already know of a question: found and drawn in one way, at every place."""
