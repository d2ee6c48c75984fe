"""Build `resources/quotation_marks.json` from CLDR's delimiters and the variants in use below.

    npm pack cldr-misc-full && tar xzf cldr-misc-full-*.tgz
    python resources/build/quotation_marks.py package/main

Each language has a list of sets of four marks (outer opening, outer closing, inner opening, inner
closing): CLDR's own first, then the others that its newspapers and publishers use. A tag whose CLDR marks
are those of its parent (the tag without its last subtag) is left out.
"""

import json
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "quotation_marks.json"

IN_USE = {
    "ar": ("«»‹›", "“”‘’"),
    "be": ("„“‚‘", "“”‘’"),
    "bg": ("«»„“", "“”‘’"),
    "ca": ("“”‘’",),
    "cs": ("»«›‹",),
    "da": ("»«›‹", "„“‚‘", "””’’", "«»‹›"),
    "de": ("»«›‹",),
    "de-CH": ("»«›‹",),
    "de-LI": ("»«›‹",),
    "el": ("“”‘’",),
    "en": ("‘’“”",),
    "es": ("«»“”",),
    "et": ("«»„“", "„”‚’"),
    "eu": ("“”‘’",),
    "fa": ("“”‘’",),
    "fi": ("»»’’",),
    "fr": ("«»“”", "“”‘’", "«»‹›"),
    "fr-CH": ("«»“”",),
    "gl": ("«»“”",),
    "he": ("“”‘’", "„”‚’"),
    "hr": ("„”‚’", "»«›‹"),
    "hu": ("„”‚’",),
    "hy": ("“”‘’",),
    "is": ("„“«»",),
    "it": ("“”‘’",),
    "ja": ("“”‘’", "〝〟‘’"),
    "ka": ("“”‘’",),
    "ko": ("「」『』",),
    "lt": ("„“‚‘", "“”‘’"),
    "lv": ("„”‚’", "«»„”", "“”‘’"),
    "mk": ("“”‘’",),
    "nb": ("„“‚‘", "“”‘’", "””’’"),
    "nn": ("„“‚‘", "“”‘’", "””’’"),
    "no": ("„“‚‘", "“”‘’", "””’’"),
    "nl": ("“”‘’", "„”‚’"),
    "pl": ("„”‚’", "«»„”"),
    "pt": ("«»“”",),
    "pt-PT": ("“”‘’",),
    "ro": ("“”«»",),
    "ru": ("“”‘’",),
    "sk": ("»«›‹", "„”‚’"),
    "sl": ("»«›‹", "„”‚’"),
    "sq": ("„“‚‘", "«»‹›"),
    "sr": ("„“‚‘", "»«›‹", "“”‘’"),
    "sv": ("»»’’", "»«›‹"),
    "tr": ("«»‹›",),
    "uk": ("„“‚‘", "“”‘’", "„”‚’"),
    "ur": ("“”‘’",),
    "vi": ("«»‹›",),
    "zh": ("「」『』",),
    "zh-Hant": ("“”‘’",),
}
PREFERRED = {"de-CH": "«»‹›", "de-LI": "«»‹›"}
"""Stands before CLDR's own where usage is settled (Schweizerische Bundeskanzlei, Schreibweisungen)."""
PADDING = {"fr": "\u00a0", "fr-CH": ""}
"""No-break space between a guillemet and what it holds (Imprimerie nationale; none in Switzerland)."""
KEYS = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")


def main() -> None:
    cldr = {}
    for path in sorted(Path(sys.argv[1]).glob("*/delimiters.json")):
        marks = json.loads(path.read_text("utf-8"))["main"][path.parent.name]["delimiters"]
        cldr[path.parent.name] = "".join(marks[key] for key in KEYS)
    # CLDR calls Traditional Chinese by script only; newsrooms tag it by region.
    cldr |= dict.fromkeys(("zh-TW", "zh-HK", "zh-MO"), cldr["zh-Hant"])
    table = {}
    for tag in sorted(cldr.keys() | IN_USE.keys()):
        parent = tag.rpartition("-")[0]
        own = cldr.get(tag) or cldr[parent or tag]
        if parent and cldr.get(parent) == own and tag not in IN_USE:
            continue
        first = (PREFERRED[tag], own) if tag in PREFERRED else (own,)
        table[tag] = list(dict.fromkeys((*first, *IN_USE.get(tag, IN_USE.get(parent, ())))))
    content = {"marks": table, "padding": PADDING}
    OUT.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
