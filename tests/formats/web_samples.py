"""Files of HTML and Markdown, written for the tests."""
# ruff: noqa: E501 - the files stand here as tools write them.

from tests.formats.sample import NO_SPACE, Sample

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

WEB_SAMPLES = [
    Sample("html", "utf8.html", HTML.format(charset="utf-8").encode(), HTML_TEXTS, alphabet=NO_SPACE),
    Sample(
        "html",
        "latin.htm",
        HTML.format(charset="iso-8859-1").replace("\n", "\r\n").encode("cp1252"),
        HTML_TEXTS,
        alphabet=NO_SPACE,
    ),
    Sample("markdown", "a.md", MARKDOWN.encode(), MARKDOWN_TEXTS, alphabet=NO_SPACE),
    Sample(
        "markdown", "crlf.md", MARKDOWN.replace("\n", "\r\n").encode("utf-8-sig"), MARKDOWN_TEXTS, alphabet=NO_SPACE
    ),
]
