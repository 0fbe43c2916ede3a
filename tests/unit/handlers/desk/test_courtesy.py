"""Who greets is greeted, and told what one can do here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from handlers.desk.answer import Reply
from handlers.grammar.command import parse
from tests.fakes.scene import MEMBER, found
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.desk.house import DIRECT, NEWCOMER, TOLD, House, command, interaction


async def said_to(house: House, line: str, user: str = MEMBER, language: Language | None = None) -> Reply:
    """What a direct message gets: nothing that can be said in one opens a form."""
    came_from = replace(interaction(user, DIRECT, answerable=False), trigger=None)
    router = house.router()
    answer = await router.say(await router.serving.request(came_from, parse(line), None, language))
    assert isinstance(answer, Reply)
    assert message_violations(answer.message) == []
    return answer


def lines(answer: Reply) -> list[str]:
    return [button["value"] for button in buttons(answer.message)]


async def test_what_courtesies_are_answered_with(house: House, album: Album) -> None:
    house.slack.users[NEWCOMER] = {**TOLD, "locale": None}
    courtesies = {"a greeting": "hola", "thanks": "gracias"}
    told = {
        (f"{case}, to {who}", language): (await said_to(house, line, user, language)).message
        for case, line in courtesies.items()
        for who, user in {"a member": MEMBER, "somebody of no group": NEWCOMER}.items()
        for language in Language
    }
    names = dict.fromkeys(name for name, _ in told)
    album.compare("courtesies", each({name: name for name in names}, lambda t, name: told[name, t.language]))


@pytest.mark.parametrize("line", ["hola", "Hi!", "buenos días", "hello"])
async def test_a_greeting_is_answered_with_what_most_begin_with(house: House, line: str) -> None:
    answer = await said_to(house, line)
    assert answer.message.text.startswith(("Hello.", "Hola."))
    assert lines(answer) == ["status", "mine", "help"]


async def test_thanks_are_answered_in_a_word(house: House) -> None:
    answer = await said_to(house, "¡Gracias!")
    assert answer.message.text in {"You are welcome.", "Con gusto."}
    assert lines(answer) == ["help"]


async def test_who_is_in_no_group_is_shown_the_help_alone(house: House) -> None:
    house.slack.users[NEWCOMER] = TOLD
    answer = await said_to(house, "hola", NEWCOMER)
    assert answer.message.text.startswith("Hola.")
    assert lines(answer) == ["help"]


async def test_who_is_in_several_groups_may_ask_of_any(house: House) -> None:
    found(house.store.uow, channel="C0002")
    assert lines(await said_to(house, "hola")) == ["status", "mine", "help"]


async def test_a_greeting_behind_the_command_is_answered_too_but_the_beginning_of_a_verb_is_the_verb(
    house: House,
) -> None:
    router = house.router()
    greeted, history = [await router.command(command(word)) for word in ("hola", "hi")]
    assert isinstance(greeted, Reply)
    assert isinstance(history, Reply)
    assert lines(greeted) == ["status", "mine", "help"]
    assert lines(history) != lines(greeted)
