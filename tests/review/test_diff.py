import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.review.diff import PieceKind, difference


def written(old, new):
    signs = {PieceKind.SAME: "{}", PieceKind.DELETED: "[-{}-]", PieceKind.INSERTED: "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in difference(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The port reopens.", "The port reopens.", "The port reopens."),
        ("The port reopens.", "The harbour reopens.", "The [-port-]{+harbour+} reopens."),
        ("The port reopens.", "The old port reopens.", "The {+old +}port reopens."),
        ("The port reopens.", "The port.", "The port[- reopens-]."),
        ("The big port reopens.", "The small harbour reopens.", "The [-big port-]{+small harbour+} reopens."),
        ("Valdora’s port", "Mirano’s port", "[-Valdora’s-]{+Mirano’s+} port"),
        ("5.000 euro", "5,000 euro", "[-5.000-]{+5,000+} euro"),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("One two", "One\ntwo", "One[- -]{+\n+}two"),
        ("", "", ""),
    ],
)
def test_words(old, new, expected):
    assert written(old, new) == expected


@given(st.text(), st.text())
def test_both_texts_can_be_put_together_again(old, new):
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.INSERTED) == old
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.DELETED) == new
    assert all(piece.text for piece in pieces)


def test_texts_too_long_to_compare_word_by_word_are_replaced_as_a_whole():
    old, new = " ".join(["a b"] * 400), " ".join(["b c"] * 400)
    pieces = difference(f"Start {old} end", f"Start {new} end")
    assert [piece.kind for piece in pieces] == [PieceKind.SAME, PieceKind.DELETED, PieceKind.INSERTED, PieceKind.SAME]
