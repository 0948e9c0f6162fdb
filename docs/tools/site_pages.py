"""A hook of mkdocs: pages of the repository outside docs/ in the site, and links that work in both places.

In the repository every link is relative to the file in which it stands, so that it works wherever the repository is shown. Here
those that lead into docs/, out of it, or between other files are turned into links between pages of the site. What is
not a page of the site is an error, which `mkdocs build --strict` ends with.
"""

from __future__ import annotations

import logging
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
# File of the repository: page of the site.
PAGES = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "benchmarks/data/README.md": "benchmark-data.md",
    "glossaries/README.md": "glossaries.md",
    "samples/README.md": "samples.md",
    "src/translator/data/starter/CARD.md": "starter-model.md",
}
# Samples, which the gallery shows beside what is made of them. As text, lest a browser or the site make a page of them.
FILES = {
    f"samples/{path.name}": f"samples/{path.name}{'.txt' if path.suffix in {'.html', '.md'} else ''}"
    for path in sorted((ROOT / "samples").iterdir())
    if path.is_file() and path.name != "README.md"
}
# What stands in the README stands on the first page of the site and in the tutorial.
_REDIRECTED = {"README.md": "index.md"}
_LINK = re.compile(r"(\]\()([^)\s#]+)(#[^)\s]*)?(\))")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_log = logging.getLogger("mkdocs.hooks.site_pages")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files from outside docs/."""
    for source, page in (PAGES | FILES).items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The page with its links as the site needs them."""
    own = page.file.src_uri
    source = next((path for path, name in PAGES.items() if name == own), f"docs/{own}")
    return rewritten(markdown, source, own)


def rewritten(markdown: str, source: str, page: str) -> str:
    """``markdown``, which is the file ``source`` of the repository, with its links as the ``page`` of the site needs them."""

    def replaced(found: re.Match[str]) -> str:
        target = found[2]
        if _SCHEME.match(target):
            return found[0]
        place = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        known = PAGES.get(place) or FILES.get(place) or _REDIRECTED.get(place)
        if known is None and not place.startswith("docs/"):
            _log.warning("%s links to %s, which is no page of the site", source, target)
            return found[0]
        new = posixpath.relpath(known or place.removeprefix("docs/"), posixpath.dirname(page) or ".")
        return f"{found[1]}{new}{found[3] or ''}{found[4]}"

    return _LINK.sub(replaced, markdown)
