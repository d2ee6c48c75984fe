"""Build `resources/opposites/`: which words of 20 languages mean opposites, by way of English.

    apt-get download wordnet-base dict-freedict-deu-eng dict-freedict-eng-deu …   # see FREEDICT
    dpkg-deb -x PACKAGE.deb FOLDER          # for each
    python resources/build/opposites.py FOLDER

`opposites.tsv` gives each English pole its opposites and the poles near to it, from `opposites.txt` beside this script
and WordNet's direct antonyms among everyday words. Each `LANG.marisa` maps the forms of a language to a line of
`LANG.txt`, the poles they may stand for, from FreeDict's word lists and `opposites_words.tsv`, inflected by the
endings below and `opposites_forms.tsv`.

Only word lists under the GPL, version 2 or later or 3 or later, are read: those of FreeDict that were made from
Wiktionary (Bulgarian, Finnish, Greek, Indonesian, Norwegian, Polish) or JMdict (Japanese) are CC BY-SA 3.0, which
cannot be combined with it; Hungarian is GPL-2 only.
"""

import csv
import gzip
import re
import string
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import marisa_trie

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "opposites"
FREEDICT = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "es": "spa", "fr": "fra", "hi": "hin", "hr": "hrv",
    "it": "ita", "lt": "lit", "nl": "nld", "pt": "por", "ru": "rus", "sk": "slk", "sl": "slv", "sv": "swe", "tr": "tur",
}  # fmt: skip
"""Language tags and FreeDict's codes; Chinese and Polish have words of our own only."""
OWN_FIRST = frozenset(("hi",))
"""Languages whose lists know odd senses: our own words say all that a word means."""
EVERYDAY = ("eng-fra", "eng-spa", "eng-swe")
"""Small word lists: an antonym of WordNet's counts when both words are in two of them."""
ENDINGS = {
    "en": "y:ies,ied,ier,iest e:es,ed,ing,er,est :s,es,ed,ing,er,est",
    "de": "en:e,st,t,te,ten,test,tet,end,ende,enden,ender,endes el:le,len,ler,les er:re,ren,rer,res "
    ":e,er,es,en,em,ere,erer,eres,eren,erem,ste,sten,ster,stes,s,n",
    "nl": "en:t,de,den,te,ten,end,ende :e,er,ere,st,ste,en,s,n",
    "fr": "er:e,es,ons,ez,ent,ais,ait,aient,a,èrent,é,ée,és,ées,era,eront,erait,ant "
    "ir:is,it,issent,issait,issaient,i,ie,ies,ira,iront,irait,issant re:s,ent,ait,aient,u,ue,us,ues,ra,ront,rait,ant "
    "eux:euse,euses if:ive,ives,ifs al:ale,aux,ales er:ère,ères :e,s,es",
    "es": "ar:o,as,a,amos,an,aba,aban,ó,aron,ado,ada,ados,adas,ará,arán,aría,arían,ando,e,en "
    "er:o,es,e,en,ía,ían,ió,ieron,ido,ida,idos,idas,erá,erán,iendo ir:o,es,e,en,ía,ían,ió,ieron,ido,ida,idos,idas,"
    "irá,irán,iendo o:a,os,as :s,es",
    "it": "are:o,i,a,iamo,ano,ava,avano,ò,arono,ato,ata,ati,ate,erà,eranno,ando "
    "ere:o,i,e,ono,eva,evano,uto,uta,uti,ute,erà,eranno,endo ire:o,i,e,isce,iscono,ono,iva,ivano,ì,irono,ito,ita,iti,"
    "ite,irà,iranno,endo o:a,i,e e:i a:e",
    "pt": "ar:o,a,amos,am,ava,avam,ou,aram,ado,ada,ados,adas,ará,arão,ando er:o,e,em,ia,iam,eu,eram,ido,ida,idos,idas,"
    "erá,erão,endo ir:o,e,em,ia,iam,iu,iram,ido,ida,idos,idas,irá,irão,indo o:a,os,as :s,es",
    "sv": "a:ar,er,de,t,ts,d,da,des,as,ade,ades,at,ats,ad :t,a,are,ast,aste,en,et,ar,or,er,na,s,n",
    "da": "e:er,ede,edes,et,es,te :t,e,ere,est,este,en,et,er,ne,s,r",
    "cs": "ý:á,é,ého,ému,ém,ým,ou,í,ých,ými í:ího,ímu,ím,ích,ími at:á,ají,al,ala,alo,ali,aly,án,ána,áno,áni,ány "
    "it:í,il,ila,ilo,ili,ily,en,ena,eno out:e,ou,l,la,lo,li,ly a:y,u,e,ou,ám,ách,ami :u,a,em,y,ů,ům,ech,e,ové",
    "sk": "ý:á,é,ého,ému,om,ým,ej,ú,ou,í,ých,ými í:ieho,iemu,ím,ích,ími at:á,ajú,al,ala,alo,ali "
    "iť:í,il,ila,ilo,ili,ený,ená a:y,u,e,ou,ám,ách,ami :u,a,om,y,ov,och,e,i",
    "hr": "ti:o,la,lo,li,le an:na,no,ni,ne,nog,nom,noj,nih,nim a:e,i,u,om,ama :i,a,o,og,oga,om,omu,oj,u,e,ih,im,ima",
    "sl": "ti:l,la,lo,li,le en:na,no,ni,ne,nega,nem,nih,nim :i,a,o,e,ega,emu,em,im,ih,imi,u",
    "ru": "ый:ая,ое,ые,ого,ому,ым,ом,ой,ую,ых,ыми ой:ая,ое,ые,ого,ому,ым,ом,ую,ых,ыми "
    "ий:ая,яя,ее,ое,ие,его,ого,ему,ому,им,ем,ей,ой,юю,ую,их,ими ать:ает,ают,ал,ала,ало,али,ан,ана,ано,аны "
    "ить:ит,ят,ил,ила,ило,или,ен,ена,ено,ены ять:яет,яют,ял,яла,яло,яли ться:лся,лась,лось,лись,тся "
    "ие:ия,ию,ием,ии ость:ости,остью а:ы,и,у,е,ой ь:я,ю,ем,е,и,ей,ям :а,у,ом,е,ы,и,ов,ам,ами,ах",
    "lt": "as:o,ą,ui,u,e,ai,ų,us,ams,ais is:io,į,iui,iu,yje,iai,ių,ius a:os,ą,ai,oje,ų,oms ti:a,o,ė,ama",
    "hi": "ा:े,ी,ों ी:ियों,ियाँ",
    "pl": "y:a,e,ego,emu,ej,ą,ych,ym,ymi ki:ka,kie,kiego,kiej,ką,kich,kim gi:ga,gie,giego,giej,gą,gich,gim "
    "ni:nia,nie,niego,niej,nią,nich,nim a:ę,ą",
}  # fmt: skip
"""What takes the place of a word's ending in its other forms (`:` alone: what is added). Forms that do not exist
do no harm: nobody writes them."""
SEPARABLE = "ab an auf aus ein her hin mit nach vor weg zu zurück zusammen".split()
TOO_VAGUE = frozenset(
    "some any no all none every each both either neither other others same have be is are was were been being get "
    "got give take make do go come came put let say very too so well on off in out here there this that one two not "
    "like kind use used look want need set run call man woman boy girl men women people thing time way even odd "
    "enough still yet then now ever just only mean fine bit sort lot miss catch hit stand sit lie wear change move "
    "order save follow even forget add fact land sea spring light right left matter mind pretty hard well "
    "can could may might must shall should will would down up back ahead behind side top bottom front middle figure "
    "ground present head fire face foot hand little much few several single second express natural flat sharp side "
    "life live question answer ask problem problem-solving gain found founding favor favour source alike employ "
    "opening age extraordinary enter stop solve deduct great dear content subject object interest arm branch "
    "state".split()
)
"""Words with so many senses that an opposite of one says nothing."""
OTHER_ADVERBS = frozenset(
    "broadly closely deeply greatly hardly highly largely lately nearly newly poorly presently roughly shortly "
    "simply".split()
)
"""These do not mean what their adjectives mean."""
OTHER_FORMS = frozenset((("de", "weiter"), ("hi", "पास"), *(("en", f"defeat{end}") for end in ("ed", "ing", "s"))))
"""Forms that mostly mean something else than their base forms do: further; who has defeated somebody has won."""
MAX_POLES = 14
"""A form with more poles than this means too many things."""
_NUKTA = "\u093c"
"""The dot below that marks borrowed sounds in Devanagari, which many leave out."""
_NEAR = frozenset(("near", "next", "nearest", "nearby"))
_ENGLISH = re.compile(r"[a-z][a-z-]+")
_ASIDE = re.compile(r"\[[^\]]*\]|<[^>]*>|/[^/]*/|\([^)]*\)|\{[^}]*\}")
_DIGITS = {c: i for i, c in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")}


def main() -> None:
    folder = Path(sys.argv[1])
    OUT.mkdir(exist_ok=True)
    poles = opposites(folder)
    kin = neighbours()
    rows = (
        f"{pole}\t{' '.join(sorted(others))}\t{' '.join(sorted(kin[pole] & poles.keys()))}\n"
        for pole, others in sorted(poles.items())
    )
    (OUT / "opposites.tsv").write_text("".join(rows), "utf-8")
    write("en", english_forms(folder, poles.keys()))
    ours = own_words(poles)
    for lang, code in FREEDICT.items():
        words = dictionary(folder, code, lang, set(poles))
        for word, heads in ours.get(lang, {}).items():
            words[word] = heads if lang in OWN_FIRST else words.get(word, set()) | heads
        write(lang, inflected(words, lang))
    write("pl", inflected(ours["pl"], "pl"))
    write("zh", ours["zh"])


def write(lang: str, table: dict[str, set[str]]) -> None:
    """Write the forms of a language as a trie of line numbers, and the lines."""
    lines = sorted({" ".join(sorted(heads)) for heads in table.values()})
    number_of = {line: k for k, line in enumerate(lines)}
    rows = [(form, (number_of[" ".join(sorted(heads))],)) for form, heads in sorted(table.items())]
    marisa_trie.RecordTrie("<H", rows).save(str(OUT / f"{lang}.marisa"))
    (OUT / f"{lang}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(lang, len(rows), len(lines))


def opposites(folder: Path) -> dict[str, set[str]]:
    """Return each English pole with its opposites."""
    table: dict[str, set[str]] = defaultdict(set)

    def oppose(one: str, other: str) -> None:
        if one != other and one not in TOO_VAGUE and other not in TOO_VAGUE:
            table[one].add(other)
            table[other].add(one)

    for left, right in own_pairs():
        for one in left:
            for other in right:
                oppose(one, other)
    lists = [{word for word, _ in entries(folder, pair)} for pair in EVERYDAY]
    for one, other in antonyms(folder):
        if all(sum(word in words for words in lists) >= 2 for word in (one, other)):
            oppose(one, other)
    return dict(table)


def own_pairs() -> Iterator[tuple[list[str], list[str]]]:
    for line in (HERE / "opposites.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split("|")
            yield left.split(), right.split()


def neighbours() -> dict[str, set[str]]:
    """Return for each pole those that stand on its side of some bar."""
    kin: dict[str, set[str]] = defaultdict(set)
    for sides in own_pairs():
        for side in sides:
            for word in side:
                kin[word] |= set(side) - {word}
    return kin


def antonyms(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that WordNet calls antonyms (pointer `!`, wndb(5WN))."""
    for part, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        synsets, pointers = {}, []
        lines = (folder / "usr/share/wordnet" / f"data.{name}").read_text("utf-8").splitlines()
        for fields in (line.split(" | ")[0].split() for line in lines if not line.startswith(" ")):
            count = int(fields[3], 16)
            synsets[fields[0]] = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
            rest = fields[5 + 2 * count :]
            pointers += [
                (fields[0], rest[k + 1], int(rest[k + 3][:2], 16), int(rest[k + 3][2:], 16))
                for k in range(0, 4 * int(fields[4 + 2 * count]), 4)
                if rest[k] == "!" and rest[k + 2] in (part, "s")
            ]
        for source, target, one, other in pointers:
            if target in synsets:
                pair = synsets[source][one - 1], synsets[target][other - 1]
                if all(_ENGLISH.fullmatch(word) for word in pair):
                    yield pair


def entries(folder: Path, pair: str) -> Iterator[tuple[str, str]]:
    """Yield headword and text of a FreeDict word list in dictd's format (dictfmt(1)); nothing if it is absent."""
    base = folder / "usr/share/dictd" / f"freedict-{pair}"
    if not base.with_suffix(".index").exists():
        return
    data = gzip.decompress(base.with_suffix(".dict.dz").read_bytes())
    for line in base.with_suffix(".index").read_text("utf-8").splitlines():
        head, *place = line.split("\t")[:3]
        if not head.startswith("00"):
            offset, length = map(number, place)
            yield head, data[offset : offset + length].decode("utf-8", "replace")


def number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = 64 * value + _DIGITS[digit]
    return value


def translations(text: str) -> Iterator[str]:
    """Yield the translations in an entry: no examples, cross-references, grammar or asides."""
    for line in text.split("\n")[1:]:
        if re.match(r"\s*(?:Synonym|see|Note|Antonym|\")", line) or " - " in line or "…" in line:
            continue
        for piece in re.split(r"[,;]|\d\.", _ASIDE.sub("", line)):
            piece = re.sub(r"^\s*(?:to|the|a|an|be|sich|se|się)\s+", "", piece.strip())
            piece = re.sub(r"\b(?:sth|sb|so|jdn|jdm|etw)\.?(?=\s|$)", "", piece).strip(" .!?")
            if piece:
                yield piece.lower()


def dictionary(folder: Path, code: str, lang: str, poles: set[str]) -> dict[str, set[str]]:
    """Return the words of a language whose English translations are poles."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for head, text in entries(folder, f"{code}-eng"):
        for english in {word for word in translations(text) if word in poles or word in _NEAR}:
            found[head.lower()][english] += 1
    for head, text in entries(folder, f"eng-{code}"):
        if head.lower() in poles or head.lower() in _NEAR:
            for word in set(translations(text)):
                found[word][head.lower()] += 1
    # In the two great lists a pair that only one direction knows is an odd sense.
    least = 2 if lang == "de" else 1
    for heads in found.values():
        if heads.keys() & _NEAR:
            del heads["close"]  # not the opposite of "open" here
    words = {
        word: {english for english, times in heads.items() if times >= least and english in poles}
        for word, heads in found.items()
        if word not in function_words(lang) and not re.search(r"[\s\d.()/~]", word) and len(word) > 2
    }
    return {word: heads for word, heads in words.items() if heads and len(heads) <= MAX_POLES}


@cache
def function_words(lang: str) -> frozenset[str]:
    """Return words of a language that have hardly a meaning of their own."""
    for line in (HERE.parent / "languages" / "function_words.txt").read_text("utf-8").splitlines():
        if line.startswith(f"{lang}\t"):
            return frozenset(line.split("\t")[1].split()) - {
                "mehr",
                "weniger",
                "mniej",
                "meer",
                "minder",
                "más",
                "mais",
            }
    return frozenset()


def english_forms(folder: Path, poles: Collection[str]) -> dict[str, set[str]]:
    """Return the forms of the poles: inflected, irregular, compared, and adverbs in -ly for adjectives."""
    table = {pole: {pole} for pole in poles}
    for pole in poles:
        for form in {*forms(pole, "en")} - {form for lang, form in OTHER_FORMS if lang == "en"}:
            table.setdefault(form, set()).add(pole)
    for part in ("noun", "verb", "adj"):
        for line in (folder / "usr/share/wordnet" / f"{part}.exc").read_text("utf-8").splitlines():
            form, *lemmas = line.split()
            for lemma in lemmas:
                if lemma in poles:
                    table.setdefault(form, set()).add(lemma)
    adverbs = {line.split()[0] for line in (folder / "usr/share/wordnet/index.adv").read_text("utf-8").splitlines()}
    for pole in poles:
        for adverb in (f"{pole}ly", f"{pole[:-1]}ily", f"{pole[:-1]}y", f"{pole}ally"):
            if adverb in adverbs and adverb.endswith("ly") and adverb not in OTHER_ADVERBS:
                table.setdefault(adverb, set()).add(pole)
    return table


def own_words(poles: dict[str, set[str]]) -> dict[str, dict[str, set[str]]]:
    """Return our own words by language."""
    words: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with (HERE / "opposites_words.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            english = row.pop("en")
            for lang, cell in row.items():
                for word in cell.split():
                    if english in poles and "-" not in word:
                        words[lang][word].add(english)
    return words


def inflected(words: dict[str, set[str]], lang: str) -> dict[str, set[str]]:
    """Return the words and their inflected forms."""
    lowered: dict[str, set[str]] = defaultdict(set)
    for word, heads in words.items():
        lowered[word.lower()] |= heads
    table: dict[str, set[str]] = defaultdict(set)
    for word, heads in lowered.items():
        table[word] |= heads
        for form in {*forms(word, lang), *irregular().get((lang, word), ())} - function_words(lang):
            table[form] |= heads
    return {form: heads for form, heads in table.items() if len(heads) <= MAX_POLES and (lang, form) not in OTHER_FORMS}


@cache
def endings(lang: str) -> list[tuple[str, list[str]]]:
    """Return the endings of base forms with those that take their place."""
    rules = (rule.partition(":") for rule in ENDINGS.get(lang, "").split())
    return [(ending, instead.split(",")) for ending, _, instead in rules]


def forms(word: str, lang: str) -> Iterator[str]:
    """Yield what a word may be in other forms; endings go by what the word ends in."""
    for ending, instead in endings(lang):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: len(word) - len(ending)]
            yield from (stem + new for new in instead)
            if lang == "en" and not ending and re.fullmatch(r".*[^aeiou][aeiou][bdgmnprt]", word):
                yield from (word + word[-1] + new for new in ("ed", "ing", "er", "est"))
    if lang == "hi" and _NUKTA in word:
        yield word.replace(_NUKTA, "")
    if lang in ("de", "nl") and word.endswith("en"):
        stem = word[:-2]
        prefix = next(
            (one for one in SEPARABLE if lang == "de" and stem.startswith(one) and len(stem) > len(one) + 2), ""
        )
        yield from (
            f"{prefix}ge{stem[len(prefix) :]}{new}" for new in ("t", "te", "ten", "ter", "tes", "en", "d", "de")
        )
        if prefix:
            yield from (f"{prefix}zu{stem[len(prefix) :]}en",)


@cache
def irregular() -> dict[tuple[str, str], list[str]]:
    """Return forms that no ending makes, by language and base form."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in (HERE / "opposites_forms.tsv").read_text("utf-8").splitlines():
        lang, bases, others = line.split("\t")
        for base in bases.split():
            found[lang, base] += others.split()
    return found


if __name__ == "__main__":
    main()
