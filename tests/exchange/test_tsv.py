import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.texts import HARD, SOME_TEXT, TEXT, UNHURRIED

from translator.errors import ExchangeError
from translator.exchange import Status, tsv
from translator.exchange.tsv import Row

LIST = st.lists(SOME_TEXT, max_size=3).map(tuple)
ROW = st.builds(Row, SOME_TEXT, TEXT, TEXT, st.sampled_from([None, *Status]), LIST, LIST)


def written(*rows, **options):
    stream = io.BytesIO()
    tsv.write(stream, rows, **options)
    return stream.getvalue()


def read(data):
    return list(tsv.read(io.BytesIO(data.encode() if isinstance(data, str) else data), name="a.tsv"))


def excel(rows):
    """The table as a spreadsheet saves it: cells with quotes or line ends in quotes, lines ending with CR LF."""
    stream = io.StringIO(newline="")
    csv.writer(stream, "excel-tab").writerows(rows)
    return stream.getvalue()


@UNHURRIED
@given(st.lists(ROW, max_size=3), st.booleans())
def test_rows_come_back_as_they_were(rows, bom):
    assert read(written(*rows, bom=bom)) == rows


@UNHURRIED
@given(ROW)
def test_rows_survive_a_spreadsheet(row):
    cells = [line.split("\t") for line in written(row, bom=False).decode().split("\n")[:-1]]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert read(excel(cells).encode(encoding)) == [row]


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_survive(text):
    row = Row(f"p1.s1{text}", text, text[::-1], None, (f"{text}.",), (f".{text}", "b"))
    data = written(row)
    assert data.count(b"\n") == 2
    assert len(data.decode("utf-8-sig").splitlines()) == 2
    assert read(data) == [row]


def test_what_a_file_looks_like():
    row = Row("p1.s1", '"Uno"\t\\', "- One\n", Status.QUESTION, ("error a: b|c", "info d: e"), ("x → y (ok)",))
    assert written(row).decode() == (
        "\ufeffid\tsource\ttarget\tstatus\tfindings\tterms\n"
        'p1.s1\t\\"Uno"\\t\\\\\t\\- One\\n\tquestion\terror a: b\\|c | info d: e\tx → y (ok)\n'
    )


@pytest.mark.parametrize("start", list('=+-@"'))
def test_no_cell_starts_like_a_formula_or_a_quotation(start):
    row = Row(f"{start}1", f"{start}A1", f"{start}cmd", None, (f"{start}x",), (f"{start}y",))
    line = written(row).decode().splitlines()[1]
    assert not any(cell.startswith(start) for cell in line.split("\t"))
    assert read(written(row)) == [row]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        pytest.param("source\ttarget\nCiao\tHello", [Row("", "Ciao", "Hello")], id="no-last-line-end"),
        pytest.param("Target\tnotes\tSOURCE\nHello\tx\tCiao\n", [Row("", "Ciao", "Hello")], id="other-columns-and-order"),
        pytest.param("source\ttarget\tstatus\nCiao\n", [Row("", "Ciao", "")], id="missing-cells"),
        pytest.param("\n\t\nsource\ttarget\n\n\t\t\t\nCiao\tHello\n\n", [Row("", "Ciao", "Hello")], id="empty-lines"),
        pytest.param("source\ttarget\r\nCiao\tHello\r\n", [Row("", "Ciao", "Hello")], id="crlf"),
        pytest.param("source\ttarget\rCiao\tHello\r", [Row("", "Ciao", "Hello")], id="cr"),
        pytest.param('source\ttarget\n"a ""b""\nc"\t"d\t"\n', [Row("", 'a "b"\nc', "d\t")], id="quoted-cells"),
        pytest.param('source\ttarget\n"a" b\t"c\n', [Row("", '"a" b', '"c')], id="quotes-that-quote-nothing"),
        pytest.param("source\ttarget\nC:\\dati\\q\t\\\n", [Row("", "C:\\dati\\q", "\\")], id="backslashes-that-escape-nothing"),
        pytest.param("source\ttarget\tstatus\na\tb\t Final \n", [Row("", "a", "b", Status.FINAL)], id="status-by-hand"),
        pytest.param("source\ttarget\tterms\na\tb\tx|y | z\n", [Row("", "a", "b", terms=("x", "y", "z"))], id="list-by-hand"),
        pytest.param("source\ttarget\n", [], id="header-only"),
    ],
)
def test_tables_of_other_tools(data, rows):
    assert read(data) == rows


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param("", "line 1: the header has no column source and target; start the file", id="empty"),
        pytest.param("\nsource;target\n", "line 2: the header has no column source and target", id="semicolons"),
        pytest.param("source\tid\n", "line 1: the header has no column target", id="no-target"),
        pytest.param("source\ttarget\tsource\n", "line 1: a column stands twice", id="twice"),
        pytest.param('source\ttarget\n"a\nb"\tc\na\tb\tc\n', "line 4: 3 cells for 2 columns; write a tab", id="too-many-cells"),
        pytest.param("source\ttarget\tstatus\n\na\tb\tdone\n", "line 3: unknown status 'done'; write initial", id="status"),
        pytest.param("source\ttarget\nperché\tb\n".encode("latin-1"), "line 2: not UTF-8; save the table", id="encoding"),
    ],
)
def test_errors_name_file_line_and_remedy(data, says):
    with pytest.raises(ExchangeError) as caught:
        read(data)
    assert str(caught.value).startswith(f"a.tsv, {says}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ExchangeError, match=r"none\.tsv: cannot be read \(No such file or directory\); check the path"):
        list(tsv.read(tmp_path / "none.tsv"))


def test_twenty_thousand_rows():
    rows = [Row(f"p{n}", f"Frase {n}.", f"Sentence {n}.", Status.TRANSLATED, ("a",), ("b", "c")) for n in range(20_000)]
    assert read(written(*rows)) == rows
