"""What one can do here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.language import Language
from domain.people import Role
from domain.usecases.situation import Situation
from handlers.grammar.verbs import Verb
from handlers.overview.help_views import help_message, verb_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import ADMINISTRATOR, EN, IN_SEVERAL, NOWHERE, WORDS, profile, situation

COMMANDS = {Language.ENGLISH: "/rapporteur", Language.SPANISH: "/relator"}

WHO = {
    "chair": situation(Role.CHAIR),
    "theme lead in the theme's channel": situation(Role.LEAD, theme="infrastructure"),
    "member": situation(Role.MEMBER),
    "observer": situation(Role.OBSERVER),
    "not a member yet": situation(None),
    "guest": situation(None, guest=True),
    "no group": NOWHERE,
    "administrator without a group": ADMINISTRATOR,
}


def helped(who: Situation) -> Callable[[Translator], Message]:
    return lambda t: help_message(t, who, COMMANDS[t.language])


def explained(verb: Verb) -> Callable[[Translator], Message]:
    return lambda t: verb_message(t, verb, COMMANDS[t.language])


def test_help_for_everybody(album: Album) -> None:
    album.compare("help", {name: helped(who) for name, who in WHO.items()})


def test_help_with_each_verb(album: Album) -> None:
    album.compare("help-verb", {verb.value: explained(verb) for verb in Verb})


@pytest.mark.parametrize(("who", "verbs"), [("observer", []), ("guest", []), ("not a member yet", ["join"])])
def test_who_cannot_record_is_not_told_how_to(who: str, verbs: list[str]) -> None:
    message = helped(WHO[who])(WORDS.for_language(EN))
    assert "`recommend`" not in message.text
    assert [button["value"] for button in buttons(message)] == ["status", *verbs]


STRANGER = replace(ADMINISTRATOR, profile=replace(profile(), is_admin=True, is_stranger=True))


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        (NOWHERE, False),
        (STRANGER, False),
        (replace(NOWHERE, profile=None), False),
        (ADMINISTRATOR, True),
        (IN_SEVERAL, True),
    ],
)
def test_setup_is_offered_to_whoever_may_have_something_to_set_up(who: Situation, offered: bool) -> None:  # noqa: FBT001 - a case of the table
    assert ("`setup`" in helped(who)(WORDS.for_language(EN)).text) is offered


@pytest.mark.parametrize("language", Language)
def test_every_verb_has_its_line_in_somebodys_help(language: Language) -> None:
    t = WORDS.for_language(language)
    told = {line for who in WHO.values() for line in helped(who)(t).text.splitlines()}
    assert [
        verb for verb in Verb if f"`{verb.name_in(language)}` {t(f'verb-{verb.value}.help')}" not in told
    ] == []
