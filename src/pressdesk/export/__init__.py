"""What goes out: one writer, one guard."""
