"""The form of `evidence`."""

from __future__ import annotations

from typing import Annotated

from domain.evidence import SUPPORTS_MAX, EvidenceSort
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, typed_of
from handlers.desk.request import Request
from handlers.evidence.listeners import record
from handlers.grammar.addresses import take_address
from handlers.grammar.evidence import EvidenceWanted
from handlers.parts.asking import Named, RecordForm
from handlers.parts.forms import Asked, Entered
from handlers.parts.widgets import Choice, Pairs, Search, Setting, Words

ADDRESS_ENTERED_MAX = 3000
"""Characters of what is entered for an address; how long one may be, the record says."""

_ADDRESS = frozenset(
    {RefusalCode.ADDRESS_NOT_WEB, RefusalCode.ADDRESS_TOO_LONG, RefusalCode.ADDRESS_UNREADABLE}
)
_SUPPORTS = frozenset(
    {
        RefusalCode.ATTACH_OTHER_KIND,
        RefusalCode.ATTACH_WITHDRAWN,
        RefusalCode.REFERENCE_UNKNOWN,
        RefusalCode.TOO_MANY,
    }
)


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
    text, fields = drafted(request)
    sort = EvidenceSort.SOURCE.value
    taken = take_address(request.utterance.raw)
    if taken is None:
        return {**fields, "text": text, "sort": sort}
    title = text.replace(taken.address, "").strip() or taken.label
    return {**fields, "text": title, "address": taken.address, "sort": sort}


EVIDENCE = FormOf(
    name="record-evidence",
    model=EvidenceForm,
    title="form-evidence",
    submit="button-record",
    carry=carry,
    draft=draft,
)
