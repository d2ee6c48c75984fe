"""What became of names survives being packed, so that a document gone through twice is compared once."""

import pytest

from reviewer.checks.names.fates import NamePair, packed, unpacked
from reviewer.checks.names.pairs import compare

PAIRS = (
    ("Präsident Trump traf in Hama den Minister Böhm.", "de", "President Trump met Minister Bohm in Hamas.", "en"),
    ("特朗普在哈马会见了张伟。", "zh", "Trump met Zhang Wei in Hama.", "en"),
    ("NATO sent observers to Tbilisi.", "en", "НАТО направило наблюдателей в Тбилиси.", "ru"),
    ("", "de", "", "en"),
)


@pytest.mark.parametrize("texts", PAIRS, ids=lambda texts: f"{texts[1]}-{texts[3]}")
def test_a_packed_pair_tells_the_same(texts: tuple[str, str, str, str]) -> None:
    pair = compare(*texts)
    source, _, target, _ = texts
    again = NamePair.of(unpacked(packed(pair.fates), source, target), *texts)
    assert (again.sources, again.targets) == (pair.sources, pair.targets)
    assert (again.source.names, again.target.names) == (pair.source.names, pair.target.names)
