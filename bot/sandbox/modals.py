"""What happens to views, told live to their person."""

from bot.sandbox.shapes import JsonObject
from bot.sandbox.stream import only
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


def show_view(workspace: Workspace, event: str, view: View) -> JsonObject:
    """Tell of `view_opened`, `view_updated` or `home_published`; the view as Slack gives it."""
    body = workspace.views.as_slack(view)
    kind = "home_published" if view.is_home else event
    workspace.stream.publish({"type": kind, "view_id": view.id, "view": body}, only(view.user))
    return body


def close_view(workspace: Workspace, view: View) -> None:
    workspace.views.close(view)
    _tell_closed(workspace, view)


def close_all(workspace: Workspace, user: str) -> list[View]:
    """Close the person's modals; returns them, topmost first."""
    closed = workspace.views.clear(user)
    for view in closed:
        _tell_closed(workspace, view)
    return closed


def _tell_closed(workspace: Workspace, view: View) -> None:
    workspace.stream.publish({"type": "view_closed", "view_id": view.id}, only(view.user))
