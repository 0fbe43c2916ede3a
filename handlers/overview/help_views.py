"""How it is shown what one can do here."""

from __future__ import annotations

from domain.people import Member, Role
from domain.usecases.situation import Situation
from handlers.grammar.verbs import CARRYING, HOLDING, RECORDING, Verb
from handlers.parts.blocks import Block, actions, context, header, section
from handlers.parts.message import Message
from handlers.parts.naming import group_name, scope_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

READS = (
    Verb.HELP,
    Verb.STATUS,
    Verb.GAPS,
    Verb.ROADMAP,
    Verb.MINE,
    Verb.LIST,
    Verb.FIND,
    Verb.HISTORY,
    Verb.SHOW,
    Verb.MEMBERS,
    Verb.LANGUAGE,
)
RECORDS = (*RECORDING, Verb.MEETING, Verb.UNDO)
ARRANGES = (Verb.DIGEST, Verb.MUTE, Verb.UNMUTE, Verb.SETUP)


EXPLAINED = frozenset({Verb.MEETING, Verb.LIST, Verb.DIGEST})
"""Verbs whose one line says too little: more stands in `verb-NAME.more`."""


def help_message(t: Translator, situation: Situation, command: str) -> Message:
    """Who one is here, and the verbs that go with it; `command` is the slash command to type."""
    blocks: list[Block] = [header(t("help-title")), context(_where(t, situation))]
    aloud = [t("help-title")]
    for heading, verbs in _sections(situation):
        lines = [f"*{t(heading)}*", *(_verb_line(t, verb, situation.member) for verb in verbs)]
        blocks.append(section("\n".join(lines)))
        aloud += lines
    shown = {verb for _, verbs in _sections(situation) for verb in verbs}
    example = Verb.OBSTACLE if Verb.OBSTACLE in shown else Verb.STATUS
    hint = t("help-hint", command=command, example=t(f"verb-{example.value}.usage"))
    blocks.append(context(hint))
    buttons = [say(t("button-status"), "status")] if situation.group is not None else []
    if situation.group is not None and situation.member is None and not _reads_only(situation):
        buttons.append(say(t("button-join"), "join", style="primary"))
    if buttons:
        blocks.append(actions(*buttons))
    return Message("\n".join(aloud), tuple(blocks))


def verb_message(t: Translator, verb: Verb, command: str) -> Message:
    """One verb: what it does and an example."""
    name = t(f"verb-{verb.value}")
    lines = [
        f"*{name}*: {t(f'verb-{verb.value}.help')}",
        t("usage", line=f"{command} {t(f'verb-{verb.value}.usage')}"),
    ]
    if verb in EXPLAINED:
        lines.append(t(f"verb-{verb.value}.more"))
    return Message(" ".join(lines), (section("\n".join(lines)),))


def _verb_line(t: Translator, verb: Verb, member: Member | None) -> str:
    """The verb and what it does for them: some things are for leads and chairs."""
    is_member = member is not None and member.role is Role.MEMBER
    own = {Verb.DIGEST: "help-digest-own", Verb.MOVE: "help-move-own", Verb.ASSIGN: "help-assign-own"}
    does = t(own[verb]) if is_member and verb in own else t(f"verb-{verb.value}.help")
    return f"`{t(f'verb-{verb.value}')}` {does}"


def _sections(situation: Situation) -> list[tuple[str, tuple[Verb, ...]]]:
    sections: list[tuple[str, tuple[Verb, ...]]] = [("help-reads", READS)]
    if situation.group is None:
        setting_up = [("help-arranges", (Verb.SETUP,))] if situation.may_set_up else []
        return [("help-reads", (Verb.HELP, Verb.LANGUAGE)), *setting_up]
    member = situation.member
    if member is None:
        return sections if _reads_only(situation) else [*sections, ("help-joins", (Verb.JOIN,))]
    if member.role is not Role.OBSERVER and not _reads_only(situation):
        sections[:0] = [("help-records", RECORDS), ("help-carries", CARRYING), ("help-holds", HOLDING)]
        arranges = tuple(verb for verb in ARRANGES if member.role is Role.CHAIR or verb is not Verb.SETUP)
        sections.append(("help-arranges", arranges))
    return sections


def _where(t: Translator, situation: Situation) -> str:
    if situation.group is None and situation.channel is not None:
        return t("help-no-group")
    if situation.group is None:
        names = [names.in_language(t.language) for _, names in situation.choices]
        if names:
            return escape(t("home-groups", groups=t.list(names)))
        return t("home-no-group") if _reads_only(situation) else t("home-no-group.join")
    role = t(f"role-{situation.member.role.value}") if situation.member else t("help-not-member")
    where = [group_name(t, situation.group), scope_name(t, situation.group, situation.theme), role]
    return escape(" · ".join(where))


def _reads_only(situation: Situation) -> bool:
    return situation.profile is None or situation.profile.reads_only
