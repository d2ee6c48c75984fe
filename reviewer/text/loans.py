"""Words and phrases that many languages have borrowed and that need no translation."""

import re

from reviewer.model.span import Span

INTERNATIONAL_WORDS = frozenset(
    "account app apps backup blog bluetooth boss bot browser chat clip club cookie cookies deal email emails feed "
    "gender hacker hashtag homepage host hotspot influencer internet jeans job jobs laptop like likes link links "
    "live lockdown manager marketing meme newsletter offline online party podcast podcasts post posts rapper "
    "router selfie selfies server shop show smartphone smartphones software spam spot star stars startup startups "
    "stream streaming surf team teams test thriller ticket tickets trainer trend trends tweet tweets update "
    "updates url viral web website wifi".split()
)
"""English words that newspapers of most languages use."""

GERMAN_LOANS = frozenset(
    (
        "best practice,big band,big bang,big data,black box,boy group,cash flow,cold case,corporate design,"
        "corporate identity,dark net,drag queen,drag show,early adopter,fair play,fair trade,fake news,"
        "fast fashion,fast food,free jazz,full house,global player,green card,green deal,happy end,happy hour,"
        "hard rock,hate speech,heavy metal,hidden champion,high end,high fidelity,high school,high society,"
        "high tech,hip hop,hot dog,human resources,jam session,joint venture,last minute,long drink,love story,"
        "low budget,low carb,machine learning,middle class,mixed zone,new age,new economy,new wave,old school,"
        "open access,open air,open end,open source,open space,peer review,personal trainer,pole position,"
        "private equity,public relations,public viewing,road show,safe space,science fiction,short story,"
        "slow food,small talk,smart city,smart home,social media,soft drink,soft drinks,soft power,soft skills,"
        "spin doctor,stand up,street art,street food,swing state,swing states,think tank,think tanks,true crime,"
        "venture capital,wild card,work flow"
    ).split(",")
)
"""Pairs of English words that German has borrowed and capitalises (Duden)."""

_PHRASE = re.compile(
    r"\b(?:et al|et cetera|de (?:facto|jure|luxe|minimis|novo|rigueur)|"
    r"en (?:bloc|garde|masse|passant|route|suite|vogue)|"
    r"à (?:la(?: carte)?|propos)|au (?:contraire|courant|gratin|naturel|pair)|du jour|par excellence|ad (?:hoc|lib)|"
    r"per (?:capita|diem|se)|vis-à-vis|la dolce vita|dolce far niente|persona non grata)\b",
    re.IGNORECASE,
)


def borrowed_phrases(text: str, lang: str) -> tuple[Span, ...]:
    """Return where phrases stand that many languages have borrowed whole: de facto, et al.

    `lang` is not looked at; it is there so that `Reading.of` can remember the answer.
    """
    return tuple(Span(*match.span()) for match in _PHRASE.finditer(text))
