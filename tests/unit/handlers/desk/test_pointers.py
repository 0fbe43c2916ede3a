"""Words for what another verb does: nothing is done, and the line that does it is a press away."""

from __future__ import annotations

import pytest

from domain.people import Role
from handlers.parts.limits import MESSAGE_BLOCKS_MAX
from tests.fakes.scene import CHAIR, MEMBER
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.talk import Talk, filled, lines

LEAD = "<@U0LEAD|lead-infra>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1 and R-1."""
    await talk.channel("obstacle Few chargers")
    await talk.channel("recommend Build chargers for O-1")
    return talk


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (f"remove {LEAD}", f"members remove {LEAD}"),
        (f"quitar {LEAD}", f"members remove {LEAD}"),
        ("remove @nobody", "members remove @nobody"),
        ("remove D-1", "digest stop D-1"),
        ("quitar D-1", "digest stop D-1"),
        ("stop D-1", "digest stop D-1"),
        ("stop d1", "digest stop D-1"),
        ("off D-12", "digest stop D-12"),
        ("pause D-1", "digest pause D-1"),
        ("pausar D-1", "digest pause D-1"),
        ("edit D-1", "digest edit D-1"),
        ("resume D-1", "digest resume D-1"),
        ("reanudar D-1", "digest resume D-1"),
    ],
)
async def test_the_line_that_does_it_is_offered_and_asks_before_it_is_done(
    talk: Talk, line: str, offered: str
) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line, CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [offered]
    assert "confirm" in buttons(answer.message)[0]
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize(
    "line",
    [
        "off",
        "stop",
        "stop all",
        "parar todo",
        "Basta!",
        "unsubscribe",
        "para todo",
        "pausar resumen",
        "pause digest",
    ],
)
async def test_whoever_wants_it_all_to_stop_is_told_how_it_is(talk: Talk, line: str) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line)
    assert lines(answer) == ["digest list", "help"]
    assert "digest stop D-1" in answer.message.text
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize("line", ["remove O-1", "quitar O-1 porque sobra", "cancel O-1"])
async def test_an_item_is_withdrawn_as_ever(talk: Talk, line: str) -> None:
    assert "O-1" in await talk.channel(line)


async def test_words_that_nobody_knows_show_the_item_and_offer_its_forms(talk: Talk) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears("R-1 is nice")
    assert not answer.in_channel
    assert answer.message.text.startswith("I am not sure what “is nice” asks of R-1")
    assert "Build chargers" in answer.message.text
    assert lines(answer)[:2] == ["move R-1 is nice", "edit R-1 is nice"]
    assert len(answer.message.blocks) <= MESSAGE_BLOCKS_MAX
    assert talk.record.changes.last_number == before
    assert (await filled(talk, "edit R-1 is nice"))["callback_id"] == "edit"


async def test_whoever_may_not_record_is_offered_no_form_for_it(talk: Talk) -> None:
    talk.seat(MEMBER, role=Role.OBSERVER)
    answer = await talk.hears("R-1 is nice")
    assert "move R-1 is nice" not in lines(answer)
    assert "Build chargers" in answer.message.text


async def test_an_item_that_is_not_there_is_refused_as_when_it_is_shown(talk: Talk) -> None:
    answer = await talk.hears("R-9 is nice")
    assert answer.message.text == (await talk.hears("R-9")).message.text


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("close O-1", ["move O-1 resolved"]),
        ("cerrar O-1", ["move O-1 resolved"]),
        ("resolver O-1 porque ya hay red", ["move O-1 resolved porque ya hay red"]),
        ("close A-1", ["done A-1"]),
        ("close A-1, please", ["done A-1"]),
        (
            "cerrar A-1 porque ya no hace falta",
            ["done A-1 porque ya no hace falta", "move A-1 dropped porque ya no hace falta"],
        ),
        ("complete A-1 because it was sent", ["done A-1 because it was sent"]),
        ("close A-1 as dropped", ["move A-1 as dropped"]),
        ("close R-1", ["move R-1 implemented"]),
        ("close R-1 as withdrawn", ["move R-1 as withdrawn"]),
        (
            "accept R-1 because CFE agrees",
            ["support R-1 because CFE agrees", "move R-1 agreed because CFE agrees"],
        ),
        ("approve R-1", ["support R-1", "move R-1 agreed"]),
        ("aprobar R-1", ["support R-1", "move R-1 agreed"]),
        ("merge O-1 into O-2", ["move O-1 merged into O-2"]),
        ("merge O-1 into O-2 because they agree", ["move O-1 merged into O-2 because they agree"]),
        ("fusionar O-1 con O-2", ["move O-1 merged into O-2"]),
        ("change R-1 Build two &amp; more", ["edit R-1 Build two &amp; more"]),
        ("cambiar R-1: otra cosa", ["edit R-1: otra cosa"]),
        ("cambiar R-1 a en revisión", ["move R-1 a en revisión"]),
        ("actualizar R-1 40%", ["move R-1 40%"]),
        ("update A-1 done", ["move A-1 done"]),
        ("change O-1 severity high", ["edit O-1 severity:high"]),
        (f"cambiar R-1 responsable {LEAD}", [f"edit R-1 responsable {LEAD}"]),
        ("start meeting", ["meeting start"]),
        ("iniciar la reunión", ["meeting start"]),
        ("end meeting", ["meeting end"]),
        ("terminar M-1", ["meeting end M-1"]),
        ("here", ["meeting here"]),
        ("presente", ["meeting here"]),
        ("agendar reunión viernes 10:00", ["meeting schedule viernes 10:00"]),
        ("schedule a meeting friday 10am; Budget", ["meeting schedule friday 10am; Budget"]),
    ],
)
async def test_what_is_called_otherwise_here_is_offered_under_its_name(
    talk: Talk, line: str, offered: list[str]
) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line, CHAIR)
    assert not answer.in_channel
    assert lines(answer) == offered
    assert answer.message.text.startswith("Here this is done with “")
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize(
    "line",
    [
        "close to the border there are no chargers",
        "approve the budget",
        "merge both maps",
        "start with the census",
        "here is the map",
        "presente la CRE",
        "change is needed",
        "schedule the census",
        "merge O-1",
        "approve O-1",
        "completar A-1 mañana",
        "accept R-1 with changes",
        "close O-1 and O-2 together",
    ],
)
async def test_sentences_that_begin_so_are_offered_as_a_note(talk: Talk, line: str) -> None:
    assert f"note {line}" in lines(await talk.hears(line, CHAIR))


async def test_a_change_that_may_be_another_value_is_asked_about_and_writes_nothing(talk: Talk) -> None:
    before = talk.record.changes.last_number
    (line,) = lines(await talk.hears(f"cambiar R-1 responsable {LEAD}", CHAIR))
    asked = await talk.presses(line, CHAIR)
    assert lines(asked)[0].startswith("assign R-1 ")
    assert talk.record.changes.last_number == before
