"""The page in a real browser: a second script, allowed by the copy's policy, plays the reader and leaves what it saw in the page."""

import base64
import hashlib
import json
import shutil
import subprocess

import pytest
from lxml import html
from tests.writing.docx_articles import ARTICLE, DAY
from tests.writing.html_pages import NASTY, long_article, several

from translator.writing.html.document import write

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# `see` is filled by the script of a test; errors, blocked content and requests are noted from the start.
PROLOGUE = """
localStorage.clear();
const see = {errors: [], copied: []};
addEventListener("error", (event) => see.errors.push(event.message));
addEventListener("unhandledrejection", (event) => see.errors.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) => see.errors.push(event.violatedDirective));
Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { see.copied.push(text); }}});
const $ = (id) => document.getElementById(id);
const status = () => $("status").value;
const shown = () => [...document.querySelectorAll("#table tbody tr")].filter((row) => row.offsetParent).map((row) => row.id);
const press = (key, target) =>
  (target || document.activeElement).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const type = (text) => { $("search").value = text; $("search").dispatchEvent(new Event("input", {bubbles: true})); };
const choose = (value) => document.querySelector(`input[value=${value}]`).click();
const choose_code = (value) => { $("code").value = value; $("code").dispatchEvent(new Event("input", {bubbles: true})); };
const point = (item) => item.dispatchEvent(new PointerEvent("pointerover", {bubbles: true}));
const lit = () => [...document.querySelectorAll(".lit")].map((item) => item.tagName + " " + item.textContent);
const at = () => document.activeElement.closest("tr")?.id;
addEventListener("load", () => setTimeout(async () => {
  try { await play(); } catch (error) { see.errors.push(String(error)); }
  see.requests = performance.getEntriesByType("resource").map((entry) => entry.name);
  const result = document.createElement("pre");
  result.id = "seen";
  result.textContent = JSON.stringify(see);
  document.body.append(result);
}, 0));
"""


def with_script(data, script):
    """A copy of the page with one more script, before all others, that its policy allows."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = data.decode()
    page = page.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
    return page.replace("<style>", f"<script>{script}</script><style>", 1).encode()


class Browser:
    """Headless Chromium with a profile of its own."""

    def __init__(self, program, folder):
        self._program, self._folder, self._pages = program, folder, 0

    def run(self, data, *options, fragment=""):
        self._pages += 1
        page = self._folder / f"page-{self._pages}.html"
        page.write_bytes(data)
        command = [
            self._program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--enable-logging=stderr",
            f"--user-data-dir={self._folder / 'profile'}",
            "--window-size=1400,1000",
            *options,
            page.as_uri() + fragment,
        ]
        done = subprocess.run(command, capture_output=True, check=True, timeout=240)
        said = [line for line in done.stderr.decode(errors="replace").splitlines() if "CONSOLE" in line]
        assert said == []
        return done.stdout

    def play(self, data, script, fragment=""):
        """What the page shows after ``script``, the body of an async function that fills ``see``."""
        whole = with_script(data, PROLOGUE + "const play = async () => {" + script + "};")
        dumped = self.run(whole, "--virtual-time-budget=20000", "--dump-dom", fragment=fragment)
        (result,) = html.document_fromstring(dumped, parser=html.HTMLParser(encoding="utf-8")).xpath("//pre[@id='seen']")
        seen = json.loads(result.text)
        assert seen["errors"] == []
        assert seen["requests"] == []
        return seen

    def print(self, data):
        """The text of each page on paper."""
        if not shutil.which("pdftotext"):
            pytest.skip("pdftotext is not installed")
        paper = self._folder / "paper.pdf"
        self.run(data, "--virtual-time-budget=20000", "--no-pdf-header-footer", f"--print-to-pdf={paper}")
        done = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True)
        return done.stdout.decode().split("\f")[:-1]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    return Browser(program, tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def page():
    return write(ARTICLE, date=DAY)


def test_search_and_filters(browser, page):
    seen = browser.play(
        page,
        """
        see.start = [status(), shown().length, $("tools").hidden];
        type("E UNA sera");
        see.accents = [status(), shown(), CSS.highlights.get("hit").size, String([...CSS.highlights.get("hit")][0])];
        type("dall'unione");
        see.apostrophe = [status(), shown()];
        type("valdora");
        see.both = [status(), shown()];
        press("Enter", $("search"));
        type("nowhere to be found");
        see.none = [status(), shown(), $("nothing").hidden];
        press("Escape", $("search"));
        see.cleared = [status(), $("search").value, CSS.highlights.get("hit").size];
        choose("findings");
        see.findings = [status(), shown()];
        choose("terms");
        see.terms = [status(), shown()];
        type("consiglio");
        see.terms_and_search = [status(), shown()];
        type("");
        choose("all");
        choose_code("1");
        see.code = [$("code").selectedOptions[0].text, shown()];
        document.querySelector("a[data-code='2']").click();
        see.link = [shown(), $("code").value];
        """,
    )
    assert seen["start"] == ["17 segments", 17, False]
    assert seen["accents"] == ["1 hit in 1 segment", ["p2.s3"], 1, "È una sera"]
    assert seen["apostrophe"] == ["1 hit in 1 segment", ["p4.s1"]]
    assert seen["both"] == ["4 hits in 2 segments", ["p1.s1", "p2.s1"]]
    assert seen["none"] == ["0 hits in 0 segments", [], False]
    assert seen["cleared"] == ["17 segments", "", 0]
    assert seen["findings"] == ["4 segments of 17", ["p2.s2", "p2.s3", "p11.s1", "p11.s2"]]
    assert seen["terms"] == ["2 segments of 17", ["p2.s2", "p4.s1"]]
    assert seen["terms_and_search"] == ["1 hit in 1 segment", ["p2.s2"]]
    assert seen["code"] == ["term-missing (1)", ["p2.s2"]]
    assert seen["link"] == [["p11.s2"], "2"]


def test_keys(browser, page):
    seen = browser.play(
        page,
        """
        const walk = (...keys) => keys.map((key) => { press(key); return at(); });
        see.segments = walk("j", "j", "k", "ArrowDown", "j", "ArrowUp", "k", "k", "k");
        see.findings = walk("n", "n", "p", "n", "n", "n");
        see.note = document.activeElement.className;
        see.lit = lit();
        document.querySelector(".copy").click();
        press("c");
        $("copy-all").click();
        press("/");
        see.search = document.activeElement.id;
        press("j");
        see.typing = document.activeElement.id;
        document.activeElement.blur();
        press("?");
        see.help = $("help").open;
        $("close").click();
        see.closed = !$("help").open;
        const ink = () => getComputedStyle(document.body).color;
        see.light = ink();
        press("d");
        see.dark = [document.documentElement.dataset.theme, ink() !== see.light, $("theme").textContent];
        press("d");
        see.back = [document.documentElement.dataset.theme ?? null, ink() === see.light, $("theme").textContent];
        $("single-keys").click();
        const before = at();
        press("j");
        see.off = at() === before;
        $("single-keys").click();
        choose("terms");
        document.querySelector("input[value=terms]").focus();
        press("j");
        see.after_filter = at();
        """,
    )
    assert seen["segments"] == ["p1.s1", "p2.s1", "p1.s1", "p2.s1", "p2.s2", "p2.s1", "p1.s1", "p1.s1", "p1.s1"]
    assert seen["findings"] == ["p2.s2", "p2.s3", "p2.s2", "p2.s3", "p11.s1", "p11.s2"]
    assert seen["note"] == "note warning lit"
    assert seen["lit"] == ["MARK Nerina Golfieri", "LI 1 warning name-lostName lost: Nerina Golfieri"]
    segment = "The harbour office will discuss it on Thursday with the head of the fishermen’s association."
    assert seen["copied"][:2] == [segment, segment]
    paragraphs = seen["copied"][2].split("\n\n")
    assert len(paragraphs) == 11
    assert paragraphs[:2] == [
        "The Valdora lighthouse flashes again",
        " ".join(item.target for item in ARTICLE.blocks[1].segments),
    ]
    assert seen["search"] == seen["typing"] == "search"
    assert seen["help"]
    assert seen["closed"]
    assert seen["dark"] == ["dark", True, "Light"]
    assert seen["back"] == [None, True, "Dark"]
    assert seen["off"]
    assert seen["after_filter"] == "p2.s2"


def test_a_term_lights_up_with_its_partner_and_its_note(browser, page):
    seen = browser.play(
        page,
        """
        const mark = (text) => [...document.querySelectorAll("td mark")].find((item) => item.textContent === text);
        point(mark("Council of State"));
        see.repaired = lit();
        point(mark("sindaco"));
        see.ok = lit();
        point(document.querySelector("tr[id='p2.s2'] .note.error"));
        see.missing = lit();
        point(document.querySelector("tr[id='p2.s1'] td.s"));
        see.none = lit();
        see.button = document.querySelector(".copy").closest("tr").id;
        """,
    )
    assert seen["repaired"] == [
        "MARK Consiglio di Stato",
        "MARK Council of State",
        "LI 2 repairedConsiglio di Stato → Council of State",
    ]
    assert seen["ok"] == ["MARK sindaco", "MARK mayor"]
    assert seen["missing"] == [
        "MARK Corte dei conti",
        "LI 1 error term-missingTerm missing: Corte dei conti → Court of Auditors",
    ]
    assert seen["none"] == []
    assert seen["button"] == "p2.s1"


def test_a_link_to_a_segment_opens_there_and_again_from_behind_a_filter(browser, page):
    seen = browser.play(
        page,
        """
        see.opened = at();
        choose("findings");
        location.hash = "#p8.s1";
        await new Promise((go) => setTimeout(go, 500));
        see.followed = [at(), shown().length];
        """,
        fragment="#p10.s1",
    )
    assert seen["opened"] == "p10.s1"
    assert seen["followed"] == ["p8.s1", 17]


def test_unusual_text_is_copied_exactly_and_stays_in_its_column(browser):
    texts = [text for text in NASTY if "\ud800" not in text and "\x00" not in text]
    seen = browser.play(
        write(several(texts), date=DAY),
        """
        see.wide = document.documentElement.scrollWidth - innerWidth;
        for (const row of document.querySelectorAll("#table tbody tr")) { row.focus(); press("c"); }
        see.alien = document.querySelectorAll("#table p p, #table script").length;
        type("שלום");
        see.right_to_left = status();
        """,
    )
    assert seen["copied"] == [text[::-1] for text in texts]
    assert seen["wide"] <= 0
    assert seen["alien"] == 0
    assert seen["right_to_left"] == "1 hit in 1 segment"


@pytest.mark.parametrize("width", [320, 700, 1000])
def test_narrow_pages_do_not_scroll_sideways(browser, page, width):
    # Headless Chromium has no window narrower than 500: a frame stands in for one.
    frame = f"<!DOCTYPE html><iframe id=f width={width} height=900 srcdoc='{html_attribute(page)}'></iframe>"
    script = (
        "addEventListener('load', () => { const page = f.contentDocument.documentElement;"
        "document.title = page.scrollWidth - page.clientWidth; });"
    )
    dumped = browser.run(f"{frame}<script>{script}</script>".encode(), "--virtual-time-budget=20000", "--dump-dom")
    assert html.document_fromstring(dumped).findtext(".//title") == "0"


def html_attribute(data):
    return data.decode().replace("&", "&amp;").replace("'", "&#39;")


def test_two_thousand_segments(browser):
    seen = browser.play(
        write(long_article(2000), date=DAY),
        """
        see.start = status();
        type("tornata");
        see.search = status();
        type("");
        choose("terms");
        see.terms = status();
        press("n");
        see.finding = at();
        """,
    )
    assert seen["start"] == "2,000 segments"
    assert seen["search"] == "2,000 hits in 2,000 segments"
    assert seen["terms"] == "457 segments of 2,000"
    assert seen["finding"] == "p3.s2"


def test_paper_has_every_row_under_a_header_whatever_the_filter(browser):
    script = "addEventListener('load', () => { document.querySelector('input[value=terms]').click(); });"
    pages = browser.print(with_script(write(long_article(120), date=DAY), script))
    assert len(pages) > 3
    with_rows = [text for text in pages if "Boat number" in text]
    assert all(text.count("Italiano") >= 1 and "English" in text for text in with_rows)
    assert sum(text.count("Boat number") for text in pages) == 120
    assert not any("Search both" in text or "Copy English" in text for text in pages)
    # No row lies on two pages: its number, its id and both texts are on one.
    for number in range(1, 121):
        (found,) = [text for text in pages if f"Boat number {number} " in text]
        assert f"La barca numero {number} " in found
    assert f"1/{len(pages)}" in pages[0].replace(" ", "")
