"""Whatever is in a segment: no check raises, every span lies inside, and nothing takes more than linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.article import Segment, Span, TermStatus, TermUse
from translator.quality import CHECKS, check_article, check_segment

ALL = frozenset(check.code for check in CHECKS)
PIECES = st.sampled_from(
    """
    12 1.234,5 1,234.5 300mila 18.30 6:30 p.m. ore XX secolo anni '90 Sessanta 1990s mezzo e milione milioni million and a half
    hundred thousand thirty four trentatré diciottenne ventunesimo per cento percent % € $ £ 2-1 3ª 20th km2 mm² un due two
    della Sera Corriere dell’ Università perché governo che the of had ( ) [ ] « » “ ” " ‘ ’ ' ? ! . … : ; , # @ #voto @desk
    https://esempio.it/a?b=1 redazione@esempio.it www.esempio.it S.p.A. U.S. — – - ‑ \u00a0 \u202f \0 İ ß ǆ ① ½ ٣ 0 00 000
    """.split()
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3)).map(" ".join) | st.lists(PIECES).map("".join)


def inside(span, text):
    return span is None or 0 <= span.start <= span.end <= len(text)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.floats() | st.none())
def test_checks_never_raise_and_their_spans_lie_inside(source, target, score):
    for finding in check_segment(source, target, score=score, codes=ALL):
        assert inside(finding.source_span, source)
        assert inside(finding.target_span, target)
        assert finding.message
        assert "\n" not in finding.message or "\n" in source + target


@settings(deadline=None)
@given(TEXTS, st.data())
def test_terms_anywhere_do_no_harm(text, data):
    ends = st.integers(0, len(text))
    places = [Span(*sorted((data.draw(ends), data.draw(ends)))) for _ in range(3)]
    terms = [TermUse("a", "b", TermStatus.OK, "decode", place, place) for place in places]
    check_segment(text, text[::-1], terms=terms, codes=ALL)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6))
def test_articles_of_any_text(pairs):
    segments = [Segment(f"p{number}.s1", 0, 0, *pair) for number, pair in enumerate(pairs)]
    assert set(check_article(segments)) <= {segment.id for segment in segments}


LONG = 20_000


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "1", "1 ", "1.", "1,2", "12 345 ", "e ", "della ", "governo della Sera ", "A della B ", "uno due ", "million ", "mila ", "and a half ",
     "«", "«a» ", "‘a’ ", "(", "()", "[)", "'", "a@", "a@b.", "#a", "http://", "a.", "?!", "ab ba ", "XX ", "anni ", "€1 ", "1% ", "-", "\u00a0"],
    ids=repr,
)  # fmt: skip
def test_long_segments_are_read_through(unit):
    text = (unit * (LONG // len(unit) + 1))[:LONG]
    for source, target in ((text, text + "x"), (text, text[::-1]), ("x", text)):
        for finding in check_segment(source, target, codes=ALL):
            assert inside(finding.source_span, source)
            assert inside(finding.target_span, target)
