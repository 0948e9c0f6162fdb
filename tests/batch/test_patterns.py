import os

import pytest
from tests.batch.runs import needs_posix

from translator.batch.patterns import compiled, split_pattern, walk


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        ("*.txt", ["a.txt", "à b.txt"], ["sub/a.txt", ".a.txt", "a.md", "~$a.txt"]),
        ("sport/*", ["sport/a.txt"], ["a.txt", "sport/x/a.txt", "altro/sport/a.txt"]),
        ("**/*.txt", ["a.txt", "b/a.txt", "b/c/a.txt"], [".git/a.txt", "b/.c/a.txt"]),
        ("**", ["a", "b/c"], [".a", "b/.c", ".b/c"]),
        ("b/**/x", ["b/x", "b/c/d/x"], ["x", "c/x"]),
        ("[ab]?.txt", ["a1.txt", "bz.txt"], ["c1.txt", "a.txt", "a/.txt"]),
        ("[!a].txt", ["b.txt"], ["a.txt"]),
        (".h*", [".hidden"], ["hidden"]),
        ("a+b(1).txt", ["a+b(1).txt"], ["aab1.txt"]),
        ("[", ["["], ["a"]),
    ],
)
def test_a_pattern_matches_whole_paths(pattern, matches, not_matches):
    expression = compiled(pattern)
    assert [name for name in matches if not expression.fullmatch(name)] == []
    assert [name for name in not_matches if expression.fullmatch(name)] == []


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a/b/*.txt", ("a/b", "*.txt")),
        ("**/*.txt", ("", "**/*.txt")),
        ("/a/*/b.txt", ("/a", "*/b.txt")),
        ("a/b.txt", ("a", "b.txt")),
        ("/*.txt", ("/", "*.txt")),
    ],
)
def test_the_fixed_part_is_what_is_spelt_out(pattern, parts):
    assert split_pattern(pattern) == parts


def places(folder, pattern="**", **options):
    return [found.place for found in walk(folder, pattern, **options)]


def test_a_walk_is_in_order_and_leaves_the_output_out(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "out/x.txt", ".hidden/x.txt", "a/~$z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert places(tmp_path, without=(tmp_path / "out").resolve()) == ["a/b/c.txt", "a/z.txt", "b.txt"]
    assert places(tmp_path, "a/*") == ["a/z.txt"]
    assert places(tmp_path, "*") == ["b.txt"]


@needs_posix
def test_links_to_folders_are_named_and_not_followed(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").touch()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    found = list(walk(tmp_path, "**"))
    assert [(item.place, item.linked) for item in found] == [("a/again", True), ("a/x.txt", False)]


@needs_posix
def test_names_that_lead_nowhere_are_found(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert places(tmp_path, "*.txt") == ["gone.txt", "loop.txt"]


@needs_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_cannot_be_read_is_reported(tmp_path):
    (tmp_path / "locked").mkdir(mode=0)
    (found,) = walk(tmp_path, "**")
    assert isinstance(found.error, PermissionError)
