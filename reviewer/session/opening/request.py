"""What an editor names to be opened."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilePair:
    """The files of one document."""

    source: str
    target: str | None = None
    """Its translation; None where the source is bilingual, or has no translation yet."""
    options: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
    """How source and translation are to be read, see `formats.format.Format.read`."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to open."""

    paths: tuple[str, ...]
    """A project; or a source and its translation; or one bilingual file; or a source alone; or folders or files among
    which there are several documents."""
    source_lang: str | None = None
    target_lang: str | None = None
    project: str | None = None
    """Where the review is kept; by default beside the translation."""
    title: str = ""
    """What to call the article where its file name says little."""
    options: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
    """How the source and the translation are to be read, see `formats.format.Format.read`; the formats find out
    what is not said."""
    pairs: tuple[FilePair, ...] = ()
    """The documents, where it is known already which they are; `paths` only say where from."""
    anew: bool = False
    """Whether the project that there may be is set aside and made anew."""

    @property
    def name(self) -> str:
        """What to call it while it is being opened."""
        return f"{len(self.pairs):,} documents" if len(self.pairs) > 1 else self.paths[-1]
