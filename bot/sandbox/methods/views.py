"""views.*: modals and Homes of the app."""

from bot.sandbox.acceptance import refuse
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.modals import show_view
from bot.sandbox.shapes import JsonObject
from bot.sandbox.triggers import Trigger
from bot.sandbox.validator import Surface, check_view
from bot.sandbox.views import View


def views_open(call: Call) -> JsonObject:
    content = _content(call, Surface.MODAL)
    trigger = _trigger(call)
    return _shown(call, "views.open", content, call.workspace.views.open(trigger.user, content))


def views_push(call: Call) -> JsonObject:
    """Only what happens inside a modal can push another one."""
    content = _content(call, Surface.MODAL)
    trigger = _trigger(call)
    if trigger.view_id is None:
        raise SlackError("not_found")
    return _shown(call, "views.push", content, call.workspace.views.push(trigger.user, content))


def views_update(call: Call) -> JsonObject:
    content = _content(call, None)
    views = call.workspace.views
    if not call.has("view_id") and not call.has("external_id"):
        raise SlackError(
            "invalid_arguments", messages=["[ERROR] missing required field: view_id or external_id"]
        )
    view = (
        views.get(call.text("view_id"))
        if call.has("view_id")
        else views.by_external_id(call.text("external_id"))
    )
    if view is None or (view.content["type"] != content["type"]):
        raise SlackError("not_found")
    updated = views.update(view, content, call.text("hash") or None)
    return _shown(call, "views.update", content, updated)


def views_publish(call: Call) -> JsonObject:
    content = _content(call, Surface.HOME)
    person = call.workspace.directory.person(call.text("user_id"))
    if person is None or person.is_bot:
        raise SlackError("invalid_arguments", messages=["[ERROR] invalid `user_id`"])
    view = call.workspace.views.publish(person.id, content, call.text("hash") or None)
    return _shown(call, "views.publish", content, view)


def _content(call: Call, only: Surface | None) -> JsonObject:
    content = call.structure("view", "invalid_arguments")
    refuse(check_view(content, only=only))
    return dict(content) if isinstance(content, dict) else {}


def _trigger(call: Call) -> Trigger:
    """SlackError when none is given, or as `Triggers.exchange`."""
    if not call.text("trigger_id"):
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: trigger_id"])
    return call.workspace.triggers.exchange(call.text("trigger_id"))


def _shown(call: Call, method: str, content: JsonObject, view: View) -> JsonObject:
    call.workspace.payloads.accept("view", method, content)
    event = "view_updated" if method == "views.update" else "view_opened"
    return {"ok": True, "view": show_view(call.workspace, event, view)}


METHODS = (
    Method("views.open", views_open, Tier.T4, required=("view",)),
    Method("views.push", views_push, Tier.T4, required=("view",)),
    Method("views.update", views_update, Tier.T4, required=("view",)),
    Method("views.publish", views_publish, Tier.T4, required=("user_id", "view")),
)
