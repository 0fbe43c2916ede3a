"""Words that name no verb: what is offered for them writes nothing at one press, far ones get none."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"
CHAIRS = {ENGLISH: "chair-us", SPANISH: "chair-mx"}


@pytest.mark.parametrize(
    ("language", "line", "button", "stands"),
    [
        (ENGLISH, "obstacel R-13", "obstacle", "[R-13___]"),
        (SPANISH, "obstaculp R-13", "obstáculo", "[R-13___]"),
        (ENGLISH, "nte the tariff was in group:2", "note", "[the tariff was in group:2___]"),
        (SPANISH, "recomendat Sembrar árboles", "recomendar", "[Sembrar árboles___]"),
        (ENGLISH, "ob No grid", "obstacle", "[No grid___]"),
        (SPANISH, "suport R-1 Cuenta conmigo", "apoyar", "[Cuenta conmigo___]"),
        (ENGLISH, "edti R-1 Build 40", "edit", "[Build 40___]"),
        (ENGLISH, "assing R-1 @oem-us", "assign", "[oem-us"),
        (SPANISH, "retriar R-1 porque sobra", "retirar", "[sobra___]"),
    ],
)
async def test_one_press_of_a_guessed_verb_opens_its_form_with_what_was_typed_and_writes_nothing(
    office: Office, language: Language, line: str, button: str, stands: str
) -> None:
    await office.asks("chair-us", WHERE, "/wg recommend Build chargers")
    await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {line}")
    before = await office.changes()

    await office.presses(CHAIRS[language], WHERE, button)

    assert await office.changes() == before
    assert stands in view_text(await office.form(CHAIRS[language]))


async def test_what_the_form_of_a_guess_holds_is_recorded_when_it_is_sent(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg nte the tariff was in group:2")
    await office.presses("oem-us", WHERE, "note")

    await office.submits("oem-us", {})

    shown = await office.asks("oem-us", WHERE, "/wg N-1")
    assert "the tariff was in group:2" in shown


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (SPANISH, "tabla recomendaciones"),
        (SPANISH, "registrar esto"),
        (ENGLISH, "report everything"),
        (ENGLISH, "remind A-1"),
    ],
)
async def test_no_verb_is_offered_for_a_word_that_is_near_none(
    office: Office, language: Language, line: str
) -> None:
    answer = await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {line}")

    assert words(office, language, "problem-verb-unknown", word=line.split(maxsplit=1)[0]) in answer
    assert words(office, language, "problem-suggestions", suggestions="").split()[0] not in answer


@pytest.mark.parametrize(
    ("language", "word"),
    [
        *((SPANISH, word) for word in ("borrar", "borra", "eliminar", "elimina", "quitar", "quita")),
        *((ENGLISH, word) for word in ("delete", "remove", "erase")),
    ],
)
async def test_to_delete_a_record_is_to_withdraw_it(office: Office, language: Language, word: str) -> None:
    await office.asks(CHAIRS[language], WHERE, "/wg obstacle Grid limits")

    answer = await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {word} O-1")

    assert "*O-1*" in answer
    assert words(office, language, "status-obstacle-withdrawn") in answer


@pytest.mark.parametrize("line", ["O-1", "o1", "O 1", " O-1? "])
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_reference_alone_shows_its_record(office: Office, language: Language, line: str) -> None:
    await office.asks("chair-us", WHERE, "/wg obstacle Grid limits")
    shown = await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} show O-1")

    assert await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {line}") == shown


@pytest.mark.parametrize(("language", "word"), [(ENGLISH, "progress"), (SPANISH, "avance")])
async def test_progress_moves_a_recommendation(office: Office, language: Language, word: str) -> None:
    await office.asks("chair-us", WHERE, "/wg recommend Build chargers owner:@chair-us")
    for status in ("under review", "agreed because we said so", "in progress"):
        await office.asks("chair-us", WHERE, f"/wg move R-1 {status}")

    answer = await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {word} R-1 60%")

    assert "60" in answer
    assert "60" in await office.asks("oem-us", WHERE, "/wg show R-1")


@pytest.mark.parametrize(("language", "word"), [(ENGLISH, "commitment"), (SPANISH, "compromiso")])
async def test_a_commitment_is_an_action(office: Office, language: Language, word: str) -> None:
    line = f"{COMMANDS[language]} {word} @oem-us Write the letter"

    assert "*A-1*" in await office.asks(CHAIRS[language], WHERE, line)


@pytest.mark.parametrize(
    ("language", "line", "button"),
    [
        (SPANISH, "estado infraestructra", "Infraestructura"),
        (ENGLISH, "status infrastructre", "Infrastructure"),
        (SPANISH, "pendientes tema:infraestructra", "Infraestructura"),
        (ENGLISH, "gaps infrastructre", "Infrastructure"),
        (SPANISH, "ruta infraestructra", "Infraestructura"),
        (ENGLISH, "mine theme:infrastructre", "Infrastructure"),
    ],
)
async def test_a_theme_that_was_perhaps_meant_is_a_press_away_where_one_only_reads(
    office: Office, language: Language, line: str, button: str
) -> None:
    meant = " ".join([line.split(maxsplit=1)[0], button])
    told = await office.asks(CHAIRS[language], "ev-group", f"{COMMANDS[language]} {meant}")
    missed = await office.asks(CHAIRS[language], "ev-group", f"{COMMANDS[language]} {line}")

    assert f"[{button}]" in missed
    pressed = await office.presses(CHAIRS[language], "ev-group", button)
    assert pressed.splitlines()[1:] == told.splitlines()[1:]


@pytest.mark.parametrize(
    ("pair", "meant"),
    [("theme:talnet", "Human capital"), ("tema:talento", "Capital humano")],
)
async def test_a_theme_that_was_perhaps_meant_is_called_as_its_reader_calls_it(
    office: Office, pair: str, meant: str
) -> None:
    language = ENGLISH if pair.startswith("theme") else SPANISH

    answer = await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} nota {pair} x")

    assert words(office, language, "problem-suggestions", suggestions=meant) in answer


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_setting_up_a_bound_channel_begins_with_its_own_group(
    office: Office, language: Language
) -> None:
    verb = "setup" if language is ENGLISH else "configurar"
    await office.asks(CHAIRS[language], WHERE, f"{COMMANDS[language]} {verb}")

    form = await office.form(CHAIRS[language])

    chosen = next(block for block in form["blocks"] if block.get("block_id") == "group")
    assert chosen["element"]["initial_option"]["value"] == "1"
