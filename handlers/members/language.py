"""The language one is answered in: `language es`."""

from __future__ import annotations

from domain.language import Language
from domain.usecases.membership import choose_language
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.request import Request
from handlers.grammar.languages import read_language
from handlers.grammar.problems import Problem
from handlers.parts.blocks import actions, section
from handlers.parts.message import Message
from handlers.parts.next_steps import say
from handlers.words.translator import Translator


async def listen(request: Request) -> Answer:
    """Choose a language, or ask which one it is."""
    word = request.utterance.rest.strip()
    if not word:
        return Reply(which_message(request.t))
    language = read_language(word)
    if isinstance(language, Problem):
        return misunderstood(request.t, language)
    person = request.interaction.person
    await request.services.store.write(lambda uow: choose_language(person, language, uow))
    return Reply(chosen_message(request.services.words.for_language(language)))


def which_message(t: Translator) -> Message:
    """The present language and the choice."""
    text = t("language-present", language=t(f"language-{t.language.value}"))
    buttons = [say(t(f"language-name-{each.value}"), f"language {each.value}") for each in Language]
    return Message(text, (section(text), actions(*buttons)))


def chosen_message(t: Translator) -> Message:
    """Said in the language that was chosen."""
    text = t("language-chosen")
    return Message(text, (section(text),))
