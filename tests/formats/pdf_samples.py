"""Small PDFs, made for the tests from lines and where they stand."""

from tests.formats.sample import Sample

Placed = tuple[float, float, str]
"""Left, base line, text."""


def pdf(*pages: list[Placed], size: float = 10, sizes: dict[str, float] | None = None) -> bytes:
    """A PDF of A4 pages with those lines in Helvetica; `sizes` gives those of single lines."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {(sizes or {}).get(text, size)} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, text in lines
        )
        objects.append(f"<</Length {len(shown.encode('cp1252'))}>>stream\n{shown}endstream")
        resources = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources{resources}>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{content}endobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + trailer.encode()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def set_in_lines(x: float, top: float, *texts: str, step: float = 12) -> list[Placed]:
    """Lines below each other."""
    return [(x, top - number * step, text) for number, text in enumerate(texts)]


ARTICLE = pdf(
    [
        (60, 800, "The Daily Herald"),
        *set_in_lines(60, 760, "A River Rises"),
        *set_in_lines(
            60,
            730,
            "The water rose by two metres in the night before the bridge was closed, and nobody was sur-",
            "prised. The well-known ferryman said that he had seen a well-known flood like this one only",
            "once in his life.",
        ),
        *set_in_lines(60, 680, "• One house stands empty.", "• Two others were flooded."),
        (290, 30, "1"),
    ],
    [
        (60, 800, "The Daily Herald"),
        *set_in_lines(
            60, 760, "On the next day the water fell again. The town had been lucky, as its mayor said by tele-"
        ),
        *set_in_lines(60, 748, "phone."),
        (290, 30, "2"),
    ],
    sizes={"A River Rises": 18},
)

RISING = "The water rose by two metres in the night before the bridge was closed, and nobody was surprised."
ONLY = "The well-known ferryman said that he had seen a well-known flood like this one only once in his life."

PDF_SAMPLES = [
    Sample(
        "pdf",
        "article.pdf",
        ARTICLE,
        (
            "A River Rises",
            f"{RISING} {ONLY}",
            "• One house stands empty.",
            "• Two others were flooded.",
            "On the next day the water fell again. The town had been lucky, as its mayor said by telephone.",
        ),
    ),
]
