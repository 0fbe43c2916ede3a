"""What a digest covers, in words."""

from __future__ import annotations

from domain.coverage import Coverage
from domain.group import Group
from handlers.parts.naming import scope_name, sector_name
from handlers.words.translator import Translator


def coverage_words(t: Translator, group: Group, coverage: Coverage) -> str:
    """`Infrastructure and Talent, sector: industry`; everything, where nothing narrows it. Not escaped."""
    said = [t.list([scope_name(t, group, key) for key in coverage.themes])] if coverage.themes else []
    if coverage.concerning is not None:
        said.append(t("covers-concerning"))
    if coverage.mine_of is not None:
        said.append(t("covers-own"))
    if coverage.sectors:
        sectors = t.list([sector_name(t, sector) for sector in coverage.sectors])
        said.append(t("covers-sectors", sectors=sectors, count=len(coverage.sectors)))
    if coverage.countries:
        countries = t.list([t.country(code) for code in coverage.countries])
        said.append(t("covers-countries", countries=countries, count=len(coverage.countries)))
    return ", ".join(said) or scope_name(t, group, None)
