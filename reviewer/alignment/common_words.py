"""Words that nearly every text uses, in languages that are often translated."""

from functools import cache

from reviewer.text.resources import resource

_TABLE = "languages/common_words.txt"

Meaning = tuple[tuple[str, ...], tuple[str, ...]]
"""Words of two languages that can stand for each other."""


def meanings(source_lang: str, target_lang: str) -> tuple[Meaning, ...]:
    """Return what two languages (BCP 47) have in the table; nothing where one is not in it.

    Source: written for this project.
    """
    by_lang = _table()
    source, target = by_lang.get(_primary(source_lang)), by_lang.get(_primary(target_lang))
    if source is None or target is None or source is target:
        return ()
    return tuple([pair for pair in zip(source, target, strict=True) if pair[0] and pair[1]])


def _primary(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()


@cache
def _table() -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each meaning by language."""
    lines = [line for line in resource(_TABLE).read_text("utf-8").splitlines() if not line.startswith("#")]
    header, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return {
        lang: [tuple(row[column].split("/")) if row[column] != "-" else () for row in rows]
        for column, lang in enumerate(header)
    }
