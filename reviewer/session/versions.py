"""What translation engines said about the paragraphs, as long as the texts they saw still stand."""

from reviewer.model.version import Version, Way
from reviewer.session.rows import Rows


class VersionBook:
    """Keeps one version for each segment, engine and way; filled by `Session.offered`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[str, dict[tuple[Way, str], Version]] = {}

    def of(self, id: str) -> tuple[Version, ...]:
        """Return the versions of a segment's source, in the order they were asked for."""
        return tuple(v for v in self._known.get(id, {}).values() if v.way is Way.FORTH and self._holds(v))

    def back(self, id: str) -> Version | None:
        """Return what the target says, back in the language of the source; None where it is not known."""
        known = [v for v in self._known.get(id, {}).values() if v.way is Way.BACK and self._holds(v)]
        return known[-1] if known else None

    def put(self, version: Version) -> None:
        """Take a version; it stands in the place of what the engine said before."""
        self._known.setdefault(version.segment, {})[version.way, version.engine] = version

    def forget(self, id: str, engine: str, way: Way) -> None:
        """Let go of what an engine said about a segment."""
        self._known.get(id, {}).pop((way, engine), None)

    def _holds(self, version: Version) -> bool:
        if not self._rows.has(version.segment):
            return False
        segment = self._rows.by_id(version.segment)
        return version.asked == (segment.source if version.way is Way.FORTH else segment.target)
