"""Units of measure: what they measure, and how one converts into another."""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit by its CLDR name: base value = value * factor + offset."""

    dimension: str
    factor: float
    offset: float = 0.0


def _table() -> dict[str, Unit]:
    """Factors by definition (BIPM SI brochure, 9th ed.; NIST SP 811 appendix B for customary units)."""
    dimensions: dict[str, dict[str, float]] = {
        "length": {
            "kilometer": 1e3, "meter": 1, "decimeter": 0.1, "centimeter": 0.01, "millimeter": 1e-3,
            "micrometer": 1e-6, "nanometer": 1e-9, "mile": 1609.344, "yard": 0.9144, "foot": 0.3048,
            "inch": 0.0254, "nautical-mile": 1852,
        },
        "area": {
            "square-kilometer": 1e6, "hectare": 1e4, "are": 100, "square-meter": 1, "square-centimeter": 1e-4,
            "square-mile": 2589988.110336, "acre": 4046.8564224, "square-yard": 0.83612736,
            "square-foot": 0.09290304, "square-inch": 0.00064516,
        },
        "volume": {
            "cubic-kilometer": 1e12, "cubic-meter": 1e3, "cubic-centimeter": 1e-3, "hectoliter": 100, "liter": 1,
            "deciliter": 0.1, "centiliter": 0.01, "milliliter": 1e-3, "cubic-mile": 4168181825440.58,
            "cubic-foot": 28.316846592, "gallon": 3.785411784, "quart": 0.946352946, "pint": 0.473176473,
            "fluid-ounce": 0.0295735295625, "barrel": 158.987294928,
        },
        "mass": {
            "tonne": 1e6, "ton": 907184.74, "stone": 6350.29318, "pound": 453.59237, "ounce": 28.349523125,
            "kilogram": 1e3, "gram": 1, "milligram": 1e-3, "microgram": 1e-6,
        },
        "speed": {
            "kilometer-per-hour": 1 / 3.6, "meter-per-second": 1, "mile-per-hour": 0.44704,
            "knot": 1852 / 3600,
        },
        "power": {
            "gigawatt": 1e9, "megawatt": 1e6, "kilowatt": 1e3, "watt": 1, "milliwatt": 1e-3,
            "horsepower": 745.69987158227022,
        },
        "energy": {
            "kilowatt-hour": 3.6e6, "joule": 1, "kilojoule": 1e3, "kilocalorie": 4184, "calorie": 4.184,
            "foodcalorie": 4184,
        },
        "frequency": {"gigahertz": 1e9, "megahertz": 1e6, "kilohertz": 1e3, "hertz": 1},
        "pressure": {"hectopascal": 100, "millibar": 100, "bar": 1e5, "pascal": 1},
        "digital": {"terabyte": 1e12, "gigabyte": 1e9, "megabyte": 1e6, "kilobyte": 1e3, "byte": 1},
        "duration": {
            "century": 3155760000, "decade": 315576000, "year": 31557600, "month": 2629800, "week": 604800,
            "day": 86400, "hour": 3600, "minute": 60, "second": 1, "millisecond": 1e-3,
            "microsecond": 1e-6, "nanosecond": 1e-9,
        },
        "ratio": {"percent": 0.01, "permille": 0.001},
    }  # fmt: skip
    table = {name: Unit(dimension, factor) for dimension, names in dimensions.items() for name, factor in names.items()}
    table["percentage-point"] = Unit("points", 1)
    table["basis-point"] = Unit("points", 0.01)
    table["kelvin"] = Unit("temperature", 1)
    table["celsius"] = Unit("temperature", 1, 273.15)
    table["fahrenheit"] = Unit("temperature", 5 / 9, 459.67 * 5 / 9)
    return table


UNITS = _table()


def convert(value: float, unit: str, to: str) -> float | None:
    """Return `value` of one CLDR unit in another; None where they do not measure the same thing."""
    source, target = UNITS.get(unit), UNITS.get(to)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    return (value * source.factor + source.offset - target.offset) / target.factor


def agrees(value: float, told: float, digits: int) -> bool:
    """Say whether `told`, which shows `digits` significant digits, is `value` as a writer rounds it.

    The last digit shown may be off by one: writers round up, down, and from figures they have rounded
    before ("about 20 miles": 32 km, or 30).
    """
    if value == told:
        return True
    if not value or not told or (value < 0) != (told < 0):
        return abs(value - told) < 1
    step = 10 ** (_exponent(value) - digits + 1)
    return abs(value - told) <= step * 1.0000001 and abs(value - told) <= 0.2 * abs(value)


def _exponent(value: float) -> int:
    return int(f"{abs(value):e}".rpartition("e")[2])
