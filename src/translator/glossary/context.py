"""The context of a term: a regular expression that says where the term counts.

Without ``{term}`` the expression must be found anywhere in the sentence (``calcio|gol|Serie A``). With ``{term}``, which
stands for the occurrence, it must be found around it: ``(?!^){term}`` is a term that does not start the sentence. Letter case
is ignored.
"""

from __future__ import annotations

import re
from functools import lru_cache

PLACEHOLDER = "{term}"


@lru_cache(maxsize=2048)
def _compiled(context: str, surface: str) -> re.Pattern[str]:
    # A name that no user's group can have by accident.
    return re.compile(context.replace(PLACEHOLDER, f"(?P<the_term_>{re.escape(surface)})", 1), re.IGNORECASE)


def validate(context: str) -> None:
    """Raise :class:`ValueError`, with a message for the user, when ``context`` is not a regular expression."""
    # Each alternative may hold the placeholder; they are compiled apart, see :func:`fits`.
    for part in _parts(context):
        try:
            _compiled(part, "x")
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(f"{context!r} is not a regular expression ({error})") from error


def fits(context: str, text: str, start: int, end: int) -> bool:
    """Whether the occurrence ``text[start:end]`` stands in the ``context``."""
    surface = text[start:end]
    for part in _parts(context):
        pattern = _compiled(part, surface)
        if PLACEHOLDER not in part:
            if pattern.search(text):
                return True
        # Matches of other occurrences are passed over; each search starts one character further on.
        elif any(found.span("the_term_") == (start, end) for found in _all(pattern, text, end)):
            return True
    return False


def _all(pattern: re.Pattern[str], text: str, end: int) -> list[re.Match[str]]:
    found, at = [], 0
    while at <= end and (match := pattern.search(text, at)) is not None:
        found.append(match)
        at = match.start() + 1
    return found


def _parts(context: str) -> list[str]:
    """The alternatives at the top level when several hold the placeholder, else the whole: a group's name may stand once."""
    if context.count(PLACEHOLDER) < 2:  # noqa: PLR2004
        return [context]
    parts, depth, at, bracket, escaped = [], 0, 0, False, False
    for position, character in enumerate(context):
        if escaped or character == "\\":
            escaped = not escaped
            continue
        if bracket:
            bracket = character != "]"
        elif character == "[":
            bracket = True
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            parts.append(context[at:position])
            at = position + 1
    return [*parts, context[at:]]
