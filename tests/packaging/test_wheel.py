"""The wheel by itself: built, installed beside the dependencies alone, and run far from the checkout."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "domain", "handlers", "storage")
PATIENCE = 60
"""Seconds a loaded machine may take for what takes two."""

_OFFLINE = ("--no-deps", "--no-index", "--no-cache-dir", "--disable-pip-version-check")
_ADDRESS = re.compile(r"http://[\d.]+:\d+")
_WHERE = """
import importlib.util, json, sys
names = ["bot", "domain", "handlers", "storage", "tests"]
specs = {name: importlib.util.find_spec(name) for name in names}
found = {name: list(spec.submodule_search_locations) for name, spec in specs.items() if spec}
print(json.dumps({"found": found, "path": sys.path}))
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment that holds the wheel, and a folder to run it from."""

    wheel: Path
    environment: Path
    folder: Path

    @property
    def python(self) -> Path:
        return self.environment / "bin" / "python"

    @property
    def script(self) -> Path:
        return self.environment / "bin" / "rapporteur"

    @property
    def site_packages(self) -> Path:
        scheme = {"base": str(self.environment), "platbase": str(self.environment)}
        return Path(sysconfig.get_path("purelib", "venv", vars=scheme))

    @property
    def variables(self) -> dict[str, str]:
        """No variable of the test run's own reaches it, such as one that leads back to the checkout."""
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.folder)}

    def run(self, *arguments: str | Path, **variables: str) -> str:
        """What the program prints. Raises CalledProcessError."""
        return subprocess.run(  # noqa: S603 - programs of the environment made here
            [self.script, *arguments] if arguments[0] != self.python else arguments,
            cwd=self.folder,
            env=self.variables | variables,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        ).stdout

    @contextmanager
    def demonstration(self) -> Iterator[str]:
        """The address of a running `rapporteur demo`, which has ended well when the block is left."""
        process = subprocess.Popen(  # noqa: S603 - the same
            [self.script, "demo", "--port", "0"],
            cwd=self.folder,
            env=self.variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = _ADDRESS.search(line)
            assert address is not None, line
            yield address.group()
            process.terminate()
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
            process.communicate()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    _python("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder))
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    away = folder / "away"
    away.mkdir()
    made = Installed(wheel, environment, away)
    _python("-m", "pip", "--python", str(made.python), "install", *_OFFLINE, str(wheel))
    # A folder that a .pth names is searched, but its own .pth files are not read: the dependencies are
    # there, and an editable installation of this checkout, which is such a file, is not.
    lines = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (made.site_packages / "dependencies.pth").write_text("\n".join(lines))
    return made


def _python(*arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr


def _fetch(address: str, body: dict[str, str] | None = None) -> tuple[str, bytes]:
    """Content type and body; POST with one to send."""
    data = json.dumps(body).encode() if body is not None else None
    request = Request(address, data, {"Content-Type": "application/json"})  # noqa: S310 - the demonstration's
    with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same
        return answer.headers.get_content_type(), answer.read()


def _data_files() -> set[str]:
    """Everything of the packages that is not a module, and the migrations, as the checkout has it."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return {
        path.relative_to(ROOT).as_posix()
        for path in files
        if "__pycache__" not in path.parts and (path.suffix != ".py" or "versions" in path.parts)
    }


def test_the_wheel_holds_the_four_packages_with_their_data_and_no_tests(installed: Installed) -> None:
    with ZipFile(installed.wheel) as archive:
        names = set(archive.namelist())
    data = _data_files()
    assert {PurePosixPath(name).suffix for name in data} >= {".ftl", ".json", ".js", ".css", ".html", ".py"}
    assert data - names == set()
    (about,) = {name.split("/")[0] for name in names} - set(PACKAGES)
    assert about.endswith(".dist-info")
    assert f"{about}/licenses/LICENSE" in names
    assert {name for name in names if PurePosixPath(name).suffix in {".pyc", ".db", ".lock"}} == set()


def test_nothing_of_the_checkout_can_be_imported_beside_the_installed_wheel(installed: Installed) -> None:
    told: dict[str, Any] = json.loads(installed.run(installed.python, "-c", _WHERE))
    home = installed.site_packages
    assert told["found"] == {package: [str(home / package)] for package in PACKAGES}
    assert str(ROOT) not in told["path"]


def test_the_installed_command_shows_its_help_and_migrates(installed: Installed) -> None:
    told = installed.run("--help")
    assert all(command in told for command in ("serve", "demo", "migrate", "check-slack"))
    database = installed.folder / "rapporteur.db"
    done = installed.run("migrate", DATABASE_URL=f"sqlite:///{database}")
    assert done == f"The tables of {database} were created: the database is ready.\n"
    assert database.exists()


def test_the_installed_demonstration_serves_its_page_and_answers_a_command(installed: Installed) -> None:
    with installed.demonstration() as address:
        kind, page = _fetch(f"{address}/")
        assert kind == "text/html"
        script = re.search(rb'src="(/?page/[^"]+\.js)"', page)
        assert script is not None, page
        kind, source = _fetch(f"{address}/{script.group(1).decode().lstrip('/')}")
        assert (kind, source) == ("text/javascript", (ROOT / "bot/sandbox/page/app.js").read_bytes())
        workspace = json.loads(_fetch(f"{address}/people/workspace")[1])
        person, channel = workspace["me"]["id"], workspace["channels"][0]["id"]
        _, answer = _fetch(
            f"{address}/people/command", {"as": person, "channel": channel, "text": "/gt nota Un cargador"}
        )
        told = json.loads(answer)
        assert told["ok"]
        assert "Un cargador" in told["body"]["text"]
