# ruff: noqa: E501 - the files stand here as tools write them.
"""Small files of every format, written for the tests, and what must be read in each."""

from tests.formats.package_samples import PACKAGE_SAMPLES
from tests.formats.pdf_samples import PDF_SAMPLES
from tests.formats.sample import NO_SPACE, PLAIN, Sample, zipped
from tests.formats.xml_samples import XML_SAMPLES

XLIFF1 = """<?xml version="1.0" encoding="{encoding}"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a.txt" source-language="de" target-language="en-GB" datatype="plaintext">
    <body>
      <trans-unit id="1" approved="no">
        <source>Der Fluss steigt &amp; fällt.</source>
        <target state="translated">The river rises &amp;&#160;falls.</target>
        <note>About a river</note>
      </trans-unit>
      <trans-unit id="2">
        <source>Ein <g id="1" ctype="bold">fetter</g> Satz<x id="2"/>.</source>
        <target>A <g id="1" ctype="bold">bold</g> sentence<x id="2"/>.</target>
      </trans-unit>
      <trans-unit id="3">
        <source>Fehlt noch</source>
        <alt-trans><source>Fehlt</source><target>Missing</target></alt-trans>
      </trans-unit>
      <trans-unit id="4" translate="no">
        <source>Marke</source>
        <target/>
      </trans-unit>
      <trans-unit id="5">
        <source><bpt id="1">&lt;i&gt;</bpt>schräg<ept id="1">&lt;/i&gt;</ept></source>
        <target state="needs-translation"/>
      </trans-unit>
      <trans-unit id="6">
        <source>Eins. Zwei.</source>
        <seg-source><mrk mtype="seg" mid="0">Eins.</mrk> <mrk mtype="seg" mid="1">Zwei.</mrk></seg-source>
        <target><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></target>
      </trans-unit>
    </body>
  </file>
</xliff>
"""

XLIFF1_TEXTS = (
    "The river rises &\u00a0falls.",
    "A ‹b›bold‹/b› sentence‹2›.",
    "",
    "",
    "",
    "One.",
    "Two.",
)
XLIFF1_SOURCES = (
    "Der Fluss steigt & fällt.",
    "Ein ‹b›fetter‹/b› Satz‹2›.",
    "Fehlt noch",
    "Marke",
    "‹i›schräg‹/i›",
    "Eins.",
    "Zwei.",
)

SDLXLIFF = (
    '\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
    'version="1.2" sdl:version="1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="a.html" source-language="en-US" target-language="fr-FR"><header><reference>'
    "<internal-file>UEsDBA==</internal-file></reference></header><body>\r\n"
    '<trans-unit id="frame" translate="no"><source><x id="0"/></source></trans-unit>'
    '<trans-unit id="u1"><source>First one. Second.</source>'
    '<seg-source><g id="1"><mrk mtype="seg" mid="1">First one.</mrk> <mrk mtype="seg" mid="2">Second.</mrk></g>'
    "</seg-source>"
    '<target><g id="1"><mrk mtype="seg" mid="1">Le premier.</mrk> <mrk mtype="seg" mid="2"/></g></target>'
    '<sdl:seg-defs><sdl:seg id="1" conf="Translated" origin="mt"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>'
    '<trans-unit id="u2"><source>Third. Fourth.</source>'
    '<seg-source><mrk mtype="seg" mid="3">Third.</mrk> <mrk mtype="seg" mid="4">Fourth.</mrk></seg-source>'
    '<sdl:seg-defs><sdl:seg id="3"/><sdl:seg id="4"/></sdl:seg-defs></trans-unit>'
    '<trans-unit id="u3"><source>Locked</source><seg-source><mrk mtype="seg" mid="5">Locked</mrk></seg-source>'
    '<target><mrk mtype="seg" mid="5">Fermé</mrk></target>'
    '<sdl:seg-defs><sdl:seg id="5" conf="ApprovedSignOff" locked="true"/></sdl:seg-defs></trans-unit>'
    "</body></file></xliff>"
)

MQXLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.docx" source-language="ja" target-language="en" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed" mq:locked="no">
<source xml:space="preserve">こんにちは<ph id="1">&lt;br/&gt;</ph></source>
<target xml:space="preserve">Hello<ph id="1">&lt;br/&gt;</ph></target>
</trans-unit>
<trans-unit id="2" mq:status="Proofread" mq:locked="locked">
<source xml:space="preserve">さようなら</source>
<target xml:space="preserve">Goodbye</target>
</trans-unit>
</body></file></xliff>
"""

XLIFF2 = """<?xml version="1.0"?>
<xlf:xliff xmlns:xlf="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar"
  xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
 <xlf:file id="f1">
  <xlf:unit id="u1">
   <mtc:matches><mtc:match ref="#m1"><xlf:source>He</xlf:source><xlf:target>هو</xlf:target></mtc:match></mtc:matches>
   <xlf:notes><xlf:note id="n1">Careful &amp; slow</xlf:note></xlf:notes>
   <xlf:originalData><xlf:data id="d1">&lt;em></xlf:data><xlf:data id="d2">&lt;/em></xlf:data></xlf:originalData>
   <xlf:segment id="s1" state="translated">
    <xlf:source>He <xlf:pc id="1" dataRefStart="d1" dataRefEnd="d2">said</xlf:pc> no.</xlf:source>
    <xlf:target>هو <xlf:pc id="1" dataRefStart="d1" dataRefEnd="d2">قال</xlf:pc> لا.</xlf:target>
   </xlf:segment>
   <xlf:ignorable><xlf:source> </xlf:source></xlf:ignorable>
   <xlf:segment id="s2">
    <xlf:source>Gone.</xlf:source>
   </xlf:segment>
  </xlf:unit>
  <xlf:unit id="u2" translate="no">
   <xlf:segment>
    <xlf:source>Fixed</xlf:source>
    <xlf:target>ثابت</xlf:target>
   </xlf:segment>
  </xlf:unit>
 </xlf:file>
</xlf:xliff>
"""

TMX = """<?xml version="1.0" encoding="UTF-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="none" segtype="sentence" adminlang="en" srclang="en-US" datatype="plaintext"/>
<body>
<tu tuid="a"><note>first</note>
  <tuv xml:lang="EN-US"><seg>Hello <bpt i="1">&lt;b&gt;</bpt>world<ept i="1">&lt;/b&gt;</ept></seg></tuv>
  <tuv xml:lang="DE"><seg>Hallo <bpt i="1">&lt;b&gt;</bpt>Welt<ept i="1">&lt;/b&gt;</ept></seg></tuv>
  <tuv xml:lang="FR"><seg>Bonjour</seg></tuv>
</tu>
<tu>
  <tuv xml:lang="EN-US"><seg>Only English</seg></tuv>
</tu>
</body>
</tmx>
"""

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <location filename="main.cpp" line="1"/>
        <source>Open &amp;file&apos;s folder</source>
        <comment>menu</comment>
        <translation>Otwórz &amp;katalog&apos;</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform>%n plik</numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="vanished">Nie ma</translation>
    </message>
    <message>
        <source>Bell<byte value="x7"/></source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
"""

PO = r"""# A catalogue
msgid ""
msgstr ""
"Language: pt_BR\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#. Shown at the top
#: main.c:3
msgctxt "title"
msgid "Open \"file\"\n"
msgstr "Abrir \"ficheiro\"\n"

#: main.c:9
#, fuzzy, c-format
#| msgid "%d old file"
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d ficheiro"
msgstr[1] ""

#: main.c:12
msgid ""
"A long message that gettext has wrapped because it would not have fitted into "
"one line of the file."
msgstr ""
"Uma mensagem longa que o gettext dividiu porque não teria cabido numa só linha "
"do ficheiro."

#~ msgid "Gone"
#~ msgstr "Foi"
"""


HTML = """<!DOCTYPE html>
<html lang="fr-CA">
<head><meta charset="{charset}"><title>Le fleuve &amp; la ville</title>
<meta name="description" content="Un r&eacute;cit">
<style>p {{ color: red }}</style><script>if (a < b) document.write("<p>non</p>")</script></head>
<body>
<!-- <p>pas ici</p> -->
<h2>Un <em>grand</em> fleuve</h2>
<p class="intro">Il monte,&nbsp;il descend<br>
   et <a href="x.html" title="Voir">déborde</a> <img src="a.png" alt='La crue'>.
<p><b>Tout en gras.</b></p>
<ul><li>Premier<ul><li>Second</ul></ul>
<table><tr><td>Cellule<td translate="no">Marque</table>
<pre>ligne  un
  ligne deux</pre>
<p>Marque <span translate="no">Nomo</span> d&eacute;pos&eacute;e</p>
</body></html>
"""
HTML_TEXTS = (
    "Le fleuve & la ville",
    "Un récit",
    "Un ‹em›grand‹/em› fleuve",
    "Il monte,\u00a0il descend\net ‹a›déborde‹/a› ‹img›.",
    "Voir",
    "La crue",
    "Tout en gras.",
    "Premier",
    "Second",
    "Cellule",
    "ligne  un\n  ligne deux",
    "Marque ‹span› déposée",
)


MARKDOWN = """---
layout: post
title: "Der \\"Fluss\\""
description: Wie er stieg
lang: de
---

# Der Fluss #

Ein *schräger* Satz mit **fettem [Verweis](https://example.org/a_b_c "Titel")** und
zweiter Zeile \\*ohne\\* Betonung.\x20\x20
Und `git commit -m` mit ![Bild](bild.png).

> Zitat erste
> und zweite Zeile

- Punkt eins
  geht weiter
    1. Unterpunkt [kurz]

| Kopf | Zahl |
|------|-----:|
| Ein \\| Strich | 7 |

<p align="center">Mitte <b>fett</b></p>

```
nicht <das>
```

Letzter
=======

[kurz]: https://example.org/
"""
MARKDOWN_TEXTS = (
    'Der "Fluss"',
    "Wie er stieg",
    "Der Fluss",
    "Ein ‹i›schräger‹/i› Satz mit ‹b›fettem ‹a›Verweis‹/a›‹/b› und\nzweiter Zeile *ohne* Betonung.\nUnd ‹git comm› mit ‹img›Bild‹/img›.",
    "Zitat erste\nund zweite Zeile",
    "Punkt eins\ngeht weiter",
    "Unterpunkt ‹a›kurz‹/a›",
    "Kopf",
    "Zahl",
    "Ein | Strich",
    "7",
    "Mitte ‹b›fett‹/b›",
    "Letzter",
)

JSON = r"""{
  // a comment
  "title": "Le \"fleuve\"",
  "nested": {"list": ["un", {"deep": "deux\n\u00e9\/"}], "n": 1.5e3, "no": null, "empty": ""},
  "emoji": "\ud83d\ude00 fin",
}
"""
CHROME = (
    """{"hello": {"message": "Bonjour $WHO$", "description": "Greeting", "placeholders": {"who": {"content": "$1"}}}}"""
)
ARB = """{
  "@@locale": "fr_CA",
  "open": "Ouvrir",
  "@open": {"description": "A button", "type": "text"},
  "count": "{n, plural, one{{n} fichier} other{{n} fichiers}}"
}
"""
PROPERTIES = r"""# A comment
! Another
title=Le fleuve d\u00e9borde
long.value = premi\u00E8re \
      seconde
tab\ key:a\tb\\c
empty=
"""
STRINGS = r"""/* Title of the window */
"title" = "Le \"fleuve\"";
// menu
menu.open = "Ouvrir\n\U00e9";
"""
ANDROID = r"""<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- A comment -->
    <string name="app" translatable="false">Marque</string>
    <string name="hello">L\'eau <b>monte</b>,
        <xliff:g id="name" example="Ana">%1$s</xliff:g> &amp; \u00e9</string>
    <string name="spaces">"  deux  "</string>
    <string name="html"><![CDATA[<b>gras</b> l\'eau]]></string>
    <string name="none"/>
    <plurals name="files"><item quantity="one">%d fichier</item><item quantity="other">%d fichiers</item></plurals>
    <string-array name="days"><item>Lundi</item></string-array>
</resources>
"""

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Wo ist er?</i>

2
00:00:04,000 --> 00:00:06,000 X1:10 X2:20
{\\an8}Er kam um 5
- Nein, <font color="red">später</font>.

7
00:00:07,000 --> 00:00:08,000

8
00:00:09,000 --> 00:00:10,000
3 < 5 & mehr

2024
"""
SRT_TEXTS = ("‹i›Wo ist er?‹/i›", "‹an8›Er kam um 5\n- Nein, ‹font›später‹/font›.", "3 < 5 & mehr\n\n2024")

VTT = """WEBVTT - Title

STYLE
::cue { color: red }

NOTE not a cue

intro
00:01.000 --> 00:03.000 align:start
<v Anna>Hallo &amp; guten Tag</v>
<00:00:02.000>Leute

1:00:04.000 --> 1:00:06.000
Tschüs
"""


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

SAMPLES = [
    Sample(
        "txt",
        "lines.txt",
        "Überschrift\r\n\r\nErster Absatz.\r\nZweiter".encode(),
        ("Überschrift", "Erster Absatz.", "Zweiter"),
    ),
    Sample("txt", "utf16.txt", "eins\nzwei\n".encode("utf-16"), ("eins", "zwei")),
    Sample("xliff1", "utf8.xlf", XLIFF1.format(encoding="utf-8").encode(), XLIFF1_TEXTS, XLIFF1_SOURCES),
    Sample(
        "xliff1",
        "latin.xlf",
        XLIFF1.format(encoding="ISO-8859-1").replace("\n", "\r\n").encode("latin-1"),
        XLIFF1_TEXTS,
        XLIFF1_SOURCES,
    ),
    Sample("xliff1", "utf16.xlf", XLIFF1.format(encoding="UTF-16").encode("utf-16"), XLIFF1_TEXTS, XLIFF1_SOURCES),
    Sample(
        "sdlxliff",
        "a.sdlxliff",
        SDLXLIFF.encode(),
        ("Le premier.", "", "", "", "Fermé"),
        ("First one.", "Second.", "Third.", "Fourth.", "Locked"),
    ),
    Sample("mqxliff", "a.mqxliff", MQXLIFF.encode(), ("Hello‹br›", "Goodbye"), ("こんにちは‹br›", "さようなら")),
    Sample(
        "xliff2",
        "a.xlf",
        XLIFF2.encode(),
        ("هو ‹em›قال‹/em› لا.", "", "ثابت"),
        ("He ‹em›said‹/em› no.", "Gone.", "Fixed"),
    ),
    Sample("tmx", "a.tmx", TMX.encode("utf-16"), ("Hallo ‹b›Welt‹/b›", ""), ("Hello ‹b›world‹/b›", "Only English")),
    Sample(
        "ts",
        "pl.ts",
        TS.encode(),
        ("Otwórz &katalog'", "%n plik", "", ""),
        ("Open &file's folder", "%n file(s)", "%n file(s)", "Bell‹U+7›"),
    ),
    Sample(
        "po",
        "pt_BR.po",
        PO.encode(),
        (
            'Abrir "ficheiro"\n',
            "%d ficheiro",
            "",
            "Uma mensagem longa que o gettext dividiu porque não teria cabido numa só linha do ficheiro.",
        ),
        (
            'Open "file"\n',
            "%d file",
            "%d files",
            "A long message that gettext has wrapped because it would not have fitted into one line of the file.",
        ),
        alphabet=PLAIN + "\n\t\r\\",
    ),
    Sample(
        "po",
        "crlf.po",
        PO.replace("\n", "\r\n").replace("UTF-8", "CP1252").encode("cp1252"),
        (
            'Abrir "ficheiro"\n',
            "%d ficheiro",
            "",
            "Uma mensagem longa que o gettext dividiu porque não teria cabido numa só linha do ficheiro.",
        ),
        alphabet='abÉßñ“” %\\"\n',
    ),
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
    Sample("html", "utf8.html", HTML.format(charset="utf-8").encode(), HTML_TEXTS, alphabet=NO_SPACE),
    Sample(
        "html",
        "latin.htm",
        HTML.format(charset="iso-8859-1").replace("\n", "\r\n").encode("cp1252"),
        HTML_TEXTS,
        alphabet=NO_SPACE,
    ),
    Sample("srt", "a.srt", SRT.encode("utf-8-sig"), SRT_TEXTS, alphabet=PLAIN.replace("<", "").replace("{", "") + "\n"),
    Sample(
        "srt",
        "utf16.srt",
        SRT.replace("\n", "\r\n").encode("utf-16"),
        SRT_TEXTS,
        alphabet=PLAIN.replace("<", "").replace("{", ""),
    ),
    Sample("vtt", "a.vtt", VTT.encode(), ("‹v›Hallo & guten Tag‹/v›\n‹00:00:02›Leute", "Tschüs")),
    Sample("markdown", "a.md", MARKDOWN.encode(), MARKDOWN_TEXTS, alphabet=NO_SPACE),
    Sample(
        "markdown", "crlf.md", MARKDOWN.replace("\n", "\r\n").encode("utf-8-sig"), MARKDOWN_TEXTS, alphabet=NO_SPACE
    ),
    Sample("json", "a.json", JSON.encode(), ('Le "fleuve"', "un", "deux\né/", "", "😀 fin"), alphabet=PLAIN + "\n\t"),
    Sample("json", "messages.json", CHROME.encode(), ("Bonjour $WHO$",), alphabet=PLAIN + "\n\t"),
    Sample(
        "arb",
        "app_fr.arb",
        ARB.replace("\n", "\r\n").encode(),
        ("Ouvrir", "{n, plural, one{{n} fichier} other{{n} fichiers}}"),
    ),
    Sample(
        "properties",
        "a.properties",
        PROPERTIES.encode(),
        ("Le fleuve déborde", "première seconde", "a\tb\\c", ""),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "properties",
        "latin.properties",
        "titre = déjà\r\nautre : là\r\n".encode("latin-1"),
        ("déjà", "là"),
        alphabet=PLAIN + "\n\t",
    ),
    Sample("strings", "a.strings", STRINGS.encode("utf-16"), ('Le "fleuve"', "Ouvrir\né"), alphabet=PLAIN + "\n\t"),
    Sample(
        "android",
        "strings.xml",
        ANDROID.encode(),
        (
            "Marque",
            "L'eau ‹b›monte‹/b›, ‹Ana› & é",
            "  deux  ",
            "<b>gras</b> l'eau",
            "",
            "%d fichier",
            "%d fichiers",
            "Lundi",
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
    Sample(
        "csv",
        "a.csv",
        b'id;de;en\r\nr1;"Er sagte ""ja""";"He said ""yes"""\r\nr2;Punkt;\r\nr3;"zwei\r\nZeilen"\r\n',
        ('He said "yes"', "", ""),
        ('Er sagte "ja"', "Punkt", "zwei\nZeilen"),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "csv",
        "chosen.tsv",
        "a\t1\tun\tuno\nb\t2\tdeux\tdos\n".encode("utf-16"),
        ("uno", "dos"),
        ("un", "deux"),
        options={"source": "3", "target": "D"},
        alphabet=PLAIN + "\n\t",
    ),
    *PACKAGE_SAMPLES,
    *PDF_SAMPLES,
    *XML_SAMPLES,
]
