"""The one module that opens connections: files from https addresses, to disk, with going on where it was cut off.

A download is written to a ``.part`` file. What is there already is asked for no more (HTTP ``Range``): of a file whose hash is
known, from any address, since the hash is compared in the end; of another only if the server says by ``If-Range`` that
the file has not changed. The time of the server's last change is kept as the time of the ``.part`` file.

Source of the rules on ranges: RFC 9110, sections 13.1.5, 14.2 and 15.5.17.
"""

from __future__ import annotations

import os
import re
import ssl
from contextlib import suppress
from email.utils import formatdate, parsedate_to_datetime
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from translator import __version__
from translator.errors import ModelError
from translator.models.record import hash_file
from translator.translation.argos import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from http.client import HTTPMessage, HTTPResponse
    from pathlib import Path
    from typing import IO

    from translator.models.known import Expected

# Seconds without a byte after which a server counts as gone.
_TIMEOUT = 30.0
# How often one address is asked to go on after it cut a download off.
_TRIES = 5
_CHUNK = 1 << 16
_ZIP_START = b"PK\x03\x04"
_SCHEMES = ("https", "http")
_PARTIAL_CONTENT = 206
_RANGE_NOT_SATISFIABLE = 416


class LinkError(ModelError):
    """What one address gave is not what was asked for; another address may do better."""

    code = "model-download"


class OtherFileError(LinkError):
    """The file has another hash than expected; ``sha256`` is what it has."""

    code = "model-other-file"

    def __init__(self, message: str, sha256: str) -> None:
        super().__init__(message)
        self.sha256 = sha256


class _CutOffError(LinkError):
    """The connection ended too early; the server may go on where it stopped."""

    code = "model-cut-off"


class _Redirects(HTTPRedirectHandler):
    """Follow a redirection to http or https, but never from https to http."""

    def redirect_request(  # noqa: PLR0917 - urllib's signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        allowed = _SCHEMES if req.type == "http" else _SCHEMES[:1]
        if not is_web_link(newurl, allowed):
            fp.close()
            raise LinkError(f"{req.full_url}: redirects to {newurl}, which is not encrypted; nothing was taken from there")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_web_link(link: str, schemes: Sequence[str] = _SCHEMES) -> bool:
    """Whether ``link`` is an address with one of ``schemes``, https or http."""
    try:
        return urlsplit(link).scheme.lower() in schemes
    except ValueError:
        return False


def fetch(link: str, *, limit: int) -> bytes:
    """The whole answer of ``link``, of at most ``limit`` bytes. Raises :class:`LinkError`."""
    with _open(link, {}) as response:
        try:
            data = response.read(limit + 1)
        except (OSError, HTTPException) as error:
            raise LinkError(f"{link}: was cut off ({_reason(error)})") from error
        if len(data) > limit:
            raise LinkError(f"{link}: is larger than {limit:,} bytes, which is not expected of it")
        if len(data) < (_place(response)[1] or 0):
            raise LinkError(f"{link}: was cut off")
        return data


def download(
    links: Sequence[str],
    part: Path,
    *,
    expected: Expected | None,
    note: Callable[[str], None],
    progress: Callable[[int, int | None], None],
) -> tuple[str, str]:
    """Download the first of ``links`` that works to the file ``part``, going on from what is there.

    ``expected``: what the file must be, where that is known. ``note`` is called with a line on each event, ``progress`` with
    the bytes that are there and those of the whole, or None. Gives the link and the SHA-256. Raises :class:`LinkError`,
    and :class:`ModelError` when ``part`` cannot be written.
    """
    failures: list[LinkError] = []
    for link in links:
        if failures:
            note(f"{failures[-1]}; trying another address")
        note(f"Downloading {link}")
        try:
            return link, _Download(link, part, expected, note, progress).run()
        except LinkError as error:
            failures.append(error)
        except OSError as error:
            raise ModelError(f"{part}: cannot be written ({error.strerror}); make room, or change its permissions") from error
    # That there is another file than expected is what the user most needs to know.
    raise next((error for error in failures if isinstance(error, OtherFileError)), failures[-1])


class _Download:
    """One file from one address."""

    def __init__(
        self,
        link: str,
        part: Path,
        expected: Expected | None,
        note: Callable[[str], None],
        progress: Callable[[int, int | None], None],
    ) -> None:
        self._link = link
        self._part = part
        self._expected = expected
        self._size = expected.size if expected else None
        self._note = note
        self._progress = progress

    def run(self) -> str:
        """Download, compare, and give the SHA-256. A file put together of several answers is tried once more from the start."""
        in_pieces = self._gather()
        found = hash_file(self._part)
        if in_pieces and not self._is_expected(found):
            self._note(f"{self._link}: the parts do not make the expected file; starting over")
            self._part.unlink()
            self._gather()
            found = hash_file(self._part)
        if self._expected is not None and not self._is_expected(found):
            self._part.unlink()
            raise OtherFileError(
                f"{self._link}: is not the expected file (its sha256 is {found}, not {self._expected.sha256})", found
            )
        return found

    def _is_expected(self, found: str) -> bool:
        return self._expected is None or found == self._expected.sha256

    def _gather(self) -> bool:
        """Ask until the file is whole; says whether it came in more than one piece."""
        in_pieces = self._present() > 0
        for tries_left in reversed(range(_TRIES)):
            before = self._present()
            try:
                self._ask()
                break
            except _CutOffError as error:
                if not tries_left or self._present() <= before:
                    raise
                in_pieces = True
                self._note(f"{error}; going on")
        return in_pieces

    def _present(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _ask(self) -> None:
        """Ask once for what is missing, and write what comes. Raises :class:`LinkError`."""
        present = self._present()
        if self._size is not None and present > self._size:
            self._part.unlink()
            present = 0
        if present and present == self._size:
            return
        headers = {"Range": f"bytes={present}-"} if present else {}
        if present and self._expected is None:
            headers["If-Range"] = formatdate(self._part.stat().st_mtime, usegmt=True)
        try:
            with _open(self._link, headers) as response:
                self._take(response, present)
        except _BeyondEndError as error:
            if error.size != present:
                self._note(f"{self._link}: is another file than the part downloaded before; starting over")
                self._part.unlink()
                self._ask()

    def _take(self, response: HTTPResponse, present: int) -> None:
        start, whole = _place(response)
        if start not in {0, present}:
            raise LinkError(f"{self._link}: answers with another part of the file than was asked for")
        if self._size is not None and whole is not None and whole != self._size:
            raise LinkError(f"{self._link}: is {whole:,} bytes long and not {self._size:,}: it is another file")
        limit = whole or self._size or MAX_BYTES
        if limit > MAX_BYTES:
            raise LinkError(f"{self._link}: is {limit:,} bytes long; no package is")
        try:
            first = b"" if start else self._read(response.read, len(_ZIP_START))
            if first != _ZIP_START[: len(first)]:
                raise LinkError(f"{self._link}: is not a package, but {response.headers.get_content_type()}")
            with self._part.open("ab" if start else "wb") as file:
                file.write(first)
                done = self._write(response, file, start + len(first), limit, whole or self._size)
        finally:
            changed = _seconds(response.headers.get("Last-Modified"))
            with suppress(OSError):
                os.utime(self._part, (changed, changed))
        if whole is not None and done < whole:
            raise _CutOffError(f"{self._link}: was cut off after {done:,} of {whole:,} bytes")

    def _read(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            return read(size)
        except (OSError, HTTPException) as error:
            raise _CutOffError(f"{self._link}: was cut off ({_reason(error)})") from error

    def _write(self, response: HTTPResponse, file: IO[bytes], done: int, limit: int, whole: int | None) -> int:
        """Copy the answer to ``file``; gives the bytes that are then there."""
        while chunk := self._read(response.read1, _CHUNK):
            done += len(chunk)
            if done > limit:
                self._part.unlink()
                raise LinkError(f"{self._link}: does not end after {limit:,} bytes: it is another file")
            file.write(chunk)
            self._progress(done, whole)
        return done


class _BeyondEndError(Exception):
    """There is nothing after the part that is here: the server's file has ``size`` bytes, None if it does not say."""

    def __init__(self, size: int | None) -> None:
        super().__init__()
        self.size = size


def _open(link: str, headers: dict[str, str]) -> HTTPResponse:
    if not is_web_link(link):
        raise LinkError(f"{link}: is no https address; set ARGOS_PACKAGE_INDEX to one, or install a file")
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        _Redirects(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    fields = {"User-Agent": f"translator/{__version__}", "Accept-Encoding": "identity", **headers}
    try:
        response: HTTPResponse = opener.open(Request(link, headers=fields), timeout=_TIMEOUT)  # noqa: S310 - scheme is checked
    except HTTPError as error:
        error.close()
        if error.code == _RANGE_NOT_SATISFIABLE and "Range" in headers:
            raise _BeyondEndError(_whole(error.headers.get("Content-Range"))) from error
        raise LinkError(f"{link}: answers {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise LinkError(f"{link}: cannot be reached ({_reason(error)})") from error
    return response


def _place(response: HTTPResponse) -> tuple[int, int | None]:
    """Where the answer's bytes begin in the file, and how long the whole file is, as far as the server says."""
    if response.status == _PARTIAL_CONTENT:
        field = response.headers.get("Content-Range") or ""
        found = re.match(r"bytes (\d+)-", field)
        return (int(found[1]) if found else -1), _whole(field)
    length = response.headers.get("Content-Length") or ""
    return 0, int(length) if length.isdecimal() else None


def _whole(content_range: str | None) -> int | None:
    """The whole file's length in a ``Content-Range`` field."""
    found = re.search(r"/(\d+)$", content_range or "")
    return int(found[1]) if found else None


def _seconds(last_modified: str | None) -> float:
    """The time in a ``Last-Modified`` field in seconds since 1970; 0, which fits no file, where there is none."""
    try:
        return max(0.0, parsedate_to_datetime(last_modified or "").timestamp())
    except (ValueError, OverflowError):
        return 0.0


def _reason(error: Exception) -> str:
    """What went wrong, in a few words."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    said = getattr(cause, "verify_message", None) or getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return " ".join(str(said).split())
