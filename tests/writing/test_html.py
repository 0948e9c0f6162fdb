import base64
import datetime
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writing.docx_articles import ARTICLE, DAY, EMPTY, PARAGRAPH, SIGNATURE, article, block, sentence
from tests.writing.html_pages import CROSSING, KINDS, NASTY, PAGES, levels, row, several, texts, tree, words

from translator.article import BlockKind, Segment, TermStatus
from translator.errors import UnsupportedFormatError
from translator.writing import render
from translator.writing.html.document import write
from translator.writing.html.read import read_html

VOID = {"meta", "input", "br", "hr", "link", "img"}


@pytest.fixture(scope="module")
def page():
    return tree(write(ARTICLE, date=DAY))


def marked(element):
    return [(mark.text_content(), mark.get("class"), mark.get("data-n")) for mark in element.iter("mark")]


def notes(row):
    return [" ".join(map(words, note)) for note in row.xpath("./td[@class='a']//li")]


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_every_segment_comes_back_as_it_was(article):
    expected = [(item.id, item.source, item.target) for item in article.segments()]
    assert read_html(write(article, date=DAY)) == expected


TEXTS = st.text() | st.text(st.sampled_from(sorted({*"".join(NASTY), *"<>&\"'-! \n"})), max_size=30)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_as_it_was(segment_id, source, target, other):
    segments = (Segment(segment_id, 0, 1, source, target), Segment("p1.s2", 0, 1, other, source))
    changed = replace(several([""]), title=other, name=target)
    changed = replace(changed, blocks=(replace(changed.blocks[0], segments=segments),))
    assert read_html(write(changed, date=DAY)) == [(segment_id, source, target), ("p1.s2", other, source)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"<p>Ciao",
        b"\xff\xfe\x00",
        b"<table id=table><tbody><tr><td>1</table>",
        b"<table id=table></table>" * 2,
    ],
    ids=["empty", "zip", "other-page", "not-utf-8", "damaged", "two-tables"],
)
def test_what_is_no_such_page_is_refused(data):
    with pytest.raises(UnsupportedFormatError, match="translate -f html"):
        read_html(data)


class _Nesting(HTMLParser):
    """Checks that every element is closed where it should be."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), tag
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_the_page_is_well_formed_utf_8_and_its_ids_are_unique(article):
    data = write(article, date=DAY)
    nesting = _Nesting()
    nesting.feed(data.decode())
    nesting.close()
    assert nesting.open == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", data.decode())
    ids = tree(data).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_same_bytes_every_time():
    data = write(ARTICLE, date=DAY)
    assert render(ARTICLE, "html", date=DAY) == data
    assert write(ARTICLE, date=DAY + datetime.timedelta(1)) != data


def test_the_policy_allows_only_the_page_s_own_style_and_script(page):
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script/text()")
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digests[0]}'",
        f"script-src 'sha256-{digests[1]}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_nothing_is_loaded_from_anywhere(page):
    assert not page.xpath("//@src | //@style | //link | //img | //iframe | //object | //@*[starts-with(name(), 'on')]")
    ids = set(page.xpath("//@id"))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= ids
    (style,) = page.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style


def test_the_masthead_names_article_day_and_origin(page):
    (head,) = page.xpath("//header")
    assert [(item.tag, item.get("lang"), words(item)) for item in head] == [
        ("p", None, "Italian → English, side by side"),
        ("h1", "it", "Il faro di Valdora torna a lampeggiare"),
        ("p", "en", "The Valdora lighthouse flashes again"),
        (
            "p",
            None,
            "faro-valdora.txt 24 November 2026 model translate-it_en-starter 0.1 glossaries: desk (12 terms), world (1,204 terms)",
        ),
    ]
    assert head.xpath(".//time/@datetime") == ["2026-11-24"]
    assert page.xpath("//title")[0].text == "Il faro di Valdora torna a lampeggiare · Italian and English"


def test_the_file_name_stands_in_for_a_missing_title():
    root = tree(write(replace(ARTICLE, title=" "), date=DAY))
    assert words(root.xpath("//h1")[0]) == "faro-valdora.txt"
    assert not root.xpath("//p[@class='english-title']")


def test_columns_have_headers_and_languages(page):
    headers = page.xpath("//table[@id='table']/thead//th")
    assert [(item.text, item.get("scope"), item.get("lang")) for item in headers] == [
        ("#", "col", None),
        ("Id", "col", None),
        ("Italiano", "col", "it"),
        ("English", "col", "en"),
        ("Notes", "col", None),
    ]
    cells = row(page, "p2.s1")
    assert [item.get("lang") for item in cells] == [None, None, "it", "en", None]
    assert (cells[0].get("scope"), cells[0].text) == ("row", "2")
    assert cells.xpath("./td[@class='i']/a/@href") == ["#p2.s1"]
    assert all(item.get("dir") == "auto" for item in texts(cells))


@pytest.mark.parametrize(
    ("given_levels", "expected"),
    [
        pytest.param([1, 2, 3, 2], [2, 3, 4, 3], id="as-they-are"),
        pytest.param([3, 3, 3], [2, 2, 2], id="without-a-first"),
        pytest.param([1, 3, 3, 2], [2, 3, 3, 3], id="a-level-left-out"),
        pytest.param([2, 1, 2], [2, 2, 3], id="title-later"),
        pytest.param([1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 6, 6], id="deep"),
    ],
)
def test_headings_go_down_one_level_at_a_time(given_levels, expected):
    root = tree(write(levels(*given_levels), date=DAY))
    rows = root.xpath("//table[@id='table']/tbody/tr")
    assert [[item.tag for item in texts(found)] for found in rows] == [[f"h{level}"] * 2 for level in expected]
    outline = [int(item.tag[1]) for item in root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert outline[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(outline))


def test_kinds_of_blocks_are_told_by_class_and_in_words():
    root = tree(write(KINDS, date=DAY))
    bodies = root.xpath("//table[@id='table']/tbody")
    assert [body.get("class") for body in bodies] == [
        "byline",
        "dateline",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item on",
        "list_item on",
        "quotation",
        "caption",
        "heading",
        "paragraph",
    ]
    labels = [" ".join(body.xpath("./tr/td[@class='i']/span/text()")) for body in bodies]
    assert list(filter(None, labels)) == ["byline", "dateline", *["list item"] * 3, "quotation", "caption"]


def test_terms_and_names_are_marked_on_both_sides(page):
    source, target = map(marked, texts(row(page, "p2.s2")))
    assert source == [("Corte dei conti", "missing", "1"), ("Consiglio di Stato", "repaired", "2")]
    assert target == [("Council of State", "repaired", "2")]
    source, target = map(marked, texts(row(page, "p2.s3")))
    assert source == [("sindaco", "ok", None), ("Lucio Prandelli", "name", "1")]
    assert target == [("mayor", "ok", None), ("Lucio Prandelli", "name", "1")]


def test_a_term_of_the_name_guard_is_marked_as_a_name():
    uses = [("Golfieri", "Golfieri", TermStatus.OK, "name guard"), ("Nerina", "Nerina", TermStatus.MISSING, "name guard")]
    root = tree(write(article(block(PARAGRAPH, sentence("Nerina Golfieri", "Golfieri", *uses))), date=DAY))
    source, target = map(marked, texts(row(root, "p1.s1")))
    assert source == [("Nerina", "missing", "1"), ("Golfieri", "name", None)]
    assert target == [("Golfieri", "name", None)]


def test_notes_say_each_thing_once_with_number_severity_and_code(page):
    assert notes(row(page, "p2.s1")) == []
    assert notes(row(page, "p2.s2")) == [
        "1 error term-missing Term missing: Corte dei conti → Court of Auditors",
        "2 repaired Consiglio di Stato → Council of State",
    ]
    assert notes(row(page, "p11.s2")) == ["1 warning name-lost Name lost: Nerina Golfieri"]


def test_a_note_and_its_words_share_a_key(page):
    found = row(page, "p2.s2")
    keys = {key for note in found.xpath(".//li") for key in note.get("data-m").split()}
    assert keys == {key for mark in found.xpath(".//mark") for key in mark.get("data-m").split()}


def test_marks_that_overlap_are_cut_and_keep_the_text():
    root = tree(write(CROSSING, date=DAY))
    source, target = texts(row(root, "p1.s1"))
    assert notes(row(root, "p1.s1")) == [
        "1 warning repeated 12 stands twice",
        "2 info length Shorter than usual",
        "3 error untranslated Copied",
        "4 error number-changed 21 became 12",
        "5 repaired Corte dei conti → Court",
    ]
    assert [(text, look) for text, look, _ in marked(source)] == [
        ("Il prezzo sale da ", "whole"),
        ("12 a 21 euro", "whole error"),
        (", dice la ", "whole"),
        ("Corte dei conti", "whole repaired"),
        (".", "whole"),
    ]
    assert [(text, look, number) for text, look, number in marked(target) if number] == [
        ("12 to 12", "whole warning error", "4"),
        (" euros", "whole warning", "1"),
        ("Court", "whole repaired", "5"),
        (".", "whole", "3"),
    ]


def test_the_legend_names_every_look_a_mark_can_have(page):
    looks = {look for name in ("article", "crossing") for look in tree(write(PAGES[name], date=DAY)).xpath("//td//mark/@class")}
    named = set(page.xpath("//ul[@class='legend']//mark/@class"))
    assert named == {"ok", "repaired", "missing", "name", "warning"}
    assert {part for look in looks for part in look.split()} <= named | {"error", "info", "whole"}


def test_marks_are_told_apart_without_their_colour():
    style = style_sheet()
    lines = [re.search(rf"^mark\.{name} {{[^}}]*border-bottom: \d+px (\w+)", style, re.MULTILINE)[1] for name in COLOURS]
    assert len(set(lines)) == len(COLOURS)
    assert re.search(r"^mark\.warning,$[^}]*wavy", style, re.MULTILINE | re.DOTALL)


def test_the_summary_counts(page):
    cells = [list(map(words, cell.xpath(".//dt | .//dd[@class='big'] | .//li"))) for cell in page.xpath("//dl[1]/div[dt]")]
    assert cells[:5] == [
        ["segments", "17", "3 headings", "3 paragraphs", "3 list items", "1 quotation", "1 caption"],
        ["Italian words", "157", "164 words in English"],
        ["terms used", "5", "2 ok", "2 repaired", "1 missing"],
        ["findings", "4", "2 errors, 1 warning, 1 info", "1 empty-target", "1 term-missing", "1 name-lost", "1 name-kept"],
        ["set aside", "2", "1 advertisement", "1 link to another article", "read them"],
    ]
    assert page.xpath("//section[@class='figures']//a[@data-code]/@href") == ["#p11.s1", "#p2.s2", "#p11.s2", "#p2.s3"]


def test_terms_are_listed_with_their_uses_the_worst_first(page):
    rows = [[words(cell) for cell in found] for found in page.xpath("//section[@id='terms']//tbody/tr")]
    assert rows == [
        ["Corte dei conti", "Court of Auditors", "world", "1", "0", "1", "p2.s2"],
        ["Consiglio di Stato", "Council of State", "world", "1", "1", "0", "p2.s2"],
        ["Unione europea", "European Union", "world", "1", "1", "0", "p4.s1"],
        ["sindaco", "mayor", "world", "1", "0", "0", "p2.s3"],
        ["ministro delle Infrastrutture", "Minister of Infrastructure", "world", "1", "0", "0", "p4.s1"],
    ]


def test_what_was_set_aside_the_notes_and_the_signature_stand_below(page):
    assert [words(item) for item in page.xpath("//section[@id='set-aside']//li")] == [
        "- Pubblicità - advertisement",
        "Leggi anche: Il ponte di Arvio riapre lunedì link to another article",
    ]
    assert [words(item) for item in page.xpath("//section[@id='source-notes']//li")] == ["Read as UTF-8."]
    assert words(page.xpath("//footer//code")[0]) == str(SIGNATURE)
    empty = tree(write(EMPTY, date=DAY))
    assert not empty.xpath("//section[@class='back'] | //footer//code")


def test_characters_that_cannot_be_seen_leave_a_trace():
    root = tree(write(several(["a\x07\ud800\u202eb"]), date=DAY))
    source = texts(row(root, "p1.s1"))[0]
    assert source.text_content() == "aU+0007U+D800\u202eb"
    assert source.get("data-exact") == '"a\\u0007\\ud800\\u202eb"'
    assert source.xpath(".//span[@class='dir']/@data-name") == ["RLO"]


def test_white_space_is_kept_where_a_browser_would_run_it_together():
    root = tree(write(several(["uno due", "uno  due", " uno", "uno\ndue", "uno\u00a0due"]), date=DAY))
    assert [item.get("class") for item in root.xpath("//td[@class='s']/*[1]")] == ["x", "x pre", "x pre", "x pre", "x pre"]


@pytest.mark.parametrize("ids", [("", ""), ("p1.s1", "p1.s1"), ("a b.c", "tools"), ("\x00", "<é.1>")])
def test_ids_that_cannot_be_linked_to_are_shown_all_the_same(ids):
    segments = tuple(replace(item, id=name) for item, name in zip(several(["uno", "due"]).segments(), ids, strict=True))
    changed = replace(several([""]), blocks=(replace(several([""]).blocks[0], segments=segments),))
    data = write(changed, date=DAY)
    assert [found for found, _, _ in read_html(data)] == list(ids)
    assert not tree(data).xpath("//tr/@id")


def test_without_the_script_the_page_shows_no_dead_controls(page):
    assert page.xpath("//input/ancestor-or-self::*[@hidden or self::dialog]")
    controls = page.xpath("//input | //select | //button")
    assert all(item.xpath("ancestor::*[@id='tools'][@hidden] | ancestor::dialog") for item in controls)
    assert not page.xpath("//tr[@hidden] | //details")


def test_a_reader_can_skip_to_the_table(page):
    first = page.xpath("//body/*")[0]
    assert (first.tag, first.get("href")) == ("a", "#table")
    assert page.xpath("//html/@lang") == ["en"]
    assert {item.tag for item in page.xpath("//body/*")} == {"a", "header", "main", "footer", "dialog"}


def test_an_empty_translation_is_no_empty_heading():
    root = tree(write(article(block(BlockKind.HEADING, sentence("Uno", ""), level=1)), date=DAY))
    assert [item.tag for item in texts(row(root, "p1.s1"))] == ["h2", "p"]


def style_sheet():
    return resources.files("translator").joinpath("data", "html", "style.css").read_text(encoding="utf-8")


COLOURS = ("ok", "repaired", "missing", "name")
THEMES = {"light": ":root {", "dark": '  :root[data-theme="dark"] {', "dark by the system": "  :root:not([data-theme"}


def palette(opening):
    body = style_sheet().split(f"\n{opening}", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body))


def luminance(colour):
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("opening", THEMES.values(), ids=THEMES)
def test_text_stands_out_from_what_is_behind_it(opening):
    colours = palette(opening)
    behind = ["paper", "raised", "tint"]
    pairs = [(front, back) for front in ("ink", "soft", "accent", *COLOURS) for back in behind]
    pairs += [(front, f"{name}-bg") for front in ("ink", "soft") for name in COLOURS]
    pairs += [("paper", "accent"), ("hit-ink", "hit")]
    ratios = {}
    for front, back in pairs:
        low, high = sorted(luminance(colours[name]) for name in (front, back))
        ratios[front, back] = (high + 0.05) / (low + 0.05)
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


def test_both_dark_palettes_are_one():
    assert palette(THEMES["dark"]) == palette(THEMES["dark by the system"])


def test_no_heavy_library_is_needed_to_write_a_page():
    code = "import sys, translator.writing.html.document; print(*({'lxml', 'docx'} & set(sys.modules)))"
    assert not subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
