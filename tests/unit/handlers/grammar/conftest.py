"""The sample group's themes."""

import pytest

from domain.group import Theme
from domain.language import Language, Names


def theme(key: str, english: str, spanish: str, *aliases: str) -> Theme:
    return Theme(key, Names({Language.ENGLISH: english, Language.SPANISH: spanish}), aliases)


@pytest.fixture(scope="session")
def themes() -> tuple[Theme, ...]:
    return (
        theme("innovation", "Innovation", "Innovación"),
        theme("human-capital", "Human capital", "Capital humano", "talent"),
        theme("suppliers", "Supplier development", "Desarrollo de proveedores", "provider development"),
        theme("infrastructure", "Infrastructure", "Infraestructura", "infra"),
        theme("governance", "Governance", "Gobernanza", "governance structures"),
    )
