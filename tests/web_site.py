"""A web server on this computer that answers as a test wants, also as no good server would."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from typing_extensions import override

PROOF = Path(__file__).with_name("self_signed.pem")
"""A certificate that nobody vouches for."""

Handler = BaseHTTPRequestHandler
Answer = Callable[[Handler], None]


def reply(body: bytes | str = b"", status: int = 200, **headers: str) -> Answer:
    """Answer with a body; ``content_type`` and the like are headers."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


@dataclass
class Site:
    """``answers`` by path; ``asked`` are the headers of each request, by path."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    stop: Callable[[], None] = field(default=lambda: None)

    def at(self, path: str) -> str:
        """Return the address of a path."""
        return f"{self.address}{path}"

    def put(self, path: str, body: bytes | str, **headers: str) -> str:
        """Serve ``body`` at a path from now on; return the address."""
        self.answers[path] = reply(body, 200, **headers)
        return self.at(path)

    def without_end(self, handler: Handler) -> None:
        """Send a body that never ends, as fast as it is taken."""
        handler.send_response(200)
        handler.end_headers()
        while not self.closing.is_set():
            handler.wfile.write(b"<item>" * 2_000)

    def in_drops(self, handler: Handler) -> None:
        """Send a byte now and then, for ever."""
        handler.send_response(200)
        handler.end_headers()
        while not self.closing.wait(0.01):
            handler.wfile.write(b".")
            handler.wfile.flush()

    def silent(self, _handler: Handler) -> None:
        """Answer nothing at all."""
        self.closing.wait()


@contextmanager
def serving(*, proof: Path | None = None) -> Iterator[Site]:
    """Serve a new site until the block ends; with ``proof`` by https."""
    site = Site()

    class Serving(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            with suppress(OSError):  # the other side had enough
                site.answers.get(self.path, reply(b"not here", 404))(self)

        @override
        def log_message(self, *_said: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        @override
        def handle_error(self, *_about: object) -> None:
            pass  # a handshake that was refused is what some tests want

    server = Server(("127.0.0.1", 0), Serving)
    if proof:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(proof)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.address = f"http{'s' if proof else ''}://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})

    def stop() -> None:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()

    site.stop = stop
    thread.start()
    try:
        yield site
    finally:
        if not site.closing.is_set():
            stop()
