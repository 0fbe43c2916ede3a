"""From an interaction to its feature, and from what went wrong to words for the person."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from domain.language import Language
from domain.ports import OutcomeUnknown, StoreUnavailable
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import Answer, OpenView, Reply
from handlers.desk.budget import Budget
from handlers.desk.excuses import Failure
from handlers.desk.request import Request, SlackUnavailable
from tests.fakes.scene import LEAD, MEMBER, WORKSPACE
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.echoes import echo, only, raising, said
from tests.unit.handlers.desk.house import NEWCOMER, House, click, command, interaction
from tests.unit.handlers.material import EN, ES, WORDS


@pytest.fixture
def short_budget(house: House) -> None:
    house.hurry(Budget(answer=0.01))


def words(failure: Failure, language: Language = EN) -> str:
    return WORDS.for_language(language)(f"failure-{failure.value}")


async def hanging(_request: Request) -> Answer:
    await asyncio.Event().wait()
    raise AssertionError


async def test_the_verb_finds_its_listener_with_the_language_it_was_said_in(house: House) -> None:
    router = house.router(only(echo))
    assert said(await router.command(command("nota  dos  palabras"))) == "note es en 1 dos  palabras"
    assert said(await router.command(command("decision x"))) == "decision - en 1 x"


async def test_nothing_typed_asks_for_help(house: House) -> None:
    assert said(await house.router(only(echo)).command(command(""))) == "help en en 1 "


async def test_a_word_that_is_no_verb_offers_what_it_could_have_been(house: House) -> None:
    answer = await house.router().command(command("obstacel a map"))
    assert isinstance(answer, Reply)
    assert buttons(answer.message)[0]["value"] == "obstacle a map"


async def test_a_person_nobody_knows_is_answered_in_the_language_of_the_command(house: House) -> None:
    answer = await house.router().command(command("note x", NEWCOMER, name="/relator"))
    assert said(answer).startswith("Slack no pudo indicarme quién es usted")


@pytest.mark.usefixtures("short_budget")
async def test_a_store_that_hangs_before_the_feature_began_saved_nothing(house: House) -> None:
    house.store.hangs_reading = True
    assert said(await house.router().command(command("note x"))) == words(Failure.NOT_SAVED)


@pytest.mark.usefixtures("short_budget")
async def test_a_feature_that_hangs_may_have_saved_something(house: House) -> None:
    assert said(await house.router(only(hanging)).command(command("note x"))) == words(Failure.UNSURE)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (StoreUnavailable(), Failure.NOT_SAVED),
        (SlackUnavailable(), Failure.NOT_SAVED),
        (OutcomeUnknown(), Failure.UNSURE),
        (TimeoutError(), Failure.UNSURE),
        (ZeroDivisionError(), Failure.UNSURE),
    ],
    ids=lambda value: getattr(value, "value", type(value).__name__),
)
async def test_what_goes_wrong_in_a_feature_is_told(error: Exception, failure: Failure, house: House) -> None:
    router = house.router(only(raising(error)))
    assert said(await router.command(command("note x"))) == words(failure)
    assert said(await router.click(click("say:x", "note x"))) == words(failure)


@pytest.mark.parametrize("error", [StoreUnavailable(), OutcomeUnknown(), ZeroDivisionError()], ids=repr)
async def test_what_goes_wrong_before_the_feature_saved_nothing(error: Exception, house: House) -> None:
    house.store.reading = error
    answer = await house.router().command(command("note x", name="/relator"))
    assert said(answer) == words(Failure.NOT_SAVED, ES)


async def test_the_log_tells_the_kind_of_trouble_and_no_text(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    await house.router(only(raising(StoreUnavailable("secret words")))).command(command("note secret"))
    logged = capsys.readouterr().out
    assert "StoreUnavailable" in logged
    assert "secret" not in logged


async def test_a_refusal_is_told_to_the_person_alone(house: House) -> None:
    router = house.router(only(raising(Refusal(RefusalCode.CHAIR_ONLY))))
    assert said(await router.command(command("setup"))) == "This is for the chair of the group."


async def opening(_request: Request) -> Answer:
    return OpenView({"type": "modal"})


async def test_a_form_is_opened_and_nothing_is_said(house: House) -> None:
    assert await house.router(only(opening)).command(command("join")) is None
    assert house.slack.opened == [{"type": "modal"}]


async def test_a_form_slack_does_not_take_is_excused(house: House) -> None:
    house.slack.silent = True
    assert said(await house.router(only(opening)).command(command("join"))) == words(Failure.FORM)


async def test_a_form_needs_a_trigger(house: House) -> None:
    untriggered = replace(command("join"), interaction=replace(interaction(), trigger=None))
    assert said(await house.router(only(opening)).command(untriggered)) == words(Failure.FORM)


async def test_a_pressed_button_says_its_line(house: House) -> None:
    answer = await house.router(only(echo)).click(click("say:status all", "status all"))
    assert said(answer) == "status en en 1 all"


async def test_share_shows_the_answer_to_the_channel_with_the_name_of_who_pressed(house: House) -> None:
    answer = await house.router(only(echo)).click(click("share:status", "status all"))
    assert isinstance(answer, Reply)
    assert answer.in_channel
    assert answer.message.text == f"status en en 1 all\nAt the request of {MEMBER}"
    assert answer.message.blocks[-1]["type"] == "context"


async def test_a_shared_refusal_stays_with_the_person(house: House) -> None:
    router = house.router(only(raising(Refusal(RefusalCode.MEMBERS_ONLY))))
    assert said(await router.click(click("share:status", "status"))).startswith("This is for members")


async def test_an_answer_to_the_channel_after_a_click_is_signed_and_escaped(house: House) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], name="<!here> & co")
    answer = await house.router().click(click("say:x", "note The census starts on Monday"))
    assert isinstance(answer, Reply)
    assert answer.in_channel
    assert answer.message.text.endswith("\nAt the request of &lt;!here&gt; &amp; co")


async def test_an_answer_to_a_typed_line_is_not_signed(house: House) -> None:
    answer = await house.router().command(command("note The census starts on Monday"))
    assert isinstance(answer, Reply)
    assert answer.in_channel
    assert "At the request" not in answer.message.text


async def test_again_records_the_same_words_once_however_often_it_is_pressed(house: House) -> None:
    router = house.router()
    await router.command(command("note The census starts on Monday"))
    pressed = click("again:N-1", "N-1", interaction(message="1700.1"))
    twice = replace(pressed, interaction=replace(pressed.interaction, key="click:another"))
    answers = [await router.click(pressed), await router.click(twice)]
    texts = [answer.message.text for answer in answers if isinstance(answer, Reply)]
    assert [text.split(" ")[0] for text in texts] == ["*N-2*", "*N-2*"]
    record = house.store.uow.workspace(WORKSPACE).group(1)
    assert sorted(record.notes.by_number) == [1, 2]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("N-1", "Only the person who recorded N-1"),
        ("N-9", "I cannot find"),
        ("nonsense", "I cannot find"),
        ("", "I cannot find"),
    ],
)
async def test_again_repeats_nobody_elses_words(value: str, words: str, house: House) -> None:
    router = house.router()
    await router.command(command("note The census starts on Monday", LEAD))
    assert said(await router.click(click("again:N-1", value))).startswith(words)
    assert len(house.store.uow.workspace(WORKSPACE).group(1).notes.by_number) == 1


async def test_a_button_of_the_home_tab_is_answered_in_a_modal(house: House) -> None:
    at_home = interaction(channel=None, answerable=False)
    assert await house.router().click(click("say:status", "status", at_home)) is None
    (view,) = house.slack.opened
    assert view["type"] == "modal"
    assert view["callback_id"] == "reading"


async def test_a_refusal_at_the_home_tab_is_shown_in_a_modal(house: House) -> None:
    at_home = interaction(channel=None, answerable=False)
    router = house.router(only(raising(Refusal(RefusalCode.CHAIR_ONLY))))
    assert await router.click(click("say:setup", "setup", at_home)) is None
    (view,) = house.slack.opened
    assert view["blocks"][0]["text"]["text"] == "This is for the chair of the group."


@pytest.mark.parametrize("line", ["setup", "language es"])
async def test_whoever_slack_tells_nothing_of_is_asked_to_come_again(line: str, house: House) -> None:
    answer = await house.router().command(command(line, user="U0SILENT"))
    assert said(answer) == WORDS.for_language(EN)("refusal-person-unknown")
