"""The words of a notice to one person, in their language and zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.change import ChangeKind
from domain.delivery import Payload, Skipped
from domain.language import Language
from domain.notice import About, DigestNotice, MinutesNotice, MoveNotice, Notice
from domain.obstacle import Obstacle
from handlers.parts.blocks import Block, actions, context, faint, paragraph, said, section, strong
from handlers.parts.history import what_changed
from handlers.parts.message import Message
from handlers.parts.naming import group_name, original, person_name
from handlers.parts.next_steps import say
from handlers.reminders.assignment_views import assignment_message
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

TEXT_MAX = 700
"""Characters of the item's text: enough to know it again; the whole is one click away."""

REASON_MAX = 1500
"""Characters of the reason: people may write 3,000, and both languages' limits are Slack's."""

_UNSAID = {Skipped.ELSEWHERE.value: "elsewhere", Skipped.STOPPED.value: "stopped"}
_FAILURES = {
    "not_in_channel": "absent",
    "channel_not_found": "absent",
    "is_archived": "archived",
    "restricted_action": "closed",
    "restricted_action_read_only_channel": "closed",
    "restricted_action_thread_only_channel": "closed",
    "restricted_action_non_threadable_channel": "closed",
    "no_permission": "closed",
    "account_inactive": "revoked",
    "invalid_auth": "revoked",
    "missing_scope": "revoked",
    "not_authed": "revoked",
    "not_installed": "revoked",
    "token_revoked": "revoked",
}
"""What to do about Slack's codes (docs.slack.dev, chat.postMessage: errors); others are named."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What people type: the slash command by language, and the bot's handle."""

    commands: Mapping[Language, str]
    bot: str


def payloads(words: Words, ways: Ways, notice: Notice) -> tuple[Payload, ...]:
    """One message; it is plain already."""
    t = words.for_language(notice.reader.language)
    return (_worded(t, ways, notice).payload(),)


def _worded(t: Translator, ways: Ways, notice: Notice) -> Message:
    if isinstance(notice, DigestNotice):
        return digest_failed(t, ways, notice)
    if isinstance(notice, MinutesNotice):
        return minutes_failed(t, ways, notice)
    is_of_owner = notice.about in {About.ASSIGNED, About.GIVEN_BACK}
    return assignment_message(t, notice) if is_of_owner else moved(t, notice)


def moved(t: Translator, notice: MoveNotice) -> Message:
    """What moved where, who did it and why; the ways on."""
    item, first = notice.item, notice.changes[0]
    told = [change for change in notice.changes if change.kind is not ChangeKind.UNDONE]
    what = ", ".join(what_changed(t, change, notice.names, notice.reader.group) for change in told)
    reference = str(item.reference)
    headline = t(
        "notice-taken-back" if notice.taken_back else "notice-moved",
        person=person_name(notice.names, first.actor),
        reference=reference,
        what=what,
    )
    wording = item.text.for_reader(t.language)
    runs = [strong(headline), said(f"\n{cut_plain(wording.text, TEXT_MAX)}")]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    reason = next((change.comment for change in notice.changes if change.comment), None)
    why = None if reason is None else t("moved-reason", reason=cut_plain(reason, REASON_MAX))
    if why is not None:
        runs.append(faint(f"\n{why}"))
    where = t(
        "notice-where",
        group=group_name(t, notice.reader.group),
        when=t.datetime(first.at, notice.reader.zone),
    )
    stake = notice.stake.value
    of_obstacle = isinstance(notice.item, Obstacle)
    small = [where, t(f"stake-{stake}.obstacle" if of_obstacle else f"stake-{stake}")]
    aloud = [headline, wording.text, *([why] if why is not None else []), *small]
    blocks = (paragraph(*runs), context(escape("\n".join(small))), _next(t, reference))
    return Message(escape("\n".join(aloud)), blocks)


def digest_failed(t: Translator, ways: Ways, notice: DigestNotice) -> Message:
    """Which digest, why, and what to do."""
    if notice.uncertain:
        return _digest_uncertain(t, ways, notice)
    if notice.about is About.DIGEST_UNSAID:
        return _digest_unsaid(t, ways, notice)
    failed = t(
        "notice-digest-failed",
        **_of_digest(t, notice),
    )
    failure = _FAILURES.get(notice.error, "other")
    advice = t(
        f"digest-failure-{failure}",
        **_facts(failure, ways.commands[t.language], ways.bot, notice.error),
    )
    text = f"{failed}\n{advice}"
    return Message(text, (section(text),))


def _of_digest(t: Translator, notice: DigestNotice) -> dict[str, Any]:
    """Which digest, of which group, when it was due and where it goes."""
    subscription = notice.subscription
    return {
        "number": subscription.number,
        "group": escape(group_name(t, notice.reader.group)),
        "when": t.datetime(notice.due_at, subscription.schedule.zone),
        "channel": f"<#{subscription.channel}>",
    }


def _digest_uncertain(t: Translator, ways: Ways, notice: DigestNotice) -> Message:
    """Which digest, where to look for it, and where to say what was found."""
    text = t(
        "notice-digest-uncertain",
        **_of_digest(t, notice),
        error=f"`{escape(notice.error)}`",
        command=ways.commands[t.language],
    )
    return Message(text, (section(text),))


def _digest_unsaid(t: Translator, ways: Ways, notice: DigestNotice) -> Message:
    """Which digest, why it is not sent again, and where to read what it would have told."""
    reason = _UNSAID.get(notice.error, "other")
    text = t(
        "notice-digest-unsaid",
        **_of_digest(t, notice),
        reason=t(f"digest-unsaid-{reason}"),
        later=t("digest-unsaid-later.stopped" if reason == "stopped" else "digest-unsaid-later"),
        command=ways.commands[t.language],
    )
    return Message(text, (section(text),))


def minutes_failed(t: Translator, ways: Ways, notice: MinutesNotice) -> Message:
    """Of which meeting, why, what to do, and where the minutes can be read meanwhile."""
    reference, command = str(notice.meeting.reference), ways.commands[t.language]
    about = {
        "reference": reference,
        "group": escape(group_name(t, notice.reader.group)),
        "channel": f"<#{notice.meeting.channel}>",
    }
    kept = t("notice-minutes-kept", command=command, reference=reference)
    error = f"`{escape(notice.error)}`"
    if notice.about is About.MINUTES_UNCERTAIN:
        lines = [t("notice-minutes-uncertain", **about, error=error)]
    else:
        failure = _FAILURES.get(notice.error, "other")
        which = "notice-minutes-failed.partly" if notice.partly else "notice-minutes-failed"
        if notice.about is About.CORRECTION_FAILED:
            which = "notice-minutes-failed.correction"
        facts = {"absent": {"bot": escape(ways.bot)}, "other": {"error": error}}.get(failure, {})
        lines = [t(which, **about), t(f"minutes-failure-{failure}", **facts)]
    text = "\n".join([*lines, kept])
    return Message(text, (section(text), actions(say(t("button-show"), f"show {reference}"))))


def _facts(failure: str, command: str, bot: str, error: str) -> dict[str, str]:
    facts = {
        "absent": {"bot": escape(bot)},
        "archived": {"command": command},
        "closed": {"command": command},
        "other": {"error": f"`{escape(error)}`"},
    }
    return facts.get(failure, {})


def _next(t: Translator, reference: str) -> Block:
    return actions(
        say(t("button-show"), f"show {reference}"),
        say(t("button-history"), f"history {reference}"),
        say(t("button-mute"), f"mute {reference}"),
    )
