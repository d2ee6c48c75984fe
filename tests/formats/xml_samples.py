"""Small XML documents of several vocabularies, written for the tests, and what must be read in each."""

from tests.formats.sample import PLAIN, Sample

DOCBOOK = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE chapter PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd" [
<!ENTITY product "The <emphasis>River</emphasis> Book">
<!ENTITY next SYSTEM "next.xml">
]>
<!-- A chapter -->
<chapter id="one" lang="de"><title>Der Fluss</title>
  <para>In <emphasis role="bold">&product;</emphasis>
    steht<footnote><para>Laut Amt.</para></footnote> viel<footnote><para>Laut Amt.</para></footnote>
    &amp; mehr<xref linkend="a"/>.<!-- really? --></para>
  <sect1><title><command>ls</command></title>
    <screen>
  eins
  zwei
</screen>
    <para>Dies:
      <itemizedlist>
        <listitem><para>Erstens&#160;das</para></listitem>
      </itemizedlist>
      und so fort</para>
    &next;
  </sect1>
</chapter>
"""

ITS = """<?xml version="1.0"?>
<record xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" xml:lang="en-GB">
  <its:rules version="2.0">
    <its:translateRule selector="//code" translate="no"/>
    <its:translateRule selector="/record/shot/@alt" translate="yes"/>
    <its:withinTextRule selector="//place | //code" withinText="yes"/>
    <its:withinTextRule selector="//remark" withinText="nested"/>
    <its:locNoteRule selector="//line[@role='lead']" locNoteType="description">
      <its:locNote>The first line</its:locNote>
    </its:locNoteRule>
    <its:preserveSpaceRule selector="//verse" space="preserve"/>
  </its:rules>
  <line role="lead">From <place>Ulm</place> run <code>go<b>now</b></code><remark>See below</remark></line>
  <place>Bern</place>
  <shot alt='The "mill"'/>
  <line its:translate="no">KEY</line>
  <code>x <line its:translate="yes">Shown</line></code>
  <verse>one
 two</verse>
</record>
"""

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Journal</title><link>http://example.org</link>
<wp:tag><wp:tag_slug><![CDATA[eau]]></wp:tag_slug><wp:tag_name><![CDATA[L'eau & <le> reste]]></wp:tag_name></wp:tag>
<item><title>Crue</title>
<content:encoded><![CDATA[<strong>Un&nbsp;récit</strong> du fleuve

<img src="a.png"> Une <em>suite</em>]]></content:encoded></item>
</channel></rss>
"""

RESX = """<root>
  <resheader name="version"><value>2.0</value></resheader>
  <data name="Stop" xml:space="preserve"><value>Arrêter</value><comment>A button</comment></data>
  <data name="Icon" type="System.Drawing.Bitmap"><value>icon.png</value></data>
  <data name="Go" xml:space="preserve"><value>Va
là</value></data>
</root>
"""

UNKNOWN = """<story by="me">
  <name>One</name>
  <body>
    <bit>Er <w>sah</w> &lt;sie&gt; &#x0001F0BF;</bit>
    <bit>Und <w>dann</w>?</bit>
    <rows><bit>A</bit><bit>B</bit></rows>
    <empty/>
  </body>
</story>
"""

XML_SAMPLES = [
    *(
        Sample(
            "xml",
            f"chapter-{encoding}.xml",
            DOCBOOK.format(encoding=encoding).encode(encoding),
            (
                "Der Fluss",
                "In ‹b›‹product›‹/b› steht‹fn› viel‹fn› & mehr‹xref›.",
                "Laut Amt.",
                "Laut Amt.",
                "ls",
                "eins\n  zwei",
                "Dies:",
                "Erstens\u00a0das",
                "und so fort",
                "‹next›",
            ),
            alphabet=PLAIN + "\n\t",
        )
        for encoding in ("utf-8", "utf-16", "iso-8859-1")
    ),
    Sample(
        "xml",
        "its.xml",
        ITS.encode(),
        ("From ‹place›Ulm‹/place› run ‹code›‹remark›", "See below", "Bern", 'The "mill"', "Shown", "one\n two"),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "xml",
        "feed.xml",
        FEED.replace("\n", "\r\n").encode(),
        (
            "Journal",
            "L'eau & <le> reste",
            "Crue",
            "‹strong›Un\u00a0récit‹/strong› du fleuve",
            "‹img› Une ‹em›suite‹/em›",
        ),
        alphabet=PLAIN.replace(" ", ""),
    ),
    Sample("xml", "a.resx", RESX.encode("utf-8-sig"), ("Arrêter", "Va\nlà"), alphabet=PLAIN + "\n\t"),
    Sample(
        "xml",
        "story",
        UNKNOWN.encode(),
        ("One", "Er ‹w›sah‹/w› <sie> 🂿", "Und ‹w›dann‹/w›?", "A", "B"),
        alphabet=PLAIN + "\n\t",
    ),
]
