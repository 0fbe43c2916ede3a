"""Submitted forms, from the router to their listeners and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from domain.people import Person
from domain.ports import OutcomeUnknown, StoreUnavailable
from handlers.desk.answer import FieldErrors, FormAnswer, UpdateView
from handlers.desk.excuses import Failure
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.feature_table import FEATURES
from handlers.groups.setup import CHOOSE
from handlers.interaction import Submission
from handlers.members.joining_views import JOIN
from tests.fakes.scene import CHANNEL, WORKSPACE
from tests.unit.handlers.desk.house import NEWCOMER, House, submission
from tests.unit.handlers.material import EN, ES, WORDS

JOINING = Metadata(channel=CHANNEL, group=1, language=ES).write()


def words(failure: Failure, language: Language = EN) -> str:
    return WORDS.for_language(language)(f"failure-{failure.value}")


def shown(answer: FormAnswer) -> str:
    assert isinstance(answer, UpdateView)
    return str(answer.view["blocks"][0]["text"]["text"])


async def test_a_submitted_form_reaches_its_listener_in_the_channel_it_was_opened_in(house: House) -> None:
    house.slack.users[NEWCOMER] = {"locale": "en-US"}
    sent = submission(JOIN, JOINING, sector="industry", country="MX", organisation="Plant")
    sent = replace(sent, interaction=replace(sent.interaction, person=Person(WORKSPACE, NEWCOMER)))
    answer = await house.router().submission(sent)
    assert shown(answer).startswith("Welcome to *Working group*")
    assert house.store.uow.workspace(WORKSPACE).group(1).members.get(NEWCOMER) is not None


async def test_what_a_rule_refuses_stands_beside_its_field(house: House) -> None:
    house.slack.users[NEWCOMER] = {"locale": "en-US"}
    sent = submission(JOIN, JOINING, sector="industry", country="DE", organisation="Plant")
    sent = replace(sent, interaction=replace(sent.interaction, person=Person(WORKSPACE, NEWCOMER)))
    answer = await house.router().submission(sent)
    assert isinstance(answer, FieldErrors)
    assert list(answer.errors) == ["country"]


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (StoreUnavailable(), Failure.NOT_SAVED),
        (OutcomeUnknown(), Failure.UNSURE),
        (ZeroDivisionError(), Failure.UNSURE),
    ],
    ids=lambda value: getattr(value, "value", type(value).__name__),
)
async def test_a_form_that_fails_says_so_in_its_place(
    error: Exception, failure: Failure, house: House
) -> None:
    async def listen(_request: Request, _submission: Submission) -> FormAnswer:
        raise error

    router = house.router(replace(FEATURES, forms={JOIN: listen}))
    assert shown(await router.submission(submission(JOIN))) == words(failure)


async def test_a_form_before_whose_listener_the_store_fails_answers_in_the_language_it_was_shown_in(
    house: House,
) -> None:
    house.store.reading = OutcomeUnknown()
    answer = await house.router().submission(submission(JOIN, JOINING))
    assert shown(answer) == words(Failure.NOT_SAVED, ES)


async def test_a_form_nobody_knows_fails_politely(house: House) -> None:
    assert shown(await house.router().submission(submission("unknown"))) == words(Failure.UNSURE)


@pytest.mark.parametrize("group", ["0", "-1", str(10**40)])
async def test_a_forged_group_in_a_forms_metadata_is_no_group(group: str, house: House) -> None:
    sent = submission(JOIN, f'{{"group": {group}}}', sector="industry", country="MX")
    garbage = submission(JOIN, "garbage", sector="industry", country="MX")
    router = house.router()
    assert shown(await router.submission(sent)) == shown(await router.submission(garbage))


@pytest.mark.parametrize("group", [str(10**40), "-1", "first", "²"])
async def test_a_forged_choice_of_a_group_is_refused(group: str, house: House) -> None:
    answer = await house.router().submission(submission(CHOOSE, JOINING, group=group))
    assert isinstance(answer, FieldErrors | UpdateView)
    assert "Esto corresponde a la presidencia del grupo." in str(answer)


@pytest.mark.parametrize("group", [2, None])
async def test_a_form_opened_for_another_group_than_the_channels_joins_nobody(
    house: House, group: int | None
) -> None:
    house.slack.users[NEWCOMER] = {"locale": "en-US"}
    metadata = Metadata(channel=CHANNEL, group=group, language=EN).write()
    sent = submission(JOIN, metadata, sector="industry", country="MX", organisation="Plant")
    sent = replace(sent, interaction=replace(sent.interaction, person=Person(WORKSPACE, NEWCOMER)))
    answer = await house.router().submission(sent)
    assert shown(answer) == WORDS.for_language(EN)("refusal-form-outdated")
    assert house.store.uow.workspace(WORKSPACE).group(1).members.get(NEWCOMER) is None


async def test_garbage_in_a_forms_metadata_is_refused(house: House) -> None:
    sent = submission(JOIN, "garbage", sector="industry", country="MX", organisation="Plant")
    answer = await house.router().submission(sent)
    assert shown(answer) == WORDS.for_language(EN)("refusal-form-outdated")
