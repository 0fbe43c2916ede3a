"""The lock files: everything the product needs, pinned and hashed, from no named place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")
_PLACE = re.compile(
    r"://|--(extra-)?index|--find-links|--trusted-host|-[if]\s|@|\blocalhost\b|\d+\.\d+\.\d+\.\d+/"
)


def pins(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Version and hashes of each distribution of a lock file."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    found: dict[str, tuple[str, list[str]]] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pin = _PIN.match(line)
        assert pin is not None, line
        options = [word for word in line.split() if word.startswith("--")]
        name = canonicalize_name(pin["name"])
        assert name not in found, name
        found[name] = (pin["version"], options)
    return found


def declared(group: str | None = None) -> list[Requirement]:
    """What pyproject.toml asks for: the product itself, or a dependency group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    return [Requirement(line) for line in asked]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_index_host_or_address(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if _PLACE.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_file_is_pinned_with_hashes_and_nothing_else(lock: str) -> None:
    for name, (_, options) in pins(lock).items():
        assert options, name
        assert all(_HASH.match(option) for option in options), name


@pytest.mark.parametrize(
    ("lock", "group"),
    [("requirements.lock", None), ("requirements-dev.lock", None), ("requirements-dev.lock", "dev")],
)
def test_every_declared_dependency_is_locked_at_a_version_that_fits(lock: str, group: str | None) -> None:
    locked = pins(lock)
    for requirement in declared(group):
        version, _ = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_both_lock_files_agree() -> None:
    development = pins("requirements-dev.lock")
    assert {name: development.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")
