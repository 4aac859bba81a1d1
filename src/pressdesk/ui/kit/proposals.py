"""The list that a completer opens beneath its line."""

from PySide6.QtWidgets import QAbstractItemView, QCompleter


def proposals_of(completer: QCompleter) -> QAbstractItemView:
    """Return the list of a completer, dressed as all of them are.

    It is the one that Qt makes: a list made by Python is deleted by both, and the program ends.
    """
    proposals = completer.popup()
    assert proposals is not None, "every mode but the inline one has a list"
    proposals.setObjectName("suggestions")
    proposals.setAccessibleName("Suggestions")
    return proposals
