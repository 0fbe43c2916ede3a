"""The languages people read, and texts that exist in more than one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the catalogues (ISO 639-1)."""

    ENGLISH = "en"
    SPANISH = "es"

    @classmethod
    def of_locale(cls, locale: str | None) -> Language | None:
        """The language of a Slack locale such as `es-MX` or `en-GB`; None when we do not speak it."""
        prefix = (locale or "").replace("_", "-").split("-", 1)[0].lower()
        return cls(prefix) if prefix in set(cls) else None


@dataclass(frozen=True, slots=True)
class Names:
    """What a group, theme, phase or driver is called, by language."""

    by_language: Mapping[Language, str]

    def in_language(self, language: Language) -> str:
        """The name in the language, else in any language that has one."""
        found = self.by_language.get(language)
        return found if found is not None else next(iter(self.by_language.values()))


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as one reader gets it."""

    text: str
    language: Language
    translated_for_reader: bool
    """False when the reader gets the original because their language has no version."""


@dataclass(frozen=True, slots=True)
class Text:
    """What someone wrote: the original in its author's language, with versions in others."""

    original: str
    language: Language
    versions: Mapping[Language, str]

    def for_reader(self, language: Language) -> Wording:
        """The version in the reader's language, else the original, marked."""
        if language == self.language:
            return Wording(self.original, self.language, translated_for_reader=True)
        version = self.versions.get(language)
        if version is not None:
            return Wording(version, language, translated_for_reader=True)
        return Wording(self.original, self.language, translated_for_reader=False)
