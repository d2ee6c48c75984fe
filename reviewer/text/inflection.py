"""Guesses the base forms of an inflected name by its endings, for a look-up to confirm.

The rules are generous on purpose: they only propose, and a proposal counts where a gazetteer or the
same article knows it. They work on folded words (`reviewer.text.folding.fold`), so Polish `Łodzi` is
`lodzi` here, and they follow the declensions of the languages' grammars.
"""

from functools import cache, lru_cache

from reviewer.text.languages import primary

_RULES = {
    # ending → what may stand in its place
    "de": "s: es:,er er:,en,e,el,er,es ner:en,ne ler:el n: en:,e,er,es e:er,es em:er,es",
    "nl": "s: er:,en se:",
    "sv": "s:", "da": "s:", "nb": "s: en: a:", "is": "s: ar: ur: i:,a u:a",
    "pl": (
        "a:,o,e u:,o,a,e i:,a,e,o,j y:,a,e e:,a,o,y,i ie:,a,o ze:g,ga,z,za dze:ga,g,da,d rze:ra,r,ro cie:t,ta,to "
        "niu:en,n nia:en,n niem:en,n niowi:en,n "
        "dzie:d,da,do nie:n,na,no sie:s,sa,so wie:w,wa,wo ce:ka,ca,cy,ko em:,o,e iem:,o om:y,i,a ow:y,i,a,e "
        "ami:y,i,a,e ach:y,i,a,e iech:y,ny,en zech:cy,chy szech:chy czech:cy a:,y owi:,o owie:,o,y iej:a,ia "
        "ej:a,i,y im:,i,ie ym:,y,e ych:e,y ich:ie,i,e ego:y,i,e emu:y,i,e iego:,i emu: ki:ka ka:ek,ko "
        "ku:ek,ko kiem:ek,ko l:la edu:ad sk:sko n:,na w:wa owa: ia: iu:,ia"
    ),
    "cs": (
        "a:,o,e,y u:,a,o,e,y y:,a i:,a,e,o e:,a,o,i,y em:,o,e ou:a um: ovi: ove: ech:y,e ich:e,i ach:y,a ami:y,a "
        "ne:en ni:en ci:ec vy:uv ve:uv va:uv "
        "ze:ha,ga,za,z ce:ka,ca,ko re:ra,r im:i,e ho:,y,i eho:y,e emu:y,e ych:e,y ym:y,e ku:ek,ko ka:ek"
    ),
    "ru": (
        "а:,о,е,ы,й у:,а,о,е ы:,а,о и:,а,я,ь,й,е,и е:,а,о,я,й,ь,и ю:я,ь,й,е,е ой:а,ый,ая,ий ей:я,ь,ы,а,и ою:а ею:я "
        "ом:,о,ое ем:,е,ь,й,ее я:,ь,й,е,и ам:а,ы ям:я,и,ь ами:а,ы ями:я,и ах:а,ы ях:я,и,ь ии:ия,ий,ие ию:ия,ий "
        "ией:ия ием:ие,ий ия:ий,ие ов:,ы,а ев:и,ы,й ого:ый,ий,ое,ой,ая ому:ый,ий,ое,ой ым:ый,ы,ов,ин,ое "
        "ых:ые,ый их:ие,ий ое:ый,ий,ой ее:ий ая:ый,ий,ой ые:ый,ой ие:ий "
        "ую:ая юю:яя ом:ый его:ий,ее,ья ему:ий,ее ней:няя нюю:няя нем:ний,нее ьи:ья ье:ья ью:ья,ь овым:ов "
        "евым:ев иным:ин ина:ин ину:ин ине:ин"
    ),
    "lt": "o:as,is,a,ys e:as,a,ys,e,is i:is,as u:as,is,us ui:as io:is,ys,ius es:e os:a oje:a eje:e uje:us "
    "yje:is,ys ai:as,a iai:is uose:ai ose:os ius:is am:as a: ams:ai",
    "lv": "a:s,is u:s,a,is am:s i:a,e,s,is as:a es:e e: is: ai:a ei:e aa:a os:i iem:i ija:ija",
    "fi": (
        "n: ssa: sta: lla: lle: lta: a: an:a in: een:i,e issa:it,i ista:it,i iin:it,i hin: seen:s essa:i,e "
        "esta:i,e en:i,e ia:i,a ksessa:s ksesta:s kseen:s ksen:s ssä: stä: ä: llä: ltä:"
    ),
    "et": "s: st: sse: l: le: lt: ga: i: a: u: e: ni: ks:",
    "hu": (
        "ban: ben: ba: be: bol: rol: tol: on: en: ra: re: hoz: hez: nak: nek: val: vel: ot: et: at: t: a: e: i: "
        "aban:a eben:e aba:a abol:a arol:a atol:a anak:a aval:a at:a aja: ja: ert: ig: n: ul: kent:"
    ),
    "tr": (
        "da: de: ta: te: dan: den: tan: ten: ya: ye: yi: yu: na: ne: nin: nun: in: un: i: u: a: e: li: lu: la: le: "
        "yla: yle: deki: daki: ca: ce: lilar: liler:"
    ),
    "ro": "ul: ului: ei:a,e i:,e,a a:,e ii:ia,ie lui: ilor:i,e elor:e le: iei:ia",
    "el": "ου:ος,ο,ους ο:ος α:ας,ια η:ης ας:α ης:η ον:ος ων:α,οι,ες ους:οι ες:α τον: ι:ις",
    "sq": "i: u: es:e,a in: e: a:,e se:,e",
    "hy": "ի: ում: ից: ով: ը: ն: ին: իա:",
    "ka": "ში:ი, ის:ი,ა,ე ს:ი,ა,ე,ო, ზე:ი, დან:ი, მა:ი ით:ი შია:ი",
    "hi": "े:ा", "eu": "ko: n: ra: tik: ren: ek: an: en: era: etik:", "ga": "e:", "la": "ae:a am:a",
}  # fmt: skip
_LIKE = {
    "uk": "ru", "be": "ru", "bg": "ru", "mk": "ru", "sk": "cs", "sl": "cs", "hr": "cs", "bs": "cs", "sr": "cs",
    "sh": "cs", "no": "nb", "nn": "nb", "fo": "is", "az": "tr", "kk": "tr", "lb": "de", "af": "nl",
    "dsb": "cs", "hsb": "cs",
}  # fmt: skip
_UKRAINIAN = (
    "а:,о,е у:,а,о,е и:,а,і і:,а,о,е,я,ь,ий,и є:я ю:я,ь,й,е ою:а ею:я єю:я ом:,о ем:,е,ь єм:й я:,ь,й,е ам:а,и "
    "ах:а,и ами:а,и ії:ія ию:ия ію:ія ією:ія ів:и,а ого:ий,е,ій ому:ий,е им:ий,и,ів,ін их:і,ий ої:а ові: еві: "
    "ій:ий,а,і,я ої:ий,а ьої:я ього:ій,є ьому:ій,є ім:ій,ий зі:га,г,за ці:ка,к,ца сі:ха,х,са "
    "єві:й ва:ів ву:ів ві:ів вом:ів ова:ів ову:ів ові:ів єва:їв єву:їв єві:їв ьва:ьвів"
)
_SERBIAN_CYRILLIC = "а:,о,е у:,а,о,е и:,а,о е:,а,о ом:,о,а ем:,е ама:а,е има:и ској:ска ске:ска ску:ска"
_PROCLITICS = {
    "ar": ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك"),
    "he": ("ושב", "וב", "שב", "ול", "ומ", "וה", "מה", "שה", "לה", "ב", "ל", "מ", "ו", "ה", "כ", "ש"),
    "fa": ("",),
}
_PARTICLES = (
    "으로의 로의 에서의 까지의 부터의 "
    "에서는 에서도 으로는 에게는 이라는 에서 에는 에도 으로 까지 부터 처럼 보다 에게 라는 이라 이나 과의 와의 "
    "군은 군이 은 는 이 가 을 를 의 에 로 와 과 도 인 만 군 측 계 산 발 행"
).split()
"""Korean particles and suffixes that stand at the end of a name without a space."""


_COMPASS = {
    "de": ("nordost", "nordwest", "sudost", "sudwest", "nord", "sud", "ost", "west", "zentral", "mittel", "inner"),
    "nl": ("noordoost", "noordwest", "zuidoost", "zuidwest", "noord", "zuid", "oost", "west", "centraal", "midden"),
    "sv": ("nord", "syd", "ost", "vast", "central"),
    "da": ("nord", "syd", "ost", "vest", "central"),
    "nb": ("nord", "sor", "ost", "vest", "sentral"),
}
"""Points of the compass that are written in one word with a name (Nordsyrien, Zuidoost-Azië)."""


@cache
def _rules(language: str) -> tuple[dict[str, tuple[str, ...]], int]:
    """Return the endings of a language with what may stand in their place, and how long the longest is."""
    text = _UKRAINIAN if language == "uk" else _RULES.get(_LIKE.get(language, language), "")
    if language in ("bg", "mk"):
        text = "та: то: ът: ят: а: я: те:"
    elif language == "sr":
        text += " " + _SERBIAN_CYRILLIC
    rules: dict[str, tuple[str, ...]] = {}
    # Folding takes the marks off й and ї, and its last form from the sigma.
    for rule in text.replace("й", "и").replace("ї", "і").replace("ς", "σ").split():
        ending, _, instead = rule.partition(":")
        rules[ending] = rules.get(ending, ()) + tuple(instead.split(","))
    return rules, max(map(len, rules), default=0)


@lru_cache(maxsize=32768)
def bases(key: str, lang: str) -> tuple[str, ...]:
    """Return what a folded word may be an inflected form of, likelier ones first, itself left out."""
    language = primary(lang)
    found: dict[str, None] = {}
    if language in _PROCLITICS:
        for clitic in _PROCLITICS[language]:
            if clitic and key.startswith(clitic) and len(key) - len(clitic) >= 2:
                found[key[len(clitic) :]] = None
                if language == "ar" and clitic.endswith("لل"):
                    found["ال" + key[len(clitic) :]] = None
    elif language == "ko":
        for particle in _PARTICLES:
            if key.endswith(particle) and len(key) - len(particle) >= 2:
                found[key[: -len(particle)]] = None
    else:
        shortest = 3 if language in ("ru", "uk", "be", "cs", "pl", "sk") else 4
        rules, longest = _rules(language)
        for size in range(min(longest, len(key) - shortest + 1), 0, -1):
            stem = key[:-size]
            for replacement in rules.get(key[-size:], ()):
                if len(stem) + len(replacement) >= shortest:
                    found[stem + replacement] = None
                    if language == "fi" and "ng" in stem:
                        # Consonant gradation: Helsinki, Helsingissä.
                        found[stem.replace("ng", "nk") + replacement] = None
    if language in _COMPASS:
        found.update(dict.fromkeys(points_of_compass_off(key, lang)))
    found.pop(key, None)
    return tuple(found)


def points_of_compass_off(key: str, lang: str) -> list[str]:
    """Return what remains of a folded word that begins with a point of the compass: `syrien` of `nordsyrien`."""
    directions = _COMPASS.get(primary(lang), ())
    return [key[len(point) :] for point in directions if key.startswith(point) and len(key) - len(point) >= 4]
