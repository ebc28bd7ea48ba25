"""A publisher's server on this machine, as good or as bad as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Publisher:
    """`behave` says what the next requests get, the last of them for all that follow; `asked` are their headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[dict[str, str]] = []
        self._behaviours: list[Behaviour] = []

    def behave(self, *behaviours: Behaviour) -> None:
        self._behaviours = list(behaviours)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append({name.lower(): value for name, value in handler.headers.items()})
        behaviour = self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]
        behaviour(handler)


@contextmanager
def publisher() -> Iterator[Publisher]:
    holder: list[Publisher] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            holder[0].answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        holder.append(Publisher(f"http://127.0.0.1:{server.server_address[1]}"))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield holder[0]
        finally:
            server.shutdown()
            thread.join()


def gives(data: bytes, **headers: str) -> Behaviour:
    """The file, whole; 304 to somebody who has its `etag` already."""

    def behaviour(handler: BaseHTTPRequestHandler) -> None:
        known = headers.get("ETag")
        unchanged = known is not None and handler.headers.get("If-None-Match") == known
        handler.send_response(304 if unchanged else 200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if not unchanged:
            handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        if not unchanged:
            handler.wfile.write(data)

    return behaviour


def cut(data: bytes, *, promised: bool) -> Behaviour:
    """Half the file with status 200; `promised` says whether the server had told how long the whole would be."""

    def behaviour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if promised:
            handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data[: len(data) // 2])
        handler.close_connection = True

    return behaviour


def fails(status: int) -> Behaviour:
    def behaviour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return behaviour


def leads_to(address: str) -> Behaviour:
    def behaviour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return behaviour


def silent(until: threading.Event) -> Behaviour:
    """Nothing at all, for as long as the test lasts."""

    def behaviour(handler: BaseHTTPRequestHandler) -> None:
        until.wait(20)
        handler.close_connection = True

    return behaviour
