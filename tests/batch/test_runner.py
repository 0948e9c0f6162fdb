import datetime
import io
import json
import os
import shutil
import socket
import zipfile

import pytest
from tests.batch.runs import TEXTS, hashes, needs_posix

from translator import Translator
from translator.batch.lock import FILE
from translator.batch.manifest import Manifest
from translator.batch.progress import Ended, Started
from translator.reading import read
from translator.writing import render


def test_outputs_are_those_of_translate_one_by_one(session, fast_decoder):
    """So a translation depends neither on its neighbours nor on what was resumed."""
    session.run(session.job(settings={"glossaries": None, "name_guard": True}))
    translator = Translator(decoder=fast_decoder)
    for name in TEXTS:
        written = session.output / name.replace(".txt", ".it-en.txt")
        alone = translator.translate(read(session.source / name))
        assert written.read_bytes() == render(alone, "txt", date=datetime.date(2026, 1, 1))


def test_a_resumed_run_gives_the_same_bytes(session):
    session.run()
    whole = hashes(session.output)
    for name in list(TEXTS)[1:]:
        (session.output / name.replace(".txt", ".it-en.txt")).unlink()
    session.run()
    assert hashes(session.output) == whole


def test_the_manifest_says_what_was_made(session):
    glossary = session.glossary("Valdora,Valdora,place", "Mosca,Moscow,place")
    session.run(session.job(settings={"glossaries": (glossary,), "formats": ("txt", "json")}))
    record = Manifest(session.output).records["porto.txt"]
    assert record.state == "done"
    assert set(record.outputs) == {"porto.it-en.txt", "porto.it-en.json"}
    assert hashes(session.output)["porto.it-en.txt"] == record.outputs["porto.it-en.txt"]
    assert record.segments == 3
    assert sum(record.terms.values()) == 2
    assert record.signature == json.loads((session.output / "porto.it-en.json").read_text())["signature"]
    assert "desk.csv" in record.signature
    assert record.seconds > 0


def big_document():
    """A Word document whose text part unpacks to far more than it is packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as file:
            for _ in range(300):
                file.write(b" " * 1_000_000)
    return made.getvalue()


def test_bad_articles_never_stop_the_good_ones(session):
    bad = {
        "vuoto.txt": (b"", "input-empty"),
        "binario.txt": (bytes(range(256)) * 8, "input-encoding"),
        "codifica.txt": (b"\xff\xfe\xd8" * 5, "input-encoding"),
        "lungo.txt": (b"Il porto riapre e " * 2_800_000, "article-too-large"),
        "rotto.docx": (b"PK\x03\x04 broken", "input-encoding"),
        "bomba.docx": (big_document(), "article-too-large"),
        "vecchio.doc": (b"\xd0\xcf\x11\xe0", "input-format"),
    }
    for name, (data, _) in bad.items():
        (session.source / name).write_bytes(data)
    summary = session.run(session.job(inputs=("**",)))
    assert session.errors() == {name: code for name, (_, code) in bad.items()}
    assert (summary.done, summary.failed) == (4, len(bad))
    assert len(hashes(session.output)) == 4


@needs_posix
def test_names_and_files_that_are_no_articles(session):
    (session.source / "giro.txt").symlink_to(session.source / "giro.txt")
    (session.source / "perso.txt").symlink_to(session.source / "niente")
    (session.source / "a\nb.txt").write_text("Il porto riapre.")
    os.mkfifo(session.source / "tubo.txt")
    summary = session.run()
    assert session.errors() == {
        "giro.txt": "input-not-found",
        "perso.txt": "input-not-found",
        "a\nb.txt": "input-name",
        "tubo.txt": "input-not-found",
    }
    assert summary.done == 4


@needs_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_an_article_without_permission(session):
    (session.source / "porto.txt").chmod(0)
    assert session.run().done == 3
    assert session.errors() == {"porto.txt": "input-not-found"}


def test_too_many_segments_until_more_are_allowed(session):
    assert session.run(session.job(max_segments=2)).failed == 1
    assert set(session.errors().values()) == {"article-too-large"}
    assert session.run(session.job(max_segments=3)).done == 1


def test_fail_fast_begins_nothing_more(session):
    session.write("a.txt", "")
    summary = session.run(fail_fast=True)
    assert summary.failed == 1
    assert summary.not_run >= 2
    assert summary.done + summary.not_run == 4


def test_missing_terms_are_counted_also_of_articles_passed_over(session):
    impossible = session.glossary(f"squadra,{'very ' * 80}team,other")
    job = session.job(settings={"glossaries": (impossible,)})
    assert session.run(job).missing_terms == 1
    again = session.run(job)
    assert (again.skipped, again.missing_terms) == (4, 1)


def test_left_over_temporary_files_are_removed_and_others_stay(session):
    session.run()
    (session.output / ".porto.it-en.txt.abcd_123.tmp").write_text("half")
    (session.output / "sport" / ".derby.it-en.txt.abcd_123.tmp").write_text("half")
    (session.output / ".manifest.jsonl.abcd_123.tmp").write_text("half")
    (session.output / ".mine.abcd_123.tmp").write_text("mine")
    assert session.run().skipped == 4
    assert [path.name for path in session.output.rglob("*.tmp")] == [".mine.abcd_123.tmp"]


def test_the_lock_of_a_dead_run_is_cleared_away_though_all_is_done(session):
    session.run()
    lock = session.output / FILE
    lock.write_text(json.dumps({"host": socket.gethostname(), "pid": 1, "since": "2026-01-01T00:00:00+00:00"}))
    assert session.run().skipped == 4
    assert any("did not end properly" in note for note in session.notes())
    assert not lock.exists()


def test_an_output_that_cannot_be_written_is_a_failure(session):
    (session.output / "porto.it-en.txt").mkdir(parents=True)
    assert session.run().done == 3
    assert session.errors() == {"porto.txt": "output"}


def test_two_folders_in_one_output_folder_do_not_overwrite_each_other(session):
    session.run()
    before = hashes(session.output)
    other = session.folder / "other"
    shutil.copytree(session.source, other)
    (other / "porto.txt").write_text("Il porto chiude.")
    job = session.job(base=other)
    assert session.run(job).failed == 4
    assert session.errors()["porto.txt"] == "output"
    assert "is the translation of" in Manifest(session.output).records["porto.txt"].message
    assert hashes(session.output) == before
    shutil.rmtree(session.source)  # now the folder was moved, not copied
    summary = session.run(job)
    assert (summary.done, summary.failed) == (4, 0)


def test_a_folder_that_was_moved_is_still_up_to_date(session):
    session.run()
    moved = session.source.rename(session.folder / "moved")
    assert session.run(session.job(base=moved)).skipped == 4


def test_the_events_tell_the_run(session):
    session.run()
    assert session.events[0] == Started(4, 4, sum(len(text.encode()) for text in TEXTS.values()))
    assert isinstance(session.events[-1], Ended)
    assert len(session.events) == 6


def test_the_report_lists_every_article(session):
    session.write("vuoto.txt", "")
    session.write("<b>.txt", "Il porto riapre.")
    session.run()
    page = (session.output / "report.html").read_text(encoding="utf-8")
    assert "5 of 6 articles translated" in page
    assert "input-empty" in page
    assert "&lt;b&gt;.txt" in page
    assert 'href="sport/derby.it-en.txt"' in page
    assert "<script" not in page
