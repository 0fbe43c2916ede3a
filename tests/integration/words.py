"""What the bot is expected to say, in the words of its catalogues: tests name messages, not sentences."""

from __future__ import annotations

from domain.language import Language
from handlers.parts.bilingual import label
from handlers.words.slack_text import escape
from tests.integration.office import Office

ENGLISH, SPANISH = Language.ENGLISH, Language.SPANISH
SPEAKERS = {ENGLISH: "oem-us", SPANISH: "lead-infra"}
"""A member for each language, with it as the language of their Slack."""
COMMANDS = {ENGLISH: "/wg", SPANISH: "/gt"}


def words(office: Office, language: Language, message: str, **facts: str | int) -> str:
    """The message as it stands in mrkdwn, before people read it."""
    plain = {name: escape(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return office.bot.services.words.for_language(language)(message, **plain)


def in_both(office: Office, message: str) -> str:
    """A button under what a channel is told in every language of its group, Spanish first."""
    return label(
        [office.bot.services.words.for_language(language) for language in (SPANISH, ENGLISH)], message
    )
