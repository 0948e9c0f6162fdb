import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from translator.errors import EmptyInputError, UndecodableInputError
from translator.reading import docx as reader
from translator.reading import read

LONG = "Il consiglio comunale ha approvato ieri sera il piano per la nuova piscina, che sarà pronta fra due anni."
NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


@pytest.fixture
def document():
    made = docx.Document()
    made.core_properties.title = ""
    return made


@pytest.fixture
def read_document(read_file):
    def saved_and_read(document, **options):
        buffer = BytesIO()
        document.save(buffer)
        return read_file("a.docx", buffer.getvalue(), **options)

    return saved_and_read


def add_xml(document, inner):
    """Raw paragraphs or tables, before the section's properties."""
    for element in parse_xml(f"<w:body {NAMESPACES}>{inner}</w:body>"):
        document.element.body.sectPr.addprevious(element)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_styles_say_the_kinds(document, read_document, kinds):
    document.add_paragraph("Il titolo", "Title")
    document.add_paragraph("Il sommario", "Subtitle")
    document.add_paragraph("Parte", "Heading 1")
    document.add_paragraph(LONG)
    document.add_paragraph("Sezione", "Heading 2")
    document.add_paragraph("Primo", "List Bullet")
    document.add_paragraph("Secondo", "List Number 2")
    document.add_paragraph("Detto", "Quote")
    document.add_paragraph("Detto forte", "Intense Quote")
    document.add_paragraph("La piazza", "Caption")
    article = read_document(document)
    assert kinds(article) == [
        ("heading1", "Il titolo"),
        ("paragraph", "Il sommario"),
        ("heading2", "Parte"),
        ("paragraph", LONG),
        ("heading3", "Sezione"),
        ("list_item", "Primo"),
        ("list_item", "Secondo"),
        ("quotation", "Detto"),
        ("quotation", "Detto forte"),
        ("caption", "La piazza"),
    ]
    assert article.encoding is None
    assert article.text == "\n".join(text for _, text in kinds(article))


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Titolo", "heading1"),
        ("Titolo 1", "heading1"),
        ("Elenco puntato", "list_item"),
        ("Citazione", "quotation"),
        ("Citazione intensa", "quotation"),
        ("Didascalia", "caption"),
    ],
)
def test_italian_style_names(document, read_document, kinds, style, kind):
    document.styles.add_style(style, 1)
    document.styles.add_style("Mio stile", 1).base_style = document.styles[style]
    document.add_paragraph("Il testo", "Mio stile")
    document.add_paragraph(LONG)
    assert (kind, "Il testo") in kinds(read_document(document))


def test_numbering_and_outline_without_a_style(document, read_document, kinds):
    numbering = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"
    document.add_paragraph("Il titolo", "Title")
    add_xml(
        document,
        f"<w:p><w:pPr>{numbering.format(1)}</w:pPr>{run('Voce')}</w:p>"
        f"<w:p><w:pPr><w:pStyle w:val='ListBullet'/>{numbering.format(0)}</w:pPr>{run('Non più voce')}</w:p>"
        f"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>{run('Parte')}</w:p>"
        f"<w:p><w:pPr><w:outlineLvl w:val='9'/></w:pPr>{run('Corpo')}</w:p>",
    )
    assert kinds(read_document(document))[1:] == [
        ("list_item", "Voce"),
        ("paragraph", "Non più voce"),
        ("heading2", "Parte"),
        ("paragraph", "Corpo"),
    ]


def test_tables_are_read_cell_by_cell_in_place_and_merged_cells_once(document, read_document, texts):
    document.add_paragraph("Il titolo", "Title")
    document.add_paragraph("Prima.")
    table = document.add_table(3, 2)
    for row, words in enumerate([("A", "A"), ("B", "C"), ("B", "D")]):
        for column, word in enumerate(words):
            table.cell(row, column).text = word if (row, column) not in {(0, 1), (2, 0)} else ""
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "dentro"
    document.add_paragraph("Dopo.")
    assert texts(read_document(document)) == ["Il titolo", "Prima.", "A", "B", "C", "dentro", "D", "Dopo."]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(f"{run('Il ')}<w:ins>{run('nuovo ')}</w:ins>{run('ponte')}", ["Il nuovo ponte"], id="insertion"),
        pytest.param(
            f"{run('Il ')}<w:del><w:r><w:delText>vecchio </w:delText></w:r></w:del>{run('ponte')}", ["Il ponte"], id="deletion"
        ),
        pytest.param(f"<w:moveFrom>{run('via')}</w:moveFrom><w:moveTo>{run('qui')}</w:moveTo>", ["qui"], id="move"),
        pytest.param(
            f"<w:hyperlink w:anchor='x'>{run('Il sito')}</w:hyperlink>{run(' nuovo')}", ["Il sito nuovo"], id="hyperlink"
        ),
        pytest.param(
            "<w:r><w:t>Uno</w:t><w:br/><w:t>due</w:t><w:cr/><w:t>tre</w:t></w:r>", ["Uno", "due", "tre"], id="line-breaks"
        ),
        pytest.param("<w:r><w:t>Uno</w:t><w:tab/><w:t>due</w:t></w:r>", ["Uno due"], id="tab"),
        pytest.param(
            "<w:r><w:t>porta</w:t><w:softHyphen/><w:t>voce</w:t><w:noBreakHyphen/><w:t>tre</w:t></w:r>",
            ["portavoce-tre"],
            id="hyphens",
        ),
        pytest.param(f"<w:sdt><w:sdtContent>{run('Nel campo')}</w:sdtContent></w:sdt>", ["Nel campo"], id="content-control"),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Fare clic')}</w:sdtContent></w:sdt>{run('Testo')}",
            ["Testo"],
            id="placeholder",
        ),
        pytest.param(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
            f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('oggi')}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            ["oggi"],
            id="field",
        ),
    ],
)
def test_what_is_text_in_a_paragraph(document, read_document, texts, inner, expected):
    document.add_paragraph("Il titolo", "Title")
    add_xml(document, f"<w:p>{inner}</w:p>")
    assert texts(read_document(document))[1:] == expected


def test_a_text_box_is_read_once(document, read_document, texts):
    box = f"<w:txbxContent><w:p>{run('Nel riquadro')}</w:p></w:txbxContent>"
    document.add_paragraph("Il titolo", "Title")
    add_xml(
        document,
        f"<w:p>{run('Prima')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run(' e dopo')}</w:p>",
    )
    assert texts(read_document(document))[1:] == ["Prima e dopo", "Nel riquadro"]


def test_content_controls_around_paragraphs_and_deleted_rows(document, read_document, texts):
    document.add_paragraph("Il titolo", "Title")
    row = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc></w:tr>"
    add_xml(
        document,
        f"<w:sdt><w:sdtContent><w:p>{run('Dentro')}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl>{row.format('', run('Riga'))}{row.format('<w:trPr><w:del/></w:trPr>', run('Via'))}</w:tbl>",
    )
    assert texts(read_document(document))[1:] == ["Dentro", "Riga"]


def test_a_heading_with_a_line_break_stays_one(document, read_document):
    document.add_paragraph("Il titolo", "Title").add_run().add_break(WD_BREAK.LINE)
    document.paragraphs[0].add_run("del giorno")
    document.add_paragraph(LONG)
    assert read_document(document).title == "Il titolo del giorno"


def test_headers_and_footers_are_set_aside(document, read_document):
    document.add_paragraph("Il titolo", "Title")
    document.sections[0].header.paragraphs[0].text = "La Voce"
    document.sections[0].footer.paragraphs[0].text = "Pagina 1"
    assert sorted((item.text, item.reason) for item in read_document(document).set_aside) == [
        ("La Voce", "page header or footer"),
        ("Pagina 1", "page header or footer"),
    ]


def test_footnotes_follow_the_text_and_comments_do_not(document, read_document, texts):
    document.add_paragraph("Il titolo", "Title")
    paragraph = document.add_paragraph("Il testo.")
    document.add_comment(paragraph.runs, "Da rivedere", "Lucio Prandelli", "LP")
    notes = (
        f"<w:footnotes {NAMESPACES}><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r>{run(' La nota.')}</w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert texts(read_document(document)) == ["Il titolo", "Il testo.", "La nota."]


def test_a_table_of_contents_is_set_aside(document, read_document, texts):
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Il titolo", "Title")
    document.add_paragraph("Parte\t2", "toc 1")
    document.add_paragraph(LONG)
    article = read_document(document)
    assert texts(article) == ["Il titolo", LONG]
    assert [(item.text, item.reason) for item in article.set_aside] == [("Parte 2", "table of contents")]


@pytest.mark.parametrize(
    ("paragraphs", "property_title", "title"),
    [
        pytest.param([("La Voce", None), ("Uno", "Title")], "", "Uno", id="style"),
        pytest.param([("Uno", "Heading 1"), (LONG, None)], "Altro", "Uno", id="heading-1"),
        pytest.param([("Uno", None), (LONG, None)], "Altro", "Uno", id="first-line"),
        pytest.param([(LONG, None), (LONG, None)], "Dalle proprietà", "Dalle proprietà", id="property"),
        pytest.param([(LONG, None), (LONG, None)], "Microsoft Word - Documento1", "", id="placeholder"),
        pytest.param([(f"{LONG} {LONG}", None), ("Parte", "Heading 1"), (LONG, None)], "", "", id="heading-of-a-section"),
    ],
)
def test_the_title(document, read_document, paragraphs, property_title, title):
    document.core_properties.title = property_title
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    assert read_document(document).title == title


def test_boilerplate_but_not_in_tables(document, read_document, texts):
    document.add_paragraph("Il titolo", "Title")
    document.add_paragraph(LONG)
    document.add_paragraph("Leggi anche: Il mare")
    document.add_table(1, 2).cell(0, 0).text = "Pubblicità"
    article = read_document(document)
    assert texts(article) == ["Il titolo", LONG, "Pubblicità"]
    assert [item.reason for item in article.set_aside] == ["related links"]
    assert texts(read_document(document, keep_boilerplate=True))[2] == "Leggi anche: Il mare"


def test_an_empty_document(document, read_document):
    with pytest.raises(EmptyInputError, match=r"a\.docx: is empty"):
        read_document(document)


def without(document, member):
    buffer, stripped = BytesIO(), BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(stripped, "w") as target:
        for name in source.namelist():
            if name != member:
                target.writestr(name, source.read(name))
    return stripped.getvalue()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"Ciao a tutti", id="text"),
        pytest.param(lambda _: b"PK\x03\x04 not a document", id="no-directory"),
        pytest.param(lambda document: without(document, "word/document.xml"), id="no-document"),
        pytest.param(lambda document: without(document, "[Content_Types].xml"), id="no-types"),
        pytest.param(lambda document: without(document, "")[:-200], id="cut-off"),
        pytest.param(lambda document: without(document, "").replace(b"</w:body>", b"</w:bodx>"), id="changed"),
    ],
)
def test_a_damaged_document_is_said(document, read_file, damage):
    with pytest.raises(UndecodableInputError, match=re.escape("a.docx: is not a Word document or is damaged")) as caught:
        read_file("a.docx", damage(document))
    assert "\n" not in str(caught.value)


def test_an_old_or_protected_document_is_said(read_file):
    with pytest.raises(UndecodableInputError, match="password"):
        read_file("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))


def test_a_zip_bomb_is_not_unpacked(monkeypatch, document, read_document):
    monkeypatch.setattr(reader, "_MOST_XML", 10_000)
    with pytest.raises(UndecodableInputError, match="would unpack to more than"):
        read_document(document)


def test_the_sample(samples, kinds):
    article = read(samples / "riforma-scuola.docx")
    listed = [kind for kind, _ in kinds(article)]
    assert [listed.count(kind) for kind in ("heading1", "heading2", "heading3", "list_item", "quotation")] == [1, 3, 2, 4, 1]
    assert [text for _, text in kinds(article)][11:17] == [
        "Voce",
        "Stanziamento",
        "Mense e trasporti",
        "310 milioni di euro l'anno",
        "Formazione dei docenti",
        "95 milioni di euro nel primo triennio",
    ]
