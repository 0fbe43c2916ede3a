"""What the workspace says to people is there in both languages, with the same facts."""

from string import Formatter

import pytest

from bot.sandbox.wording import _TEXTS, say


def facts_in(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(_TEXTS))
def test_both_languages_say_the_same_facts(key: str) -> None:
    english, spanish = _TEXTS[key]
    assert facts_in(english) == facts_in(spanish)
    assert english != spanish


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("es-MX", "/wg no funciona en los hilos."),
        ("es", "/wg no funciona en los hilos."),
        ("en-US", "/wg is not supported in threads. Sorry!"),
        ("", "/wg is not supported in threads. Sorry!"),
    ],
)
def test_the_language_is_that_of_the_locale(locale: str, said: str) -> None:
    assert say("no_thread", locale, command="/wg") == said
