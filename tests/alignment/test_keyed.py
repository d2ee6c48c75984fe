"""Strings are paired by their keys."""

from reviewer.alignment.keyed import align_keys


def test_missing_and_displaced_keys_are_holes() -> None:
    links = align_keys(["title", "ok", "cancel", "help"], ["cancel", "title", "ok", "new", "help"])
    assert [(link.source, link.target) for link in links] == [
        ((), (0,)),
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), ()),
        ((), (3,)),
        ((3,), (4,)),
    ]
