"""A web server on this machine that behaves as it is told, well or badly."""

import re
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CHANGED = "Mon, 02 Nov 2026 10:00:00 GMT"


class Server:
    """Serves on a free port. ``pages``: by path a behaviour, or a list of behaviours of which each request uses up one."""

    def __init__(self, encryption=None):
        self.pages = {}
        self.requests = []
        self.stopping = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = False
        if encryption is not None:
            self._http.socket = encryption.wrap_socket(self._http.socket, server_side=True)
        self.address = f"{'https' if encryption else 'http'}://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self):
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def ranges(self, path):
        """What the requests for ``path`` asked for: the ``Range`` fields, None for the whole."""
        return [headers.get("Range") for asked, headers in self.requests if asked == path]

    def _handler(self):
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.requests.append((self.path, dict(self.headers)))
                behaviour = server.pages.get(self.path, status(404))
                if isinstance(behaviour, list):
                    behaviour = behaviour.pop(0)
                with suppress(ConnectionError):  # the client has gone, as some tests want
                    behaviour(self, server)
                self.close_connection = True

            def log_message(self, *_):
                pass

        return Handler


def _send(handler, code, headers):
    handler.send_response(code)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()


def whole(data, *, content_type="application/octet-stream", length=None, changed=CHANGED):
    """The whole file whatever was asked for; ``length`` is what is said of it if that is not the truth."""

    def behave(handler, _):
        size = len(data) if length is None else length
        fields = {"Content-Type": content_type, "Content-Length": str(size)}
        _send(handler, 200, fields | ({"Last-Modified": changed} if changed else {}))
        handler.wfile.write(data)

    return behave


def ranged(data, *, cut=None, changed=CHANGED):
    """The file, or the part that was asked for; the connection ends after ``cut`` bytes."""

    def behave(handler, server):
        asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        if asked and handler.headers.get("If-Range", changed) != changed:
            asked = None
        start = int(asked[1]) if asked else 0
        if start >= len(data):
            _send(handler, 416, {"Content-Range": f"bytes */{len(data)}", "Content-Length": "0"})
            return
        fields = {"Content-Length": str(len(data) - start), "Last-Modified": changed}
        if asked:
            fields["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        _send(handler, 206 if asked else 200, fields)
        handler.wfile.write(data[start:][:cut])

    return behave


def wrong_part(data):
    """A server that takes up at another byte than it was asked for."""

    def behave(handler, _):
        _send(handler, 206, {"Content-Range": f"bytes 1-{len(data) - 1}/{len(data)}", "Content-Length": str(len(data) - 1)})
        handler.wfile.write(data[1:])

    return behave


def slow(data, pieces=20):
    """The file in small pieces with pauses, without saying how long it is."""

    def behave(handler, _):
        _send(handler, 200, {})
        size = len(data) // pieces + 1
        for start in range(0, len(data), size):
            handler.wfile.write(data[start : start + size])
            handler.wfile.flush()
            time.sleep(0.005)

    return behave


def stuck(data, at):
    """The first ``at`` bytes, and then nothing more while the connection stays open."""

    def behave(handler, server):
        _send(handler, 200, {"Content-Length": str(len(data)), "Last-Modified": CHANGED})
        handler.wfile.write(data[:at])
        handler.wfile.flush()
        server.stopping.wait()

    return behave


def endless(start):
    """A body that does not end, without a length."""

    def behave(handler, server):
        _send(handler, 200, {})
        handler.wfile.write(start)
        while not server.stopping.is_set():
            handler.wfile.write(bytes(1 << 16))

    return behave


def redirect(link):
    def behave(handler, _):
        _send(handler, 302, {"Location": link, "Content-Length": "0"})

    return behave


def status(code):
    def behave(handler, _):
        _send(handler, code, {"Content-Length": "0"})

    return behave
