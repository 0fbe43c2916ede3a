"""Every catalogue, loaded once when the process starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from domain.language import Language
from handlers.words.translator import Translator

LOCALES: Mapping[Language, str] = {Language.ENGLISH: "en_US", Language.SPANISH: "es_MX"}
"""Whose dates and numbers a language uses: those of the two countries the product was made for."""

CATALOGUES = "handlers.i18n"


class CatalogueError(ValueError):
    """A catalogue that cannot be used: its name, and what is wrong in it."""


class Words:
    """A translator for each language. Made by `load`; holds no state that changes."""

    def __init__(self, translators: Mapping[Language, Translator]) -> None:
        self._translators = dict(translators)

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Words:
        """Read the catalogues, by default those that stand in the package. Raises CatalogueError."""
        found = resources.files(CATALOGUES) if folder is None else folder
        return cls({language: _translator(language, found) for language in Language})

    def for_language(self, language: Language) -> Translator:
        """The words of one language."""
        return self._translators[language]


def _translator(language: Language, folder: Traversable) -> Translator:
    locale = LOCALES[language]
    bundle = FluentBundle([locale.replace("_", "-")], use_isolating=False)
    known: set[str] = set()
    for name, text in catalogue_texts(folder.joinpath(language.value)):
        for entry in parsed(f"{language.value}/{name}", text):
            if entry.id.name in known:
                raise CatalogueError(f"{language.value}/{name}: {entry.id.name} is there twice")
            known.add(entry.id.name)
            bundle.add_resource(ast.Resource([entry]))
    return Translator(language, Locale.parse(locale), bundle, frozenset(known))


def catalogue_texts(folder: Traversable) -> Iterable[tuple[str, str]]:
    """Name and text of every catalogue in a language's folder, by name."""
    for file in sorted(folder.iterdir(), key=lambda found: found.name):
        if file.name.endswith(".ftl"):
            yield file.name, file.read_text("utf-8")


def parsed(name: str, text: str) -> Iterable[ast.Message | ast.Term]:
    """The messages and terms of one catalogue. Raises CatalogueError at the first line that is neither."""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            raise CatalogueError(f"{name}: cannot be read: {(entry.content or '').strip()[:80]}")
        if isinstance(entry, (ast.Message, ast.Term)):
            yield entry
