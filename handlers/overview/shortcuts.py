"""Shortcuts: “Record this” on a message, “New record” anywhere: what it is, and that kind's fields below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Annotated, Any

from domain.permissions import Right, require
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.text import TEXT_MAX
from handlers.actions.forms import ACTION
from handlers.desk.answer import Answer, FieldErrors, FormAnswer, OpenView, View
from handlers.desk.forming import FormOf, opening, require_same_group
from handlers.desk.metadata import Metadata
from handlers.desk.reception import receive
from handlers.desk.request import Request
from handlers.evidence.forms import EVIDENCE
from handlers.grammar.command import parse
from handlers.interaction import Entries, Shortcut, Submission
from handlers.notes.forms import DECISION, NOTE, OPPORTUNITY
from handlers.obstacles.forms import OBSTACLE
from handlers.parts.blocks import Block, context, section
from handlers.parts.forms import Asked, Entered, Form, Frame, form_view
from handlers.parts.group_numbers import group_number
from handlers.parts.naming import group_name, kind_name
from handlers.parts.widgets import Choice, Pairs, Setting, Words
from handlers.recommendations.forms import RECOMMENDATION
from handlers.words.slack_text import decode, escape

RECORD_THIS, NEW_RECORD = "record-this", "new-record"
"""callback_id of the shortcuts."""

RECORD = "record"

KINDS: Mapping[RecordKind, FormOf[Any]] = MappingProxyType(
    {
        RecordKind.NOTE: NOTE,
        RecordKind.DECISION: DECISION,
        RecordKind.OPPORTUNITY: OPPORTUNITY,
        RecordKind.OBSTACLE: OBSTACLE,
        RecordKind.RECOMMENDATION: RECOMMENDATION,
        RecordKind.ACTION: ACTION,
        RecordKind.EVIDENCE: EVIDENCE,
    }
)
"""What can be recorded from a shortcut, in the order of the select."""


def kinds(setting: Setting) -> Pairs:
    """Every kind by its name."""
    return [(kind.value, kind_name(setting.t, kind).capitalize()) for kind in KINDS]


class KindForm(Form):
    """What it is; which other fields there are depends on it."""

    kind: Annotated[RecordKind, Asked("field-kind", Choice(kinds), wakes=True)] = RecordKind.NOTE


def groups(setting: Setting) -> Pairs:
    """The person's groups."""
    return setting.groups


def has_text(_setting: Setting, entered: Entered) -> bool:
    """Whether there are words already."""
    return bool(entered.get("text"))


class GroupForm(Form):
    """Which group it is for; the words that are recorded wait in it."""

    group: Annotated[str, Asked("field-group", Choice(groups), wakes=True)]
    text: Annotated[str | None, Asked("field-text", Words(multiline=True, limit=TEXT_MAX), when=has_text)] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Recorder:
    """The form of every kind in one: the fields change with what is chosen."""

    async def open(self, request: Request, text: str = "", source: str | None = None) -> Answer:
        """The form, with a text in it. Raises Refusal for those who may not record anywhere."""
        length = len(text) if len(text) > TEXT_MAX else None
        metadata = opening(request).model_copy(update={"source": source, "length": length})
        return OpenView(await self._view(request, {"text": text}, metadata, {}))

    async def redrawn(self, request: Request, entries: Entries, metadata: Metadata) -> View:
        """The fields of the kind, in the group, that was chosen. Raises Refusal."""
        chosen = entries.values.get("group")
        if isinstance(chosen, str):
            request = await _in_group(request, chosen)
            metadata = metadata.model_copy(update={"group": request.group.id})
        elif metadata.group is not None:
            require_same_group(request, metadata)
        return await self._view(request, entries.values, metadata, entries.labels)

    async def submitted(self, request: Request, submission: Submission) -> FormAnswer:
        """As the kind's own form. Raises Refusal."""
        if request.situation.group is None:
            beside = "group" if "group" in submission.values else next(iter(submission.values), "group")
            why = "field-needed" if beside == "group" else "refusal-form-outdated"
            return FieldErrors({beside: request.t(why)})
        return await KINDS[_kind(submission.values)].submitted(request, submission)

    def source(self, name: str) -> str | None:
        """The same names search the same in every form."""
        return next((found for form in KINDS.values() if (found := form.source(name)) is not None), None)

    async def _view(
        self, request: Request, entered: Entered, metadata: Metadata, labels: Mapping[str, str]
    ) -> View:
        if request.situation.group is None:
            setting = Setting(t=request.t, groups=_groups(request))
            frame = replace(_FRAME, lead=_cut_short(request, metadata))
            return form_view(GroupForm, frame, setting, entered, metadata.write())
        if request.actor is None:
            raise Refusal(RefusalCode.PERSON_UNKNOWN)
        require(request.actor, Right.RECORD)
        kind = _kind(entered)
        form = KINDS[kind]
        empty = replace(request, utterance=parse(""))
        standing = {**form.draft(empty), **entered, "kind": kind.value}
        setting = await form.setting(request, standing, labels)
        name = escape(group_name(request.t, request.group))
        first = KindForm.blocks(setting, standing)
        frame = replace(_FRAME, lead=(context(name), *_cut_short(request, metadata), *first))
        return form_view(form.model, frame, setting, standing, metadata.write())


_FRAME = Frame(callback=RECORD, title="form-record", submit="button-record")
RECORDER = Recorder()


async def record_this(request: Request, shortcut: Shortcut) -> Answer:
    """A message's text in the form, its address kept. Raises Refusal."""
    return await RECORDER.open(request, decode(shortcut.text or "").text, shortcut.source)


async def new_record(request: Request, _shortcut: Shortcut) -> Answer:
    """The empty form. Raises Refusal."""
    return await RECORDER.open(request)


def _groups(request: Request) -> tuple[tuple[str, str], ...]:
    """The person's groups to choose from. Raises Refusal CHANNEL_NEEDS_GROUP when they are in none."""
    choices = request.situation.choices
    if not choices:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
    return tuple((str(number), names.in_language(request.t.language)) for number, names in choices)


async def _in_group(request: Request, chosen: str) -> Request:
    """The request about the group that was chosen. Raises Refusal when it is none of theirs."""
    number = group_number(chosen)
    interaction = request.interaction
    situation = await receive(request.services, interaction.person, interaction.channel, request.now, number)
    if situation.group is None or situation.group.id != number:
        raise Refusal(RefusalCode.MEMBERS_ONLY)
    return replace(request, situation=situation)


def _cut_short(request: Request, metadata: Metadata) -> Sequence[Block]:
    """That the message is longer than what stands in the form."""
    if metadata.length is None:
        return ()
    return (section(request.t("record-cut", length=metadata.length, limit=TEXT_MAX)),)


def _kind(entered: Entered) -> RecordKind:
    value = entered.get("kind")
    known = {kind.value: kind for kind in KINDS}
    return known.get(value if isinstance(value, str) else "", RecordKind.NOTE)
