"""Documents of word processors, written for the tests."""
# ruff: noqa: E501 - the files stand here as tools write them.

from tests.formats.sample import PLAIN, Sample, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"><w:body>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Ein Fluss</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:lang w:val="de-DE"/></w:rPr><w:t xml:space="preserve">Er ist </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>\
<w:t>sehr</w:t></w:r><w:r><w:t xml:space="preserve"> la</w:t></w:r><w:proofErr w:type="spellStart"/>\
<w:r><w:t>ng.</w:t></w:r><w:bookmarkStart w:id="0" w:name="x"/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Siehe </w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:rPr><w:rStyle w:val="Link"/></w:rPr>\
<w:t>dort</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>oder</w:t><w:br/><w:t>nicht</w:t></w:r></w:p>
<w:p/>
<w:p><w:r><w:t xml:space="preserve">Neu </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>alt</w:delText></w:r></w:del>\
<w:ins w:id="2" w:author="A"><w:r><w:t>jung</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>\
<w:r><w:t>Punkt</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Zelle &amp; Wert</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:mc/><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Kasten</w:t>\
</w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r>\
</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Darum herum</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Seite </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>\
</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:sectPr/></w:body></w:document>"""

FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Laut Amt.</w:t></w:r></w:p></w:footnote>\
</w:footnotes>"""

STYLES = f"""<?xml version="1.0"?>
<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
</w:styles>"""

RELATIONSHIPS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{R}/footnotes" Target="/word/footnotes.xml"/>
<Relationship Id="rId9" Type="{R}/hyperlink" Target="https://example.org/" TargetMode="External"/>
</Relationships>"""

DOCX_PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": DOCUMENT,
    "word/_rels/document.xml.rels": RELATIONSHIPS,
    "word/footnotes.xml": FOOTNOTES,
    "word/styles.xml": STYLES,
    "word/media/picture.png": bytes(range(256)),
}

ODT_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:language="de"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="2" text:style-name="H2">Der Fluss</text:h>
<text:p text:style-name="P1">Er <text:span text:style-name="T1">steigt</text:span> und <text:span text:style-name="T2">fällt</text:span>
   wieder.<text:s text:c="2"/>So<text:bookmark text:name="x"/> &amp; so.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Laut Amt.</text:p></text:note-body></text:note></text:p>
<text:p/>
<text:list><text:list-item><text:p>Punkt<text:tab/>eins<text:line-break/>zwei</text:p></text:list-item></text:list>
<text:p><draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box></draw:frame>Umher <text:a>dort</text:a></text:p>
<table:table><table:table-row><table:table-cell><text:p>Zelle</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""

ODT_STYLES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:fo="f" xmlns:text="t"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="AT"/></style:default-style>
</office:styles><office:master-styles><style:master-page><style:footer><text:p>Fußzeile</text:p></style:footer>
</style:master-page></office:master-styles></office:document-styles>"""

ODT_PARTS: dict[str, str | bytes] = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": ODT_CONTENT,
    "styles.xml": ODT_STYLES,
    "META-INF/manifest.xml": "<manifest:manifest/>",
}

WORDPROCESSING_SAMPLES = [
    Sample(
        "docx",
        "a.docx",
        zipped(DOCX_PARTS),
        (
            "Ein Fluss",
            "Er ist ‹b›sehr‹/b› lang.‹fn›",
            "Siehe ‹a›dort‹/a›\toder\nnicht",
            "Neu jung.",
            "Punkt",
            "Zelle & Wert",
            "‹mc›‹img›Darum herum",
            "Kasten",
            "Seite ‹fld›7‹fld›",
            " Laut Amt.",
        ),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "odt",
        "a.odt",
        zipped(ODT_PARTS),
        (
            "Der Fluss",
            "Er ‹b›steigt‹/b› und fällt wieder.  So & so.‹fn›",
            "Laut Amt.",
            "Punkt\teins\nzwei",
            "‹img›Umher ‹a›dort‹/a›",
            "Kasten",
            "Zelle",
            "Fußzeile",
        ),
        alphabet=PLAIN + "\n\t",
    ),
]
