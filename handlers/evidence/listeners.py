"""Listener of `evidence`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.evidence import Evidence
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.usecases.evidence import (
    AddressThere,
    Attach,
    EvidenceSubmission,
    attach_evidence,
    record_evidence,
)
from domain.usecases.reading import names_of
from domain.usecases.recording import RecordOutcome
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.features import VerbListener
from handlers.desk.pressed import is_news, once, pressed_again
from handlers.desk.request import Request
from handlers.desk.shown import text_language
from handlers.desk.typed import Typed, language_of, read_typed, read_typed_part
from handlers.evidence.views import attached_message, recorded_message, there_message
from handlers.grammar.addresses import take_address
from handlers.grammar.evidence import (
    AttachWanted,
    EvidenceWanted,
    read_attachment,
    read_evidence,
    read_evidence_part,
)
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem, ProblemCode, wrong
from handlers.grammar.verbs import Verb
from handlers.parts.understood import kept_words
from handlers.words.slack_text import decode


def listener(listing: VerbListener) -> VerbListener:
    """Who answers `evidence`; with nothing behind it but what narrows lists, it asks for the list of it."""

    async def listen(request: Request) -> Answer:
        said, kind = request.utterance, RecordKind.EVIDENCE.value
        listed = replace(said, word=Verb.LIST.value, rest=f"{kind} {said.rest}", raw=f"{kind} {said.raw}")
        if not said.rest:
            return usage(request)
        if isinstance(read_filters(listed, setting_of(request)), Problem):
            return await _listen(request)
        return await listing(replace(request, verb=Verb.LIST, utterance=listed))

    return listen


async def _listen(request: Request) -> Answer:
    """Record an address with its title; or attach evidence that is there to other items."""
    attachment = read_attachment(request.utterance.rest)
    if isinstance(attachment, Problem):
        return misunderstood(request.t, attachment)
    if attachment is not None:
        return await attach(request, attachment)
    cited = _read(request)
    if isinstance(cited, Problem):
        return misunderstood(request.t, cited)
    return await record(request, *cited)


def _read(request: Request) -> tuple[Typed, str, EvidenceWanted] | Problem:
    """The title with its theme, the address, and what else was said of it."""
    taken = take_address(request.utterance.raw)
    if taken is None:
        return Problem(ProblemCode.ADDRESS_MISSING)
    said = replace(request.utterance, rest=decode(taken.rest).text.strip())
    typed = read_typed(replace(request, utterance=said), RecordKind.EVIDENCE)
    if isinstance(typed, Problem):
        return typed
    wanted = read_evidence(typed.text)
    if isinstance(wanted, Problem):
        return wanted
    title = wanted.title or taken.label
    if not title:
        return Problem(ProblemCode.TITLE_MISSING, taken.address)
    return replace(typed, text=title, language=language_of(request, title)), taken.address, wanted


def misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood: everything, not the first alone."""
    taken = take_address(request.utterance.raw)
    if taken is None:
        said, missing = request.utterance, Problem(ProblemCode.ADDRESS_MISSING)
    else:
        said, missing = replace(request.utterance, rest=decode(taken.rest).text.strip()), None
    part = read_typed_part(replace(request, utterance=said), RecordKind.EVIDENCE)
    wanted, unsorted = read_evidence_part(part.typed.text)
    title = wanted.title or (taken.label if taken is not None else "")
    untitled = None if title or taken is None else Problem(ProblemCode.TITLE_MISSING, taken.address)
    return wrong(missing, *part.problems.values(), unsorted, untitled)


async def record(request: Request, typed: Typed, address: str, wanted: EvidenceWanted) -> Answer:
    """Store the evidence and show it; or show what has the same address. Raises Refusal."""
    if wanted.again is not None:
        request = once(request, f"again:{wanted.again}")
    submission = EvidenceSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        versions=typed.versions,
        source=typed.source,
        address=address,
        sort=wanted.sort,
        supports=wanted.supports,
        again=wanted.again is not None,
    )
    outcome, names = await request.services.store.write(lambda uow: _named(submission, request, uow))
    if isinstance(outcome, AddressThere):
        return Reply(there_message(request.t, outcome, names, request.utterance))
    kept = (*text_language(request, outcome.item), *kept_words(request.t, typed.kept))
    message = recorded_message(request.t, request.group, outcome, kept)
    return Reply(message, in_channel=is_news(request, outcome))


async def repeat(request: Request, typed: Typed, item: Evidence) -> Answer:
    """Record the same address once more, for the same items."""
    wanted = EvidenceWanted(title=typed.text, sort=item.sort, supports=item.supports, again=item.reference)
    return await record(request, typed, item.address, wanted)


async def attach(request: Request, wanted: AttachWanted) -> Answer:
    """Attach the evidence, or take it away, and show it. Raises Refusal."""
    pressed = once(request, f"evidence:{request.group.id}:{request.utterance.rest}")
    command = Attach(
        origin=pressed.origin,
        group=request.group.id,
        reference=wanted.reference,
        supports=wanted.supports,
        off=wanted.off,
    )
    attached = await request.services.store.write(lambda uow: attach_evidence(command, uow, request.now))
    news = bool(attached.changes) and not pressed_again(request, repeated=attached.repeated)
    return Reply(attached_message(request.t, attached, wanted), in_channel=news)


def _named(
    submission: EvidenceSubmission, request: Request, uow: UnitOfWork
) -> tuple[RecordOutcome, Mapping[str, str]]:
    outcome = record_evidence(submission, uow, request.now)
    return outcome, names_of(uow.workspace(submission.origin.person.workspace), [outcome.item.author])
