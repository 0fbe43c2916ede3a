"""What every suite may ask for: databases of both engines, made ready, and the stores over them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

from bot.proxy import NAMES
from domain.ports import Store
from storage.opening import migrate, open_store
from tests.catalogues import read_once
from tests.postgresql import Lending, PostgresqlServer, serving
from tests.prepared import prepared_once
from tests.unwatched import unwatched
from tests.watchdog import Watchdog


def pytest_configure(config: pytest.Config) -> None:
    """How long an example takes says how busy the machine is, not whether the product is right."""
    settings.register_profile("house", deadline=None)
    settings.load_profile("house")
    patch = pytest.MonkeyPatch()
    for name in NAMES:  # whatever the tests ask is on this machine
        patch.delenv(name, raising=False)
    read_once(patch)
    prepared_once(patch)
    config.add_cleanup(patch.undo)
    config.pluginmanager.register(Watchdog.awake(config))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden`: golden files are written anew instead of compared."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


SECOND_TIME = frozenset({"sockets", "postgresql"})
"""Parameters under which a test runs lines that it has run already, over HTTP and on SQLite."""
OTHER_PROCESSES = ("tests/browser/", "tests/faults/")
"""Where the product runs in a browser, or in processes of its own that coverage does not see."""
CONVERSATIONS = ("tests/integration/test_", "tests/integration/life/")
"""Whole ways through the house, whose lines the other rooms of the suite run: 96 % of all without these."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure each line once."""
    if not _runs_a_second_time(item):
        return (yield)
    with unwatched():
        return (yield)


def _runs_a_second_time(item: pytest.Item) -> bool:
    """Over another transport or engine, with many examples of what single tests show, or elsewhere."""
    case = getattr(item, "callspec", None)
    given = () if case is None else case.params.values()
    return (
        any(isinstance(value, str) and value in SECOND_TIME for value in given)
        or (isinstance(item, pytest.Function) and is_hypothesis_test(item.obj))
        or item.get_closest_marker("repeats") is not None
        or item.nodeid.startswith(OTHER_PROCESSES + CONVERSATIONS)
    )


ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_databases(postgresql_server: PostgresqlServer) -> Lending:
    template = postgresql_server.create()
    migrate(postgresql_server.url(template))
    return Lending(postgresql_server, template)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "rapporteur.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql_databases: Lending) -> Iterator[str]:
    with postgresql_databases.lent() as url:
        yield url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database, on each engine."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = await open_store(database_url)
    yield store
    await store.close()
