import pytest

from translator.reading import read_bytes
from translator.reading.standing_lines import standing_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ROMA –", "dateline"),
        ("(ANSA) - MILANO, 12 GEN -", "dateline"),
        ("OSLO (AgenPress) –", "dateline"),
        ("Oslo, 3 marzo 2026", "dateline"),
        ("lunedì 3 marzo 2026, ore 9.15", "dateline"),
        ("Pubblicato il 3 marzo 2026 alle 9:15", "dateline"),
        ("03/02/2026 - 14:30", "dateline"),
        ("di Marta Vanzaghi", "byline"),
        ("Di Redazione", "byline"),
        ("a cura di Ugo Serpi e Ada Lonzi", "byline"),
        ("dal nostro inviato Corrado Melfi", "byline"),
        ("di Redazione Cultura | 7 giugno 2026, ore 9.15", "byline"),
        ("Di Maio", None),
        ("Di Serpi non si hanno notizie", None),
        ("Di chi è la colpa?", None),
        ("Marzo 2026, un mese da ricordare", None),
        ("Roma, la giunta vota il bilancio", None),
        ("ROMA – La giunta vota.", None),
        ("3-1", None),
        ("VALDORA VINCE", None),
    ],
)
def test_lines_that_stand_alone(line, kind):
    assert standing_kind(line) == kind


def test_they_are_blocks_of_their_own_kind():
    text = "Valdora riapre il ponte\n\ndi Marta Vanzaghi\n\nVALDORA –\n\nROMA – La giunta di Valdora ha approvato il piano.\n"
    article = read_bytes(text.encode(), name="a.txt")
    assert [block.kind for block in article.blocks] == ["heading", "byline", "dateline", "paragraph"]
