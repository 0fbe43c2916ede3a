"""A refusal of every code, with the facts that its words need."""

from __future__ import annotations

from domain.act import ActKind
from domain.change import ChangeKind
from domain.refusal import Refusal, RefusalCode


def steering(change: str, former: str = "", earlier: str = "none") -> dict[str, str | int]:
    """Facts of a last change that was to no item."""
    told: dict[str, str | int] = {
        "change": change,
        "digest": "D-2",
        "person": "<lead>",
        "former": former,
        "earlier": earlier,
    }
    return told | ({"channel": "C0001", "theme": "Ports & roads"} if "channel" in change else {})


def acted(act: str, former: str = "none") -> dict[str, str | int]:
    """Facts of what was done last and no change tells."""
    return {"act": act, "subject": "A-2", "former": former, "earlier": "A-2 v1"}


FACTS: dict[RefusalCode, dict[str, str | int]] = {
    RefusalCode.ADDRESS_NOT_WEB: {"word": "<ftp>"},
    RefusalCode.ADDRESS_TOO_LONG: {"length": 3100, "limit": 2000},
    RefusalCode.ADDRESS_UNREADABLE: {"word": "https://<>"},
    RefusalCode.ATTACH_FULL: {"reference": "E-1", "limit": 20},
    RefusalCode.ATTACH_OTHER_KIND: {"reference": "N-1"},
    RefusalCode.ATTACH_WITHDRAWN: {"reference": "O-1"},
    RefusalCode.AGAIN_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.CHANNEL_HOLDS_MEETING: {"reference": "M-2"},
    RefusalCode.CHANNEL_IN_MEETING: {"reference": "M-2"},
    RefusalCode.CLOSED: {"reference": "A-2", "status": "done"},
    RefusalCode.COUNTRY_AMBIGUOUS: {"word": "Korea", "countries": "KR KP"},
    RefusalCode.COUNTRY_UNKNOWN: {"word": "<Germany>"},
    RefusalCode.DATE_PASSED: {"date": "2027-03-05"},
    RefusalCode.DRIVER_UNKNOWN: {"word": "<jobs>"},
    RefusalCode.FIELD_OF_OTHER_KIND: {"reference": "R-2", "field": "severity"},
    RefusalCode.LANGUAGE_OF_NO_GROUP: {"language": "es"},
    RefusalCode.DIGEST_ALREADY: {"number": 1234},
    RefusalCode.DIGEST_CHANGED: {"number": 1234},
    RefusalCode.DIGEST_IN_FLIGHT: {"number": 1234},
    RefusalCode.DIGEST_NOT_DUE: {"number": 1234},
    RefusalCode.FOUNDER_ELSEWHERE: {"word": "Canada"},
    RefusalCode.MEETING_BY_VERBS: {"reference": "M-2"},
    RefusalCode.MEETING_ENDED: {"reference": "M-2"},
    RefusalCode.MEETING_NOT_OPEN: {"reference": "M-2", "status": "scheduled"},
    RefusalCode.MEETING_NOT_SCHEDULED: {"reference": "M-2", "status": "closed"},
    RefusalCode.MEETING_OPEN_ALREADY: {"reference": "M-2"},
    RefusalCode.MEETING_NOT_EARLIER: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_NOT_LATER: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_NOT_THEN: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_HOUR_EITHER: {"reference": "M-2", "time": "4:00", "late": "16:00"},
    RefusalCode.MEETING_PASSED: {"date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_SEVERAL_OPEN: {"references": "M-2, M-3", "reference": "M-2"},
    RefusalCode.NOT_A_MEETING: {"reference": "N-2"},
    RefusalCode.MOVE_IMPOSSIBLE: {"reference": "R-2", "before": "proposed", "after": "implemented"},
    RefusalCode.NAME_TOO_LONG: {"length": 1234, "limit": 120},
    RefusalCode.NOT_ASSIGNABLE: {"reference": "O-1"},
    RefusalCode.NOT_A_RECOMMENDATION: {"reference": "O-1"},
    RefusalCode.NOT_CLOSED: {"reference": "O-1", "status": "confirmed"},
    RefusalCode.NOT_YOURS: {"reference": "A-7"},
    RefusalCode.SNOOZE_PASSED: {"date": "2027-03-08"},
    RefusalCode.ORIGINAL_STAYS: {"reference": "N-1", "language": "es"},
    RefusalCode.PROGRESS_UNKNOWN: {"reference": "O-1"},
    RefusalCode.PROGRESS_OUT_OF_RANGE: {"progress": 101},
    RefusalCode.REASON_NEEDED: {"reference": "R-2", "status": "not_implemented"},
    RefusalCode.REFERENCE_UNKNOWN: {"reference": "R-9"},
    RefusalCode.SCRIBED_ANSWERED: {"reference": "O-2", "by": "R-2"},
    RefusalCode.SCRIBED_ANSWERS: {"reference": "R-2"},
    RefusalCode.SCRIBED_BUILT_ON: {"reference": "R-2", "person": "Lead <b>", "change": "positioned"},
    RefusalCode.SCRIBED_CORRECTED: {"reference": "R-2"},
    RefusalCode.SCRIBED_DUE: {"reference": "A-2", "date": "2027-03-05"},
    RefusalCode.SCRIBED_ELSEWHERE: {"references": "N-1, O-2", "reference": "N-1"},
    RefusalCode.SCRIBED_IN_DOUBT: {"reference": "M-2"},
    RefusalCode.SCRIBED_KEPT: {"references": "N-1, O-2", "reference": "N-1"},
    RefusalCode.SCRIBED_KIND: {"reference": "N-1", "kind": "decision"},
    RefusalCode.SCRIBED_LINES: {"count": 10, "lines": "51\N{EN DASH}60", "most": 50},
    RefusalCode.SCRIBED_MOVED_ON: {"reference": "R-2", "status": "agreed"},
    RefusalCode.SCRIBED_OWNER: {"reference": "A-2"},
    RefusalCode.SCRIBED_THEME: {"reference": "R-2"},
    RefusalCode.SCRIBED_WORDS: {"reference": "N-1", "words": "severity:<high>"},
    RefusalCode.SECTOR_UNKNOWN: {"word": "press"},
    RefusalCode.NO_SUCH_COUNTRY: {"word": "<Mexixo>", "countries": "MX"},
    RefusalCode.NOTHING_NEW: {"number": 1234},
    RefusalCode.SUCCESSOR_CLOSED: {"reference": "O-2", "status": "resolved"},
    RefusalCode.SUCCESSOR_ITSELF: {"reference": "R-2"},
    RefusalCode.SUCCESSOR_NEEDED: {"reference": "R-2", "status": "superseded"},
    RefusalCode.SUCCESSOR_OTHER_KIND: {"reference": "R-2", "other": "O-3"},
    RefusalCode.SUBSCRIPTION_ENDED: {"number": 1},
    RefusalCode.SUBSCRIPTION_UNKNOWN: {"number": 9},
    RefusalCode.TEXT_TOO_LONG: {"length": 3001, "limit": 3000},
    RefusalCode.THEMES_ALIKE: {"word": "Energía"},
    RefusalCode.THEME_NAME_MARKED: {"word": "Roads, ports"},
    RefusalCode.THEME_NAME_REFERENCE: {"word": "R-1"},
    RefusalCode.THEME_NAME_TAKEN: {"word": "Notes"},
    RefusalCode.THEME_UNKNOWN: {"word": "energy"},
    RefusalCode.TOO_MANY: {"limit": 20},
    RefusalCode.DIGEST_DAYS_MISSING: {"number": 3, "weeks": 2},
    RefusalCode.DIGESTS_TOO_MANY: {"limit": 10},
    RefusalCode.OBSTACLE_CLOSED: {"reference": "O-1", "status": "withdrawn"},
    RefusalCode.OBSTACLE_MERGED: {"reference": "O-1", "successor": "O-2"},
    RefusalCode.UNDO_ACT: acted(ActKind.SNOOZED.value),
    RefusalCode.UNDO_ADDRESS_THERE: {"reference": "E-1", "by": "E-2"},
    RefusalCode.UNDO_ANSWERED: {"reference": "O-1", "by": "R-2"},
    RefusalCode.UNDO_BUILT_ON: {"reference": "R-2", "person": "<lead>", "change": "moved"},
    RefusalCode.UNDO_DONE: {"reference": "N-1"},
    RefusalCode.UNDO_GROUP: steering(ChangeKind.DIGEST_STOPPED.value),
    RefusalCode.UNDO_RELOCATED: {"reference": "M-2"},
    RefusalCode.UNDO_IMPOSSIBLE: {"reference": "R-2"},
    RefusalCode.EVIDENCE_WITHDRAWN: {"reference": "E-1"},
    RefusalCode.MEETING_TIME_STANDS: {"reference": "M-1", "status": "closed"},
    RefusalCode.UNDO_MEETING: {"reference": "M-2"},
    RefusalCode.UNDO_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.UNDO_OUTDATED: {"reference": "R-2"},
    RefusalCode.ZONE_AMBIGUOUS: {"word": "Central", "zones": "America/Mexico_City, America/Chicago"},
    RefusalCode.ZONE_UNKNOWN: {"word": "PET", "zones": "America/Lima"},
}


def refusal(code: RefusalCode) -> Refusal:
    return Refusal(code, **FACTS.get(code, {}))
