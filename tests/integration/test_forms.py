"""Every verb that records or changes has a form: filled in, submitted once, answered in its place."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from domain.language import Language
from domain.text import TEXT_MAX
from tests.integration.cast import USERS
from tests.integration.filling import delivered, names_of, opens
from tests.integration.office import TICK_SECONDS, Entry, Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words
from tests.rendering import view_text


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: the forms of `test_more_forms` go both ways."""
    return "http"


RECORDS: dict[str, tuple[dict[str, Entry], str]] = {
    "note": ({"text": "Heard today"}, "N-1"),
    "decision": ({"text": "We measure first"}, "N-1"),
    "opportunity": ({"text": "A new fund"}, "N-1"),
    "obstacle": ({"text": "No transformers", "severity": "high", "countries": ["MX"]}, "O-1"),
    "recommend": ({"text": "Buy transformers"}, "R-1"),
    "action": ({"text": "Call the plant", "due_on": "2027-03-12"}, "A-1"),
}


@pytest.mark.parametrize("verb", RECORDS)
@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
async def test_a_record_from_a_form(office: Office, verb: str, language: Language) -> None:
    entries, reference = RECORDS[verb]
    who = SPEAKERS[language]
    await opens(office, who, "infrastructure", f"{COMMANDS[language]} {verb}")

    done = await office.submits(who, entries)

    assert done.ok, done
    assert done.view is not None
    assert f"*{reference}*" in view_text(done.view)
    shown = await office.asks(who, "infrastructure", f"/wg show {reference}")
    assert str(entries["text"]) in shown


async def test_what_a_form_records_is_told_in_its_channel(office: Office) -> None:
    await opens(office, "oem-us", "infrastructure", "/wg note")
    await office.submits("oem-us", {"text": "From the form"})

    line = await delivered(office, "infrastructure", 1)

    assert "*N-1* note, Infrastructure: From the form" in line
    assert words(office, ENGLISH, "pressed-by", name="oem-us") in line


async def test_a_form_submitted_twice_records_once(office: Office) -> None:
    view = await opens(office, "oem-us", "infrastructure", "/wg note")
    await office.submits("oem-us", {"text": "Once"})
    (sent,) = await office.exchanges("view_submission")
    before = await office.changes()

    again = await office.sandbox.workspace.dispatcher.interaction(sent["request"])

    assert again.status == HTTPStatus.OK
    assert await office.changes() == before
    assert "N-1" in str(again.body())
    assert view["callback_id"] == "record-note"


async def test_what_is_wrong_stands_beside_its_field_and_the_form_may_come_again(office: Office) -> None:
    await opens(office, "oem-us", "infrastructure", "/wg action")

    late = await office.submits("oem-us", {"text": "Call the plant", "due_on": "2027-03-01"})
    right = await office.submits("oem-us", {"due_on": "2027-03-05"})

    assert list(late.errors) == ["due_on"]
    assert right.ok
    assert "A-1" in str(right.view)


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("guest-us", "refusal-guest-reads-only"),
        ("newcomer-us", "refusal-members-only"),
    ],
)
@pytest.mark.parametrize("verb", ["note", "recommend", "move", "assign", "support"])
async def test_whoever_may_only_read_gets_no_form(office: Office, who: str, message: str, verb: str) -> None:
    answer = await office.asks(who, "infrastructure", f"/wg {verb}")

    assert words(office, ENGLISH, message) in answer
    assert await office.people.views(USERS[who]) == []


async def test_a_form_asks_for_what_the_new_status_needs(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg recommend Publish a map")
    await office.asks("oem-us", "infrastructure", "/wg recommend Publish two maps")
    await opens(office, "chair-us", "infrastructure", "/wg move")

    chosen = await office.chooses("chair-us", "reference", "R-1")
    superseded = await office.chooses("chair-us", "to", "superseded")
    reviewed = await office.chooses("chair-us", "to", "under_review")

    assert names_of(chosen) == ["reference", "to"]
    assert names_of(superseded) == ["reference", "to", "superseded_by"]
    assert names_of(reviewed) == ["reference", "to"]
    await office.chooses("chair-us", "to", "superseded")
    missing = await office.submits("chair-us", {})
    assert list(missing.errors) == ["superseded_by"]
    done = await office.submits("chair-us", {"superseded_by": "R-2"})
    assert done.ok
    shown = await office.asks("chair-us", "infrastructure", "/wg show R-1")
    assert words(office, ENGLISH, "card-successor-recommendation", reference="R-2") in shown


async def test_a_status_that_needs_a_reason_asks_for_it(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Few chargers")
    await office.asks("chair-us", "infrastructure", "/wg move O-1")
    await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-move-form"))

    dropped = await office.chooses("chair-us", "to", "dropped")
    done = await office.submits("chair-us", {"reason": "There are enough"})

    assert names_of(dropped) == ["reference", "to", "reason"]
    assert done.ok
    assert "dropped" in view_text(done.view or {})


async def test_an_item_that_moved_meanwhile_is_shown_as_it_is(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Few chargers")
    await opens(office, "chair-us", "infrastructure", "/wg move")
    await office.chooses("chair-us", "reference", "O-1")
    await office.asks("lead-infra", "infrastructure", "/wg move O-1 confirmed")

    answer = await office.submits("chair-us", {"to": "resolved"})

    assert answer.ok
    shown = view_text(answer.view or {})
    assert words(office, ENGLISH, "form-stale", reference="O-1", state="confirmed") in shown


async def test_a_search_offers_what_fits_in_the_group_of_the_form(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Pocos cargadores en carretera")
    await office.asks("oem-us", "infrastructure", "/wg obstacle Old grid")
    await office.asks("oem-us", "infrastructure", "/wg obstacle Closed one")
    await office.asks("chair-us", "infrastructure", "/wg move O-3 resolved")
    await opens(office, "oem-us", "infrastructure", "/wg recommend")

    assert list(await office.offered("oem-us", "answers")) == ["O-2", "O-1"]
    assert list(await office.offered("oem-us", "answers", "carg")) == ["O-1"]
    assert list(await office.offered("oem-us", "answers", "2")) == ["O-2"]
    assert list(await office.offered("oem-us", "answers", "o-1")) == ["O-1"]
    assert await office.offered("oem-us", "answers", "nothing of the kind") == {}
    themes = await office.offered("oem-us", "theme", "infra")
    assert list(themes) == ["infrastructure"]


async def test_people_of_the_group_are_found_by_name_and_organisation(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg help")
    await opens(office, "oem-us", "infrastructure", "/wg action")

    found = await office.offered("oem-us", "owner", "lead-infra")

    assert list(found) == [USERS["lead-infra"]]


async def test_a_search_offers_nothing_to_whoever_may_not_see_the_group(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg obstacle Old grid")
    await opens(office, "oem-us", "infrastructure", "/wg recommend")
    await office.offered("oem-us", "answers")
    (sent,) = await office.exchanges("block_suggestion")
    payload = dict(sent["request"])
    view = dict(payload["view"], private_metadata='{"group": 1}')

    answer = await office.sandbox.workspace.dispatcher.interaction(
        payload | {"view": view, "user": {"id": USERS["newcomer-us"], "team_id": "T0EVGROUP"}}
    )

    assert answer.body() == {"options": []}


async def test_what_was_refused_can_be_mended_in_the_form(office: Office) -> None:
    answer = await office.asks("oem-us", "infrastructure", "/wg recommend Build chargers for O-9")
    await office.presses("oem-us", "infrastructure", words(office, ENGLISH, "button-form"))

    form = await office.form("oem-us")

    assert words(office, ENGLISH, "refusal-reference-unknown", reference="O-9") in answer
    assert "[Build chargers___]" in view_text(form)
    done = await office.submits("oem-us", {"answers": []})
    assert "*R-1*" in view_text(done.view or {})


async def test_a_text_that_is_too_long_opens_in_the_form_cut(office: Office) -> None:
    answer = await office.asks("oem-us", "infrastructure", f"/wg note {'long words ' * 300}")
    await office.presses("oem-us", "infrastructure", words(office, ENGLISH, "button-form"))

    form = await office.form("oem-us")

    assert "3,000" in answer
    block = next(block for block in form["blocks"] if block.get("block_id") == "text")
    assert block["element"]["initial_value"].startswith("long words long words")
    assert len(block["element"]["initial_value"]) == TEXT_MAX


async def test_the_buttons_of_a_forms_answer_go_on_in_the_same_modal(office: Office) -> None:
    await opens(office, "oem-us", "infrastructure", "/wg obstacle")
    await office.submits("oem-us", {"text": "Few chargers"})

    shown = await office.pushes("oem-us", words(office, ENGLISH, "button-show"))
    back = await office.pushes("oem-us", words(office, ENGLISH, "button-status"))

    assert "O-1 · obstacle · Infrastructure" in view_text(shown)
    assert "Where we stand" in view_text(back)
    assert len(await office.people.views(USERS["oem-us"])) == 1


async def test_a_position_is_taken_in_a_form(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg recommend Publish a map")
    await opens(office, "oem-us", "infrastructure", "/wg object")

    done = await office.submits("oem-us", {"reference": "R-1", "comment": "Too dear"})

    assert "objection from oem-us" in view_text(done.view or {})


@pytest.mark.parametrize("verb", ["done", "withdraw"])
async def test_an_action_is_finished_or_taken_back_in_a_form(office: Office, verb: str) -> None:
    await office.asks("oem-us", "infrastructure", "/wg action Call the plant")
    await opens(office, "oem-us", "infrastructure", f"/wg {verb}")

    done = await office.submits("oem-us", {"reference": "A-1"})

    assert done.ok
    assert "*A-1*" in view_text(done.view or {})


async def test_an_owner_and_a_date_are_given_in_a_form(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg action Call the plant")
    await office.asks("lead-infra", "infrastructure", "/wg help")
    await office.asks("oem-us", "infrastructure", "/wg assign A-1")
    await office.presses("oem-us", "infrastructure", words(office, ENGLISH, "button-form"))

    done = await office.submits("oem-us", {"owner": USERS["lead-infra"], "due_on": "2027-04-01"})

    assert "owner: lead-infra" in view_text(done.view or {})


async def test_whatever_a_form_does_is_told_in_its_channel(office: Office) -> None:
    who, where = "chair-us", "infrastructure"
    await opens(office, who, where, "/wg evidence")
    await office.submits(who, {"text": "Grid map", "address": "https://example.org/grid"})
    await opens(office, who, where, "/wg edit")
    await office.chooses(who, "reference", "E-1")
    await office.submits(who, {"text": "Map of the grid"})
    await office.asks(who, where, "/wg meeting schedule")
    await office.presses(who, where, words(office, ENGLISH, "button-form"))
    await office.submits(who, {"text": "Sockets", "day": "2027-03-18"})
    await opens(office, who, where, "/wg withdraw")
    await office.submits(who, {"reference": "E-1"})

    told = await delivered(office, where, 4)

    assert "*E-1*" in told
    assert "Map of the grid" in told
    assert "M-1" in told
    assert told.count(words(office, ENGLISH, "pressed-by", name=who)) == 8
