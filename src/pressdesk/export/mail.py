"""A message ready for the person's own mail program: an address to open, or a draft in a file.

A ``mailto:`` address holds short words only; longer ones go into an .eml file that says of itself
that it is not sent yet (``X-Unsent: 1``), so that it opens as a draft.
"""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

LONGEST_ADDRESS = 1800
"""Characters; some mail programs cut a longer one, and cut words must never be sent."""


@dataclass(frozen=True)
class Mail:
    """To whom (empty when not known), about what, and the words."""

    to: str
    subject: str
    words: str


def mailto(mail: Mail) -> str:
    """Return the address that opens the message, empty when it is too long for one."""
    body = quote(mail.words.replace("\n", "\r\n"), safe="")
    to = quote(_one_line(mail.to), safe="@.+-_")
    address = f"mailto:{to}?subject={quote(_one_line(mail.subject), safe='')}&body={body}"
    return address if len(address) <= LONGEST_ADDRESS else ""


def eml(mail: Mail) -> bytes:
    """Return the message as a draft; nothing typed can become a header of it."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(mail.subject)
    if to := _address(_one_line(mail.to)):
        message["To"] = to
    message.set_content(mail.words)
    return message.as_bytes()


def _address(typed: str) -> Address | None:
    """Return one plain address; what is none is left out for the person to fill in."""
    name, at, domain = typed.rpartition("@")
    if not (name and at and domain) or set(typed) & set(' ,;:<>"()[]\\'):
        return None
    try:
        return Address(username=name, domain=domain)
    except ValueError:
        return None


def _one_line(words: str) -> str:
    return " ".join(words.split())
