"""Small workbooks and books, written for the tests."""
# ruff: noqa: E501 - the parts stand here as programs write them.

from tests.formats.sample import NO_SPACE, PLAIN, Sample, zipped

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
SHEET_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{target}"/>'


def workbook(sheets: dict[str, str], strings: str, hidden: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook: the rows of each sheet by its name, and the shared strings."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{"hidden" if name == hidden else "visible"}" r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    related = "".join(relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1))
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": RELATIONS.format(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {SHEET_NAMESPACE} xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            related + relation("rId99", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/sharedStrings.xml": f"<sst {SHEET_NAMESPACE}>{strings}</sst>",
        **{
            f"xl/worksheets/sheet{n}.xml": f"<worksheet {SHEET_NAMESPACE}><sheetData>{rows}</sheetData></worksheet>"
            for n, rows in enumerate(sheets.values(), 1)
        },
    }


STRINGS = (
    "<si><t>ID</t></si><si><t>German</t></si><si><t>de</t></si><si><t>en</t></si><si><t>Comment</t></si>"
    '<si><t>Der Fluss</t></si><si><r><rPr><b/></rPr><t>The</t></r><r><t xml:space="preserve"> river &amp; all</t></r></si>'
    "<si><t>Kurz</t><rPh sb='0' eb='1'><t>kana</t></rPh></si><si><t>Careful</t></si>"
)
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>3</v></c><c r="D1" t="s"><v>4</v></c></row>'
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" s="4" t="s"><v>6</v></c><c r="D2" t="s"><v>8</v></c></row>'
    '<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>7</v></c><c r="D3"/></row>'
    '<row r="5"><c r="B5" t="inlineStr"><is><t>Zwei_x000D_\nZeilen</t></is></c><c r="C5" t="inlineStr"><is><t>Two lines</t></is></c></row>'
    '<row r="6"><c r="B6" t="s"><v>5</v></c><c r="C6" t="str"><f>A1&amp;"x"</f><v>1x</v></c></row>'
)
PLAIN_ROWS = '<row><c t="s"><v>5</v></c><c><v>7</v></c></row><row><c/><c t="s"><v>7</v></c></row>'

CHAPTER = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{0}</title></head>'
    "<body><h1>{0}</h1><p>{1}</p></body></html>"
)


def book() -> dict[str, str | bytes]:
    """The parts of an e-book: the second chapter is read first, and the contents are not in the spine."""
    items = "".join(
        f'<item id="{id}" href="{href}" media-type="{kind}"/>'
        for id, href, kind in (
            ("toc", "nav.xhtml", "application/xhtml+xml"),
            ("a", "text/a%20b.xhtml", "application/xhtml+xml"),
            ("b", "text/b.xhtml", "application/xhtml+xml"),
            ("pic", "cover.png", "image/png"),
        )
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": (
            f"<package><metadata><dc:language>de</dc:language></metadata><manifest>{items}</manifest>"
            '<spine><itemref idref="b"/><itemref idref="a"/></spine></package>'
        ),
        "OPS/nav.xhtml": CHAPTER.format("Inhalt", "Zwei Kapitel"),
        "OPS/text/a b.xhtml": CHAPTER.format("Zweites", "Ein <em>Fluss</em>."),
        "OPS/text/b.xhtml": CHAPTER.format("Erstes", "Ein Berg."),
        "OPS/cover.png": b"\x89PNG",
    }


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def table(*rows: tuple[str, ...]) -> str:
    """A table of a DOCX; a cell that begins with `<` is markup."""

    def cell(text: str) -> str:
        inner = text if text.startswith("<") else f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        return f"<w:tc><w:tcPr><w:tcW/></w:tcPr>{inner}</w:tc>"

    return "<w:tbl>" + "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows) + "</w:tbl>"


def tables(body: str) -> bytes:
    """A DOCX with that body."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": RELATIONS.format(relation("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        }
    )


TRADOS = table(
    ("Segment ID", "Segment status", "Source segment", "Target segment"),
    ("1a", "Translated (100%)", "Der Fluss steigt.", "The river rises."),
    ("2b", "Not Translated", "Das Dorf.", '<w:p w:rsidR="00A"/>'),
    ("3c", "Translation Rejected", "Ein &lt;b>Haus&lt;/b>.", "A house."),
)
MEMOQ = table(
    ("<w:p><w:r><w:t>File: a.docx</w:t></w:r></w:p>",),
    ("ID", "German (Austria)", "English (United Kingdom)", "Comment", "Status"),
    ("1", "Guten Tag", "Good day", "A greeting", "Proofread"),
    (
        "2",
        "<w:p><w:r><w:t>Eins</w:t></w:r></w:p><w:p><w:r><w:t>Zwei</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p>",
        "<w:p/>",
        "Edited",
    ),
)

PACKAGE_SAMPLES = [
    Sample(
        "xlsx",
        "columns.xlsx",
        zipped(workbook({"One": ROWS, "Two": ROWS.replace("river", "x"), "Other": PLAIN_ROWS}, STRINGS)),
        ("The‹¦› river & all", "", "Two lines", "1x") * 2,
        ("Der Fluss", "Kurz", "Zwei\nZeilen", "Der Fluss") * 2,
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "xlsx",
        "cells.xlsx",
        zipped(workbook({"One": PLAIN_ROWS, "Gone": PLAIN_ROWS}, STRINGS, hidden="Gone")),
        ("Der Fluss", "Kurz"),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "epub",
        "book.epub",
        zipped(book()),
        (
            "Erstes",
            "Erstes",
            "Ein Berg.",
            "Zweites",
            "Zweites",
            "Ein ‹em›Fluss‹/em›.",
            "Inhalt",
            "Inhalt",
            "Zwei Kapitel",
        ),
        alphabet=NO_SPACE,
    ),
    Sample(
        "docx-table",
        "trados.docx",
        tables(f"<w:p><w:r><w:t>About</w:t></w:r></w:p>{TRADOS}"),
        ("The river rises.", "", "A house."),
        ("Der Fluss steigt.", "Das Dorf.", "Ein <b>Haus</b>."),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "docx-table",
        "memoq.docx",
        tables(MEMOQ),
        ("Good day", "One", "Two"),
        ("Guten Tag", "Eins", "Zwei"),
        alphabet=PLAIN,
    ),
]
