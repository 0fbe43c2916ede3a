"""The forms of `note`, `decision` and `opportunity`."""

from __future__ import annotations

from domain.reference import RecordKind
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import draft, misread, typed_of
from handlers.desk.request import Request
from handlers.notes.listeners import record
from handlers.parts.asking import RecordForm


def _form(kind: RecordKind) -> FormOf[RecordForm]:
    async def carry(request: Request, form: RecordForm) -> Answer:
        return await record(request, kind, typed_of(request, form))

    return FormOf(
        name=f"record-{kind.value}",
        model=RecordForm,
        title=f"form-{kind.value}",
        submit="button-record",
        carry=carry,
        draft=draft,
        misread=misread,
    )


NOTE, DECISION, OPPORTUNITY = map(_form, (RecordKind.NOTE, RecordKind.DECISION, RecordKind.OPPORTUNITY))
