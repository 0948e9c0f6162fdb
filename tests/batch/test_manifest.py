import json
import os

import pytest

from translator.batch.manifest import DONE, FAILED, Manifest, Record
from translator.errors import OutputError


def record(name="a.txt", **changes):
    return Record(
        **{"input": name, "state": DONE, "input_sha256": "1", "outputs": {"a.it-en.txt": "2"}, "segments": 3, **changes}
    )


def lines(manifest):
    return [json.loads(line) for line in manifest.path.read_text(encoding="utf-8").splitlines()]


def test_what_was_put_is_read_again(tmp_path):
    manifest = Manifest(tmp_path / "out")
    whole = record(terms={"ok": 2}, findings={"quotes": 1}, notes=("a note",), recipe={"model": "x"}, seconds=1.5)
    assert manifest.put(whole)
    manifest.close()
    assert Manifest(tmp_path / "out").records == {"a.txt": whole}


def test_nothing_is_written_for_nothing(tmp_path):
    manifest = Manifest(tmp_path / "out")
    assert not manifest.close()
    assert not (tmp_path / "out").exists()
    manifest.put(record())
    assert not manifest.put(record(seconds=9.0))
    manifest.close()
    assert len(lines(manifest)) == 1


def test_the_last_line_of_an_article_counts_and_one_is_left(tmp_path):
    manifest = Manifest(tmp_path)
    for name in ("b.txt", "a.txt"):
        manifest.announce(name, {f"{name}.out": "1"})
        manifest.put(record(name, outputs={f"{name}.out": "1"}, segments=1))
        manifest.put(record(name, outputs={f"{name}.out": "1"}, segments=2))
    assert len(lines(manifest)) == 6
    assert manifest.close()
    manifest.tidy()
    assert [(line["input"], line["segments"]) for line in lines(manifest)] == [("a.txt", 2), ("b.txt", 2)]


def test_what_was_announced_is_ours_until_it_is_done(tmp_path):
    manifest = Manifest(tmp_path)
    manifest.put(record(outputs={"o": "old"}))
    manifest.announce("a.txt", {"o": "new"})
    again = Manifest(tmp_path)
    assert again.wrote("o", "old")
    assert again.wrote("o", "new")
    assert not again.wrote("o", "other")
    manifest.close()
    again.put(record("b.txt", outputs={}))
    again.close()
    again.tidy()
    assert Manifest(tmp_path).wrote("o", "new")  # kept though the run did other things
    again.put(record(outputs={"o": "new"}))
    assert not again.wrote("o", "old")
    again.close()


def test_outputs_of_other_names_stay_ours(tmp_path):
    manifest = Manifest(tmp_path)
    manifest.put(record(outputs={"a.docx": "1"}))
    manifest.put(record(outputs={"a.txt": "2"}))
    manifest.put(record(outputs={"a.txt": "3"}))
    manifest.close()
    again = Manifest(tmp_path)
    assert again.wrote("a.docx", "1")
    assert not again.wrote("a.txt", "2")
    assert again.outputs() == {"a.docx", "a.txt"}


@pytest.mark.parametrize(
    "torn", [b'{"manifest": 1, "inp', b"", b"null\n", b'{"manifest": 1}\n', b'{"manifest": 1, "input": 3, "state": "done"}\n']
)
def test_a_damaged_line_costs_nothing_else(tmp_path, torn):
    manifest = Manifest(tmp_path)
    manifest.put(record())
    manifest.close()
    with manifest.path.open("ab") as file:
        file.write(torn)
    again = Manifest(tmp_path)
    assert again.damaged == bool(torn)
    again.put(record("b.txt"))
    again.close()
    assert Manifest(tmp_path).records.keys() == {"a.txt", "b.txt"}
    again.tidy()
    assert len(lines(again)) == 2


def test_a_manifest_of_another_version_is_refused(tmp_path):
    (tmp_path / "manifest.jsonl").write_text('{"manifest": 2, "input": "a.txt"}\n')
    with pytest.raises(OutputError, match="manifest 2"):
        Manifest(tmp_path)


def test_names_that_are_not_utf_8(tmp_path):
    name = os.fsdecode(b"perch\xe9.txt") if os.name != "nt" else "perché.txt"
    manifest = Manifest(tmp_path)
    manifest.put(record(name, state=FAILED, error="x", message="perché"))
    manifest.close()
    assert Manifest(tmp_path).records[name].message == "perché"


def test_another_run_is_noticed(tmp_path):
    one, other = Manifest(tmp_path), Manifest(tmp_path)
    other.put(record())
    other.close()
    assert one.changed()
    assert not Manifest(tmp_path).changed()
