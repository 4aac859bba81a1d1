"""PressDesk: the program a press office keeps open all day."""

__version__ = "0.1.0"
