"""The form of `evidence`."""

from __future__ import annotations

from typing import Annotated

from domain.evidence import SUPPORTS_MAX, EvidenceSort
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf, named_first
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.evidence.listeners import attach, misread, record
from handlers.grammar.addresses import take_address
from handlers.grammar.evidence import AttachWanted, EvidenceWanted, read_attachment, read_evidence_part
from handlers.grammar.problems import Problem, wrong
from handlers.parts.asking import Named, RecordForm
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Choice, Pairs, Search, Setting, Words

ADDRESS_ENTERED_MAX = 3000
"""Characters of what is entered for an address; how long one may be, the record says."""

_ADDRESS = frozenset(
    {RefusalCode.ADDRESS_NOT_WEB, RefusalCode.ADDRESS_TOO_LONG, RefusalCode.ADDRESS_UNREADABLE}
)
_EVIDENCE = frozenset({RefusalCode.EVIDENCE_WITHDRAWN, RefusalCode.NOT_YOURS})
_SUPPORTS = frozenset(
    {
        RefusalCode.ATTACH_OTHER_KIND,
        RefusalCode.ATTACH_WITHDRAWN,
        RefusalCode.REFERENCE_UNKNOWN,
        RefusalCode.TOO_MANY,
    }
)


ATTACH_WAY, DETACH_WAY = "attach", "detach"


def ways(setting: Setting) -> Pairs:
    """What evidence may come to be for an item."""
    return [(way, setting.t(f"way-{way}")) for way in (ATTACH_WAY, DETACH_WAY)]


def always(_setting: Setting, _entered: Entered) -> bool:
    """Whatever else was entered."""
    return True


def sorts(setting: Setting) -> Pairs:
    """What a link may lead to."""
    return [(sort.value, setting.t(f"sort-{sort.value}")) for sort in EvidenceSort]


class EvidenceForm(RecordForm):
    """A link with its title, and what it is evidence for."""

    text: Annotated[
        str,
        Asked(
            "field-title",
            Words(limit=TEXT_MAX),
            refusals=frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_TOO_LONG}),
        ),
    ]
    address: Annotated[str, Asked("field-address", Words(limit=ADDRESS_ENTERED_MAX), refusals=_ADDRESS)]
    sort: Annotated[EvidenceSort, Asked("field-sort", Choice(sorts))] = EvidenceSort.SOURCE
    supports: Annotated[
        tuple[Named, ...],
        Asked("field-supports", Search(source="supported", most=SUPPORTS_MAX), refusals=_SUPPORTS),
    ] = ()


async def carry(request: Request, form: EvidenceForm) -> Answer:
    """Record the link. Raises Refusal."""
    wanted = EvidenceWanted(title=form.text, sort=form.sort, supports=form.supports)
    return await record(request, typed_of(request, form), form.address, wanted)


def draft(request: Request) -> Entered:
    """What was typed: its address, and the rest as its title."""
    part, fields = drafted(request, RecordKind.EVIDENCE)
    text, taken = part.typed.text, take_address(request.utterance.raw)
    said, unsorted = read_evidence_part(text if taken is None else text.replace(taken.address, "").strip())
    sort = None if unsorted is not None else said.sort.value
    fields = {**fields, "sort": sort, "supports": tuple(map(str, said.supports))}
    if taken is None:
        return {**fields, "text": said.title}
    return {**fields, "text": said.title or taken.label, "address": taken.address}


class AttachForm(Form):
    """Which evidence is for what, or no longer."""

    reference: Annotated[Named, Asked("field-evidence", Search(source="evidence"), refusals=_EVIDENCE)]
    supports: Annotated[
        tuple[Named, ...],
        Asked(
            "field-supports", Search(source="supported", most=SUPPORTS_MAX), refusals=_SUPPORTS, needed=always
        ),
    ] = ()
    way: Annotated[str, Asked("field-way", Choice(ways))] = ATTACH_WAY


async def carry_attachment(request: Request, form: AttachForm) -> Answer:
    """Attach the evidence, or take it away. Raises Refusal."""
    wanted = AttachWanted(reference=form.reference, supports=form.supports, off=form.way == DETACH_WAY)
    return await attach(request, wanted)


def draft_attachment(request: Request) -> Entered:
    """What was typed, as far as it was understood."""
    read = read_attachment(request.utterance.rest)
    if not isinstance(read, AttachWanted):
        return {**named_first(request), "way": ATTACH_WAY}
    way = DETACH_WAY if read.off else ATTACH_WAY
    return {"reference": str(read.reference), "supports": tuple(map(str, read.supports)), "way": way}


def misread_attachment(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood."""
    return wrong(read_attachment(request.utterance.rest))


ATTACH: FormOf[AttachForm] = FormOf(
    name="attach-evidence",
    model=AttachForm,
    title="form-attach",
    carry=carry_attachment,
    draft=draft_attachment,
    misread=misread_attachment,
)


async def open_evidence(request: Request) -> Answer:
    """The form of what was typed: evidence that is there begins with its reference. Raises Refusal."""
    form = EVIDENCE if read_attachment(request.utterance.rest) is None else ATTACH
    return await form.open(request)


EVIDENCE: FormOf[EvidenceForm] = FormOf(
    name="record-evidence",
    model=EvidenceForm,
    title="form-evidence",
    submit="button-record",
    carry=carry,
    draft=draft,
    misread=misread,
)
