"""What is asked of the people of a group: `@who role lead themes infra, grid`, `@who remove`, `page:2`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from domain.group import Sector
from domain.language import Language
from domain.people import Role
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.mentions import named_people, unknown_person
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.themes import theme_missed
from handlers.grammar.vocabulary import Hit, Name, Vocabulary, by_language
from handlers.words.slack_text import Mention

_PAGE = re.compile(r"(?:page|p[aá]gina|p[aá]g)[: ] ?([0-9]{1,4})", re.IGNORECASE)
_WORD = re.compile(r"(?<!\S)([^\W\d_]+):?(?=\s|$)|(?<!\S)([^\W\d_]+):(?=\S)")
_COMMA = re.compile(r"[,;]")
_AND = re.compile(r"\s+(?:and|y|e)\s+", re.IGNORECASE)

_LEAVE = frozenset({"leave", "salir", "salirme", "dejar"})
_SURE = frozenset({"now", "ahora"})
_REMOVE = frozenset({"remove", "quitar", "quita", "eliminar"})
_EDIT = frozenset({"edit", "editar", "edita"})
_FIELDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("role", "rol", "funcion", "papel"), "role")
    | dict.fromkeys(("theme", "themes", "tema", "temas"), "themes")
    | {"sector": "sector"}
    | dict.fromkeys(("country", "pais"), "country")
    | dict.fromkeys(("organisation", "organization", "org", "organizacion"), "organisation")
)
_ROLE_WORDS: Mapping[Role, str] = MappingProxyType(
    {
        Role.CHAIR: "chair / presidencia presidenta presidente",
        Role.LEAD: "lead leader / coordinación coordinadora coordinador líder",
        Role.MEMBER: "member / integrante miembro",
        Role.OBSERVER: "observer / observación observadora observador",
    }
)


@dataclass(frozen=True, slots=True)
class RosterWanted:
    """A page of everybody, from 1."""

    page: int = 1


@dataclass(frozen=True, slots=True)
class LeaveWanted:
    """Whoever asks leaves the group; unless they are `sure`, they are asked first."""

    sure: bool = False


@dataclass(frozen=True, slots=True)
class MemberWanted:
    """One person (user id). `edit`: in a form; `remove`: out of the group."""

    user: str
    edit: bool = False
    remove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsWanted:
    """What a person is to be; None leaves it. `themes` are keys, `country` is an ISO 3166 code."""

    user: str
    role: Role | None = None
    themes: frozenset[str] | None = None
    sector: Sector | None = None
    country: str | None = None
    organisation: str | None = None


MembersWanted: TypeAlias = RosterWanted | LeaveWanted | MemberWanted | SettingsWanted


def read_members(text: str, people: Sequence[Mention], setting: Setting) -> MembersWanted | Problem:
    """What is asked, or the first thing that is wrong.

    An organisation is everything behind its word, up to the next word of a field with a colon (`sector:`).
    """
    named = named_people(text, people, limit=2)
    if not named:
        return _nobody(text)
    if len({one.user for one in named}) > 1:
        return Problem(ProblemCode.PEOPLE_SEVERAL)
    user, rest = named[0].user, text[named[-1].end :].strip()
    before = bare(text[: named[0].start])
    if before and folded(before) not in _REMOVE | _EDIT:
        return Problem(ProblemCode.MEMBERS_WORD_UNKNOWN, before)
    wish = folded(bare(rest)) or folded(before)
    if not wish:
        return MemberWanted(user)
    if wish in _REMOVE | _EDIT:
        return MemberWanted(user, edit=wish in _EDIT, remove=wish in _REMOVE)
    return _settings(user, rest, setting)


def role_choices(language: Language) -> tuple[str, ...]:
    """The word for each role."""
    return tuple(by_language(row)[language].split()[0] for row in _ROLE_WORDS.values())


def _nobody(text: str) -> MembersWanted | Problem:
    unknown = unknown_person(text)
    if unknown is not None:
        return Problem(ProblemCode.PERSON_UNKNOWN, unknown)
    typed = bare(text)
    if not typed:
        return RosterWanted()
    verb, _, rest = folded(typed).partition(" ")
    if verb in _LEAVE and rest in {"", *_SURE}:
        return LeaveWanted(sure=bool(rest))
    page = _PAGE.fullmatch(scannable(typed))
    if page is not None:
        return RosterWanted(max(1, int(page[1])))
    return Problem(ProblemCode.MEMBERS_WORD_UNKNOWN, typed)


def _settings(user: str, text: str, setting: Setting) -> SettingsWanted | Problem:
    pairs = list(_pairs(text))
    if not pairs or text[: pairs[0][2]].strip():
        return Problem(ProblemCode.MEMBERS_WORD_UNKNOWN, text.split(maxsplit=1)[0])
    role: Role | None = None
    themes: frozenset[str] | None = None
    sector: Sector | None = None
    country: str | None = None
    organisation: str | None = None
    for field, value, _ in pairs:
        if not value:
            return Problem(ProblemCode.VALUE_MISSING, field)
        if field == "organisation":
            organisation = value
            continue
        found = _READ[field](value, setting)
        if isinstance(found, Problem):
            return found
        if isinstance(found, Role):
            role = found
        elif isinstance(found, frozenset):
            themes = found
        elif isinstance(found, Sector):
            sector = found
        else:
            country = found
    return SettingsWanted(
        user=user, role=role, themes=themes, sector=sector, country=country, organisation=organisation
    )


def _pairs(text: str) -> Iterator[tuple[str, str, int]]:
    """Each field with its value and where its word begins."""
    plain = scannable(text)
    marks: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(plain):
        word = match[1] or match[2]
        field = _FIELDS.get(folded(word))
        with_colon = plain[match.start() + len(word) : match.start() + len(word) + 1] == ":"
        inside_name = bool(marks) and marks[-1][0] == "organisation" and not with_colon
        if field is not None and not inside_name:
            marks.append((field, match.start(), match.end()))
    for place, (field, start, end) in enumerate(marks):
        until = marks[place + 1][1] if place + 1 < len(marks) else len(text)
        yield field, bare(text[end:until]), start


def _role(value: str, setting: Setting) -> Role | Problem:
    found = _ROLES.find(value)
    if isinstance(found, Hit):
        return found.value
    return Problem(ProblemCode.ROLE_UNKNOWN, value, role_choices(setting.language))


def _themes(value: str, setting: Setting) -> frozenset[str] | Problem:
    """A name may hold an `and`: the longest names count."""
    keys: set[str] = set()
    for part in filter(None, map(bare, _COMMA.split(value))):
        whole = setting.theme_words.find(part)
        names = [part] if isinstance(whole, Hit) else list(filter(None, map(bare, _AND.split(part))))
        for name in names:
            found = setting.theme_words.find(name)
            if not isinstance(found, Hit):
                return theme_missed(found, setting.theme_words)
            keys.add(found.value)
    return frozenset(keys) or Problem(ProblemCode.VALUE_MISSING, "themes")


def _sector(value: str, setting: Setting) -> Sector | Problem:
    found = setting.sector_words.find(value)
    if isinstance(found, Hit):
        return found.value
    return Problem(ProblemCode.SECTOR_UNKNOWN, value, setting.sector_choices())


def _country(value: str, setting: Setting) -> str | Problem:
    found = setting.country_words.find(value)
    if isinstance(found, Hit):
        return found.value
    return Problem(ProblemCode.COUNTRY_UNKNOWN, value, setting.country_choices())


def _role_names() -> Iterator[Name[Role]]:
    for role, row in _ROLE_WORDS.items():
        for language, words in by_language(row).items():
            for word in words.split():
                yield Name(role, word, language)


_ROLES = Vocabulary(_role_names())
_READ = MappingProxyType({"role": _role, "themes": _themes, "sector": _sector, "country": _country})
