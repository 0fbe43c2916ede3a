"""The words about digests that were sent, in both languages, and what their buttons say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery_commands import WHY
from domain.delivery import Delivery, DeliveryState, Skipped
from domain.usecases.resending import LOG_SHOWN, Log
from handlers.deliveries import views
from handlers.grammar.command import parse
from handlers.grammar.deliveries import Decision, LogWanted, read_log
from handlers.grammar.problems import Problem
from tests.fakes.deliveries import stored
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, ES, WORDS, ZONE

DUE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
STATES = list(DeliveryState)


def sent(state: DeliveryState, number: int = 1, error: str | None = None) -> Delivery:
    return stored(
        key=f"digest:{number}",
        workspace="T0001",
        subscription=number,
        channel="C0001",
        due_at=DUE,
        state=state,
        id=number + 40,
        attempts=2,
        error=error,
    )


EVERY = tuple(sent(state, number + 1, "missing_scope") for number, state in enumerate(STATES))


def test_every_word_about_what_became_of_digests(album: Album) -> None:
    album.compare(
        "deliveries",
        {
            "log for a chair": lambda t: views.log(t, Log(EVERY, decides=True), ZONE),
            "log for a member": lambda t: views.log(t, Log(EVERY[-3:], decides=False), ZONE),
            "nothing yet": lambda t: views.log(t, Log((), decides=True), ZONE),
            "confirmed": lambda t: views.confirmed(t, EVERY[0], ZONE),
            "resent": lambda t: views.resent(t, EVERY[0], ZONE),
        },
    )


@pytest.mark.parametrize("reason", list(Skipped))
def test_the_log_and_the_command_line_say_why_one_was_skipped(reason: Skipped) -> None:
    skipped = sent(DeliveryState.SKIPPED, 1, reason)
    assert WHY[reason]
    for language in (EN, ES):
        t = WORDS.for_language(language)
        told = views.log(t, Log((skipped,), decides=False), ZONE).text
        assert t(f"log-skipped-{reason.value}") in told
        assert t("log-skipped") not in told


def test_only_who_decides_gets_buttons_and_only_where_there_is_something_to_decide() -> None:
    for language in (EN, ES):
        t = WORDS.for_language(language)
        assert buttons(views.log(t, Log(EVERY, decides=False), ZONE)) == []
        assert len(buttons(views.log(t, Log(EVERY, decides=True), ZONE))) == 3


def test_every_button_says_what_the_grammar_reads() -> None:
    shown = buttons(views.log(WORDS.for_language(EN), Log(EVERY, decides=True), ZONE))
    asked = [read_log(parse(button["value"]).rest) for button in shown]
    assert {one.decision for one in asked if isinstance(one, LogWanted)} == set(Decision)
    assert all(isinstance(one, LogWanted) and one.attempts == 2 and one.number > 40 for one in asked)


def test_the_log_is_asked_for_in_both_languages() -> None:
    assert read_log("log") == read_log("envíos") == read_log("Envios ") == LogWanted()
    assert read_log("envíos llegó 12/3") == LogWanted(Decision.ARRIVED, 12, 3)
    assert read_log("envíos reenviar 12/3") == LogWanted(Decision.RESEND, 12, 3)


def test_what_is_not_about_the_log_is_left_to_others() -> None:
    for text in ("", "mon 09:00", "list", "logistics mon 09:00", "stop D-1"):
        assert read_log(text) is None
    for text in (
        "log burn 1/2",
        "log arrived",
        "log arrived 1",
        "log arrived 1/2 3",
        f"log resend {'9' * 30}/1",
    ):
        assert isinstance(read_log(text), Problem)


@given(
    st.lists(st.sampled_from(STATES), max_size=LOG_SHOWN),
    st.text(max_size=4000),
    st.integers(1, 10**12),
    st.sampled_from([EN, ES]),
)
def test_slack_takes_every_log(states: list[DeliveryState], error: str, number: int, language: str) -> None:
    found = tuple(sent(state, number + place, error) for place, state in enumerate(states))
    shown = views.log(WORDS.for_language(language), Log(found, decides=True), ZONE)  # type: ignore[arg-type]  # a Language
    assert message_violations(shown) == []
