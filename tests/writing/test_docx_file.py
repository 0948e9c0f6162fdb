import datetime
import io
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from importlib import resources

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.writing.docx_articles import ARTICLE, DAY, UNUSUAL, article, block, sentence

from translator.article import BlockKind
from translator.writing.docx import write
from translator.writing.docx_package import unpack
from translator.writing.docx_template import template


@pytest.fixture(scope="module")
def data():
    return write(ARTICLE, date=DAY)


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
def office(tmp_path_factory):
    """Have LibreOffice print a document, and return the words on the pages."""
    for program in ("soffice", "pdftotext"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    folder = tmp_path_factory.mktemp("office")

    def office(data):
        (folder / "a.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "a.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return subprocess.run(["pdftotext", "-raw", folder / "a.pdf", "-"], check=True, capture_output=True).stdout.decode()

    return office


def test_same_bytes_every_time(data):
    assert write(ARTICLE, date=DAY) == data
    assert write(ARTICLE, date=DAY + datetime.timedelta(1)) != data
    assert {item.date_time for item in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("file_format", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_open_xml_has_nothing_to_object(audit, data, file_format):
    audit(data, file_format)


@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_articles(audit, name):
    data = write(UNUSUAL[name], date=DAY)
    audit(data)
    assert len(docx.Document(io.BytesIO(data)).tables[0].rows) == 1 + len(list(UNUSUAL[name].segments()))


def test_a_reviewer_can_comment(audit, data):
    document = docx.Document(io.BytesIO(data))
    paragraph = document.tables[0].rows[2].cells[2].paragraphs[0]
    document.add_comment(paragraph.runs, text="Last night?", author="Reviewer", initials="R")
    file = io.BytesIO()
    document.save(file)
    audit(file.getvalue())


def test_libreoffice_prints_everything(office, data):
    words = office(data).split()
    printed = [word for item in ARTICLE.segments() for word in f"{item.source} {item.target}".split()]
    assert set(printed) <= set(words)
    assert "translator:0.1.0|" in "".join(words)


@pytest.mark.parametrize("kind", BlockKind)
def test_a_row_taller_than_a_page_is_printed_whole(office, kind):
    words = office(write(article(block(kind, sentence("x" * 10_000, "Q" * 10_000)), title="t"), date=DAY))
    assert words.count("Q") == 10_000


def test_a_thousand_segments_take_well_under_a_second():
    long = replace(ARTICLE, blocks=ARTICLE.blocks * 60)
    start = time.process_time()
    write(long, date=DAY)
    assert time.process_time() - start < 1


def test_the_template_is_the_one_that_its_script_makes(tmp_path, audit):
    path = tmp_path / "template.docx"
    subprocess.run([sys.executable, "-m", "translator.writing.docx_template", path], check=True)
    assert path.read_bytes() == template()
    audit(template())


def test_the_template_is_up_to_date():
    # Parts rather than bytes: compression differs between versions of zlib.
    shipped = resources.files("translator").joinpath("data", "template.docx").read_bytes()
    assert unpack(shipped) == unpack(template())
