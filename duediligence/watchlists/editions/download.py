"""One file from a publisher's server: over HTTPS, whole, of bounded size, and only if it is newer than ours."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from duediligence import __version__
from duediligence.errors import Code, UpdateFailed
from duediligence.settings import Settings
from duediligence.watchlists.editions.metadata import Fetched

if TYPE_CHECKING:
    import httpx

LONGEST_SECONDS = 1800.0
"""No download may take longer, however steadily it drips."""
PAUSES = (1.0, 4.0)
"""Seconds between the tries after an answer that may pass: a server's error, a connection cut."""
_REDIRECTS = 5
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_MOVED = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server gave; `data` is None when it has nothing newer than `known`. `name` is the file's name."""

    name: str
    data: bytes | None
    fetched: Fetched


class _MayPass(Exception):
    """A failure that another try may not meet."""


def fetch(address: str, known: Fetched | None, settings: Settings) -> Answer:
    """The file at the address. Raises `UpdateFailed` (LIST_NOT_FETCHED) that says what happened."""
    import httpx

    timeout = httpx.Timeout(settings.list_timeout_seconds)
    headers = {"User-Agent": f"duediligence/{__version__}", "Accept": "*/*"}
    if known:
        headers |= {"If-None-Match": known.etag} if known.etag else {}
        headers |= {"If-Modified-Since": known.last_modified} if known.last_modified else {}
    with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
        for pause in (*PAUSES, None):
            try:
                return _fetched(client, address, known, settings.list_max_mb * 1_000_000)
            except (httpx.TransportError, httpx.DecodingError, _MayPass) as error:
                if pause is None:
                    raise _failed(address, str(error) or type(error).__name__) from error
                time.sleep(pause)
            except (httpx.InvalidURL, ValueError) as error:
                raise _failed(address, f"the server leads to an address that is none: {error}") from error
    raise AssertionError("the last try returns or raises")


def _fetched(client: httpx.Client, address: str, known: Fetched | None, most: int) -> Answer:
    """One try, redirects followed by hand so that each new address is looked at before it is asked."""
    here = address
    for _ in range(_REDIRECTS + 1):
        _check_address(address, here)
        with client.stream("GET", here) as response:
            if response.status_code in _MOVED and "location" in response.headers:
                here = urljoin(here, response.headers["location"])
                continue
            return _answer(response, address, known, most)
    raise _failed(address, f"more than {_REDIRECTS} redirects")


def _answer(response: httpx.Response, address: str, known: Fetched | None, most: int) -> Answer:
    name = urlsplit(address).path.rpartition("/")[2].removesuffix(".gz") or "list"
    if response.status_code == _NOT_MODIFIED and known:
        return Answer(name, None, known)
    said = f"the server answered {response.status_code} {response.reason_phrase}".strip()
    if response.status_code >= 500 or response.status_code == 429:
        raise _MayPass(said)
    if response.status_code != 200:
        raise _failed(address, said)
    headers = response.headers
    return Answer(
        name,
        _body(response, address, most),
        Fetched(address, headers.get("etag", ""), headers.get("last-modified", "")),
    )


def _body(response: httpx.Response, address: str, most: int) -> bytes:
    until = time.monotonic() + LONGEST_SECONDS
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > most:
            raise _failed(address, f"the file is larger than {most // 1_000_000} MB (setting list_max_mb)")
        if time.monotonic() > until:
            raise _failed(address, f"not done after {LONGEST_SECONDS:.0f} seconds")
    return bytes(body)


def _check_address(asked: str, here: str) -> None:
    parts = urlsplit(here)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise _failed(asked, f"{parts.scheme}://{parts.hostname} is not fetched from: only https is")


def _failed(address: str, detail: str) -> UpdateFailed:
    return UpdateFailed(Code.LIST_NOT_FETCHED, where=address, detail=detail)
