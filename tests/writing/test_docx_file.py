import datetime
import io
import itertools
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.writing.docx_articles import ARTICLE, DAY, KINDS, UNUSUAL, article, block, rows, sentence, text_of

from translator import reading
from translator.article import BlockKind
from translator.pipeline import segment
from translator.writing.docx.document import write
from translator.writing.docx.options import COLUMNS, LAYOUTS, ORIENTATIONS, PAPERS, DocxOptions
from translator.writing.docx.package import unpack
from translator.writing.docx.template import template

SAMPLES = sorted(
    path for path in Path("samples").iterdir() if path.suffix in {".txt", ".md", ".html", ".docx"} and path.stem != "README"
)
LAYOUT = pytest.mark.parametrize("layout", LAYOUTS)
CHOICES = [
    DocxOptions(layout, columns, paper, orientation, protect)
    for layout, paper, orientation, protect in itertools.product(LAYOUTS, PAPERS, ORIENTATIONS, (False, True))
    for columns in ([COLUMNS, ("status",), ("notes",), ()] if layout == "table" else [COLUMNS])
]


def named(options):
    return " ".join(map(str, (options.layout, *options.columns, options.paper, options.orientation, options.protect)))


def _run(command):
    """Run a program; what it started ends with it, also when it takes too long."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True) as process:
        try:
            _, errors = process.communicate(timeout=300)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert process.returncode == 0, errors.decode()


@pytest.fixture(scope="module")
def audit(tmp_path_factory):
    """Check that a document breaks no rule of Open XML."""
    path = tmp_path_factory.mktemp("audit") / "a.docx"

    def audit(data, file_format=FileFormat.MICROSOFT_365):
        path.write_bytes(data)
        result = OpenXmlValidator(file_format=file_format).validate(path)
        assert not result.errors, [str(error) for error in result.errors]

    return audit


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Have LibreOffice write documents in another format: the paths of the results, by the names of the documents."""
    if not shutil.which("soffice"):
        pytest.skip("soffice (LibreOffice) is not installed")
    profile = tmp_path_factory.mktemp("office")

    def convert(documents, suffix, before="docx"):
        folder = tmp_path_factory.mktemp("converted")
        for name, data in documents.items():
            (folder / f"{name}.{before}").write_bytes(data)
        sources = [folder / f"{name}.{before}" for name in documents]
        out = folder / "out"
        command = [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            out,
        ]
        _run([*command, *sources])
        return {name: out / f"{name}.{suffix}" for name in documents}

    return convert


@pytest.fixture(scope="module")
def printed(convert):
    """Have LibreOffice print documents: the text on their pages."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler) is not installed")

    def printed(documents):
        return {
            name: subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout.decode()
            for name, path in convert(documents, "pdf").items()
        }

    return printed


@LAYOUT
def test_same_bytes_every_time(layout):
    options = DocxOptions(layout=layout)
    data = write(ARTICLE, date=DAY, options=options)
    assert write(ARTICLE, date=DAY, options=options) == data
    assert write(ARTICLE, date=DAY + datetime.timedelta(1), options=options) != data
    assert {item.date_time for item in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("file_format", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
@LAYOUT
def test_open_xml_has_nothing_to_object(audit, layout, file_format):
    audit(write(KINDS, date=DAY, options=DocxOptions(layout=layout, protect=True)), file_format)


@pytest.mark.parametrize("options", CHOICES, ids=named)
def test_open_xml_has_nothing_to_object_to_any_choice(audit, options):
    audit(write(ARTICLE, date=DAY, options=options))


@pytest.mark.parametrize("name", UNUSUAL)
@LAYOUT
def test_unusual_articles(audit, name, layout):
    audit(write(UNUSUAL[name], date=DAY, options=DocxOptions(layout=layout)))


def test_every_part_is_referred_to():
    data = write(ARTICLE, date=DAY)
    document = docx.Document(io.BytesIO(data))
    reached = {str(part.partname).lstrip("/") for part in document.part.package.iter_parts()}
    kept = {
        name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if not name.endswith((".rels", "[Content_Types].xml"))
    }
    assert kept == reached


def test_a_reviewer_can_comment(audit):
    document = docx.Document(io.BytesIO(write(ARTICLE, date=DAY)))
    paragraph = document.paragraphs[0]
    document.add_comment(paragraph.runs, text="Last night?", author="Reviewer", initials="R")
    file = io.BytesIO()
    document.save(file)
    audit(file.getvalue())


def test_libreoffice_prints_everything(printed):
    documents = {layout: write(ARTICLE, date=DAY, options=DocxOptions(layout=layout)) for layout in LAYOUTS}
    for layout, text in printed(documents).items():
        for item in ARTICLE.segments():
            assert set(item.target.split()) <= set(text.split())
            assert layout == "clean" or set(item.source.split()) <= set(text.split())
        assert layout == "clean" or "translator:0.1.0|" in "".join(text.split())


def test_libreoffice_prints_every_sample(convert):
    translated = {path.stem: segment(reading.read(path)) for path in SAMPLES}
    documents = {
        f"{name}-{layout}": write(sample, date=DAY, options=DocxOptions(layout=layout))
        for name, sample in translated.items()
        for layout in LAYOUTS
    }
    assert all(path.read_bytes().startswith(b"%PDF") for path in convert(documents, "pdf").values())


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_row_taller_than_a_page_is_printed_whole(printed, orientation):
    options = DocxOptions(orientation=orientation)
    documents = {
        kind: write(article(block(kind, sentence("x" * 10_000, "Q" * 10_000)), title="t"), date=DAY, options=options)
        for kind in BlockKind
    }
    for text in printed(documents).values():
        assert text.count("Q") == 10_000


def test_what_identifies_the_segments_survives_libreoffice(convert):
    data = write(ARTICLE, date=DAY)
    back = convert({"a": data}, "odt")["a"].read_bytes()
    back = convert({"a": back}, "docx", before="odt")["a"].read_bytes()
    expected = [[text_of(cell) for cell in row[:3]] for row in rows(data)]
    tables = docx.Document(io.BytesIO(back)).tables
    found = [[text_of(cell._tc) for cell in row.cells[:3]] for table in tables for row in table.rows]
    assert [row for row in found if "·" in row[0]] == expected


def test_the_template_is_the_one_that_its_script_makes(tmp_path, audit):
    path = tmp_path / "template.docx"
    subprocess.run([sys.executable, "-m", "translator.writing.docx.template", path], check=True)
    assert path.read_bytes() == template()
    audit(template())


def test_the_template_is_up_to_date():
    # Parts rather than bytes: compression differs between versions of zlib.
    shipped = resources.files("translator").joinpath("data", "template.docx").read_bytes()
    assert unpack(shipped) == unpack(template())
