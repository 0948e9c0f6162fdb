import datetime
import io

import pytest
from tests.review.reviews import review, segment

from translator.article import BlockKind
from translator.exchange import Status, tmx
from translator.review import Issue, IssueKind, ReviewStatus
from translator.review.applying import LeftOut, memory_entries, reviewed_article, select, tmx_bytes
from translator.translation.memory.entries import AcceptedStatus, Origin

WHEN = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
INITIAL, APPROVED, CHANGED, QUESTION = ReviewStatus


def sentence(number, *, target="One.", original="One.", **more):
    return segment(f"p1.s{number}", f"Frase {number}.", original, target, **more)


def chosen(*segments, everything=False, issues=()):
    selection = select(review(*segments, issues=issues), everything=everything)
    return [item.id for item in selection.accepted], dict(selection.left_out)


def test_marked_segments_where_there_is_a_status_column():
    segments = [sentence(number, target="Two.", status=status) for number, status in enumerate(ReviewStatus, 1)]
    assert chosen(*segments) == (["p1.s2", "p1.s3"], {LeftOut.NOT_MARKED: 1, LeftOut.QUESTION: 1})
    assert chosen(*segments, everything=True) == (["p1.s1", "p1.s2", "p1.s3", "p1.s4"], {})


def test_edited_segments_where_there_is_none():
    segments = [sentence(1), sentence(2, target="Two."), sentence(3, original=None)]
    assert chosen(*segments) == (["p1.s2"], {LeftOut.NOT_EDITED: 2})
    assert chosen(*segments, everything=True) == (["p1.s1", "p1.s2", "p1.s3"], {})


def test_an_emptied_segment_and_its_neighbours_stay_out():
    segments = [sentence(number, target="" if number == 3 else "Two.", status=APPROVED) for number in range(1, 6)]
    for everything in (False, True):
        assert chosen(*segments, everything=everything) == (["p1.s1", "p1.s5"], {LeftOut.MERGED: 2, LeftOut.EMPTY: 1})


def test_two_emptied_segments_beside_each_other():
    segments = [sentence(number, target="" if number in {2, 3} else "Two.", status=APPROVED) for number in range(1, 6)]
    assert chosen(*segments)[0] == ["p1.s5"]


def test_a_segment_that_never_had_english_is_no_merge():
    segments = [sentence(number, status=APPROVED) for number in (1, 2)] + [sentence(3, original="", target="", status=APPROVED)]
    assert chosen(*segments) == (["p1.s1", "p1.s2"], {LeftOut.EMPTY: 1})


@pytest.mark.parametrize("kind", [IssueKind.DELETED, IssueKind.MISSING])
def test_the_neighbours_of_a_row_that_is_gone_stay_out_too(kind):
    segments = [sentence(number, status=APPROVED) for number in (1, 2, 4, 5, 12)]
    issues = [Issue(kind, "p1.s3", ""), Issue(kind, "", "row 9 is missing")]
    assert chosen(*segments, issues=issues) == (["p1.s1", "p1.s5", "p1.s12"], {LeftOut.MERGED: 2})


@pytest.mark.parametrize("kind", IssueKind)
def test_a_problem_in_the_row(kind):
    kept = kind in {IssueKind.MOVED, IssueKind.STATUS}
    for everything in (False, True):
        found, _ = chosen(sentence(1, status=APPROVED, issues=frozenset({kind})), everything=everything)
        assert bool(found) is kept


def test_entries_of_the_memory():
    segments = [
        sentence(1, status=APPROVED, reviewers=("Anna Bianchi",)),
        sentence(2, status=APPROVED, target="Two.", reviewers=("Anna Bianchi", "Marco Neri")),
        sentence(3, status=CHANGED, original=None),
        sentence(4, status=APPROVED, original=None),
    ]
    made = memory_entries(review(), segments, WHEN)
    assert [item.status for item in made] == [
        AcceptedStatus.APPROVED,
        AcceptedStatus.CHANGED,
        AcceptedStatus.CHANGED,
        AcceptedStatus.APPROVED,
    ]
    assert (made[1].source, made[1].target, made[1].machine_target) == ("Frase 2.", "Two.", "One.")
    assert made[1].reviewer == "Anna Bianchi, Marco Neri"
    assert made[1].origin == Origin("articolo.txt", "ab" * 32, "p1.s2")
    assert made[2].machine_target == ""
    assert made[0].accepted_at == WHEN


def test_tmx():
    data = tmx_bytes(review(), [sentence(2, target="T\x07wo.", reviewers=("Anna Bianchi",))], WHEN)
    (unit,) = tmx.read(io.BytesIO(data))
    assert (unit.id, unit.source, unit.target, unit.status) == ("p1.s2", "Frase 2.", "T\x07wo.", Status.REVIEWED)
    assert (unit.author, unit.created) == ("Anna Bianchi", WHEN)
    assert dict(unit.properties) == {"x-origin": "reviewer", "x-article": "articolo.txt", "x-article-sha256": "ab" * 32}
    assert b"translator:0.1.0" in data


def test_the_article_as_it_is_now():
    rows = [
        segment("p1.s1", "Titolo", "Title", "The title", kind=BlockKind.HEADING, level=1),
        segment("p2.s1", "Uno.", "One.", "One and two."),
        segment("p2.s2", "Due.", "Two.", ""),
        segment("p3.s1", "Tre.", "Three.", "Three.", kind=BlockKind.QUOTATION),
    ]
    article = reviewed_article(review(*rows))
    assert (article.name, article.title) == ("articolo.txt", "The title")
    assert [(block.id, block.kind, block.level) for block in article.blocks] == [
        ("p1", BlockKind.HEADING, 1),
        ("p2", BlockKind.PARAGRAPH, 0),
        ("p3", BlockKind.QUOTATION, 0),
    ]
    assert [item.target for item in article.segments()] == ["The title", "One and two.", "", "Three."]


def test_rows_are_kept_in_the_reviewers_order():
    rows = [segment(identity, "Uno.", "One.", "One.") for identity in ("p2.s1", "p1.s1", "p2.s2")]
    assert [block.id for block in reviewed_article(review(*rows)).blocks] == ["p2", "p1", "p2"]


def test_an_article_that_does_not_begin_with_a_heading_has_no_title():
    assert reviewed_article(review(segment("p1.s1", "Uno.", "One.", "One."))).title == ""
    assert reviewed_article(review()).blocks == ()
