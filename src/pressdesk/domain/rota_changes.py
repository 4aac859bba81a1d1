"""Swaps and cover: who works a shift instead of whom. The first name stays visible."""

from dataclasses import replace

from pressdesk.domain.rota import Change, Shift
from pressdesk.errors import Refused


def swapped(first: Shift, second: Shift) -> tuple[Shift, Shift]:
    """Return two shifts with their people exchanged; the numbers go with the people.

    Raises Refused when both are the same person's.
    """
    if first.person == second.person:
        raise Refused(
            f"Both shifts are {first.person}’s. Choose a shift of somebody else.", field="shift"
        )
    return (
        _worked_by(first, second.person, second.number, Change.SWAP),
        _worked_by(second, first.person, first.number, Change.SWAP),
    )


def covered(shift: Shift, person: str, number: str) -> Shift:
    """Return a shift that somebody else takes.

    Raises Refused when nobody is named, or who has the shift already.
    """
    if not person.strip():
        raise Refused("Choose who covers the shift.", field="person")
    if person == shift.person:
        raise Refused(f"{person} has this shift already. Choose somebody else.", field="person")
    return _worked_by(shift, person, number, Change.COVER)


def change_said(shift: Shift) -> str:
    """Return “covers for Priya Nair”, “swapped with Priya Nair”, or nothing."""
    match shift.change:
        case Change.SWAP:
            return f"swapped with {shift.instead_of}"
        case Change.COVER:
            return f"covers for {shift.instead_of}"
        case _:
            return ""


def _worked_by(shift: Shift, person: str, number: str, change: Change) -> Shift:
    """Return the shift with another person; who gets back their own works it for nobody."""
    first = shift.instead_of or shift.person
    if first == person:
        first, change = "", Change.NONE
    return replace(shift, person=person, number=number, instead_of=first, change=change)
