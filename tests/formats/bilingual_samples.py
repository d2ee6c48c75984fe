"""Bilingual files, written for the tests."""

from tests.formats.sample import PLAIN, Sample

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

BILINGUAL_SAMPLES = [
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
]
