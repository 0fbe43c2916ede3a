"""What countries are called: by ISO, by CLDR in both languages, and as people write besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale

LOCALES = ("en", "es", "es_419", "es_MX")
"""Of CLDR: Spain's Spanish and that of the Americas differ in some names."""

FURTHER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AE": ("UAE", "Emirates", "Emiratos", "Emiratos Árabes", "EAU"),
        "BA": ("Bosnia",),
        "BO": ("Estado Plurinacional de Bolivia",),
        "BY": ("Bielorrusia", "Byelorussia"),
        "CD": ("DR Congo", "DRC", "Democratic Republic of the Congo", "RDC", "RD Congo"),
        "CG": ("Republic of the Congo", "República del Congo"),
        "CI": ("Ivory Coast", "Costa de Marfil"),
        "CN": ("People's Republic of China", "República Popular China", "PRC"),
        "CV": ("Cabo Verde",),
        "CZ": ("Czech Republic", "República Checa", "Checa"),
        "FK": ("Falklands", "Malvinas"),
        "FM": ("Micronesia",),
        "GB": (
            *("UK", "U.K.", "Great Britain", "Britain", "Gran Bretaña", "England", "Inglaterra"),
            *("Scotland", "Escocia", "Wales", "Gales", "Northern Ireland", "Irlanda del Norte"),
        ),
        "HK": ("Hong Kong", "Hongkong"),
        "IR": ("Islamic Republic of Iran",),
        "IE": ("Republic of Ireland", "República de Irlanda", "Éire"),
        "KP": ("DPRK", "Corea Norte"),
        "KR": ("Republic of Korea", "República de Corea", "Corea Sur", "ROK"),
        "LA": ("Lao",),
        "MD": ("Moldavia", "Moldova"),
        "MK": ("Macedonia",),
        "MM": ("Burma", "Birmania", "Myanmar"),
        "MO": ("Macao", "Macau"),
        "MX": ("Méjico", "Estados Unidos Mexicanos", "United Mexican States", "República Mexicana", "MEX"),
        "NL": ("Holland", "Holanda", "The Netherlands"),
        "NZ": ("Nueva Zelandia",),
        "PS": ("Palestine", "Palestina"),
        "QA": ("Catar", "Qatar"),
        "RU": ("Russian Federation", "Federación Rusa", "Federación de Rusia"),
        "SA": ("Arabia Saudita",),
        "SY": ("Syrian Arab Republic",),
        "SZ": ("Swaziland", "Suazilandia", "Swazilandia"),
        "TL": ("East Timor", "Timor Oriental"),
        "TR": ("Turkey", "Türkiye", "Turquía"),
        "TW": ("Taiwan", "Chinese Taipei"),
        "TZ": ("Tanzanía",),
        "US": (
            *("USA", "U.S.A.", "U.S.", "United States of America", "Estados Unidos de América", "EUA"),
            *("E.U.A.", "EE. UU.", "EEUU", "EE. UU. de América", "Estados Unidos de Norteamérica"),
            *("Estados Unidos de N.A.", "Unión Americana"),
        ),
        "VA": ("Vatican", "Vaticano", "Holy See", "Santa Sede"),
        "VC": ("St. Vincent and the Grenadines", "San Vicente y las Granadinas"),
        "VN": ("Viet Nam",),
    }
)
"""Also United Kingdom's countries: they are none by ISO, and people name them."""

SEVERAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Congo": ("CG", "CD"),
        "Corea": ("KR", "KP"),
        "Islas Vírgenes": ("VI", "VG"),
        "Korea": ("KR", "KP"),
        "Virgin Islands": ("VI", "VG"),
    }
)
"""Names of two countries: whoever writes one is asked."""

PROBABLY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "America": ("US",),
        "E.U.": ("US",),
        "EU": ("US",),
        "European Union": (),
        "States": ("US",),
        "Unión Europea": (),
        "United Nations": (),
    }
)
"""No country's name, and what to offer for it: in Mexico EU is the United States, elsewhere no country."""


@cache
def assigned() -> frozenset[str]:
    """The codes that ISO 3166-1 alpha-2 assigns, as the tz database keeps them: none reserved, none private.

    CLDR has more: the European Union, Kosovo, the United Nations, unknown regions.
    """
    return frozenset(code for code, _ in _listed())


def names() -> Iterator[tuple[str, str]]:
    """Every code with each of its names, and with itself; a name may come twice."""
    for code, name in _listed():
        yield code, code
        yield code, name
    for locale in LOCALES:
        territories = Locale.parse(locale).territories
        yield from ((code, territories[code]) for code in sorted(assigned()) if code in territories)
    for code, further in FURTHER.items():
        yield from ((code, name) for name in further)


def _listed() -> Iterator[tuple[str, str]]:
    """The rows of tzdata's iso3166.tab: code and English name."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, _, name = line.partition("\t")
            yield code, name
