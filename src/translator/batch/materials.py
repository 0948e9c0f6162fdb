"""What the articles of one kind of settings are translated with, opened once and sent to the processes that translate."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translator.glossary import Matcher, find, shipped_names
from translator.segmentation import load_abbreviations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from translator.article import Article
    from translator.batch.job import Settings
    from translator.glossary import Glossary, Term, TermMatch
    from translator.segmentation import Abbreviation


@dataclass(frozen=True)
class Materials:
    """The glossaries (None: all that are shipped were asked for by giving none) and abbreviations of ``settings``, open.

    May be pickled; the matcher is built where it is needed.
    """

    settings: Settings
    glossaries: tuple[Glossary, ...]
    abbreviations: Mapping[str, Abbreviation]

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the terms of the glossaries."""
        return Matcher(self.glossaries)

    def __getstate__(self) -> dict[str, object]:
        return {key: self.__dict__[key] for key in ("settings", "glossaries", "abbreviations")}

    @cached_property
    def glossaries_sha256(self) -> str:
        """A hash over all terms, in their order of priority."""
        digest = hashlib.sha256()
        for glossary in self.glossaries:
            for term in glossary.terms:
                digest.update(_term(term).encode())
        return digest.hexdigest()

    @cached_property
    def abbreviations_sha256(self) -> str:
        """A hash over the user's abbreviations; empty when there are none."""
        listed = "\n".join(f"{key} {kind}" for key, kind in sorted(self.abbreviations.items()))
        return hashlib.sha256(listed.encode()).hexdigest() if listed else ""

    def terms_sha256(self, article: Article) -> str:
        """A hash over the terms that match in the segments of ``article``, and where."""
        if not self.glossaries:
            return _matches_sha256(())
        return _matches_sha256(self.matcher.match_all([segment.source for segment in article.segments()]))


def open_materials(settings: Settings) -> Materials:
    """Open what ``settings`` name. Raises :class:`GlossaryError` and :class:`AbbreviationsError`."""
    names = shipped_names() if settings.glossaries is None else settings.glossaries
    abbreviations = load_abbreviations(Path(settings.abbreviations)) if settings.abbreviations else {}
    return Materials(settings, tuple(map(find, names)), abbreviations)


def _matches_sha256(matches: Sequence[Sequence[TermMatch]]) -> str:
    digest = hashlib.sha256()
    for number, found in enumerate(matches):
        for match in found:
            place = (number, match.span.start, match.span.end, match.required, match.capitals, match.surname)
            digest.update(f"{json.dumps(place)}{_term(match.term)}".encode())
    return digest.hexdigest()


def _term(term: Term) -> str:
    """All that decides where a term matches and what it asks for."""
    return json.dumps((term.source, term.target, term.kind, term.case, term.context, term.forms, term.target_forms)) + "\n"
