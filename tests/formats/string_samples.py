"""Files of named strings, written for the tests."""

from tests.formats.sample import PLAIN, Sample

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

STRING_SAMPLES = [
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
]
