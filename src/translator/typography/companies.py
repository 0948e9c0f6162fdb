"""The legal forms of Italian companies (``S.p.A.``, ``S.r.l.``), which models lose a letter or a stop of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.typography.changes import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.typography.draft import Draft

# How each is written in Italian, and what may stand for it in a target.
_FORMS = (
    (
        re.compile(r"(?<!\w)S\.\s?p\.\s?A\.", re.IGNORECASE),
        re.compile(r"(?<![\w.])S\.\s?(?:p\.?\s?)?A(?:\.(?!\w)|(?![\w.]))", re.IGNORECASE),
    ),
    (
        re.compile(r"(?<!\w)S\.\s?r\.\s?l\.", re.IGNORECASE),
        re.compile(r"(?<![\w.])S\.\s?r\.?\s?l(?:\.(?!\w)|(?![\w.]))", re.IGNORECASE),
    ),
)


def company_forms(draft: Draft) -> Iterator[Edit]:
    """``Onda S.p.A has``, ``Onda S.A. has`` → Onda S.p.A. has, where the Italian writes it in one way."""
    for italian, english in _FORMS:
        written = set(italian.findall(draft.italian.text))
        if len(written) == 1:
            (form,) = written
            for found in english.finditer(draft.masked):
                yield Edit(*found.span(), form)
