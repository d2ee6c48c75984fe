"""What is known of widespread XML vocabularies: which elements stand inside a text, which hold none to translate.

DocBook 4.5 and 5.1 (OASIS), DITA 1.3 (OASIS), TEI P5, JATS 1.3 (NISO), RSS 2.0 and the export of WordPress, Atom
(RFC 4287), SVG 2, OPML 2.0, XML Spreadsheet 2003, the resources of .NET, the properties of Java, Help & Manual.
What a document says of itself in ITS goes before all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from reviewer.formats.xml.rules import Rule, paths
from reviewer.formats.xml.tree import Element
from reviewer.model.segment import Kind


def _names(*texts: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(text.split() for text in texts))


def _rules(*selectors: str, translate: bool) -> tuple[Rule, ...]:
    return tuple(Rule(path, translate=translate) for selector in selectors for path in paths(selector))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of one."""

    inline: frozenset[str] = frozenset()
    """Elements that stand inside a text."""
    nested: frozenset[str] = frozenset()
    """Elements that stand at a place of a text and have one of their own: notes, entries of an index."""
    hidden: frozenset[str] = frozenset()
    """Elements whose text is not to be translated."""
    only: frozenset[str] = frozenset()
    """The elements whose text is to be translated, where those are few."""
    preserved: frozenset[str] = frozenset()
    """Elements in which white space counts."""
    rules: tuple[Rule, ...] = ()
    known: bool = True
    """Whether elements not named here are paragraphs; else that is told by how they are used."""
    key: tuple[str, str] = ("", "")
    """The element and attribute that name a text, where texts have keys."""
    note: str = ""
    """The element beside a text that says something about it."""


BLOCKS = _names(
    "p para simpara formalpara ab l lg screen programlisting literallayout synopsis cmdsynopsis funcsynopsis pre lines",
    "codeblock msgblock listitem li item itemizedlist orderedlist variablelist simplelist segmentedlist ul ol dl sl",
    "list note tip warning caution important example informalexample figure informalfigure table informaltable tgroup",
    "equation informalequation blockquote lq address mediaobject sidebar procedure step substeps section div fig",
    "title subtitle titleabbrev bridgehead head heading table-wrap disp-formula disp-quote boxed-text",
    "tbody thead row entry td th tr",
)
"""Elements that begin a paragraph, or several, wherever they stand."""

INLINE = _names("b strong em emph emphasis bold italic sub sup span br u tt")
"""Elements that hardly any vocabulary has for something else than a piece of a text."""

KINDS: Mapping[str, tuple[Kind, frozenset[str]]] = {
    "heading": (
        Kind.HEADING,
        _names("title head heading h1 h2 h3 h4 h5 h6 titleabbrev subtitle caption article-title"),
    ),
    "list": (Kind.LIST_ITEM, _names("listitem li item varlistentry glossentry dlentry sli step member list-item")),
    "cell": (Kind.CELL, _names("entry td th cell Cell stentry")),
    "quote": (Kind.QUOTE, _names("blockquote lq disp-quote epigraph")),
    "note": (Kind.NOTE, _names("footnote fn")),
    "string": (Kind.STRING, _names("primary secondary tertiary see seealso index-see index-see-also alt")),
}
"""What a paragraph is by the nearest of these elements around it."""

_PLAIN = Vocabulary(known=False)

_DOCBOOK = Vocabulary(
    inline=_names(
        "abbrev accel acronym action anchor application biblioref citation citerefentry citetitle classname co code",
        "command computeroutput constant coref database email emphasis envar errorcode errorname errortext errortype",
        "exceptionname filename firstterm footnoteref foreignphrase function glossterm guibutton guiicon guilabel",
        "guimenu guimenuitem guisubmenu hardware inlineequation inlinegraphic inlinemediaobject interface",
        "interfacename keycap keycode keycombo keysym link literal markup medialabel menuchoice methodname modifier",
        "mousebutton olink option optional package parameter person phrase productname productnumber prompt property",
        "quote replaceable returnvalue sgmltag tag shortcut structfield structname subscript superscript symbol",
        "systemitem termdef token trademark type ulink uri userinput varname wordasword xref lineannotation arg sbr",
    ),
    nested=_names("footnote indexterm remark annotation alt textobject"),
    preserved=_names("programlisting screen literallayout synopsis address"),
)
_DITA = Vocabulary(
    inline=_names(
        "ph b i u tt sup sub codeph term keyword uicontrol menucascade wintitle filepath cmdname varname parmname",
        "apiname option systemoutput userinput msgph msgnum synph xref link-text cite q image tm state boolean text",
        "abbreviated-form shortcut overline line-through numcharref parameterentity textentity xmlatt xmlelement",
        "xmlnsname xmlpi markupname delim sep synnoteref var oper kwd foreign unknown",
    ),
    nested=_names("fn indexterm alt data index-see index-see-also"),
    hidden=_names("draft-comment required-cleanup"),
    preserved=_names("codeblock msgblock pre lines screen"),
    rules=_rules("//*/@navtitle", "//*/@spectitle", translate=True),
)
_TEI = Vocabulary(
    inline=_names(
        "hi emph foreign term title name persName placeName orgName rs date num measure ref ptr seg s w pc c choice",
        "abbr expan sic corr orig reg add del unclear gap supplied subst lb pb cb milestone anchor q said quote",
        "mentioned soCalled distinct gloss graphic formula ex am g forename surname geogName roleName genName code",
    ),
    nested=_names("note app"),
)
_JATS = Vocabulary(
    inline=_names(
        "italic bold monospace sc sub sup underline strike overline roman sans-serif xref ext-link uri email",
        "named-content styled-content inline-formula inline-graphic abbrev break target",
    ),
    nested=_names("fn"),
    hidden=_names("tex-math math"),
    preserved=_names("preformat code"),
)
_FEED = Vocabulary(
    only=_names(
        "title description encoded category cat_name tag_name category_description tag_description subtitle summary",
        "content comment_content copyright rights",
    ),
)
_SVG = Vocabulary(inline=_names("tspan a textPath tref"), only=_names("text title desc"))
_OUTLINE = Vocabulary(only=_names("title"), rules=_rules("//outline/@text", "//outline/@title", translate=True))
_WORKBOOK = Vocabulary(
    inline=_names("B I U S Font Sub Sup Span"),
    only=_names("Data"),
    rules=_rules("//Data[@ss:Type!='String']", translate=False),
)
_DOTNET = Vocabulary(
    only=_names("value"),
    rules=_rules(
        "//resheader", "//metadata", "//data[@type or @mimetype]", "//data[starts-with(@name,'>>')]", translate=False
    ),
    preserved=_names("value"),
    key=("data", "name"),
    note="comment",
)
_JAVA = Vocabulary(only=_names("entry"), preserved=_names("entry"), key=("entry", "key"))
_HELP = Vocabulary(inline=_names("text link variable br tab"), nested=_names("caption"), known=False)

_SPACES: Mapping[str, Vocabulary] = {
    "http://docbook.org/ns/docbook": _DOCBOOK,
    "http://www.tei-c.org/ns/1.0": _TEI,
    "http://www.w3.org/2005/Atom": _FEED,
    "http://www.w3.org/2000/svg": _SVG,
    "urn:schemas-microsoft-com:office:spreadsheet": _WORKBOOK,
}
_ROOTS: tuple[tuple[Vocabulary, frozenset[str], frozenset[str]], ...] = (
    (_FEED, _names("rss"), _names("channel")),
    (_OUTLINE, _names("opml"), _names("outline")),
    (_DOTNET, _names("root"), _names("resheader data")),
    (_JAVA, _names("properties"), _names("entry")),
    (_TEI, _names("TEI TEI.2 teiCorpus.2"), _names("text")),
    (_JATS, _names("article"), _names("article-meta journal-meta")),
    (
        _DITA,
        _names("dita topic concept task reference glossentry map bookmap troubleshooting"),
        _names("conbody taskbody refbody prolog shortdesc topicref topicmeta chapter glossdef steps"),
    ),
    (_HELP, _names("topic"), _names("para text")),
    (
        _DOCBOOK,
        _names(
            "set book part preface chapter appendix article section sect1 sect2 sect3 sect4 sect5 glossary",
            "bibliography refentry reference bookinfo para simpara abstract legalnotice index",
        ),
        _names("para simpara bookinfo articleinfo chapter"),
    ),
)
"""Vocabularies without a name space: by the first element, and one of the others there must be."""


def vocabulary_of(root: Element, names: frozenset[str]) -> Vocabulary:
    """Return what is known of the vocabulary of a document with that first element and elements of those names."""
    if root.space in _SPACES:
        return _SPACES[root.space]
    for vocabulary, roots, others in _ROOTS:
        if root.name in roots and not others.isdisjoint(names):
            return vocabulary
    return _PLAIN
