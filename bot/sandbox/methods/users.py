"""users.*: people of the workspace."""

from bot.sandbox.directory import user_object
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.methods.paging import page
from bot.sandbox.shapes import JsonObject

# "limit … under 1000": https://docs.slack.dev/reference/methods/users.list
USERS_PAGE = 1000


def users_info(call: Call) -> JsonObject:
    person = call.workspace.directory.person(call.text("user"))
    if person is None:
        raise SlackError("user_not_found")
    now = call.workspace.clock.now()
    return {"ok": True, "user": user_object(person, now, include_locale=call.flag("include_locale"))}


def users_list(call: Call) -> JsonObject:
    now = call.workspace.clock.now()
    people, metadata = page(call, call.workspace.directory.people(), call.limit(USERS_PAGE, USERS_PAGE))
    locale = call.flag("include_locale")
    return {
        "ok": True,
        "members": [user_object(person, now, include_locale=locale) for person in people],
        "cache_ts": int(now.timestamp()),
        "response_metadata": metadata,
    }


METHODS = (
    Method("users.info", users_info, Tier.T4, ("users:read",), ("user",)),
    Method("users.list", users_list, Tier.T2, ("users:read",)),
)
