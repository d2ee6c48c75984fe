"""Rebuild `resources/figures/`: what each language calls numbers, months, units and currencies.

    npm pack cldr-core cldr-rbnf cldr-dates-full cldr-numbers-full cldr-units-full   # version 48.2.0
    python resources/build/figures.py FOLDER

FOLDER holds the five packages, each unpacked into a folder of its name. Needs `icu4py` (ICU 78, whose
rule-based number formats are those of CLDR 48) and `anyascii`. Beside CLDR, `figures_own.toml` adds what
CLDR does not hold: inflected forms, short names in use, ambiguous words.
"""

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from anyascii import anyascii
from icu4py.messageformat import MessageFormat

HERE = Path(__file__).parent
OUT = HERE.parent / "figures"

VALUES = [*range(101), *range(200, 1000, 100)]
"""The values each list of `spellout` gives the words of, in order; `reviewer.text.figures.lexis` knows them too."""

SCALES = [10**3, 10**5, 10**6, 10**7, 10**9, 10**12]
MULTIPLES = (1, 2, 3, 5, 11, 100)

UNITS = {
    "length": "kilometer meter decimeter centimeter millimeter micrometer nanometer mile yard foot inch nautical-mile",
    "area": "square-kilometer hectare square-meter square-centimeter square-mile acre square-yard "
    "square-foot square-inch",
    "volume": "cubic-kilometer cubic-meter cubic-centimeter hectoliter liter deciliter centiliter "
    "milliliter cubic-mile cubic-foot gallon quart pint fluid-ounce barrel",
    "mass": "tonne ton stone pound ounce kilogram gram milligram microgram",
    "temperature": "celsius fahrenheit kelvin",
    "speed": "kilometer-per-hour meter-per-second mile-per-hour knot",
    "power": "gigawatt megawatt kilowatt watt milliwatt horsepower",
    "energy": "kilowatt-hour joule kilojoule kilocalorie calorie foodcalorie",
    "frequency": "gigahertz megahertz kilohertz hertz",
    "pressure": "hectopascal millibar bar pascal",
    "digital": "terabyte gigabyte megabyte kilobyte byte",
    "duration": "century decade year month week day hour minute second millisecond microsecond nanosecond",
    "concentr": "percent permille",
}

CURRENCIES = (
    "AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BHD BOB BRL BYN CAD CDF CHF CLP CNY COP CRC CUP CZK DEM DKK DOP DZD "
    "EGP ERN ETB EUR FRF GBP GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KPW "
    "KRW KWD KZT LAK LBP LKR LRD LYD MAD MDL MKD MMK MNT MOP MUR MVR MXN MYR NGN NIO NOK NPR NZD OMR PAB PEN PHP "
    "PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SOS SSP SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU "
    "UZS VES VND XAF XOF YER ZAR ZMW ZWL"
).split()

FAMILIES = {
    "dollar": "USD AUD CAD NZD HKD SGD TWD",
    "pound": "GBP EGP LBP SYP SDG",
    "franc": "CHF XAF XOF RWF",
    "peso": "MXN ARS CLP COP PHP CUP",
    "crown": "SEK NOK DKK CZK ISK",
    "rupee": "INR PKR LKR NPR MUR",
    "dinar": "IQD KWD JOD DZD RSD TND LYD BHD",
    "ruble": "RUB BYN",
    "rial": "IRR OMR YER",
    "shilling": "KES TZS UGX SOS",
    "won": "KRW KPW",
    "dirham": "AED MAD",
    "leu": "RON MDL",
    "manat": "AZN TMT",
    "sum": "UZS KGS",
}
ROOTS = {
    "CNY": "yuan juan renminbi yen-min",
    "JPY": "yen jen ien",
    "TRY": "lir",
    "ILS": "shekel sheqel schekel sekel shek sjekel",
    "UAH": "hryvn griwn grivn hrivn hryun",
    "PLN": "zlot zloty slot",
    "HUF": "forint",
    "ZAR": "rand",
    "BRL": "real reai",
    "THB": "baht bat",
    "VND": "dong",
    "KZT": "teng",
    "GEL": "lari",
    "AMD": "dram",
    "NGN": "naira nair",
    "BGN": "lev lew",
    "IDR": "rupia rupij",
    "MYR": "ringgit",
    "BDT": "taka",
    "AFN": "afghani afgani",
    "ETB": "birr",
    "SAR": "riyal rial riad",
    "QAR": "riyal rial riad",
    "DEM": "mark",
    "ALL": "lek",
    "ITL": "lir",
}
UNSPACED = {"zh", "ja", "yue", "th", "km", "lo", "my"}


def main(folder: Path) -> None:
    """Write one JSON file a language."""
    own = tomllib.loads((HERE / "figures_own.toml").read_text("utf-8"))
    levels = read(folder, "cldr-core/coverageLevels.json")["effectiveCoverageLevels"]
    locales = sorted(p.name for p in (folder / "cldr-numbers-full/main").iterdir())
    languages = sorted(
        {tag.split("-")[0] for tag in locales if levels.get(tag) in ("modern", "moderate", "basic")}
        & ({tag for tag in locales if levels.get(tag) in ("modern", "moderate")} | set(own))
    )
    OUT.mkdir(exist_ok=True)
    for old in OUT.glob("*.json"):
        old.unlink()
    for lang in languages:
        if lang in ("nb", "nn", "yue"):
            continue
        family = [tag for tag in locales if tag.split("-")[0] == lang]
        if lang == "no":
            family += [tag for tag in locales if tag in ("nb", "nn")]
        table = language(folder, lang, family, own.get(lang, {}))
        text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (OUT / f"{lang}.json").write_text(re.sub(r'("\w+":[{\[])', r"\n\1", text) + "\n", "utf-8")
    print(len(languages), "languages,", sum(p.stat().st_size for p in OUT.glob("*.json")) >> 10, "kB")


def language(folder: Path, lang: str, family: list[str], own: dict[str, Any]) -> dict[str, Any]:
    """Return the table of one language."""
    table: dict[str, Any] = separators(folder, lang, family)
    # Script variants (zh-Hant, sr-Latn, en-GB spelling) add their names to those of the language.
    variants = [tag for tag in family if tag == lang or wanted(tag, lang)]
    table["months"], table["weekdays"], table["halves"] = calendar(folder, variants)
    table["month_names"], table["weekday_names"] = series(folder, variants)
    table["date_order"], table["date_orders"] = date_orders(folder, lang, family)
    table["units"] = units(folder, variants)
    table["currencies"], table["symbols"] = currencies(folder, lang, variants)
    sets, scales, plain = spellout(folder, lang)
    table["spellout"] = sets
    table["words"] = plain
    table["scales"] = {**compact(folder, variants), **scales}
    table["forms"] = scale_forms(folder, lang)
    table["joined"] = any("\u00ad" in word for words in sets.values() for word in words)
    without_composed(sets, set(own.get("links", "").split("|")))
    respelt = own.pop("respelt", {})
    for words in sets.values():
        words[:] = [respelt.get(word, word) for word in (word.replace("\u00ad", "") for word in words)]
    merge(table, own)
    return {key: value for key, value in table.items() if value not in ({}, [], "", False)}


def merge(table: dict[str, Any], own: dict[str, Any]) -> None:
    """Add the hand-written entries, turned about from value to word."""
    own = dict(own)
    for word in own.pop("no_halves", "").split("|"):
        table["halves"].pop(word, None)
    hard, soft = own.pop("hard", ""), own.pop("soft", "")
    table["ordinals"] = {word: int(value) for word, value in inflected(own.pop("ordinals", {}), hard, soft)}
    hard = own.pop("compound_endings", hard)
    table["compounds"] = dict(inflected(own.pop("compounds", {}), hard, soft))
    if turned := own.pop("turned", ""):
        own["words"] = turned_about(turned.split("|"), own["words"], table["spellout"]["numbering"])
        for word, tens in list(table["ordinals"].items()):
            if 20 <= tens < 100:
                table["ordinals"] |= {start + word: tens + unit for unit, start in enumerate(turned.split("|"), 1)}
    if "spellout" in own:
        lists = {name: words.split("|") for name, words in own.pop("spellout").items()}
        table["spellout"] |= {name: [*words, *[""] * (len(VALUES) - len(words))] for name, words in lists.items()}
    for key, value in own.items():
        if not isinstance(value, dict):
            table[key] = value.split("|")
            continue
        target = table.setdefault(key, {})
        for name, words in value.items():
            for word in words.split("|"):
                if key in ("currencies", "units"):
                    target[word] = " ".join(sorted({*target.get(word, "").split(), *name.split()}))
                elif key == "hints":
                    target[word] = [*target.get(word, []), number(name)]
                else:
                    target[word] = number(name)


def inflected(stems: dict[str, str], hard: str, soft: str) -> Iterator[tuple[str, str]]:
    """Write out words with their adjective endings, each with the key it stands under."""
    for key, words in stems.items():
        for word in words.split("|"):
            endings = {"*": hard, "~": soft}.get(word[-1])
            forms = [word] if endings is None else [word[:-1] + ending for ending in endings.split("|")]
            for form in forms:
                yield form, key


def turned_about(units: list[str], words: dict[str, str], numbering: list[str]) -> dict[str, str]:
    """Add to `words` the numbers told units first in one word: pětadvacet, pětadvaceti."""
    words = dict(words)
    for tens in range(20, 100, 10):
        forms = [numbering[VALUES.index(tens)], *words.get(str(tens), "").split("|")]
        for unit, start in enumerate(units, 1):
            words[str(tens + unit)] = "|".join(start + form for form in forms if form)
    return words


def number(text: str) -> float | int:
    value = float(text)
    return int(value) if value.is_integer() else value


def wanted(tag: str, lang: str) -> bool:
    return tag in (
        "en-GB en-AU en-IN de-AT de-CH es-MX es-419 fr-CA pt-PT zh-Hant zh-Hant-HK sr-Latn nb nn "
        "ar-SY ar-IQ ar-DZ ar-MA"
    ).split() or (lang == "no" and tag in ("nb", "nn"))


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def main_of(folder: Path, package: str, tag: str, file: str) -> Any:
    return read(folder, f"{package}/main/{tag}/{file}.json")["main"][tag]


# ------------------------------------------------------------------ figures


def separators(folder: Path, lang: str, family: list[str]) -> dict[str, Any]:
    """Decimal and group marks, with the regions that differ."""

    def marks(tag: str) -> tuple[str, str]:
        numbers = main_of(folder, "cldr-numbers-full", tag, "numbers")["numbers"]
        symbols = numbers["symbols-numberSystem-latn"]
        return symbols["decimal"], symbols["group"]

    numbers = main_of(folder, "cldr-numbers-full", lang, "numbers")["numbers"]
    own = marks(lang)
    regions = {}
    for tag in family:
        if tag != lang and marks(tag) != own and re.fullmatch(r"[a-z]+-[A-Z0-9]+", tag):
            regions[tag.split("-")[1]] = "".join(marks(tag))
    pattern = numbers["decimalFormats-numberSystem-latn"]["standard"]
    system = numbers["defaultNumberingSystem"]
    return {
        "marks": "".join(own),
        "regions": regions,
        "digits": system if system != "latn" else "",
        "lakh": "#,##,##0" in pattern,
        "least_grouped": int(numbers.get("minimumGroupingDigits", 1)),
    }


def compact(folder: Path, tags: list[str]) -> dict[str, float]:
    """The scale words of CLDR's compact patterns: `0 Mio'.'` for 1000000 gives mio = 1000000."""
    found: dict[str, float] = {}
    for tag in tags:
        numbers = main_of(folder, "cldr-numbers-full", tag, "numbers")["numbers"]
        for style in ("short", "long"):
            formats = numbers["decimalFormats-numberSystem-latn"].get(style, {}).get("decimalFormat", {})
            for key, pattern in formats.items():
                for part in pattern.split(";"):
                    zeros = part.count("0")
                    word = letters(part)
                    if zeros and word:
                        found[word] = int(key.split("-")[0]) / 10 ** (zeros - 1)
    return {word: number(str(value)) for word, value in found.items() if value > 1}


def scale_forms(folder: Path, lang: str) -> dict[str, list[str]]:
    """Scale words by plural category in one order, so that one scale can be put for another."""
    numbers = main_of(folder, "cldr-numbers-full", lang, "numbers")["numbers"]
    forms: dict[str, list[str]] = {}
    for style in ("long", "short"):
        formats = numbers["decimalFormats-numberSystem-latn"].get(style, {}).get("decimalFormat", {})
        for scale in (10**3, 10**6, 10**9, 10**12):
            for category in ("one", "few", "many", "other"):
                pattern = formats.get(f"{scale}-count-{category}", formats.get(f"{scale}-count-other", ""))
                plain = pattern.split(";")[0]
                word = plain.replace("0", "").replace("'", "").replace("\u200f", "").strip(" \u00a0")
                forms.setdefault(str(scale), []).append(word if plain.count("0") == 1 else "")
    return forms if len({len(v) for v in forms.values()}) == 1 else {}


def letters(pattern: str) -> str:
    text = pattern.replace("'", "").replace("0", "").replace("\u200f", "").replace("\u200e", "")
    return re.sub(r"\s+", " ", text.replace("¤", "").replace("\u00a0", " ")).strip(" .-+").lower()


def spellout(folder: Path, lang: str) -> tuple[dict[str, list[str]], dict[str, float], dict[str, float]]:
    """Words for VALUES by rule set, scale words, and words of other round values (Arabic dual alfān)."""
    sets: dict[str, list[str]] = {}
    scales: dict[str, float] = {}
    plain: dict[str, float] = {}
    tags = {"zh": ["zh", "zh-Hant"], "sr": ["sr", "sr-Latn"], "fr": ["fr", "fr-CH"]}.get(lang, [lang])
    for tag in tags:
        path = folder / f"cldr-rbnf/rbnf/{tag}.json"
        if not path.exists():
            continue
        rules = json.loads(path.read_text("utf-8"))["rbnf"]["rbnf"].get("SpelloutRules", {})
        for name in rules:
            if not name.startswith("%spellout-") or "year" in name:
                continue
            words = [spelt(tag, name, value) for value in VALUES]
            if all(words) and not any(re.search(r"\d", word) for word in words):
                key = name.removeprefix("%spellout-")
                if words not in sets.values():
                    sets[key if tag == lang else f"{key}@{tag}"] = words
            if "ordinal" not in name and lang not in UNSPACED:
                read_scales(tag, name, scales, plain)
    return sets, scales, plain


def read_scales(tag: str, name: str, scales: dict[str, float], plain: dict[str, float]) -> None:
    """Read "thousand" off "two thousand", in every form the rule set uses; "two" has to stand there."""
    for scale in SCALES:
        for multiple in MULTIPLES:
            whole = re.split(r"[ \u00ad]", spelt(tag, name, multiple * scale))
            factor = re.split(r"[ \u00ad]", spelt(tag, name, multiple))
            if re.search(r"\d", "".join(whole)) or not whole[-1]:
                continue
            if len(whole) == 1:
                (scales if multiple == 1 else plain).setdefault(whole[0], multiple * scale)
            elif whole[:-1] == factor:
                scales.setdefault(whole[-1], scale)


def without_composed(sets: dict[str, list[str]], links: set[str]) -> None:
    """Empty the words that readers can put together themselves: twenty-one is twenty and one."""
    simple = {
        word: value
        for words in sets.values()
        for word, value in zip(words, VALUES, strict=True)
        if value <= 20 or value % 10 == 0
    }
    for words in sets.values():
        for index, value in enumerate(VALUES):
            if not 20 < value < 100 or value % 10 == 0:
                continue
            parts = [part for part in re.split(r"[ \u00ad-]", words[index]) if part not in links]
            values = [simple.get(part, simple.get(part.removeprefix("و"))) for part in parts]
            if set(values) == {value % 10, value - value % 10}:
                words[index] = ""


def spelt(tag: str, name: str, value: int) -> str:
    try:
        text = MessageFormat(f"{{0,spellout,{name}}}", tag.replace("-", "_")).format({"0": value})
    except Exception:  # a rule set this ICU does not have, or that cannot spell the value
        return ""
    return text.strip().lower().replace("\u200b", "").replace("\u2011", "-")


# ------------------------------------------------------------------ calendar


def calendar(folder: Path, tags: list[str]) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Month names, weekday names (Monday is 1), and names of the halves of the day (0 am, 1 pm)."""
    months: dict[str, set[int]] = defaultdict(set)
    weekdays: dict[str, set[int]] = defaultdict(set)
    halves: dict[str, set[int]] = defaultdict(set)
    for tag in tags:
        gregorian = main_of(folder, "cldr-dates-full", tag, "ca-gregorian")["dates"]["calendars"]["gregorian"]
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for key, name in gregorian["months"][context][width].items():
                    name = name.lower().strip(". ")
                    if not re.fullmatch(r"\d+\W*\w?", name) and len(name) > 1:
                        months[name].add(int(key))
                if width == "wide":
                    for number, key in enumerate("mon tue wed thu fri sat sun".split(), 1):
                        weekdays[gregorian["days"][context][width][key].lower()].add(number)
            for width in ("wide", "abbreviated"):
                for key, name in gregorian["dayPeriods"][context][width].items():
                    if key in ("am", "pm", "am-alt-variant", "pm-alt-variant") and len(name) > 1:
                        halves[name.lower().strip()].add(int(key.startswith("pm")))
    return single(months), single(weekdays), single(halves)


def series(folder: Path, tags: list[str]) -> tuple[list[list[str]], list[list[str]]]:
    """Names of the months and of the weekdays, one list for each form, so that one can be put for another."""
    months: list[list[str]] = []
    weekdays: list[list[str]] = []
    for tag in tags:
        gregorian = main_of(folder, "cldr-dates-full", tag, "ca-gregorian")["dates"]["calendars"]["gregorian"]
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = list(gregorian["months"][context][width].values())
                if names not in months and not re.search(r"\d", "".join(names)):
                    months.append(names)
            days = [gregorian["days"][context]["wide"][key] for key in "mon tue wed thu fri sat sun".split()]
            if days not in weekdays:
                weekdays.append(days)
    return months, weekdays


def single(found: dict[str, set[int]]) -> dict[str, int]:
    return {name: min(values) for name, values in found.items() if len(values) == 1}


def date_orders(folder: Path, lang: str, family: list[str]) -> tuple[str, dict[str, str]]:
    """Order of day, month and year in the short date pattern, with the regions that differ."""

    def order(tag: str) -> str:
        gregorian = main_of(folder, "cldr-dates-full", tag, "ca-gregorian")["dates"]["calendars"]["gregorian"]
        short = gregorian["dateFormats"]["short"]
        short = short if isinstance(short, str) else short["_value"]
        return "".join(dict.fromkeys(re.sub("[^dMy]", "", short))).lower()

    own = order(lang)
    regions = {
        tag.split("-")[1]: order(tag) for tag in family if re.fullmatch(r"[a-z]+-[A-Z]{2}", tag) and order(tag) != own
    }
    return own, regions


# ------------------------------------------------------------------ units and money


def units(folder: Path, tags: list[str]) -> dict[str, str]:
    """Unit names and signs in every plural form and case CLDR has."""
    found: dict[str, set[str]] = defaultdict(set)
    for tag in tags:
        widths = main_of(folder, "cldr-units-full", tag, "units")["units"]
        for width in ("long", "short"):
            for dimension, names in UNITS.items():
                for name in names.split():
                    entry = widths[width].get(f"{dimension}-{name}", {})
                    for key, pattern in entry.items():
                        if "count" in key and isinstance(pattern, str) and "{0}" in pattern:
                            word = re.sub(r"\s+", " ", pattern.replace("{0}", "")).strip(" \u00a0\u200f\u200e.").lower()
                            if word == "st":
                                continue  # stone, in Britain alone; the ending of 1st everywhere
                            if word and not (width == "short" and dimension == "duration" and len(word) < 3):
                                found[word].add(name)
    return {word: " ".join(sorted(names)) for word, names in found.items() if len(names) <= 3}


def currencies(folder: Path, lang: str, tags: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Currency names (with the bare nouns many currencies share) and signs, each to its ISO 4217 codes."""
    names: dict[str, set[str]] = defaultdict(set)
    signs: dict[str, set[str]] = defaultdict(set)
    slots: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tag in tags:
        table = main_of(folder, "cldr-numbers-full", tag, "currencies")["numbers"]["currencies"]
        for code in CURRENCIES:
            for key, name in table.get(code, {}).items():
                if key.startswith("displayName"):
                    clean = re.sub(r"\s*\(.*?\)", "", name).strip().lower()
                    if clean and clean.upper() != code:
                        names[clean].add(code)
                        slots[code][key].add(clean)
                elif name != code:
                    signs[name].add(code)
    if lang not in UNSPACED:
        for word, codes in nouns(slots).items():
            names[word] |= codes
    return ({k: " ".join(sorted(v)) for k, v in names.items()}, {k: " ".join(sorted(v)) for k, v in signs.items()})


def nouns(slots: dict[str, dict[str, set[str]]]) -> dict[str, set[str]]:
    """The noun that the names of a family share: dollar from US, Australian and Canadian dollar."""
    found: dict[str, set[str]] = defaultdict(set)
    for codes in FAMILIES.values():
        members = [code for code in codes.split() if code in slots]
        uses: dict[str, set[str]] = defaultdict(set)
        for code in members:
            for clean in pieces(slots[code].values()):
                uses[clean].add(code)
        for word, users in uses.items():
            if len(users) >= max(2, len(members) // 2) and len(word) > 2:
                found[word] |= set(members)
    for code, roots in ROOTS.items():
        for word in pieces(slots.get(code, {}).values()):
            if any(anyascii(word).lower().startswith(root) for root in roots.split()):
                found[word].add(code)
    return found


def pieces(slots: Iterable[set[str]]) -> Iterator[str]:
    for names in slots:
        for name in names:
            yield from re.split(r"[\s\u00a0-]+", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
