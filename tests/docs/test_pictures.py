"""Every picture is used, is made by a command, and shows what is written now."""

import re

import pytest
from tests.docs.examples import ROOT
from tests.docs.test_links import PAGES, links
from tests.tools import load

pictures = load("pictures")
IMAGES = (ROOT / "docs" / "images").resolve()
MAP = IMAGES / "architecture.svg"


def test_every_picture_is_used_somewhere():
    used = {
        ((ROOT / page).parent / target).resolve()
        for page in PAGES
        for target in links((ROOT / page).read_text(encoding="utf-8"))
        if target.endswith((".png", ".svg"))
    }
    assert {path for path in used if path.parent == IMAGES} == {
        path.resolve() for path in IMAGES.iterdir() if path.suffix != ".json"
    }


def test_every_picture_is_made_by_the_command_or_by_hand():
    made = {path.name for path in IMAGES.iterdir()}
    assert made == {*pictures.PICTURES, MAP.name, pictures.RECORD.name}


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_is_not_stale(name):
    reason = pictures.stale(name)
    assert reason == "", f"docs/images/{name}: {reason}; renew it: {pictures.RENEW}"


def test_another_text_is_noticed():
    recorded = ["A title", "The first.", "The second."]
    assert pictures.difference(recorded, recorded) == ""
    assert "'The first.'" in pictures.difference(recorded, ["A title", "One.", "Another."])
    assert pictures.difference(recorded, ["A title"])


def test_some_words_may_be_rounded_otherwise():
    recorded = [f"{number} is said here" for number in range(10)]
    assert pictures.difference(recorded, [*recorded[:8], "a note", "others", "stand there"]) == ""
    assert pictures.difference(recorded, ["a note", *recorded]) == ""
    assert pictures.difference(recorded, [*recorded[:7], "some", "others", "stand there"])


def test_the_map_has_every_stage():
    """Each folder of the package that holds code, and the modules that string them together."""
    package = ROOT / "src" / "translator"
    names = re.findall(
        r'<text class="name"[^>]*>([^<]*)</text>|<text class="label"[^>]*>([^<]*?):', MAP.read_text(encoding="utf-8")
    )
    drawn = {word for pair in names for text in pair for word in text.split(", ") if text}
    assert {path.name for path in package.iterdir() if (path / "__init__.py").is_file()} <= drawn
    assert {"pipeline.py", "article.py", "errors.py"} <= drawn
    assert all((package / name).is_file() for name in drawn if name.endswith(".py"))


def test_the_map_can_be_read_in_the_dark():
    text = MAP.read_text(encoding="utf-8")
    light, _, dark = text.partition("prefers-color-scheme: dark")
    classes = set(re.findall(r"\.(\w+) \{", light))
    assert set(re.findall(r'class="(\w+)"', text)) <= classes
    assert classes - set(re.findall(r"\.(\w+)[ ,]", dark)) == set()
