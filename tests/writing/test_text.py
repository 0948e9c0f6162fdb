from translator.article import Article, Block, BlockKind, Segment
from translator.writing import text


def block(number, kind, *sentences):
    segments = tuple(Segment(f"p{number}.s{at}", 0, 1, italian, english) for at, (italian, english) in enumerate(sentences, 1))
    return Block(f"p{number}", kind, 0, 1, segments=segments)


ARTICLE = Article(
    "a.txt",
    "Titolo",
    "",
    (
        block(1, BlockKind.HEADING, ("Titolo", "Title")),
        block(2, BlockKind.PARAGRAPH, ("Uno.", "One."), ("Due.", "Two.")),
        block(3, BlockKind.LIST_ITEM, ("primo", "first")),
        block(4, BlockKind.LIST_ITEM, ("secondo", "second")),
        block(5, BlockKind.PARAGRAPH, ("…", "")),
        block(6, BlockKind.PARAGRAPH, ("Perché", "“Why” – é")),
    ),
)


def test_english_alone():
    assert text.write(ARTICLE).decode() == "Title\n\nOne. Two.\n\n- first\n- second\n\n“Why” – é\n"


def test_sentences_one_a_line():
    expected = "Titolo\n\nUno.\nDue.\n\nprimo\n\nsecondo\n\n…\n\nPerché\n"
    assert text.write_sentences(ARTICLE).decode() == expected
