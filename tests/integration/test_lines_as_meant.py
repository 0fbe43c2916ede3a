"""What a participant types without a manual: done where only one thing can be meant, else asked about."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH

WHERE = "infrastructure"
WHO = {ENGLISH: "chair-us", SPANISH: "chair-mx"}
IN_BOTH = pytest.mark.parametrize("language", [ENGLISH, SPANISH])


async def asks(office: Office, language: Language, english: str, spanish: str) -> str:
    line = english if language is ENGLISH else spanish
    return await office.asks(WHO[language], WHERE, f"{COMMANDS[language]} {line}")


@pytest.fixture
async def item(office: Office) -> None:
    """O-1 and R-1."""
    await office.asks("chair-us", WHERE, "/wg obstacle Grid limits")
    await office.asks("chair-us", WHERE, "/wg recommend Build chargers for O-1")


@IN_BOTH
async def test_a_note_keeps_the_words_of_its_sentence(office: Office, language: Language) -> None:
    english, spanish = "the theme: governance is not all", "el tema: gobernanza no es todo"
    shown = await asks(office, language, f"note {english}", f"nota {spanish}")
    assert f": {english if language is ENGLISH else spanish}" in shown
    assert "Infra" in shown


@IN_BOTH
@pytest.mark.usefixtures("item")
async def test_pairs_behind_the_text_of_a_correction_are_the_items(
    office: Office, language: Language
) -> None:
    shown = await asks(
        office,
        language,
        "edit O-1 Weak grids severity:high countries:MX owner:@oem-us",
        "editar O-1 es: Redes débiles gravedad:alta país:MX responsable:@oem-us",
    )
    english = ("→ high", "→ Mexico", ": Weak grids owner:@oem-us", "“owner:@oem-us” stays in the text")
    spanish = ("→ alta", "→ México", ": Redes débiles responsable:@oem-us", "queda en el texto")
    assert all(words in shown for words in (english if language is ENGLISH else spanish)), shown


@IN_BOTH
async def test_a_meeting_moves_from_when_it_is(office: Office, language: Language) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule 2027-03-11 10:00 Charging")
    moved = await asks(
        office, language, "move M-1 from thursday to friday", "mover M-1 del jueves al viernes"
    )
    assert "Friday, Mar 12, 2027, 10:00 AM" in moved
    later = await asks(
        office, language, "postpone M-1 from 10:00 to 12:00", "posponer M-1 de las 10 a las 12"
    )
    assert "Friday, Mar 12, 2027, 12:00 PM" in later


@IN_BOTH
async def test_a_meeting_that_is_not_then_stays_and_its_time_is_told(
    office: Office, language: Language
) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule 2027-03-11 10:00 Charging")
    before = await office.changes()
    told = await asks(office, language, "move M-1 from monday to friday", "mover M-1 del lunes al viernes")
    assert ("Thursday, Mar 11, 2027" if language is ENGLISH else "jueves 11 mar 2027") in told
    assert await office.changes() == before


@IN_BOTH
@pytest.mark.usefixtures("item")
async def test_an_item_is_moved_by_its_status_or_progress_alone(office: Office, language: Language) -> None:
    assert "60%" in await asks(office, language, "R-1 60%", "R-1 60%")
    reviewed = await asks(office, language, "R-1 under review", "R-1 en revisión")
    assert "→" in reviewed
    agreed = await asks(office, language, "R-1 accepted", "R-1 aceptada")
    assert ("agreed" if language is ENGLISH else "acordada") in agreed


@IN_BOTH
@pytest.mark.usefixtures("item")
async def test_who_may_not_move_an_item_is_refused_as_by_the_verb(office: Office, language: Language) -> None:
    before = await office.changes()
    line = "R-1 agreed" if language is ENGLISH else "R-1 acordada"
    verb = "move" if language is ENGLISH else "mover"
    alone = await office.asks("oem-us", WHERE, f"{COMMANDS[language]} {line}")
    by_verb = await office.asks("oem-us", WHERE, f"{COMMANDS[language]} {verb} {line}")
    assert alone.splitlines()[1] == by_verb.splitlines()[1]
    assert await office.changes() == before


@IN_BOTH
@pytest.mark.usefixtures("item")
async def test_plurals_list_and_filter(office: Office, language: Language) -> None:
    listed = await asks(office, language, "obstacles", "obstáculos")
    assert "O-1" in listed
    assert "R-1" not in listed
    filtered = await asks(office, language, "obstacles resolved", "obstáculos resueltos")
    assert "O-1" not in filtered
    assert "R-1" in await asks(office, language, "recommendations open", "recomendaciones abiertas")


@IN_BOTH
async def test_evidence_with_what_narrows_lists_is_listed(office: Office, language: Language) -> None:
    await office.asks("chair-us", WHERE, "/wg evidence https://example.org/map The map")
    assert "E-1" in await asks(
        office, language, "evidence theme:infrastructure", "evidencia tema:infraestructura"
    )


@IN_BOTH
async def test_a_day_that_disagrees_with_itself_is_told_and_nothing_recorded(
    office: Office, language: Language
) -> None:
    before = await office.changes()
    told = await asks(
        office,
        language,
        "meeting schedule tomorrow friday 5 10:00 Chargers",
        "reunión programar mañana viernes 5 10:00 Cargadores",
    )
    words = (
        ("tomorrow = Thursday March 4", "friday 5 = Friday March 5")
        if language is ENGLISH
        else ("mañana = jueves 4 de marzo", "viernes 5 = viernes 5 de marzo")
    )
    assert all(word in told for word in words), told
    assert await office.changes() == before


@IN_BOTH
@pytest.mark.parametrize(
    ("english", "spanish", "form"),
    [
        ("notes We met the ministry", "notas Se habló con el ministerio", ("note", "nota")),
        ("decisions A roadmap is adopted", "acuerdos Se adopta una hoja de ruta", ("decision", "decisión")),
        ("actions @oem-us Send a letter by friday", "acciones @oem-us Enviar la carta", ("action", "acción")),
        (
            "sources https://x.example/a Study",
            "evidencias https://x.example/a Estudio",
            ("evidence", "evidencia"),
        ),
    ],
)
async def test_a_record_behind_a_plural_is_no_filter_and_its_form_is_a_press_away(
    office: Office, language: Language, english: str, spanish: str, form: tuple[str, str]
) -> None:
    before = await office.changes()
    shown = await asks(office, language, english, spanish)
    assert f"[{form[0 if language is ENGLISH else 1]}]" in shown
    assert await office.changes() == before


@IN_BOTH
async def test_a_slip_in_a_filter_behind_a_plural_is_one(office: Office, language: Language) -> None:
    shown = await asks(office, language, "obstacles opne", "obstáculos abirtos")
    assert ("Did you mean open" if language is ENGLISH else "¿Quiso decir abierto") in shown
