"""An export, chosen on one sheet: what, which columns, which file, how people stand in it."""
