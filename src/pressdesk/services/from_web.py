"""What an address gives, taken in as a file is: a page, a PDF, a feed."""

from dataclasses import replace
from urllib.parse import urlsplit

from pressdesk.errors import BadFile, PressDeskError, Refused, Unavailable
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.documents.origin import Origin
from pressdesk.intake.web import Step, Web
from pressdesk.services.releases import Releases, TakenIn, Told

_INSTEAD = "Save the page and drag the file here."
_LONGEST_NAME = 120


class FromWeb:
    """Releases by their address, one at a time."""

    def __init__(self, releases: Releases, web: Web) -> None:
        self._releases = releases
        self._web = web

    def take_in(self, address: str, step: Step = bool) -> TakenIn:
        """Take in what an address gives; it is kept with each release.

        What goes wrong is told in a sentence, with what to do. ``step`` is called all the while
        and raises what is to stop it.
        """
        try:
            fetched = self._web.fetch(address, step=step)
            name = name_of(fetched.address)
            documents = read_documents(
                f"{name}{fetched.ending}", fetched.data, Origin(fetched.address, fetched.charset)
            )
        except (BadFile, Refused, Unavailable) as error:
            return TakenIn(refused=(Told(address, _with_advice(error)),))
        placed = [replace(one, source_url=one.source_url or fetched.address) for one in documents]
        return self._releases.take_documents(name, fetched.data, placed)


def name_of(address: str) -> str:
    """Return what to call what came from an address: its server and the last part of its path."""
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return "/".join(filter(None, (parts.hostname, last)))[:_LONGEST_NAME]


def _with_advice(error: PressDeskError) -> str:
    return str(error) if isinstance(error, Refused) else f"{error} {_INSTEAD}"
