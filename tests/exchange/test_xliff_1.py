import io

import pytest

from translator.errors import ExchangeError
from translator.exchange import Status, xliff
from translator.exchange.bilingual import Between, Note


def read(body, *, version="1.2", namespace=' xmlns="urn:oasis:names:tc:xliff:document:1.2"', header=""):
    data = (
        f'<xliff version="{version}"{namespace}><file original="faro.html" source-language="it" target-language="en-GB">'
        f"{header}<body>{body}</body></file></xliff>"
    )
    return xliff.read(io.BytesIO(data.encode()), name="a.xlf")


def only(body, **options):
    (unit,) = read(body, **options).files[0].units
    return unit


@pytest.mark.parametrize(
    ("version", "namespace"),
    [
        ("1.2", ' xmlns="urn:oasis:names:tc:xliff:document:1.2"'),
        ("1.1", ' xmlns="urn:oasis:names:tc:xliff:document:1.1"'),
        ("1.0", ""),
    ],
)
def test_units_of_all_old_versions(version, namespace):
    found = read(
        '<group><trans-unit id="7"><source>Ciao</source><target>Hello</target><note>n</note></trans-unit></group>',
        version=version,
        namespace=namespace,
        header="<header><note>about the file</note></header>",
    )
    assert (found.source_language, found.target_language) == ("it", "en-GB")
    (file,) = found.files
    assert (file.id, file.original, file.notes) == ("f1", "faro.html", (Note("about the file"),))
    (unit,) = file.units
    (segment,) = unit.parts
    assert (unit.id, unit.notes) == ("7", (Note("n"),))
    assert (segment.id, segment.source, segment.target, segment.status) == ("7", "Ciao", "Hello", Status.TRANSLATED)


@pytest.mark.parametrize(
    ("unit", "target", "status"),
    [
        pytest.param("", "", Status.INITIAL, id="no-target"),
        pytest.param("", "<target/>", Status.INITIAL, id="empty-target"),
        pytest.param("", "<target>b</target>", Status.TRANSLATED, id="target"),
        pytest.param("", '<target state="needs-translation">b</target>', Status.INITIAL, id="needs-translation"),
        pytest.param("", '<target state="needs-review-translation">b</target>', Status.TRANSLATED, id="needs-review"),
        pytest.param("", '<target state="signed-off">b</target>', Status.REVIEWED, id="signed-off"),
        pytest.param("", '<target state="final">b</target>', Status.FINAL, id="final"),
        pytest.param("", '<target state="x-mine">b</target>', Status.TRANSLATED, id="own-state"),
        pytest.param('approved="yes"', "<target>b</target>", Status.FINAL, id="approved"),
    ],
)
def test_states(unit, target, status):
    assert only(f'<trans-unit id="1" {unit}><source>a</source>{target}</trans-unit>').parts[0].status is status


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param('a <g id="1">b <mrk mtype="term">c</mrk></g> d', "a b c d", id="groups-and-marks"),
        pytest.param('a <x id="1"/>b<bx id="2"/>c<ex id="3"/>', "a bc", id="empty-codes"),
        pytest.param('a<x id="1" ctype="lb"/>b', "a\nb", id="line-break"),
        pytest.param('<bpt id="1">&lt;a title="<sub>t</sub>"></bpt>b<ept id="1">&lt;/a></ept>', "tb", id="text-in-a-code"),
        pytest.param('a <ph id="1">%s</ph><it id="2" pos="open">[b]</it>c', "a c", id="codes"),
    ],
)
def test_codes_are_left_out_and_text_is_kept(source, text):
    assert only(f'<trans-unit id="1"><source>{source}</source></trans-unit>').parts[0].source == text


def test_cut_units():
    unit = only(
        '<trans-unit id="1"><source>Uno. Due. Tre.</source><seg-source><g id="1"><mrk mtype="seg" mid="a">Uno.</mrk> '
        '<mrk mtype="seg" mid="b">Due.</mrk></g> <mrk mtype="seg" mid="c">Tre.</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="b">Two.</mrk> <g id="1"><mrk mtype="seg" mid="a">One.</mrk></g></target></trans-unit>'
    )
    assert [(segment.id, segment.source, segment.target) for segment in unit.segments()] == [
        ("1.a", "Uno.", "One."),
        ("1.b", "Due.", "Two."),
        ("1.c", "Tre.", ""),
    ]
    assert [part for part in unit.parts if isinstance(part, Between)] == [Between(" ", " ")] * 2


def test_candidates_and_binaries_are_not_read():
    body = (
        '<trans-unit id="1"><source>a</source><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>'
        '<bin-unit id="2"><bin-source/></bin-unit>'
    )
    (segment,) = only(body).parts
    assert (segment.source, segment.target) == ("a", "")


def test_notes_say_what_they_are_about():
    body = '<trans-unit id="1"><source>a</source><note priority="2" annotates="source">x</note><note priority="0" annotates="general">y</note></trans-unit>'
    assert only(body).notes == (Note("x", "", 2, "source"), Note("y"))


def test_a_unit_without_source_is_an_error():
    with pytest.raises(ExchangeError, match=r"a\.xlf, line 2: <trans-unit> without <source>; add one"):
        read('\n<trans-unit id="1"/>')
