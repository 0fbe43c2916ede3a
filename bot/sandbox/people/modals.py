"""Submitting and closing modals, opening the Home."""

from bot.sandbox.acceptance import fail
from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.directory import Person
from bot.sandbox.errors import PeopleError, SlackError
from bot.sandbox.inputs import input_errors
from bot.sandbox.modals import close_all, close_view, show_view
from bot.sandbox.payloads import closed, submission
from bot.sandbox.people.access import actor, view_of
from bot.sandbox.people.choices import check_choices
from bot.sandbox.people.failures import no_answer, tell_failure, trouble
from bot.sandbox.people.requests import ByPerson, CloseView, Submit
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import check_submission_response
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


async def submit(workspace: Workspace, body: Submit) -> JsonObject:
    """Submit a modal as Slack's client does: inputs are checked first, then the app is asked.

    Answered with `ok: false` and `errors` by block id when inputs are refused, by the client or by the app.
    PeopleError `operation_timeout`, `dispatch_failed`, `invalid_submission_response`: the app's.
    """
    person = actor(workspace, body.person)
    check_choices(workspace, person, body.values)
    view = workspace.views.fill(_top(workspace, person, body.view_id), body.values)
    if view.content.get("submit") is None:
        raise PeopleError("not_submittable", "this view has no submit button")
    errors = input_errors(view.blocks, view.state, person.locale)
    if errors:
        return _refused(errors)
    answer = await workspace.dispatcher.interaction(submission(workspace, person, view))
    try:
        return _apply(workspace, view, answer, trouble(person))
    except PeopleError as failure:
        tell_failure(workspace, person.id, failure, "view_submission", answer.body())
        raise


async def close(workspace: Workspace, body: CloseView) -> JsonObject:
    """Close the topmost modal, or the whole stack when the app wishes so; the app is told if it asked."""
    person = actor(workspace, body.person)
    view = _top(workspace, person, body.view_id)
    clears = bool(view.content.get("clear_on_close"))
    views = workspace.views.stack(person.id)[::-1] if clears else [view]
    payloads = [
        closed(workspace, person, each, cleared=clears)
        for each in views
        if each.content.get("notify_on_close")
    ]
    if clears:
        close_all(workspace, person.id)
    else:
        close_view(workspace, view)
    for payload in payloads:
        await workspace.dispatcher.interaction(payload)
    return {"ok": True}


async def stack(workspace: Workspace, body: ByPerson) -> JsonObject:
    person = actor(workspace, body.person)
    views = workspace.views
    return {"ok": True, "views": [views.as_slack(view) for view in views.stack(person.id)]}


async def open_home(workspace: Workspace, body: ByPerson) -> JsonObject:
    """Open the app's Home: `app_home_opened` is sent and tried once before the answer."""
    person = actor(workspace, body.person)
    channel = workspace.directory.direct_message(person.id)
    event: JsonObject = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": channel.id,
        "tab": "home",
        "event_ts": workspace.timestamps.next(),
    }
    home = workspace.views.home(person.id)
    if home is not None:
        event["view"] = workspace.views.as_slack(home)
    attempted = workspace.events.send("app_home_opened", event)
    if attempted is not None:
        await attempted
    home = workspace.views.home(person.id)
    return {"ok": True, "view": workspace.views.as_slack(home) if home else None}


def _top(workspace: Workspace, person: Person, view_id: str) -> View:
    """PeopleError `view_not_found`, `view_not_on_top`."""
    view = view_of(workspace, person, view_id)
    if view.is_home:
        raise PeopleError("view_not_found", f"{view_id} is a Home")
    if workspace.views.stack(person.id)[-1].id != view.id:
        raise PeopleError("view_not_on_top", view_id)
    return view


def _refused(errors: dict[str, str]) -> JsonObject:
    return {"ok": False, "error": "invalid_inputs", "errors": errors}


def _apply(workspace: Workspace, view: View, answer: Acknowledgement, detail: str) -> JsonObject:
    """Do what the app answered to a submission; `detail` is what a person reads when that is impossible."""
    failure = no_answer(answer, detail)
    if failure is not None:
        raise failure
    response = _response(answer, detail)
    fail("invalid_submission_response", detail, check_submission_response(response, view.content))
    action = response.get("response_action")
    if action is not None:
        workspace.payloads.accept("submission_response", "view_submission", response)
    if action == "errors":
        return _refused(dict(response["errors"]))
    if not workspace.views.is_open(view.id):
        return {"ok": True}
    if action == "clear":
        close_all(workspace, view.user)
        return {"ok": True}
    if action is None:
        close_view(workspace, view)
        return {"ok": True}
    return {"ok": True, "view": _shown(workspace, view, response, detail)}


def _shown(workspace: Workspace, view: View, response: JsonObject, detail: str) -> JsonObject:
    try:
        if response["response_action"] == "push":
            return show_view(workspace, "view_opened", workspace.views.push(view.user, response["view"]))
        current = workspace.views.get(view.id) or view
        return show_view(workspace, "view_updated", workspace.views.update(current, response["view"]))
    except SlackError as refusal:
        raise PeopleError(refusal.code, detail) from refusal


def _response(answer: Acknowledgement, detail: str) -> JsonObject:
    """The body as an object; an empty one closes the view."""
    if not answer.text.strip():
        return {}
    try:
        body = answer.json()
    except ValueError as reason:
        raise PeopleError("invalid_submission_response", detail) from reason
    if body is None or body == "":
        return {}
    if not isinstance(body, dict):
        fail("invalid_submission_response", detail, check_submission_response(body))
        raise PeopleError("invalid_submission_response", detail)
    return body
