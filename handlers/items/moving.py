"""Moving an item of any kind through its life: `move`, `done`, `withdraw`."""

from __future__ import annotations

from collections.abc import Mapping

from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.meeting import Meeting
from domain.people import Role
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.retiming import is_then
from domain.usecases.items import Stale
from domain.usecases.moving import Blocked, Move, Moved, MoveOutcome, move
from domain.usecases.reading import names_of, show
from handlers.desk.announcing import told_there
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_in
from handlers.desk.excuses import guess, misunderstood, refusal_text, told, usage
from handlers.desk.forming import FormStale
from handlers.desk.pressed import once
from handlers.desk.request import Request
from handlers.grammar.departures import begins_departure
from handlers.grammar.doubtful_remarks import read_finished
from handlers.grammar.moves import SERIES_KINDS, MoveWanted, read_move
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference
from handlers.grammar.retimings import ADVANCE_IN, MOVE_IN
from handlers.grammar.statuses import names_for
from handlers.grammar.verbs import Verb
from handlers.grammar.withdrawals import Instead, read_withdrawal
from handlers.meetings.moved_views import cancelled, is_cancelled
from handlers.meetings.naming import when as when_it_is
from handlers.parts.bilingual import of_group
from handlers.parts.blocks import actions
from handlers.parts.message import Message
from handlers.parts.moved import Override, blocked_message, moved_message, stale_message, standing_message
from handlers.parts.next_steps import fits
from handlers.words.slack_text import escape


async def listen(request: Request) -> Answer:
    """`move R-2 in progress 40% because …`; without a status, what can be done with the item."""
    wanted = read_move(request.utterance.rest, request.t.language)
    if isinstance(wanted, Problem):
        reference = find_reference(wanted.word)
        if wanted.code is ProblemCode.STATUS_MISSING and reference is not None:
            return Reply(await _standing(request, "move-options", reference))
        return _problem(request, wanted)
    return await carry(request, wanted)


async def finish(request: Request) -> Answer:
    """`done A-7`: to the status in which an item of its kind is finished."""
    reader = reader_in(request.group.zone, request.t.language, request.now)
    remark = read_finished(request.utterance.rest, reader)
    if isinstance(remark, Problem):
        return _problem(request, remark)
    reference = remark.reference
    to = NATURES[reference.series].finished
    if to is None:
        names = names_for(SERIES_KINDS[reference.series], request.t.language)
        return _problem(request, Problem(ProblemCode.STATUS_OF_OTHER_KIND, request.utterance.word, names))
    return await carry(
        request, MoveWanted(reference=reference, to=to, reason=remark.words, version=remark.version)
    )


async def withdraw(request: Request) -> Answer:
    """`withdraw N-3`: taken back by its author or a chair."""
    reader = reader_in(request.group.zone, request.t.language, request.now)
    remark = read_withdrawal(request.utterance.rest, reader, request.utterance.people)
    if isinstance(remark, Instead):
        own, named = remark.own, await _named_by_day(request, remark)
        if own is None or named is None or not is_then(named, own):
            return _instead(request, remark, named)
        remark = remark.remark
    if isinstance(remark, Problem):
        return _problem(request, remark)
    wanted = MoveWanted(reference=remark.reference, to=WITHDRAWN, reason=remark.words, version=remark.version)
    return await carry(request, wanted)


async def _named_by_day(request: Request, said: Instead) -> Meeting | None:
    """The meeting that the words may name by when it is."""
    reference = said.remark.reference
    if said.own is None or reference.series is not Series.MEETING:
        return None
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    return card.item if isinstance(card.item, Meeting) else None


def _instead(request: Request, said: Instead, named: Meeting | None) -> Reply:
    """Whether it should go, or be at the other time that was said: both are a press away.

    One that is `named` by a day that is not its own (`la M-2 del jueves`) is to be moved nowhere.
    """
    t, reference, when = request.t, said.remark.reference, said.when
    reply = misunderstood(t, said.problem)
    line, label = f"{Verb.WITHDRAW.name_in(t.language)} {reference}", t("button-withdraw")
    buttons = [guess(t, Verb.WITHDRAW, line, label)]
    if reference.series is Series.MEETING:
        action = (ADVANCE_IN if said.earlier else MOVE_IN)[t.language]
        move = f"{Verb.MEETING.name_in(t.language)} {action} {reference} {escape(when)}"
        buttons = [guess(t, Verb.WITHDRAW, line, t("button-cancel-meeting"))]
        if named is not None and begins_departure(when):
            is_at = when_it_is(t, named.arrangement)
            text = escape(t("meeting-not-named-so", reference=str(reference), word=when, when=is_at))
            reply = told(text, unclear=True)
        elif fits(move):
            buttons.insert(0, guess(t, Verb.MEETING, move, t("button-move-meeting", when=when)))
    return reply.followed_by(actions(*buttons))


async def carry(request: Request, wanted: MoveWanted) -> Answer:
    """Move the item and show it. Raises Refusal."""
    try:
        outcome, names = await _made(request, wanted)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.MOVE_IMPOSSIBLE:
            raise
        why = refusal_text(request.t, refusal)
        return Reply(await _standing(request, "move-options", wanted.reference, why))
    return _answer(request, outcome, names)


async def carry_form(request: Request, wanted: MoveWanted) -> Answer:
    """The same for what was entered in a form, which stays before the person with their reason in it.

    Raises Refusal, and FormStale when the item has moved since, or has been there already.
    """
    outcome, names = await _made(request, wanted)
    idle = isinstance(outcome, Moved) and not (outcome.changes or outcome.repeated)
    if isinstance(outcome, Stale) or (idle and wanted.reason):
        raise FormStale
    return _answer(request, outcome, names)


async def _made(request: Request, wanted: MoveWanted) -> tuple[MoveOutcome, dict[str, str]]:
    pressed = once(request, f"{request.verb.value}:{request.group.id}:{request.utterance.rest}")
    command = Move(
        origin=pressed.origin,
        group=request.group.id,
        reference=wanted.reference,
        to=wanted.to,
        reopen=wanted.reopen,
        progress=wanted.progress,
        reason=wanted.reason,
        successor=wanted.successor,
        version=wanted.version,
    )

    def job(uow: UnitOfWork) -> tuple[MoveOutcome, dict[str, str]]:
        return _named(command, request, uow)

    return await request.services.store.write(lambda uow: told_there(pressed, job, _moved, uow))


def _moved(made: tuple[MoveOutcome, dict[str, str]]) -> Item | None:
    outcome, _ = made
    return outcome.item if isinstance(outcome, Moved) else None


def _named(command: Move, request: Request, uow: UnitOfWork) -> tuple[MoveOutcome, dict[str, str]]:
    outcome = move(command, uow, request.now)
    users = outcome.shortfall.objecting if isinstance(outcome, Blocked) else ()
    if isinstance(outcome, Stale) and outcome.item.owner is not None:
        users = (outcome.item.owner,)
    return outcome, names_of(uow.workspace(command.origin.person.workspace), users)


def _answer(request: Request, outcome: MoveOutcome, names: Mapping[str, str]) -> Reply:
    t = request.t
    if isinstance(outcome, Blocked):
        member = request.situation.member
        is_chair = member is not None and member.role is Role.CHAIR
        override = Override(request.command) if is_chair else None
        return Reply(blocked_message(t, request.group, outcome, names, override))
    if isinstance(outcome, Stale):
        return Reply(stale_message(t, outcome, names, request.actor))
    return moved_reply(request, outcome, names)


def moved_reply(request: Request, moved: Moved, names: Mapping[str, str]) -> Reply:
    """What changed, for everybody; that nothing did, for the person alone.

    What Slack sends a second time is answered like the first time, but for a button pressed twice.
    """
    if changed_nothing(request, moved):
        return Reply(standing_message(request.t, "move-nothing", moved.item, request.actor))
    item = moved.item
    if isinstance(item, Meeting) and is_cancelled(moved.changes):
        ts = of_group(request.services.words, request.t, request.group)
        return Reply(cancelled(ts, item, moved.changes), in_channel=True)
    return Reply(moved_message(request.t, request.group, moved, names), in_channel=True)


def changed_nothing(request: Request, moved: Moved) -> bool:
    """Whether it was so already, or is by a press of the same button."""
    pressed_again = moved.repeated and request.interaction.message is not None
    return pressed_again or not (moved.changes or moved.repeated)


async def _standing(request: Request, message: str, reference: Reference, why: str = "") -> Message:
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    return standing_message(request.t, message, card.item, request.actor, why)


def _problem(request: Request, problem: Problem) -> Reply:
    if not request.utterance.rest:
        return usage(request)
    return misunderstood(request.t, problem)
