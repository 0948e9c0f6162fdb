"""The first stage: an Italian article in a file, or on standard input, becomes an :class:`~translator.article.Article`.

:func:`read` takes a path, :func:`read_bytes` what has already been read; :func:`plain` puts a piece of the text on one line.
The blocks have no segments yet. What is not part of the article (advertising, related links, page layout,
separators) is set aside with a reason, never dropped silently.
"""

from translator.reading.files import read, read_bytes
from translator.reading.plain import plain

__all__ = ["plain", "read", "read_bytes"]
