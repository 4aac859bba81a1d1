"""Rules and values of a press office; standard library only."""
