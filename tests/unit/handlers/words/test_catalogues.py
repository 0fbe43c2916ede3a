"""The catalogues against each other and against the code that asks for their messages."""

import ast
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain.change import ChangeKind
from domain.group import Sector
from domain.language import Language
from domain.note import NoteStatus
from domain.obstacle import ObstacleStatus, Severity
from domain.people import Role
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from handlers.grammar.command import parse
from handlers.grammar.problems import ProblemCode
from handlers.grammar.verbs import Verb, VerbFound, find_verb
from handlers.words.words import CATALOGUES, LOCALES, CatalogueError, Words, catalogue_texts, parsed

WORDS = Words.load()
HANDLERS = Path(__file__).parents[4] / "handlers"
SPANISH_GENDERS = {"note": "a", "obstacle": "o", "recommendation": "a"}


class Variables(Visitor):
    """The variables of a message, and the marks that its texts must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.texts: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - named by Fluent
        self.names.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - named by Fluent
        self.texts.append(node.value)


def entries(language: Language) -> Iterator[tuple[str, ftl.Message | ftl.Term]]:
    folder = resources.files(CATALOGUES).joinpath(language.value)
    for name, text in catalogue_texts(folder):
        for entry in parsed(name, text):
            yield name, entry


def outline(language: Language) -> dict[str, tuple[str, dict[str, set[str]]]]:
    """Of each message its file, and the variables of its value and of each attribute."""
    found: dict[str, tuple[str, dict[str, set[str]]]] = {}
    for name, entry in entries(language):
        patterns: dict[str, ftl.Pattern | None] = {"": entry.value}
        patterns |= {attribute.id.name: attribute.value for attribute in entry.attributes}
        variables: dict[str, set[str]] = {}
        for part, pattern in patterns.items():
            if pattern is not None:
                visitor = Variables()
                visitor.visit(pattern)
                variables[part] = visitor.names
        found[entry.id.name] = (name, variables)
    return found


@pytest.mark.repeats
def test_both_languages_have_the_same_messages_attributes_and_variables_in_the_same_files() -> None:
    english, spanish = outline(Language.ENGLISH), outline(Language.SPANISH)

    assert english.keys() == spanish.keys()
    assert {key: english[key] for key in english} == {key: spanish[key] for key in english}


@pytest.mark.repeats
def test_both_languages_keep_their_messages_in_the_same_order() -> None:
    assert list(outline(Language.ENGLISH)) == list(outline(Language.SPANISH))


@pytest.mark.parametrize("language", Language)
def test_no_message_exclaims_or_carries_invisible_characters(language: Language) -> None:
    for _, entry in entries(language):
        visitor = Variables()
        visitor.visit(entry)
        for text in visitor.texts:
            assert not re.search("[!¡\u00a0\u200b-\u200f\u2060\ufeff]", text), entry.id.name
            assert "  " not in text.strip("\n "), entry.id.name


def required() -> Iterator[str]:
    yield from (f"refusal-{code.value}" for code in RefusalCode)
    yield from (f"problem-{code.value}" for code in ProblemCode)
    yield from (f"change-{kind.value}" for kind in ChangeKind)
    yield from (f"status-note-{status.value}" for status in NoteStatus)
    yield from (f"status-obstacle-{status.value}" for status in ObstacleStatus)
    yield from (f"status-recommendation-{status.value}" for status in RecommendationStatus)
    yield from (f"status-group-{group.value}" for group in StatusGroup)
    yield from (f"severity-{severity.value}" for severity in Severity)
    yield from (f"sector-{sector.value}" for sector in Sector)
    yield from (f"role-{role.value}" for role in Role)
    yield from (f"language-{language.value}" for language in Language)
    for kind in RecordKind:
        yield from (f"kind-{kind.value}{part}" for part in ("", ".plural", ".counted"))
    for verb in Verb:
        yield from (f"verb-{verb.value}{part}" for part in ("", ".help", ".usage"))


@pytest.mark.parametrize("language", Language)
def test_everything_the_domain_and_the_grammar_can_say_has_words(language: Language) -> None:
    t = WORDS.for_language(language)

    assert [message for message in required() if not t.has(message)] == []


def closed_families() -> dict[str, set[str]]:
    families = ("refusal-", "change-", "severity-", "sector-", "role-")
    wanted = set(required())
    return {family: {message for message in wanted if message.startswith(family)} for family in families}


@pytest.mark.parametrize(("family", "members"), closed_families().items())
def test_a_family_of_messages_has_no_member_that_the_domain_lost(family: str, members: set[str]) -> None:
    t = WORDS.for_language(Language.ENGLISH)

    assert {message for message in t.message_ids if message.startswith(family)} == members


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("language", Language)
def test_the_usage_of_a_verb_is_a_line_of_that_verb_in_that_language(verb: Verb, language: Language) -> None:
    t = WORDS.for_language(language)
    utterance = parse(t(f"verb-{verb.value}.usage"))

    assert find_verb(utterance.word) in (VerbFound(verb, None), VerbFound(verb, language))
    assert utterance.word == verb.name_in(language) == t(f"verb-{verb.value}")


@pytest.mark.parametrize("language", Language)
def test_help_fits_one_line(language: Language) -> None:
    t = WORDS.for_language(language)

    for verb in Verb:
        assert len(t(f"verb-{verb.value}.help")) <= 80
        assert not t(f"verb-{verb.value}.help").endswith(".")


def test_spanish_statuses_agree_with_what_they_describe() -> None:
    t = WORDS.for_language(Language.SPANISH)
    families = {"note": NoteStatus, "obstacle": ObstacleStatus, "recommendation": RecommendationStatus}

    for family, statuses in families.items():
        for status in statuses:
            word = t(f"status-{family}-{status.value}")
            assert word.startswith("en ") or word.endswith(SPANISH_GENDERS[family]), word


def sources() -> Iterator[ast.AST]:
    for path in sorted(HANDLERS.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def as_pattern(node: ast.JoinedStr) -> str:
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values
    )
    return "".join(parts)


def asked() -> Iterator[ast.expr]:
    """The first argument of every call of a translator."""
    for node in sources():
        if isinstance(node, ast.Call) and node.args:
            function = node.func
            named = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if named == "t":
                yield node.args[0]


@pytest.mark.repeats
def test_the_code_asks_for_no_message_that_is_not_there() -> None:
    t = WORDS.for_language(Language.ENGLISH)
    known = {name for name in parts_of(t.message_ids) if t.has(name)}
    missing = [
        ast.unparse(argument)
        for argument in asked()
        if (isinstance(argument, ast.Constant) and argument.value not in known)
        or (
            isinstance(argument, ast.JoinedStr)
            and not any(re.fullmatch(as_pattern(argument), name) for name in known)
        )
    ]

    assert missing == []


def parts_of(messages: frozenset[str]) -> Iterator[str]:
    outlined = outline(Language.ENGLISH)
    for message in messages:
        for part in outlined[message][1]:
            yield f"{message}.{part}" if part else message


@pytest.mark.repeats
def test_no_message_is_there_that_the_code_never_asks_for() -> None:
    constants: set[str] = set()
    patterns: set[str] = set()
    for node in sources():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            constants.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            patterns.add(as_pattern(node))
    unused = [
        name
        for name in parts_of(WORDS.for_language(Language.ENGLISH).message_ids)
        if name not in constants and not any(re.fullmatch(pattern, name) for pattern in patterns)
    ]

    assert unused == []


def test_every_language_has_a_locale_and_is_loaded() -> None:
    assert set(LOCALES) == set(Language)
    assert {WORDS.for_language(language).language for language in Language} == set(Language)


def test_a_message_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    for language in Language:
        (tmp_path / language.value).mkdir()
        (tmp_path / language.value / "a.ftl").write_text("# One\nfirst = 1\n", "utf-8")
        (tmp_path / language.value / "b.ftl").write_text("first = 2\n", "utf-8")

    with pytest.raises(CatalogueError, match=r"en/b\.ftl: first is there twice"):
        Words.load(tmp_path)


def test_a_message_may_have_attributes_only(tmp_path: Path) -> None:
    for language in Language:
        (tmp_path / language.value).mkdir()
        (tmp_path / language.value / "a.ftl").write_text(
            "first =\n    .part = { -term }\n-term = one\n", "utf-8"
        )

    t = Words.load(tmp_path).for_language(Language.ENGLISH)

    assert t("first.part") == "one"
    assert not t.has("first")


def test_a_line_that_fluent_cannot_read_names_its_catalogue() -> None:
    with pytest.raises(CatalogueError, match=r"es/notes\.ftl: cannot be read: = broken"):
        list(parsed("es/notes.ftl", "fine = yes\n= broken\n"))
