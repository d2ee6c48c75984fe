"""Small files of every format, written for the tests, and what must be read in each."""

from tests.formats.bilingual_samples import BILINGUAL_SAMPLES
from tests.formats.package_samples import PACKAGE_SAMPLES
from tests.formats.pdf_samples import PDF_SAMPLES
from tests.formats.sample import PLAIN, Sample
from tests.formats.string_samples import STRING_SAMPLES
from tests.formats.subtitle_samples import SUBTITLE_SAMPLES
from tests.formats.web_samples import WEB_SAMPLES
from tests.formats.wordprocessing_samples import WORDPROCESSING_SAMPLES
from tests.formats.xml_samples import XML_SAMPLES

SAMPLES = [
    Sample(
        "txt",
        "lines.txt",
        "Überschrift\r\n\r\nErster Absatz.\r\nZweiter".encode(),
        ("Überschrift", "Erster Absatz.", "Zweiter"),
    ),
    Sample("txt", "utf16.txt", "eins\nzwei\n".encode("utf-16"), ("eins", "zwei")),
    Sample(
        "csv",
        "a.csv",
        b'id;de;en\r\nr1;"Er sagte ""ja""";"He said ""yes"""\r\nr2;Punkt;\r\nr3;"zwei\r\nZeilen"\r\n',
        ('He said "yes"', "", ""),
        ('Er sagte "ja"', "Punkt", "zwei\nZeilen"),
        alphabet=PLAIN + "\n\t",
    ),
    Sample(
        "csv",
        "chosen.tsv",
        "a\t1\tun\tuno\nb\t2\tdeux\tdos\n".encode("utf-16"),
        ("uno", "dos"),
        ("un", "deux"),
        options={"source": "3", "target": "D"},
        alphabet=PLAIN + "\n\t",
    ),
    *BILINGUAL_SAMPLES,
    *PACKAGE_SAMPLES,
    *PDF_SAMPLES,
    *STRING_SAMPLES,
    *SUBTITLE_SAMPLES,
    *WEB_SAMPLES,
    *WORDPROCESSING_SAMPLES,
    *XML_SAMPLES,
]
