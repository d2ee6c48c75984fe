"""Put Hunspell dictionaries into `resources/dictionaries/` from the npm packages `dictionary-*`.

    python resources/build/dictionaries.py FOLDER

FOLDER holds the packages as `npm pack` gives them (`dictionary-en-4.0.0.tgz` and so on). Each brings its
licence text, which is kept beside the dictionary. The British one keeps the entries only that the American one
lacks: a text in English may spell either way, so that both are always asked, and opening all of it takes 50 ms.
"""

import sys
import tarfile
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "dictionaries"
PACKAGES = {
    "de": "dictionary-de-3.0.0",
    "en_GB": "dictionary-en-gb-3.0.0",
    "en_US": "dictionary-en-4.0.0",
    "es": "dictionary-es-4.0.0",
    "fr": "dictionary-fr-3.0.0",
    "it": "dictionary-it-2.0.0",
}


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for name, package in PACKAGES.items():
        with tarfile.open(Path(sys.argv[1]) / f"{package}.tgz") as archive:
            for inside, outside in (
                ("index.aff", f"{name}.aff"),
                ("index.dic", f"{name}.dic"),
                ("license", f"{name}.txt"),
            ):
                data = archive.extractfile(f"package/{inside}")
                assert data is not None
                (OUT / outside).write_bytes(data.read())
    _leave_out("en_GB", "en_US")


def _leave_out(name: str, other: str) -> None:
    """Leave out of a dictionary what another one has, flags and all; they must mean the same by their flags."""
    assert (OUT / f"{name}.aff").read_bytes() == (OUT / f"{other}.aff").read_bytes()
    path = OUT / f"{name}.dic"
    known = set((OUT / f"{other}.dic").read_text("utf-8").splitlines()[1:])
    entries = [entry for entry in path.read_text("utf-8").splitlines()[1:] if entry and entry not in known]
    path.write_text("\n".join([str(len(entries)), *entries, ""]), "utf-8")


if __name__ == "__main__":
    main()
