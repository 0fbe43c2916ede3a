"""Taking away what an item says: typed, and by leaving a field of the form empty."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.filling import opens
from tests.integration.office import Office
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH
from tests.rendering import view_text

WHERE = "infrastructure"


@on_both_engines
@pytest.mark.parametrize(
    ("language", "who", "lines"),
    [
        (
            ENGLISH,
            "oem-us",
            (
                "/wg obstacle No map",
                "/wg edit O-1 severity:high es: Falta un mapa",
                "/wg edit O-1 severity:none theme:none es: -",
                "/wg edit O-1 en: -",
            ),
        ),
        (
            SPANISH,
            "lead-infra",
            (
                "/gt obstáculo Falta un mapa",
                "/gt editar O-1 gravedad:alta en: No map",
                "/gt editar O-1 gravedad:ninguna tema:ninguno en: -",
                "/gt editar O-1 es: -",
            ),
        ),
    ],
)
async def test_theme_severity_and_a_version_are_taken_away(
    office: Office, language: Language, who: str, lines: tuple[str, ...]
) -> None:
    obstacle, full, clear, original = lines
    await office.asks(who, WHERE, obstacle)
    await office.asks(who, WHERE, full)

    answer = await office.asks(who, WHERE, clear)

    t = office.bot.services.words.for_language(language)
    other = SPANISH if language is ENGLISH else ENGLISH
    assert t("theme-none") in answer
    assert t("change-edited.version-gone", language=t(f"language-{other.value}")) in answer
    assert f"{t('severity-high')} → {t('nothing')}" in answer
    spoken = "en" if language is ENGLISH else "es"
    refused = t("refusal-original-stays", reference="O-1", language=spoken)
    assert refused in await office.asks(who, WHERE, original)


async def test_a_field_that_is_left_empty_says_nothing_any_more(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks("oem-us", WHERE, "/wg edit O-1 severity:high es: Falta un mapa")
    await opens(office, "oem-us", WHERE, "/wg edit O-1")

    done = await office.submits("oem-us", {"severity": "", "version_es": ""})

    shown = view_text(done.view or {})
    t = office.bot.services.words.for_language(ENGLISH)
    assert t("change-edited.version-gone", language=t("language-es")) in shown
    assert t("severity-high") in shown
