"""One article, start to finish: the only module that strings the stages together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import translator
from translator import quality, reading, segmentation, typography
from translator.article import Article, Block, Finding, Segment, Signature, Span, TermStatus, TermUse
from translator.faults import Judge, is_addresses
from translator.fingerprint import article_sha256
from translator.glossary import Glossary, Matcher, Name, TermKind, TermMatch, find, find_names, shipped_names
from translator.prepared import Prepared
from translator.translation import (
    Decoder,
    Decoding,
    Requirement,
    Result,
    Translation,
    locate,
    open_package,
    remedied,
    translate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from translator.segmentation import Abbreviation
    from translator.translation.memory.store import Memory
    from translator.typography import Style

# From here on a similar sentence of the memory is shown to the reviewer: rapidfuzz's ratio, 0 to 100.
_SIMILAR = 90.0
_STYLE = typography.Style()
_NO_ABBREVIATIONS: Mapping[str, Abbreviation] = {}


def segment(article: Article, abbreviations: Mapping[str, Abbreviation] = _NO_ABBREVIATIONS) -> Article:
    """The article with its blocks cut into segments (targets still empty).

    ``abbreviations``: the user's own, see :func:`translator.segmentation.load_abbreviations`.
    """
    blocks = tuple(_segmented(article.text, block, abbreviations) for block in article.blocks)
    return replace(article, blocks=blocks)


def _segmented(text: str, block: Block, abbreviations: Mapping[str, Abbreviation]) -> Block:
    spans = segmentation.split(text[block.start : block.end], abbreviations)
    segments = tuple(
        Segment(
            f"{block.id}.s{number}",
            block.start + span.start,
            block.start + span.end,
            reading.plain(text[block.start + span.start : block.start + span.end]),
        )
        for number, span in enumerate(spans, 1)
    )
    return replace(block, segments=segments)


class Translator:
    """An open model with its glossaries, for any number of articles.

    ``model``: see :func:`translator.translation.open_package`. ``glossaries``: names or paths (see
    :func:`translator.glossary.find`) or :class:`Glossary` objects, in order of priority; None for all that are shipped, an
    empty list for none. ``name_guard``: keep capitalised names that no glossary knows. ``abbreviations``: the user's own, for
    cutting into sentences. ``decoder``: an open model to share with other translators, in place of ``model`` and ``decoding``.
    ``memory``: an open translation memory; reviewers' accepted targets are taken from it, and the machine's earlier work.
    ``style``: American or British usage, and which rules of typography are off. ``remedies``: try again where the checks find
    something wrong with a translation (:mod:`translator.translation.remedies`). Raises :class:`ModelError` and
    :class:`GlossaryError`.
    """

    def __init__(
        self,
        *,
        model: str | None = None,
        glossaries: Sequence[str | Glossary] | None = None,
        name_guard: bool = True,
        abbreviations: Mapping[str, Abbreviation] = _NO_ABBREVIATIONS,
        decoding: Decoding | None = None,
        decoder: Decoder | None = None,
        memory: Memory | None = None,
        style: Style = _STYLE,
        remedies: bool = True,
    ) -> None:
        chosen = shipped_names() if glossaries is None else glossaries
        self.glossaries = tuple(find(item) if isinstance(item, str) else item for item in chosen)
        self.name_guard = name_guard
        self._abbreviations = abbreviations
        self._memory = memory
        self._style = style
        # That check knows double quotation marks only.
        self._checks = quality.DEFAULT_CODES - {"quotes"} if style.british else quality.DEFAULT_CODES
        self._judge = Judge(style, self._checks) if remedies else None
        self._matcher = Matcher(self.glossaries)
        # The guard asks for names that nobody knows; the shipped glossaries know many though the user chose others.
        named = {item.name for item in self.glossaries}
        more = [find(name) for name in shipped_names() if name not in named] if name_guard else []
        self._known = Matcher((*self.glossaries, *more)) if more else self._matcher
        self._decoder = decoder or Decoder(open_package(model), decoding)
        self.signature = self._signature(self._decoder)

    def _signature(self, decoder: Decoder) -> Signature:
        package = decoder.package
        return Signature(
            version=translator.__version__,
            model=package.name,
            model_version=package.version,
            model_sha256=decoder.model_sha256,
            glossaries=tuple((item.name, item.sha256, len(item.terms)) for item in self.glossaries),
            name_guard=self.name_guard,
            abbreviations=_fingerprint(self._abbreviations),
            decoding=decoder.settings,
            style=str(self._style),
            remedies=self._judge is not None,
        )

    def translate(self, article: Article, *, progress: Callable[[int, int], None] | None = None) -> Article:
        """The article with targets, term uses, findings and signature; it is cut into segments first if it was not.

        ``progress`` is called with the number of segments done and the number of all.
        """
        if not any(block.segments for block in article.blocks):
            article = segment(article, self._abbreviations)
        segments = list(article.segments())
        sources = [item.source for item in segments]
        matches, requirements = self._requirements(sources)
        held = _Held(self._memory, sources, requirements, matches)
        ready = {number: _copied(source, requirements[number]) for number, source in enumerate(sources) if is_addresses(source)}
        ready |= held.results
        wanted = [number for number in range(len(sources)) if number not in ready]
        translated = self._translated(
            [sources[number] for number in wanted],
            [requirements[number] for number in wanted],
            article,
            None if progress is None else lambda count: progress(len(ready) + count, len(sources)),
        )
        made = [_typeset(sources[number], result, self._style) for number, result in zip(wanted, translated, strict=True)]
        done = ready | dict(zip(wanted, made, strict=True))
        checked = []
        for number, (item, found) in enumerate(zip(segments, matches, strict=True)):
            finished = _finished(item, found, *done[number], codes=self._checks)
            checked.append(replace(finished, findings=finished.findings + held.findings(number)))
        compared = quality.check_article(checked)
        complete = iter(replace(item, findings=item.findings + compared.get(item.id, ())) for item in checked)
        blocks = tuple(replace(block, segments=tuple(next(complete) for _ in block.segments)) for block in article.blocks)
        return replace(article, blocks=blocks, signature=replace(self.signature, accepted=len(held.results)))

    def _requirements(self, sources: Sequence[str]) -> tuple[list[tuple[TermMatch, ...]], list[tuple[Requirement, ...]]]:
        """The terms in each source, and what its target must hold: their English forms, then the guarded names."""
        matches = self._matcher.match_all(sources)
        requirements = [
            tuple(_requirement(source, match) for match in found) for source, found in zip(sources, matches, strict=True)
        ]
        if self.name_guard:
            known = matches if self._known is self._matcher else self._known.match_all(sources)
            covered = [[match.span for match in found] for found in known]
            people = [[match.span for match in found if match.term.kind is TermKind.PERSON] for found in known]
            names = find_names(sources, covered, people)
            requirements = [terms + tuple(map(_guarded, found)) for terms, found in zip(requirements, names, strict=True)]
        return matches, requirements

    def _translated(
        self,
        sources: list[str],
        requirements: list[tuple[Requirement, ...]],
        article: Article,
        progress: Callable[[int], None] | None,
    ) -> list[Result]:
        """Translations of ``sources``; those made before under the same conditions come from the memory."""
        if self._memory is None:
            return self._made(sources, requirements, progress)
        from translator.translation.memory.store import Origin  # noqa: PLC0415 - loads sqlite3
        from translator.translation.recall import recalled_or  # noqa: PLC0415

        return recalled_or(
            lambda texts, items: self._made(texts, items, progress),
            sources,
            requirements,
            decoder=self._decoder,
            memory=self._memory,
            origin=Origin(article.name, article_sha256(article)),
            judge="" if self._judge is None else str(self._judge),
        )

    def _made(
        self,
        sources: Sequence[str],
        requirements: Sequence[Sequence[Requirement]],
        progress: Callable[[int], None] | None,
    ) -> list[Result]:
        """Translations by the model, the faulty ones remedied; see :class:`Prepared` for what it is given."""
        prepared = [Prepared.of(source, items) for source, items in zip(sources, requirements, strict=True)]
        sentences, required = [item.sentence for item in prepared], [item.required for item in prepared]
        results = translate(sentences, required, self._decoder, progress=progress)
        if self._judge is not None:
            results = remedied(sentences, required, results, self._decoder, self._judge)
        return [item.finished(result) for item, result in zip(prepared, results, strict=True)]


def _copied(source: str, requirements: Sequence[Requirement]) -> Result:
    """The result for a source that is its own translation."""
    spans = locate(source, requirements)
    return Translation(source, spans, tuple("decode" if span else "" for span in spans)), tuple(requirements)


def _typeset(source: str, result: Result, style: Style) -> Result:
    """A result with English typography and number formats; terms and names keep their letters, wherever they move."""
    translation, requirements = result
    if not any(map(str.isalpha, source)):
        text = typography.number_only(source, style=style) or source
        return replace(translation, target=text, spans=locate(text, requirements)), requirements
    protected = sorted(span for span in translation.spans if span is not None)
    text, changes = typography.finish(source, translation.target, style=style, protected=protected)
    spans = tuple(None if span is None else typography.moved(span, changes) for span in translation.spans)
    return replace(translation, target=text, spans=spans), requirements


class _Held:
    """What the translation memory has of the reviewers for the segments of one article.

    ``results``: by segment number, accepted targets that hold every term that is required now.
    """

    def __init__(
        self,
        memory: Memory | None,
        sources: Sequence[str],
        requirements: Sequence[Sequence[Requirement]],
        matches: Sequence[Sequence[TermMatch]],
    ) -> None:
        self.results: dict[int, Result] = {}
        self._notes: dict[int, Finding] = {}
        if memory is None:
            return
        accepted = memory.accepted(sources)
        for number, source in enumerate(sources):
            terms = tuple(requirements[number][: len(matches[number])])  # a reviewer may render a name otherwise
            found = accepted.get(source)
            if found is None:
                for match in memory.fuzzy(source, threshold=_SIMILAR, limit=1):
                    self._notes[number] = quality.memory.similar(match.source, match.target, match.score)
                continue
            spans = locate(found.target, terms)
            missing = [item.form for item, span in zip(terms, spans, strict=True) if span is None]
            if missing:
                self._notes[number] = quality.memory.breaks_terms(found.target, missing)
            else:
                self.results[number] = (Translation(found.target, spans, ("memory",) * len(terms)), terms)
                self._notes[number] = quality.memory.used(found.accepted_at, found.reviewer)

    def findings(self, number: int) -> tuple[Finding, ...]:
        """What there is to say of segment ``number``."""
        return (self._notes[number],) if number in self._notes else ()


def translate_article(
    path: str | Path,
    *,
    model: str | None = None,
    glossaries: Sequence[str | Glossary] | None = None,
    keep_boilerplate: bool = False,
) -> Article:
    """Read the article in the file ``path`` and translate it; the other arguments are those of :class:`Translator`.

    Raises :class:`TranslatorError`: :class:`InputError` when the article cannot be read, :class:`ModelError`,
    :class:`GlossaryError`.
    """
    article = reading.read(Path(path), keep_boilerplate=keep_boilerplate)
    return Translator(model=model, glossaries=glossaries).translate(article)


def _fingerprint(abbreviations: Mapping[str, Abbreviation]) -> str:
    """The number of the user's abbreviations and a hash over them; empty when there are none."""
    if not abbreviations:
        return ""
    listed = "\n".join(f"{key} {kind}" for key, kind in sorted(abbreviations.items()))
    return f"{hashlib.sha256(listed.encode()).hexdigest()[:8]}({len(abbreviations)})"


def _requirement(source: str, match: TermMatch) -> Requirement:
    surface = source[match.span.start : match.span.end]
    return Requirement(match.span, surface, match.required, match.term.kind, capitals=match.capitals)


def _guarded(name: Name) -> Requirement:
    return Requirement(name.span, name.surface, (name.surface,), name=True, certain=name.certain)


def _finished(
    item: Segment,
    matches: Sequence[TermMatch],
    translation: Translation,
    requirements: Sequence[Requirement],
    *,
    codes: Collection[str],
) -> Segment:
    """The segment with its target, and what became of its terms (first in ``requirements``) and guarded names (after them)."""
    outcomes = list(zip(requirements, translation.spans, translation.methods, strict=True))
    terms = tuple(
        _term_use(match, requirement, translation.target, span, method)
        for match, (requirement, span, method) in zip(matches, outcomes, strict=False)
    )
    names = [(requirement.surface, requirement.span, span, method) for requirement, span, method in outcomes[len(matches) :]]
    findings = (
        *quality.check_segment(item.source, translation.target, terms=terms, score=translation.score, codes=codes),
        *quality.term_findings(terms),
        *quality.name_findings(names),
        *quality.remedied.findings(translation.remedied, translation.remedy),
    )
    return replace(item, target=translation.target, terms=terms, findings=findings)


def _term_use(match: TermMatch, requirement: Requirement, target: str, span: Span | None, method: str) -> TermUse:
    if span is None:
        return TermUse(requirement.surface, requirement.form, TermStatus.MISSING, "", match.span, None, match.glossary)
    status = TermStatus.OK if method in {"decode", "memory"} else TermStatus.REPAIRED
    return TermUse(requirement.surface, target[span.start : span.end], status, method, match.span, span, match.glossary)
