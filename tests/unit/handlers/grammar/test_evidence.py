"""What `evidence` is asked for, in both languages."""

from __future__ import annotations

import pytest

from domain.evidence import EvidenceSort
from domain.reference import RecordKind, Reference, Series
from handlers.grammar.evidence import AttachWanted, EvidenceWanted, read_attachment, read_evidence
from handlers.grammar.linked import LinkedAsked, read_linked
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.sorts import find_sort
from handlers.grammar.vocabulary import Hit

CENTRE = EvidenceSort.RESEARCH_CENTRE
E3 = Reference(Series.EVIDENCE, 3)
R2, O3 = Reference(Series.RECOMMENDATION, 2), Reference(Series.OBSTACLE, 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Map", EvidenceWanted(title="Map")),
        ("Map for R-2", EvidenceWanted(title="Map", supports=(R2,))),
        ("Map for the recommendations R-2 and O-3", EvidenceWanted(title="Map", supports=(R2, O3))),
        ("Mapa para la R-2 y el O-3", EvidenceWanted(title="Mapa para la R-2 y el O-3")),
        ("Mapa para las recomendaciones r2, o3", EvidenceWanted(title="Mapa", supports=(R2, O3))),
        ("Map for everybody", EvidenceWanted(title="Map for everybody")),
        ("kind:plant Map for R-2", EvidenceWanted(title="Map", sort=EvidenceSort.PLANT, supports=(R2,))),
        ("Map tipo:programa", EvidenceWanted(title="Map", sort=EvidenceSort.PROGRAMME)),
        ("Map kind: research centre", EvidenceWanted(title="Map", sort=EvidenceSort.RESEARCH_CENTRE)),
        (
            'Map kind:"centro de investigación"',
            EvidenceWanted(title="Map", sort=EvidenceSort.RESEARCH_CENTRE),
        ),
        ("Map kind:research-centre", EvidenceWanted(title="Map", sort=EvidenceSort.RESEARCH_CENTRE)),
        ("A new kind: the report", EvidenceWanted(title="A new kind: the report")),
        ("Map for R-2 again:E-3", EvidenceWanted(title="Map", supports=(R2,), again=E3)),
        ("Once again: the map", EvidenceWanted(title="Once again: the map")),
        ("kind:data for O-3", EvidenceWanted(title="", sort=EvidenceSort.DATA, supports=(O3,))),
    ],
)
def test_evidence_is_read(text: str, wanted: EvidenceWanted) -> None:
    assert read_evidence(text) == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Map kind:rumour", ProblemCode.SORT_UNKNOWN),
        ("Map kind:", ProblemCode.VALUE_MISSING),
        ("Map kind:p", ProblemCode.SORT_UNKNOWN),
        ("Mapa tipo:p*", ProblemCode.SORT_UNKNOWN),
    ],
)
def test_what_is_no_kind_of_evidence_is_a_problem(text: str, code: ProblemCode) -> None:
    read = read_evidence(text)
    assert isinstance(read, Problem)
    assert read.code is code


@pytest.mark.parametrize("sort", EvidenceSort)
def test_every_kind_of_evidence_is_known_by_its_own_name(sort: EvidenceSort) -> None:
    found = find_sort(sort.value)
    assert isinstance(found, Hit)
    assert found.value is sort


@pytest.mark.parametrize(
    "text",
    [
        "E-3 for R-2,O-3",
        "e3 para R-2 y O-3",
        "E-3: R-2 O-3",
        "E-3 to the recommendations R-2, O-3",
        "E-3 a R-2 O-3",
    ],
)
def test_evidence_is_attached(text: str) -> None:
    assert read_attachment(text) == AttachWanted(reference=E3, supports=(R2, O3))


@pytest.mark.parametrize(
    "text",
    [
        "E-3 not for R-2",
        "E-3 no longer for R-2",
        "E-3 without R-2",
        "E-3 ya no para R-2",
        "E-3 no para la recomendación R-2",
        "E-3 sin R-2",
        "E-3 quitar de R-2",
    ],
)
def test_evidence_is_taken_away(text: str) -> None:
    assert read_attachment(text) == AttachWanted(reference=E3, supports=(R2,), off=True)


@pytest.mark.parametrize("text", ["E-3", "E-3 for", "E-3 for the map", "E-3 please"])
def test_to_what_it_is_attached_must_be_said(text: str) -> None:
    assert read_attachment(text) == Problem(ProblemCode.ATTACH_MISSING, "E-3")


@pytest.mark.parametrize("text", ["https://example.org Map for R-2", "R-2 for E-3", "Map", ""])
def test_other_texts_attach_nothing(text: str) -> None:
    assert read_attachment(text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("evidence", LinkedAsked(RecordKind.EVIDENCE)),
        ("evidencias", LinkedAsked(RecordKind.EVIDENCE)),
        ("recommendations after:20", LinkedAsked(RecordKind.RECOMMENDATION, 20)),
        ("Obstáculos", LinkedAsked(RecordKind.OBSTACLE)),
    ],
)
def test_linked_items_of_a_kind_are_asked_for(text: str, asked: LinkedAsked) -> None:
    assert read_linked(text) == asked


def test_what_is_no_kind_of_record_is_not_linked() -> None:
    read = read_linked("please")
    assert isinstance(read, Problem)
    assert read.code is ProblemCode.KIND_UNKNOWN
