"""Names of emoji."""

import re
from pathlib import Path

import pytest

import bot.sandbox
from bot.sandbox.emoji import EMOJI, is_emoji
from handlers.scribe.views import EMOJI as OF_THE_SCRIBE

PAGE = Path(bot.sandbox.__file__).parent / "page" / "emoji.js"


@pytest.mark.parametrize("name", ["+1", "memo", "wave::skin-tone-3"])
def test_names_of_slack_are_known(name: str) -> None:
    assert is_emoji(name)


@pytest.mark.parametrize("name", ["", "thumbs_up", "check_mark", "wave::skin-tone-7", "MEMO", "📝"])
def test_other_names_are_not(name: str) -> None:
    assert not is_emoji(name)


def test_the_scribe_answers_with_emoji_that_there_are() -> None:
    assert [name for name in OF_THE_SCRIBE.values() if not is_emoji(name)] == []


def test_the_page_draws_the_same_emoji() -> None:
    named = PAGE.read_text(encoding="utf-8").split("NAMED = `")[1].split("`")[0]

    assert {entry.split()[0] for entry in re.split(r"[|\n]", named) if entry.strip()} == EMOJI
