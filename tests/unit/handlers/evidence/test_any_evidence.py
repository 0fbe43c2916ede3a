"""Whatever evidence is titled and wherever it leads, Slack takes what we send."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.address import ADDRESS_MAX
from domain.change import ChangeKind
from domain.evidence import SUPPORTS_MAX, EvidenceSort
from domain.language import Language
from domain.reference import RecordKind, Reference, Series
from domain.usecases.evidence import AddressThere, Attached
from domain.usecases.reading import LINKS_SHOWN, Card, Links
from domain.usecases.recording import Recorded
from handlers.evidence.views import attached_message, recorded_message, there_message
from handlers.grammar.command import parse
from handlers.grammar.evidence import AttachWanted
from handlers.overview.card_views import card_message
from handlers.parts.links import links_message
from tests.unit.handlers.accepted import message_violations, unreadable_buttons
from tests.unit.handlers.anything import PROFILE, numbered, texts, written
from tests.unit.handlers.material import CHAIR, GROUP, LEAD, MEMBER, WORDS, ZONE, change, evidence

MANY = tuple(Reference(Series.OBSTACLE, 10**6 + number) for number in range(SUPPORTS_MAX))
LONGEST = "https://example.org/".ljust(ADDRESS_MAX, "%")
ADDRESSES = st.sampled_from(["https://a.mx", LONGEST, f"https://{'a' * 60}.{'b' * 60}.{'c' * 60}.mx/"])


@given(texts(), ADDRESSES, st.sampled_from(EvidenceSort), st.sampled_from(Language), written(120))
@PROFILE
def test_evidence(text: object, address: str, sort: EvidenceSort, language: Language, name: str) -> None:
    t = WORDS.for_language(language)
    item = replace(evidence(), text=text, address=address, sort=sort, supports=MANY)  # type: ignore[arg-type]  # a Text
    links = Links(
        kind=RecordKind.EVIDENCE, items=numbered(item, LINKS_SHOWN), total=10**6, after=10**6, further=True
    )
    told = tuple(change(item, ChangeKind.LINKED, after=str(reference)) for reference in MANY)
    wanted = AttachWanted(reference=item.reference, supports=MANY)
    names = {CHAIR: name, LEAD: name, MEMBER: name}
    card = Card(item, (links, replace(links, kind=RecordKind.OBSTACLE)), told, names)
    shown = [
        recorded_message(t, GROUP, Recorded(item)),
        there_message(t, AddressThere(item, MANY), names, parse(f"evidence {name} {address}")),
        attached_message(t, Attached(item, told), wanted),
        attached_message(t, Attached(item, told), replace(wanted, off=True)),
        attached_message(t, Attached(item), wanted),
        links_message(t, item, links),
        links_message(t, item, replace(links, items=(), total=0, further=False)),
        card_message(t, GROUP, ZONE, card),
    ]
    assert [message_violations(message) for message in shown] == [[]] * len(shown)
    assert [unreadable_buttons(message) for message in shown] == [[]] * len(shown)
