"""Evidence in every store: its address, what it is attached to, and how it is found from there."""

from __future__ import annotations

from dataclasses import replace

from domain.evidence import EvidenceSort, EvidenceStatus
from domain.reference import RecordKind, Reference, Series
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import LATER, add_evidence, add_note, add_obstacle, add_recommendation

O1, O2, R1 = Reference(Series.OBSTACLE, 1), Reference(Series.OBSTACLE, 2), Reference(Series.RECOMMENDATION, 1)
MAP = "https://example.org/map"


def add_items(record: GroupRecord) -> None:
    add_obstacle(record)
    add_obstacle(record)
    add_recommendation(record)


async def test_evidence_comes_back_as_it_was_recorded(desk: Desk) -> None:
    await desk.write(add_items)
    made = await desk.write(lambda record: add_evidence(record, R1, O2, O1))
    assert await desk.read(lambda record: record.evidence.get(1)) == made
    assert await desk.read(lambda record: record.items(Series.EVIDENCE).get(1)) == made
    assert await desk.read(lambda record: record.evidence.get(2)) is None


async def test_evidence_is_saved_with_everything_that_may_change(desk: Desk) -> None:
    await desk.write(add_items)
    made = await desk.write(lambda record: add_evidence(record, R1, O2))
    changed = replace(
        made,
        supports=(O1, R1),
        address="https://example.org/other",
        sort=EvidenceSort.PLANT,
        theme=None,
        status=EvidenceStatus.WITHDRAWN,
        changed_at=LATER,
        version=3,
    )
    await desk.write(lambda record: record.evidence.save(changed))
    assert await desk.read(lambda record: record.evidence.get(1)) == changed
    assert await desk.read(lambda record: record.evidence.linking(O2)) == ()


async def test_what_links_to_an_item_is_found_from_there(desk: Desk) -> None:
    def work(record: GroupRecord) -> None:
        add_items(record)
        add_recommendation(record, answers=(2, 1))
        add_recommendation(record, answers=(1,))
        add_note(record)
        for supports in ((O1,), (R1, O2), (O2, O1)):
            add_evidence(record, *supports)

    def linking(record: GroupRecord) -> dict[str, dict[Series, tuple[int, ...]]]:
        return {
            str(reference): {
                series: numbers for series in Series if (numbers := record.items(series).linking(reference))
            }
            for reference in (O1, O2, R1, Reference(Series.NOTE, 1), Reference(Series.EVIDENCE, 1))
        }

    await desk.write(work)
    assert await desk.read(linking) == {
        "O-1": {Series.RECOMMENDATION: (2, 3), Series.EVIDENCE: (1, 3)},
        "O-2": {Series.RECOMMENDATION: (2,), Series.EVIDENCE: (2, 3)},
        "R-1": {Series.EVIDENCE: (2,)},
        "N-1": {},
        "E-1": {},
    }


async def test_the_latest_that_stands_is_found_by_its_address(desk: Desk) -> None:
    def work(record: GroupRecord) -> None:
        for address in (MAP, "http://www.example.org/map/", "https://example.org/MAP", MAP):
            add_evidence(record, address=address)
        last = record.evidence.get(4)
        assert last is not None
        record.evidence.save(replace(last, status=EvidenceStatus.WITHDRAWN))

    await desk.write(work)
    assert await desk.read(lambda record: record.evidence.at_address(MAP)) == 2
    assert await desk.read(lambda record: record.evidence.at_address("https://example.org/MAP")) == 3
    assert await desk.read(lambda record: record.evidence.at_address("https://example.org")) is None


async def test_an_address_as_long_as_it_may_be_is_kept_and_found(desk: Desk) -> None:
    longest = "https://example.org/".ljust(3000, "x")
    await desk.write(lambda record: add_evidence(record, address=longest))
    assert await desk.read(lambda record: record.evidence.at_address(longest)) == 1
    assert await desk.read(lambda record: record.evidence.at_address(longest[:-1])) is None


async def test_evidence_is_listed_and_counted_like_every_kind(desk: Desk) -> None:
    made = await desk.write(add_evidence)
    tally = await desk.read(lambda record: record.register.tally())
    listed = await desk.read(lambda record: record.register.having([Reference(Series.EVIDENCE, 1)]))
    assert tally.total(RecordKind.EVIDENCE, theme="charging").items == 1
    assert [(item.reference, item.text) for item in listed] == [(made.reference, made.text)]
