"""Put Hunspell dictionaries into `resources/dictionaries/` from the npm packages `dictionary-*`.

    python resources/build/dictionaries.py FOLDER

FOLDER holds the packages as `npm pack` gives them (`dictionary-en-4.0.0.tgz` and so on). Each brings its
licence text, which is kept beside the dictionary.
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


if __name__ == "__main__":
    main()
