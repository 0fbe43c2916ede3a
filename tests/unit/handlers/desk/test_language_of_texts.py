"""A text is in the language it is clearly written in, whatever its verb or whoever types it; and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.item import Item
from domain.language import Language
from handlers.desk.answer import Reply
from handlers.desk.metadata import Metadata
from handlers.interaction import ViewPlace
from handlers.notes.forms import NOTE
from handlers.parts.next_steps import Press, verb_of
from tests.fakes.scene import CHANNEL, LEAD, MEMBER
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import click, command, interaction, submission
from tests.unit.handlers.talk import Talk, filled, meeting

EN, ES = Language.ENGLISH, Language.SPANISH


def last(talk: Talk) -> Item:
    """What was recorded last."""
    record = talk.record
    held = (record.notes, record.obstacles, record.recommendations, record.actions, record.evidence)
    (item,) = [item for items in held if (item := items.get(1)) is not None]
    return item


@pytest.mark.parametrize(
    ("line", "language", "said"),
    [
        ("note Los permisos tardan nueve meses en cada estado", ES, "text in Spanish"),
        ("obstacle Faltan técnicos en Monterrey severity:high", ES, "text in Spanish"),
        ("recommend Publicar el mapa de la red due march 31", ES, "text in Spanish"),
        ("action Enviar el censo a la CRE due friday", ES, "text in Spanish"),
        ("evidence https://example.org/the/of El censo de los nodos", ES, "text in Spanish"),
        ("nota The permits take nine months", EN, "text in English"),
        ("note The permits take nine months", EN, ""),
        ("nota Los permisos tardan nueve meses", ES, ""),
        ("note CFE: 12 nodos", EN, ""),
        ("nota CFE: 12 charger", ES, ""),
        ("note Revisar the Grid Code con CFE", EN, ""),
    ],
)
async def test_a_text_is_in_the_language_it_is_clearly_written_in(
    line: str, language: Language, said: str, talk: Talk
) -> None:
    answer = await talk.channel(line, LEAD)
    assert last(talk).text.language is language
    assert said in answer
    assert bool(said) is ("text in" in answer)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("meeting schedule next tuesday 10:00; Los permisos tardan nueve meses", ES),
        ("reunión programar martes 10:00; The permits take nine months", EN),
        ("meeting programar martes 10:00; CFE: 12 nodos", ES),
        ("meeting schedule next tuesday 10:00; CFE: 12 nodos", EN),
    ],
)
async def test_so_is_what_a_meeting_is_about(line: str, language: Language, talk: Talk) -> None:
    await talk.channel(line, LEAD)
    assert meeting(talk).text.language is language


async def test_a_language_that_the_group_does_not_have_is_not_taken(talk: Talk) -> None:
    talk.record.save_group(replace(talk.record.group, languages=(EN,)))
    assert "text in" not in await talk.channel("note Los permisos tardan nueve meses", LEAD)
    assert last(talk).text.language is EN


@pytest.mark.parametrize(
    ("line", "shown"),
    [("note Los permisos tardan", "es"), ("nota The permits are late", "en"), ("note 12 nodos", None)],
)
async def test_a_form_shows_the_language_that_its_text_shows(
    line: str, shown: str | None, talk: Talk
) -> None:
    form = await filled(talk, line)
    (field,) = [block for block in form["blocks"] if block.get("block_id") == "language"]
    assert field["element"].get("initial_option", {}).get("value") == shown


@pytest.mark.parametrize(
    ("text", "chosen", "spoken", "language"),
    [
        ("Los permisos tardan", None, None, ES),
        ("Los permisos tardan", "en", None, EN),
        ("12 nodos", None, None, EN),
        ("12 nodos", None, ES, ES),
        ("The permits are late", None, ES, EN),
    ],
)
async def test_what_a_form_was_sent_with_is_in_the_language_that_was_chosen_else_in_its_own(
    text: str, chosen: str | None, spoken: Language | None, language: Language, talk: Talk
) -> None:
    metadata = Metadata(group=1, channel=CHANNEL, spoken=spoken).write()
    sent = submission(NOTE.name, metadata, text=text, language=chosen)
    view = ViewPlace(id="V1", hash="1", is_home=False, callback=NOTE.name, metadata=metadata)
    shown = replace(sent, interaction=replace(sent.interaction, view=view))
    await talk.router.submission(shown)
    assert last(talk).text.language is language


def shares(answer: Reply) -> list[str]:
    return [each["value"] for each in buttons(answer.message) if verb_of(each["action_id"]) == Press.SHARE]


async def test_what_everybody_sees_or_nobody_else_is_not_shown_to_the_channel(talk: Talk) -> None:
    (line,) = shares(await talk.hears("status"))
    shared = await talk.router.click(click(f"share:{line}", line, interaction(MEMBER, message="1700.1")))
    assert isinstance(shared, Reply)
    assert shared.in_channel
    assert shares(shared) == []
    alone = command("status")
    direct = replace(alone, interaction=replace(alone.interaction, channel="D0MEMBER"))
    answer = await talk.router.command(direct)
    assert isinstance(answer, Reply)
    assert buttons(answer.message)
    assert shares(answer) == []
