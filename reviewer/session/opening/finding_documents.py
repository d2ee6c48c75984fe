"""From folders and lists of files to the documents of a project: which to open with which, and what is left out."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.formats.detect import detect
from reviewer.formats.first_look import HEAD, Look, first_look
from reviewer.formats.format import Content
from reviewer.host.files import read_file
from reviewer.host.folders import LeftOut, list_folder, shown
from reviewer.model.errors import InputError
from reviewer.session.opening.file_names import natural
from reviewer.session.opening.file_pairs import (
    Pairing,
    choose_translations,
    pair_folders,
    pair_mixed,
    pair_sides,
    pair_two,
)
from reviewer.session.opening.request import FilePair
from reviewer.text.languages import primary
from reviewer.text.named_languages import is_language, readings

_READ = 100
"""Files at most that are read because their names leave open what they hold."""
_LARGEST_READ = 1 << 24
_TEMPLATE = ".pot"
_LISTED = 12
_NAMED = 3
"""Files that a sentence names; more are counted."""


@dataclass(frozen=True, slots=True)
class FoundDocuments:
    """What was found: paths as an editor sees them, each in its folder."""

    pairing: Pairing
    bilingual: tuple[str, ...]
    """Files that hold both languages."""
    left_out: tuple[tuple[str, LeftOut], ...]
    folders: tuple[str, str]
    """The folders that the paths of sources (and bilingual files) and of translations are seen from."""

    @property
    def pairs(self) -> list[tuple[str, str | None]]:
        """The documents in order: paths of source and translation; no translation for a file that holds both."""
        one, other = self.folders
        named: list[tuple[str, str | None]] = [*self.pairing.pairs, *((path, None) for path in self.bilingual)]
        named.sort(key=lambda pair: natural(pair[0]))
        return [
            (os.path.join(one, source), None if target is None else os.path.join(other, target))
            for source, target in named
        ]

    @property
    def told(self) -> list[str]:
        """Sentences about what is left out."""
        pairing = self.pairing
        said = [
            (pairing.sources, "without a translation"),
            (pairing.targets, "without a source"),
            (pairing.others, "in other languages, or not called like another file"),
        ]
        counted = [_named(paths, words) for paths, words in said if paths] + self.reasons
        return [f"Left out: {'; '.join(counted)}."] if counted else []

    @property
    def reasons(self) -> list[str]:
        """How many files are no documents, and why; such as are put aside by everybody are not told of."""
        reasons = Counter(why for _, why in self.left_out)
        return [f"{number:,} {why.value}" for why, number in reasons.items() if why is not LeftOut.ASIDE]

    @property
    def refusal(self) -> str:
        """What to say where there is no document."""
        return (
            f"There is no text with its translation in {shown(self.folders[0])}. Files belong together by their names "
            "(article.de.docx and article.en.docx, or de/article.docx and en/article.docx); or name two folders, or "
            "two files."
        )

    def required(self) -> list[tuple[str, str | None]]:
        """Return the documents where there are any and there is no doubt which.

        Raises:
            InputError: there are none, or languages to choose from; says how.
        """
        pairing = self.pairing
        if pairing.doubtful:
            known = [language or "none named" for language in pairing.languages]
            languages = ", ".join([*known[:_LISTED], *(["…"] if len(known) > _LISTED else [])])
            raise InputError(
                f"{shown(self.folders[0])} holds texts in several languages ({languages}). "
                "Say which are the source and the translation with --from and --to."
            )
        if not self.pairs:
            raise InputError(" ".join([self.refusal, *self.told]))
        return self.pairs


def name_documents(
    paths: Sequence[str],
    source_lang: str | None = None,
    target_lang: str | None = None,
    options: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
) -> tuple[list[FilePair], list[str]]:
    """Return the documents that somebody names, and sentences about what is left out.

    One file or two are a document, whatever they are called: a source and its translation. Folders, and more
    files, are looked through for what belongs together. `options` say how the files are to be read.

    Raises:
        InputError: something named is not there, or there is no document among it, or a doubt which.
    """
    if len(paths) <= 2 and not any(map(os.path.isdir, paths)):
        _expect_there(paths)
        return [FilePair(paths[0], paths[1] if len(paths) > 1 else None, options)], []
    found = find_documents(paths, source_lang, target_lang)
    return [FilePair(source, target, options) for source, target in found.required()], found.told


def find_documents(
    paths: Sequence[str], source_lang: str | None = None, target_lang: str | None = None
) -> FoundDocuments:
    """Find the documents in a folder, in a folder and that of its translations, or among files and folders.

    Raises:
        InputError: something named is not there, or cannot be read.
    """
    _expect_there(paths)
    if len(paths) == 2 and all(map(os.path.isdir, paths)) and not os.path.samefile(*paths):
        return _two_folders(paths[0], paths[1], source_lang, target_lang)
    if len(paths) == 1:
        root = paths[0]
        files, left_out = _looked_at(root)
    else:
        root, files, left_out = _gathered(paths)
    bilingual = [path for path, look in files.items() if look is Look.BILINGUAL and not path.endswith(_TEMPLATE)]
    translations = choose_translations(bilingual, target_lang)
    translations = _declared(root, translations)
    single = [path for path, look in files.items() if look is not Look.BILINGUAL]
    pairing = pair_mixed(single, source_lang, target_lang)
    if not pairing.pairs:
        pairing = pair_folders(single, source_lang, target_lang) or pairing
    tables = _tables(root, files, pairing)
    pairing = _without(pairing, tables)
    whole = (*translations.sources, *tables)
    if not whole:
        pairing = pair_two(pairing)
    choice = translations if translations.doubtful or not pairing.pairs else pairing
    return FoundDocuments(
        replace(
            pairing,
            others=(*pairing.others, *translations.others),
            languages=choice.languages,
            chosen=choice.chosen,
            doubtful=choice.doubtful,
        ),
        tuple(sorted(whole, key=natural)),
        tuple(left_out),
        (root, root),
    )


def _expect_there(paths: Iterable[str]) -> None:
    for path in paths:
        if not os.path.exists(path):
            raise InputError(f"There is no file {shown(path)}. Check the name and the folder.")


def _two_folders(source: str, target: str, source_lang: str | None, target_lang: str | None) -> FoundDocuments:
    ours, left_out = _looked_at(source, _inside(target, source))
    theirs, left_there = _looked_at(target, _inside(source, target))
    pairing = pair_sides(ours, theirs, source_lang, target_lang)
    alone = tuple(path for path in pairing.sources if ours[path] is Look.BILINGUAL)
    return FoundDocuments(_without(pairing, alone), alone, (*left_out, *left_there), (source, target))


def _inside(folder: str, other: str) -> str:
    """Return a folder as seen from another that holds it; empty where it does not."""
    path = os.path.relpath(os.path.realpath(folder), os.path.realpath(other)).replace(os.sep, "/")
    return "" if path.startswith("..") else path


def _looked_at(folder: str, apart: str = "") -> tuple[dict[str, Look], list[tuple[str, LeftOut]]]:
    """Return what the files of a folder are, but for those in the folder `apart`, and what is none.

    Where the translations into German lie in `de`, those in `fr` beside it are no sources either.
    """
    listing = list_folder(folder)
    files: Iterable[str] = sorted(listing.files, key=natural)
    if apart:
        *beside, name = apart.split("/")
        files = (path for path in files if not _is_apart(path.split("/"), beside, name))
    looks, refused = _looks(folder, files)
    return looks, [*listing.left_out, *refused]


def _is_apart(path: Sequence[str], beside: Sequence[str], name: str) -> bool:
    level = len(beside)
    if len(path) <= level + 1 or path[:level] != beside:
        return False
    return path[level] == name or (is_language(name) and is_language(path[level]))


def _gathered(paths: Sequence[str]) -> tuple[str, dict[str, Look], list[tuple[str, LeftOut]]]:
    """Return the folder that files and folders share, what the files are, and what is none."""
    whole = [os.path.abspath(path) for path in paths]
    try:
        root = os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in whole])
    except ValueError:
        raise InputError("The files lie on several drives. Name files of one drive.") from None
    files: dict[str, Look] = {}
    left_out: list[tuple[str, LeftOut]] = []
    for path in whole:
        name = os.path.relpath(path, root).replace(os.sep, "/")
        if os.path.isdir(path):
            looks, refused = _looked_at(path)
            prefix = "" if name == "." else f"{name}/"
            files |= {f"{prefix}{inner}": look for inner, look in looks.items()}
            left_out += [(f"{prefix}{inner}", why) for inner, why in refused]
        elif not os.path.isfile(path):
            # A pipe would be waited for.
            left_out.append((name, LeftOut.UNREADABLE))
        else:
            looks, refused = _looks(root, [name])
            files |= looks
            left_out += refused
    return root, files, left_out


def _looks(folder: str, paths: Iterable[str]) -> tuple[dict[str, Look], list[tuple[str, LeftOut]]]:
    files: dict[str, Look] = {}
    left_out: list[tuple[str, LeftOut]] = []
    for path in paths:
        try:
            with open(os.path.join(folder, path), "rb") as file:
                look = first_look(file.read(HEAD), os.path.basename(path))
        except (OSError, ValueError):
            left_out.append((path, LeftOut.UNREADABLE))
            continue
        if look is Look.NONE:
            left_out.append((path, LeftOut.KIND))
        else:
            files[path] = look
    return files, left_out


def _declared(root: str, translations: Pairing) -> Pairing:
    """Leave out the files that name no language, but say inside that they are in another than the chosen one."""
    if not translations.chosen[1]:
        return translations
    silent = [path for path in translations.sources if all(not language for _, language in readings(path))]
    others = [path for path in silent[:_READ] if _languages(root, path) not in (None, primary(translations.chosen[1]))]
    return replace(_without(translations, others), others=(*translations.others, *others))


def _tables(root: str, files: dict[str, Look], pairing: Pairing) -> list[str]:
    """Return the tables without a counterpart that hold source and translation."""
    left = (*pairing.sources, *pairing.targets, *pairing.others)
    tables = [path for path in left if files[path] is Look.TABLE]
    return [path for path in tables[:_READ] if (content := _content(root, path)) and content.bilingual]


def _languages(root: str, path: str) -> str | None:
    """Return the language that a bilingual file says its translation is in."""
    content = _content(root, path)
    return primary(content.languages[1]) if content and content.languages[1] else None


def _content(root: str, path: str) -> Content | None:
    try:
        data = read_file(os.path.join(root, path), _LARGEST_READ)
        return detect(data, os.path.basename(path)).read(data, {})
    except InputError:
        return None


def _without(pairing: Pairing, paths: Sequence[str]) -> Pairing:
    gone = set(paths)
    sources, targets, others = (
        tuple(path for path in side if path not in gone) for side in (pairing.sources, pairing.targets, pairing.others)
    )
    return replace(pairing, sources=sources, targets=targets, others=others)


def _named(paths: Sequence[str], words: str) -> str:
    names = ", ".join(shown(path) for path in paths[:_NAMED])
    return f"{len(paths):,} {words} ({names}{', …' if len(paths) > _NAMED else ''})"
