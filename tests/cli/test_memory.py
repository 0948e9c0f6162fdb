"""The translation memory through the command line: used by ``translate``, worked on by ``memory``."""

import io
from datetime import UTC, datetime

import pytest

from translator.translation.memory.store import Accepted, Memory, Origin

SENTENCE = "Il sindaco di Valdora ha aperto il mercato."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "articolo.txt"
    path.write_text(f"{SENTENCE}\n\nIl treno per Mosca è partito in ritardo.\n", encoding="utf-8")
    return path


@pytest.fixture
def memory(tmp_path):
    return tmp_path / "memory.sqlite3"


def accept(path, target, source=SENTENCE):
    with Memory(path) as memory:
        memory.accept([Accepted(source, target, datetime(2026, 3, 1, tzinfo=UTC), origin=Origin("a.txt"), reviewer="Ada")])


def english(run, article, memory, *options, **kwargs):
    return run("translate", article, "-o", "-", "-f", "txt", "--memory", memory, *options, **kwargs)


def test_an_accepted_translation_is_used_and_said(run, article, memory, tmp_path):
    accept(memory, "The mayor of Valdora opened the market.")
    assert english(run, article, memory).out.splitlines()[0] == "The mayor of Valdora opened the market."
    out = tmp_path / "out.json"
    run("translate", article, "-o", out, "--memory", memory)
    text = out.read_text(encoding="utf-8")
    assert "Accepted translation by Ada, 2026-03-01" in text
    assert "|accepted:1|" in text


def test_an_accepted_translation_that_breaks_a_term_is_not_used_but_shown(run, article, memory, tmp_path):
    accept(memory, "The train for Moskva left late.", source="Il treno per Mosca è partito in ritardo.")
    out = tmp_path / "out.json"
    run("translate", article, "-o", out, "--memory", memory)
    text = out.read_text(encoding="utf-8")
    assert "Accepted translation not used, it lacks Moscow" in text
    assert '"target": "The train for Moskva left late."' not in text


def test_a_similar_sentence_is_shown_and_not_used(run, article, memory, tmp_path):
    accept(memory, "The mayor of Valdora opened the markets.", source="Il sindaco di Valdora ha aperto i mercati.")
    out = tmp_path / "out.json"
    run("translate", article, "-o", out, "--memory", memory)
    text = out.read_text(encoding="utf-8")
    assert "% similar: “Il sindaco di Valdora ha aperto i mercati.”" in text
    assert '"target": "The mayor of Valdora opened the markets."' not in text


def test_earlier_work_leaves_no_trace(run, article, memory, monkeypatch):
    fresh = run("translate", article, "-o", "-", "-f", "json", "--no-memory").out
    first = run("translate", article, "-o", "-", "-f", "json", "--memory", memory).out
    monkeypatch.setattr("translator.translation.decoder.Decoder.decode", None)  # the second time nothing is decoded
    assert run("translate", article, "-o", "-", "-f", "json", "--memory", memory).out == first == fresh


def test_no_memory_touches_none(run, article, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    run("translate", article, "-o", "-", "-f", "txt", "--no-memory")
    assert not (tmp_path / "data").exists()
    run("translate", article, "-o", "-", "-f", "txt")
    assert list((tmp_path / "data").rglob("memory.sqlite3"))


def test_memory_and_no_memory_contradict(run, article, memory):
    assert "contradict" in english(run, article, memory, "--no-memory", status=2).err


def test_a_file_that_is_no_memory_stays_as_it_is(run, article, tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"Dear all")
    assert "letter.docx" in english(run, article, letter, status=1).err
    assert letter.read_bytes() == b"Dear all"


def test_stats(run, article, memory):
    accept(memory, "The mayor.")
    english(run, article, memory)
    out = run("memory", "stats", "--memory", memory).out
    assert "accepted:  1 sentences, 0 older versions" in out
    assert "from:      2026-03-01 to 2026-03-01" in out
    assert str(memory) in out


def test_export_and_import_are_the_same(run, memory, tmp_path):
    accept(memory, "The mayor.")
    tmx, other = tmp_path / "m.tmx", tmp_path / "other.sqlite3"
    run("memory", "export", tmx, "--memory", memory)
    assert "1 added" in run("memory", "import", tmx, "--memory", other).err
    assert "1 known" in run("memory", "import", tmx, "--memory", other).err
    with Memory(memory) as one, Memory(other) as two:
        assert list(one.units()) == list(two.units())
    assert run("memory", "export", "-", "--memory", other).out.count("<tu ") == 1


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--everything"], (0, 0)),
        (["--machine"], (1, 0)),
        (["--article", "a.txt"], (0, 2)),
        (["--before", "2026-01-01"], (1, 2)),
    ],
    ids=["everything", "machine", "article", "before"],
)
def test_forget(run, article, memory, options, left):
    accept(memory, "A mayor.", source="Un sindaco.")
    english(run, article, memory)
    run("memory", "forget", *options, "--yes", "--memory", memory)
    with Memory(memory) as found:
        assert (found.stats().accepted, found.stats().machine) == left


@pytest.mark.parametrize("options", [[], ["--machine", "--everything"]])
def test_forget_wants_to_know_what(run, memory, options):
    assert "say what to forget" in run("memory", "forget", *options, "--yes", "--memory", memory, status=2).err


def test_forget_asks_first(run, memory, monkeypatch):
    accept(memory, "The mayor.")
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    run("memory", "forget", "--everything", "--memory", memory, status=130)
    with Memory(memory) as found:
        assert found.stats().accepted == 1


def test_a_bad_tmx_is_one_line(run, memory, tmp_path):
    bad = tmp_path / "bad.tmx"
    bad.write_text("<tmx>", encoding="utf-8")
    assert "bad.tmx" in run("memory", "import", bad, "--memory", memory, status=1).err
