"""Finds the lines that are not the article, by the rules of :mod:`translator.reading.boilerplate_rules`.

Precision comes first: a line that might be body text stays. So only whole short lines are matched; the cells of a table and the
items of a longer list never are; and below a label such as "Leggi anche" only lines go that can be nothing but teasers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.article import BlockKind
from translator.reading.boilerplate_rules import NETWORK, RULES, Following, Rule
from translator.reading.headlines import final_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translator.reading.pieces import Piece

REASONS = frozenset(rule.reason for rule in RULES)

_LONGEST_LINE = 320
_LONGEST_TEASER = 140
_MOST_FOLLOWING = 6
_LEAST_TEASER_WORDS = 6  # a subhead is mostly shorter, a headline longer

_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ab\u25b2-\u25bf\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_PATTERNS = tuple((re.compile("|".join(f"(?:{pattern})" for pattern in rule.patterns)), rule) for rule in RULES)
# Signs that decorate such lines: dashes, arrows, stars, brackets, emoji, a colon. Quotation marks say that it is text.
_DECORATION = re.compile(r"^[^\w«“\"'‘©#]+|[^\w»”\"'’.!?©]+$| [»›]+$")


def find(pieces: Sequence[Piece], *, title: int | None) -> dict[int, str]:
    """The reason for each index of ``pieces`` that is boilerplate. ``title``: index of the title, which never is.

    When there is no known title, the line below a label at the very top may be the headline and is kept.
    """
    rules = {at: rule for at in range(len(pieces)) if at != title and (rule := _rule(pieces, at))}
    barred = {*rules, title}
    reasons: dict[int, str] = {}
    text_seen = title is not None
    for at, piece in enumerate(pieces):
        if at in rules:
            reasons[at] = rules[at].reason
            if rules[at].following is Following.NETWORKS:
                reasons |= dict.fromkeys(_networks(pieces, at), rules[at].reason)
            elif rules[at].following is Following.HEADLINES and text_seen:
                reasons |= dict.fromkeys(_teasers(pieces, at, barred), rules[at].reason)
        elif at not in reasons and not piece.reason:
            text_seen = True
    return reasons


def _rule(pieces: Sequence[Piece], at: int) -> Rule | None:
    piece = pieces[at]
    if piece.reason or piece.in_table or len(piece.line) > _LONGEST_LINE:
        return None
    if piece.kind is BlockKind.LIST_ITEM and any(
        neighbour.kind is BlockKind.LIST_ITEM for neighbour in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2])
    ):
        return None
    line = _DECORATION.sub("", " ".join(_PICTURES.sub(" ", piece.line.replace("’", "'")).split()).lower())
    for pattern, rule in _PATTERNS:
        if pattern.fullmatch(line):
            # A heading of the source, such as "Pubblicità", is a part of the article unless it is a label for links.
            return None if piece.kind is BlockKind.HEADING and rule.following is not Following.HEADLINES else rule
    return None


def _networks(pieces: Sequence[Piece], label: int) -> Iterable[int]:
    for at in range(label + 1, min(label + 1 + _MOST_FOLLOWING, len(pieces))):
        if not NETWORK.fullmatch(_DECORATION.sub("", pieces[at].line.lower())):
            return
        yield at


def _teasers(pieces: Sequence[Piece], label: int, barred: set[int | None]) -> Sequence[int]:
    run: list[int] = []
    for at in range(label + 1, len(pieces)):
        if at in barred or len(run) == _MOST_FOLLOWING or not _is_teaser(pieces[at]) or (run and pieces[at].gap):
            break
        run.append(at)
    if not run or all(pieces[at].kind is BlockKind.LIST_ITEM for at in run):
        return run
    after = run[-1] + 1
    parted = after >= len(pieces) or pieces[after].gap or after in barred
    if pieces[run[0]].gap:
        # Across an empty line it may be a subhead: only one long line, alone, is surely a teaser.
        return run if len(run) == 1 and parted and _words(pieces[run[0]]) >= _LEAST_TEASER_WORDS else []
    if len(run) > 1 and not parted and _words(pieces[run[-1]]) < _LEAST_TEASER_WORDS:
        run.pop()  # a subhead right above its paragraph
    return run


def _is_teaser(piece: Piece) -> bool:
    return (
        not piece.reason
        and not piece.in_table
        and piece.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        and len(piece.text) <= _LONGEST_TEASER
        and not final_mark(piece.text)
    )


def _words(piece: Piece) -> int:
    return len(piece.text.split())
