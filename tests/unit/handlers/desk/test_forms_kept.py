"""What somebody wrote into a form is never thrown away: it stays there, or stands in the next form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.people import Role
from domain.ports import OutcomeUnknown, StoreUnavailable
from handlers.desk.answer import FieldErrors, FormAnswer, UpdateView
from handlers.desk.metadata import Metadata
from handlers.interaction import FieldValue, ViewPlace
from handlers.notes.forms import NOTE
from handlers.parts.modals import View
from tests.fakes.scene import CHAIR, CHANNEL, MEMBER
from tests.rendering import view_text
from tests.unit.handlers.accepted import view_violations
from tests.unit.handlers.desk.house import submission
from tests.unit.handlers.material import EN, ES, WORDS
from tests.unit.handlers.talk import Talk

WORK = "The work of an hour"
NOTING = Metadata(channel=CHANNEL, group=1, language=EN).write()
t = WORDS.for_language(EN)


async def noted(talk: Talk, metadata: str = NOTING, text: str = WORK) -> FormAnswer:
    """The form of a note, sent."""
    return await sent(talk, {"callback_id": NOTE.name, "private_metadata": metadata}, text=text)


async def sent(talk: Talk, form: View, hash_: str = "1", **values: FieldValue) -> FormAnswer:
    """The opened form, sent with these values; Slack changes its hash with every update."""
    callback, metadata = form["callback_id"], form["private_metadata"]
    made = submission(callback, metadata, **values)
    view = ViewPlace(id="V1", hash=hash_, callback=callback, metadata=metadata)
    shown = replace(made.interaction, view=view, key=f"view:V1:{hash_}")
    return await talk.router.submission(replace(made, interaction=shown))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (StoreUnavailable(), "form-not-saved"),
        (OutcomeUnknown(), "form-unsure"),
        (ZeroDivisionError(), "form-unsure"),
    ],
    ids=repr,
)
async def test_a_form_that_could_not_be_saved_stays_open(error: Exception, message: str, talk: Talk) -> None:
    talk.house.store.writing = error

    answer = await noted(talk)

    assert answer == FieldErrors({"text": t(message)})


async def test_a_form_before_which_the_store_fails_stays_open(talk: Talk) -> None:
    talk.house.store.reading = StoreUnavailable()
    spanish = Metadata(channel=CHANNEL, group=1, language=ES).write()

    answer = await noted(talk, spanish)

    assert answer == FieldErrors({"text": WORDS.for_language(ES)("form-not-saved")})


async def test_a_form_that_is_sent_again_to_be_sure_is_taken_in_once(talk: Talk) -> None:
    twice = [await noted(talk) for _ in range(2)]

    assert all(isinstance(answer, UpdateView) and "N-1" in view_text(answer.view) for answer in twice)
    assert "N-2" not in await talk.alone("list notes")


async def test_a_correction_of_what_changed_meanwhile_stands_in_the_form_beside_what_it_says_now(
    talk: Talk,
) -> None:
    await talk.hears("obstacle Few chargers")
    form = await talk.opens("edit O-1")
    await talk.hears("edit O-1 Few fast chargers", CHAIR)
    await talk.hears("edit O-1 severity:high", CHAIR)

    answer = await sent(talk, form, text=WORK)

    assert isinstance(answer, UpdateView)
    assert view_violations(dict(answer.view)) == []
    shown = view_text(dict(answer.view))
    assert t("edit-stale", reference="O-1") in shown
    assert "*Text:* Few fast chargers" in shown
    assert f"*{t('field-severity')}:* {t('severity-high')}" in shown
    assert f"[{WORK}___]" in shown
    done = await sent(talk, dict(answer.view), "2", text=WORK)
    assert isinstance(done, UpdateView)
    assert WORK in await talk.alone("show O-1")


async def test_a_correction_of_what_was_taken_back_stays_in_the_form(talk: Talk) -> None:
    await talk.hears("obstacle Few chargers")
    form = await talk.opens("edit O-1")
    await talk.hears("withdraw O-1")

    answer = await sent(talk, form, text=WORK)

    assert isinstance(answer, FieldErrors)
    assert list(answer.errors) == ["text"]


@pytest.mark.parametrize("line", ["note", "edit N-1"])
async def test_what_an_observer_wrote_while_a_member_stays_in_the_form(line: str, talk: Talk) -> None:
    await talk.hears("note Few chargers")
    form = await talk.opens(line)
    talk.seat(MEMBER, role=Role.OBSERVER)

    answer = await sent(talk, form, text=WORK)

    assert answer == FieldErrors({"text": t("refusal-observer-reads-only")})


async def test_what_was_written_for_a_channel_of_another_group_now_stays_in_the_form(talk: Talk) -> None:
    elsewhere = Metadata(channel=CHANNEL, group=2, language=EN).write()

    answer = await noted(talk, elsewhere)

    assert answer == FieldErrors({"text": t("refusal-form-outdated")})


async def test_a_refused_form_in_which_nothing_was_written_says_so_in_its_place(talk: Talk) -> None:
    elsewhere = Metadata(channel=CHANNEL, group=2, language=EN).write()

    answer = await noted(talk, elsewhere, " ")

    assert isinstance(answer, UpdateView)
    assert t("refusal-form-outdated") in view_text(answer.view)
