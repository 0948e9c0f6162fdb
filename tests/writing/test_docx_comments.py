from dataclasses import replace

import pytest
from tests.writing.docx_articles import (
    ARTICLE,
    DAY,
    EMPTY,
    KINDS,
    PARAGRAPH,
    W,
    article,
    block,
    comments,
    names,
    part,
    rows,
    sentence,
)

from translator.article import Finding, Severity, Span
from translator.writing.docx.document import write


def finding(message, source=None, target=None):
    return Finding("quotes", Severity.WARNING, message, source and Span(*source), target and Span(*target))


def anchored(italian, english, *findings):
    return comments(write(article(block(PARAGRAPH, sentence(italian, english, findings=findings))), date=DAY))


def test_findings_are_comments_at_the_words_they_speak_of():
    assert comments(write(ARTICLE, date=DAY)) == [
        ("Corte dei conti", "Error. Term missing: Corte dei conti → Court of Auditors"),
        ("Lucio Prandelli", "For information. Name kept as it stands: Lucio Prandelli"),
        ("Resta il nodo delle visite.", "Error. The model gave no translation"),
        ("Nerina Golfieri", "Warning. Name lost: Nerina Golfieri"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ((0, 3), (4, 7), "two"),
        ((0, 3), None, "uno"),
        (None, None, "one two"),
        ((0, 3), (4, 40), "uno"),
        ((2, 2), (7, 3), "one two"),
    ],
    ids=["English first", "Italian only", "no words", "wrong English", "both wrong"],
)
def test_where_a_comment_is_anchored(source, target, words):
    assert anchored("uno due", "one two", finding("!", source, target)) == [(words, "Warning. !")]


def test_comments_may_overlap_each_other_and_the_marks():
    said = [finding("a", None, (0, 7)), finding("b", None, (4, 11)), finding("c", None, (4, 7)), finding("d", None, (7, 13))]
    text = sentence("sindaco", "the mayor here", ("sindaco", "mayor"), findings=said)
    data = write(article(block(PARAGRAPH, text)), date=DAY)
    assert sorted(comments(data), key=lambda item: item[1]) == [
        ("the may", "Warning. a"),
        ("mayor h", "Warning. b"),
        ("may", "Warning. c"),
        ("or her", "Warning. d"),
    ]


def test_a_comment_on_nothing_keeps_its_place():
    assert anchored("uno", "", finding("empty")) == [("", "Warning. empty")]


def test_who_says_it_and_when():
    (first, *_) = part(write(KINDS, date=DAY), "word/comments.xml")
    assert (first.get(W + "author"), first.get(W + "initials"), first.get(W + "date")) == (
        "translator",
        "T",
        "2026-11-24T00:00:00Z",
    )
    styles = [item.get(W + "val") for item in first.iter(W + "pStyle", W + "rStyle")]
    assert styles == ["CommentText", "CommentReference", "Strong"]


def test_comments_stand_inside_the_controls():
    data = write(ARTICLE, date=DAY)
    for row in rows(data):
        for cell in row:
            assert all(item.getparent().tag == W + "sdtContent" for item in cell.iter(W + "commentRangeStart"))


def test_without_findings_there_is_no_comments_part():
    quiet = replace(EMPTY, blocks=article(block(PARAGRAPH, sentence("Uno.", "One."))).blocks)
    assert "word/comments.xml" not in names(write(quiet, date=DAY))
