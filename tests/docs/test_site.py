"""The site builds without a warning and asks nothing of other hosts."""

import importlib
import importlib.util
import os
import re
import subprocess
import sys
import types
from html.parser import HTMLParser

import pytest
from tests.docs.examples import ROOT

if importlib.util.find_spec("material") is None or importlib.util.find_spec("mkdocstrings") is None:
    pytest.skip("mkdocs-material and mkdocstrings are not installed: pip install '.[docs]'", allow_module_level=True)

# What a browser loads by itself, as against a link that somebody follows.
_LOADED = {("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("link", "href"), ("object", "data")}


class _Page(HTMLParser):
    """What a page loads, and the text in its headings."""

    def __init__(self, text):
        super().__init__()
        self.loads, self.links, self.ids = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if (tag, name) in _LOADED and value:
                self.loads.append(value)
            elif (tag, name) == ("a", "href") and value:
                self.links.append(value)
            elif name == "id":
                self.ids.add(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site):
    return {str(path.relative_to(site)): _Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_has_the_pages_of_the_repository(pages):
    wanted = {"index", "tutorial", "glossary", "review", "batch", "models", "cli", "python", "api", "architecture"}
    assert {f"{name}.html" for name in wanted | {"contributing", "changelog", "glossaries", "samples"}} <= set(pages)


def test_loads_nothing_from_elsewhere(site, pages):
    assert [item for page in pages.values() for item in page.loads if re.match(r"(?:[a-z]+:)?//", item)] == []
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert re.findall(r"@import[^;]*https?:|url\([\"']?(?:https?:)?//", text) == []


def test_every_link_inside_leads_to_a_page_and_a_place(site, pages):
    wrong = []
    for name, page in pages.items():
        for link in page.links if name != "404.html" else []:
            path, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link) or path.startswith("/"):
                continue
            target = str(((site / name).parent / path).resolve().relative_to(site.resolve())) if path else name
            if not (site / target).exists() or (anchor and target in pages and anchor not in pages[target].ids):
                wrong.append((name, link))
    assert wrong == []


STAGES = (
    "reading segmentation glossary translation translation.memory.store typography quality writing review exchange batch models"
)


@pytest.mark.parametrize("name", ["translator", *(f"translator.{stage}" for stage in STAGES.split())])
def test_the_reference_has_every_public_name(pages, name):
    """Under the name by which it is imported, or that of the module in which it is made."""
    module = importlib.import_module(name)
    for public in module.__all__:
        value = getattr(module, public)
        if public != "__version__" and not isinstance(value, types.ModuleType):
            made = f"{getattr(value, '__module__', name)}.{public}"
            shown = {f"{name}.{public}", made, *(f"translator.{part}.{public}" for part in STAGES.split())}
            assert pages["api.html"].ids & shown, f"{name}.{public}"


def test_no_mark_of_another_markup_is_left(site):
    text = (site / "api.html").read_text(encoding="utf-8")
    assert re.findall(r":(?:class|func|mod|meth|data):", text) == []
    assert "``" not in text
