"""The door to the web: one address fetched, with a bound on everything that a server may do.

Only http and https are spoken, and certificates are checked. What a page points to (pictures,
scripts, frames) is never asked for: nothing here reads what it fetches.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from pressdesk import __version__
from pressdesk.errors import BadFile, PressDeskError, Refused, Unavailable
from pressdesk.intake.text import LARGEST_DOCUMENT
from pressdesk.intake.unpacking import Unpacking

if TYPE_CHECKING:
    import ssl

    import httpx

AGENT = f"PressDesk/{__version__} (a press office's reader of releases)"
_ASKED_FOR = "text/html, application/atom+xml, application/rss+xml, application/pdf, */*;q=0.8"
_LONGEST_ADDRESS = 2_000
_EAR = 0.1  # seconds between two looks at whether the person has stopped the fetch
_GONE, _LOCKED = frozenset({404, 410}), frozenset({401, 402, 403, 407, 451})
_NOT_WORDS = ("image/", "video/", "audio/", "font/", "application/json", "text/css")
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/csv": ".csv",
    "text/markdown": ".md",
}

Step = Callable[[], object]
"""Called all the while; it raises what is to stop the fetch."""


@dataclass(frozen=True)
class Limits:
    """How long a fetch may take, in seconds, how many bytes it may give, where it may lead."""

    connect: float = 10
    read: float = 20
    overall: float = 60
    largest: int = LARGEST_DOCUMENT
    redirects: int = 5


@dataclass(frozen=True)
class Stamp:
    """What a server said of the state of an address, to be shown to it the next time."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the address only when it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True)
class Fetched:
    """What an address gave; ``address`` is where it was found in the end.

    ``charset`` is the alphabet that the server claims, ``ending`` what a file of its kind is
    called by. ``unchanged``: it is as the stamp says, and ``data`` is empty.
    """

    address: str
    data: bytes = b""
    charset: str = ""
    ending: str = ""
    stamp: Stamp = Stamp()
    unchanged: bool = False


class Web:
    """The web, within ``limits``."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def fetch(self, address: str, stamp: Stamp | None = None, step: Step = bool) -> Fetched:
        """Fetch what an address gives.

        Raises Refused for an address that is none, Unavailable when the server does not give it,
        BadFile for what is no document or far too much; and whatever ``step`` raises.
        """
        import asyncio

        return asyncio.run(self._watched(checked_address(address), stamp or Stamp(), step))

    async def _watched(self, address: str, stamp: Stamp, step: Step) -> Fetched:
        import asyncio

        fetching = asyncio.create_task(self._bounded(address, stamp))
        try:
            while not fetching.done():
                await asyncio.wait({fetching}, timeout=_EAR)
                step()
        finally:
            fetching.cancel()
        return fetching.result()

    async def _bounded(self, address: str, stamp: Stamp) -> Fetched:
        import asyncio

        import httpx

        host = urlsplit(address).hostname or address
        try:
            async with asyncio.timeout(self._limits.overall):
                return await self._asked(address, stamp)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise _explained(error, host) from error

    async def _asked(self, address: str, stamp: Stamp) -> Fetched:
        import httpx

        limits = self._limits
        headers = {"User-Agent": AGENT, "Accept": _ASKED_FOR, "Accept-Encoding": "gzip"}
        async with (
            httpx.AsyncClient(
                headers=headers | stamp.headers(),
                timeout=httpx.Timeout(limits.read, connect=limits.connect),
                follow_redirects=True,
                max_redirects=limits.redirects,
                verify=_trusted(),
            ) as client,
            client.stream("GET", address) as response,
        ):
            return await self._answered(response)

    async def _answered(self, response: "httpx.Response") -> Fetched:
        address, told = str(response.url), response.headers
        stamp = Stamp(told.get("etag", ""), told.get("last-modified", ""))
        if response.status_code == 304:
            return Fetched(address, stamp=stamp, unchanged=True)
        _refuse_status(response.status_code, response.url.host)
        kind = told.get("content-type", "").partition(";")[0].strip().lower()
        if kind.startswith(_NOT_WORDS):
            raise BadFile(f"{address} gives {kind}, which holds no release.")
        data = await self._body(response)
        charset = response.charset_encoding or ""
        return Fetched(address, data, charset, _ENDINGS.get(kind, ""), stamp)

    async def _body(self, response: "httpx.Response") -> bytes:
        packed = response.headers.get("content-encoding", "").strip().lower()
        if packed not in {"", "identity", "gzip", "x-gzip"}:
            raise BadFile(f"{response.url.host} packs the page in a way we did not ask for.")
        unpacking = Unpacking(self._limits.largest, packed="gzip" in packed)
        async for piece in response.aiter_raw():
            unpacking.add(piece)
        return unpacking.whole()


def checked_address(typed: str) -> str:
    """Return a web address as it is asked for; ``www.…`` is taken as https. Raises Refused."""
    words = typed.strip()
    first = words.partition("/")[0]
    bare = "." in first and ":" not in first.partition(".")[0]
    address = f"https://{words}" if bare else words
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _no_address() from error
    if any(letter.isspace() for letter in words) or len(address) > _LONGEST_ADDRESS or not host:
        raise _no_address()
    if parts.scheme not in {"http", "https"}:
        raise _no_address()
    if parts.username or parts.password:
        raise Refused("Leave the name and the password out of the address.", field="address")
    return urlunsplit(parts._replace(fragment="", path=parts.path or "/"))


def only_address(words: str) -> str:
    """Return the address when the words are one and nothing else; else an empty string."""
    one = words.strip()
    if not one.lower().startswith(("http://", "https://")):
        return ""
    try:
        return checked_address(one)
    except Refused:
        return ""


def _no_address() -> Refused:
    return Refused("Type an address on the web, like https://www.example.org/", field="address")


def _trusted() -> "ssl.SSLContext":
    """Trust whom this computer trusts (an office may have its own), and the public authorities."""
    import ssl

    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _refuse_status(status: int, host: str) -> None:
    if status in _GONE:
        raise Unavailable(f"{host} has no such page ({status}). Check the address.")
    if status in _LOCKED:
        raise Unavailable(f"{host} does not show this page to everyone ({status}).")
    if not 200 <= status < 300:
        raise Unavailable(f"{host} could not give the page ({status}). Try again later.")


def _explained(error: Exception, host: str) -> PressDeskError:
    import httpx

    match error:
        case httpx.TooManyRedirects():
            return Unavailable(f"{host} sends us round in a circle. Check the address.")
        case httpx.UnsupportedProtocol():
            return Unavailable(f"{host} sends us to a place that is not on the web.")
        case httpx.TimeoutException() | TimeoutError():
            return Unavailable(f"{host} takes too long to answer. Try again later.")
        case httpx.ConnectError() if "CERTIFICATE" in str(error):
            return Unavailable(
                f"{host} cannot prove that it is {host} (its certificate is not good). "
                "Nothing was fetched."
            )
        case httpx.ConnectError():
            return Unavailable(
                f"{host} cannot be reached. Check the address, and that this computer is online."
            )
    return Unavailable(f"{host} gave an answer that makes no sense. Try again later.")
