"""The size a window opens with: what it likes, as far as the screen allows."""

from PySide6.QtWidgets import QWidget

_FRAME = 40  # pixels that the frame of a window takes from the height of the screen


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, smaller where its edges would lie beyond the screen."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height() - _FRAME))


def in_front(widget: QWidget) -> bool:
    """Say whether a person at this computer looks at the window of a widget.

    Some desktops leave the focus with a window that was put away, when no other takes it.
    """
    window = widget.window()
    return window.isActiveWindow() and not window.isMinimized()
