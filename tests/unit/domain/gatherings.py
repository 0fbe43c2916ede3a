"""A scheduled meeting to ask the domain about."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.language import Language, Text
from domain.meeting import Arrangement, Meeting, MeetingStatus
from domain.reference import RecordKind

BEGAN = datetime(2027, 2, 1, 16, 0, tzinfo=UTC)


def meeting(
    starts_at: datetime | None, *, changed_at: datetime = BEGAN, zone: str = "America/Mexico_City"
) -> Meeting:
    return Meeting(
        kind=RecordKind.MEETING,
        number=4,
        theme="charging",
        status=MeetingStatus.SCHEDULED,
        text=Text("Charging standards", Language.ENGLISH, {}),
        author="U0LEAD",
        recorded_in=1,
        recorded_at=BEGAN,
        changed_at=changed_at,
        phase="recommendations",
        arrangement=Arrangement(starts_at=starts_at, zone=zone),
    )
