"""Makes the pictures of the documentation: `python -m tests.browser.pictures FOLDER`, or `make pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, ViewportSize, async_playwright, expect

from bot.demo.running import demo_settings, demonstrating
from bot.demo.sample import Sample
from bot.logs import configure_logs
from domain.language import Language
from tests.browser.launching import launch
from tests.browser.visitor import NEWCOMER, Visitor, address

WIDTH = 1200
HEIGHT, LOW = 840, 700
DIGEST_WIDTH, DIGEST_HEIGHT, DIGEST_SCALE = 1140, 2600, 0.9
"""All of a digest in one picture."""
SCALE = 1.2
"""Sharper than a page of documentation needs, and still below SIZE_MAX."""

SIZE_MAX = 300_000
"""Bytes of a picture: the pages stay quick to open."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is typed and what is then read, in one language; `chair` asks and `author` records."""

    language: Literal["en", "es"]
    chair: str
    author: str
    status: tuple[str, str]
    digest: str
    record: tuple[str, str]
    join: str
    organisation: str
    sector: str
    meeting: tuple[str, str, str, str]
    minutes: tuple[str, str]


WORDINGS = (
    Wording(
        "en",
        chair="chair-us",
        author="doe-us",
        status=("/wg status all", "Where we stand: all themes"),
        digest="Digest: ",
        record=("/wg recommend Publish the load of every station for O-5", "Show it"),
        join="/wg join",
        organisation="Public university",
        sector="academia",
        meeting=(
            "/wg meeting here @oem-us @chair-mx @lead-suppliers",
            "/wg decision Parts are tested in both countries before plants buy them",
            "/wg action @oem-us Send the list of parts due friday",
            "/wg meeting end",
        ),
        minutes=("Minuta de M-11", "Minutes of M-11"),
    ),
    Wording(
        "es",
        chair="chair-mx",
        author="chair-mx",
        status=("/gt estado todo", "Cómo vamos: todos los temas"),
        digest="Resumen: ",
        record=("/gt recomendar Publicar la demanda de cada estación para O-5", "Ver registro"),
        join="/gt unirse",
        organisation="Universidad pública",
        sector="academia",
        meeting=(
            "/gt reunión aquí @oem-us @chair-us @lead-suppliers",
            "/gt decisión Las partes se prueban en ambos países antes de comprarlas",
            "/gt acción @oem-us Enviar la lista de partes para el viernes",
            "/gt reunión terminar",
        ),
        minutes=("Minuta de M-11", "Minutes of M-11"),
    ),
)


async def status_and_digest(visitor: Visitor, words: Wording) -> None:
    """The answer in the channel, the digest beside it down to its chart."""
    line, answer = words.status
    posted = visitor.place.get_by_test_id("message").filter(has_text=words.digest)
    await posted.hover()
    await posted.get_by_test_id("reply").click()
    await visitor.say(line)
    await expect(visitor.told).to_contain_text(answer)
    thread = visitor.page.get_by_test_id("thread")
    digest = thread.get_by_test_id("message").filter(has_text=words.digest)
    await digest.locator(".chart").evaluate("node => node.scrollIntoView({ block: 'end' })")


async def recording(visitor: Visitor, words: Wording) -> None:
    """A recommendation as the channel sees it, and the whole of it as its author asks to see it."""
    line, button = words.record
    await visitor.say(line)
    await visitor.press(button, visitor.said)
    await expect(visitor.told).to_contain_text("O-5")
    await visitor.composer.focus()


async def form(visitor: Visitor, words: Wording) -> None:
    """Joining a group, in the middle of choosing."""
    await visitor.page.get_by_test_id(f"language-{words.language}").click()
    await visitor.say(words.join)
    await visitor.field("organisation").fill(words.organisation)
    await visitor.choose("sector", words.sector)
    await visitor.field("country").click()
    await expect(visitor.page.get_by_role("listbox")).to_be_visible()


async def home(visitor: Visitor, words: Wording) -> None:
    """The app's Home of somebody who chairs."""
    await visitor.enter("home")
    shown = visitor.page.get_by_test_id("home-view")
    await expect(shown.get_by_role("button").first).to_be_visible()
    await expect(shown).to_contain_text({"en": "What you can do", "es": "Lo que puede hacer"}[words.language])


async def minutes(visitor: Visitor, words: Wording) -> None:
    """What a meeting decided, with its minutes in one language and, in the thread, the other."""
    for line in words.meeting:
        before = await visitor.page.get_by_test_id("command-line").count()
        await visitor.say(line)
        await expect(visitor.page.get_by_test_id("command-line").nth(before)).to_be_visible()
    first, other = words.minutes
    posted = visitor.place.get_by_test_id("message").filter(has_text=first)
    await posted.get_by_test_id("open-thread").click()
    thread = visitor.page.get_by_test_id("thread")
    reply = thread.get_by_test_id("message").filter(has_text=other)
    await expect(reply).to_be_visible()
    await posted.evaluate("node => node.scrollIntoView({ block: 'start' })")
    await reply.evaluate("node => node.scrollIntoView({ block: 'start' })")


@dataclass(frozen=True, slots=True)
class Scene:
    """Who is where, and what they do before the picture is taken."""

    name: str
    play: Callable[[Visitor, Wording], Awaitable[None]]
    handle: Callable[[Wording], str]
    channel: str = "ev-group"
    height: int = HEIGHT
    scheme: Literal["light", "dark"] = "light"


SCENES = (
    Scene("status-and-digest", status_and_digest, lambda words: words.chair),
    Scene("dark", status_and_digest, lambda words: words.chair, scheme="dark"),
    Scene("recording", recording, lambda words: words.author, "infrastructure", LOW),
    Scene("form", form, lambda _: NEWCOMER, "infrastructure", LOW),
    Scene("home", home, lambda words: words.chair),
    Scene("minutes", minutes, lambda words: words.chair, "suppliers", LOW),
)


async def take(browser: Browser, url: str, scene: Scene, words: Wording, folder: Path) -> Path:
    """Raises ValueError for too large a file."""
    size = ViewportSize(width=WIDTH, height=scene.height)
    page = await browser.new_page(viewport=size, device_scale_factor=SCALE, color_scheme=scene.scheme)
    await page.goto(address(url, scene.handle(words), scene.channel))
    await scene.play(Visitor(page), words)
    path = folder / f"{scene.name}-{words.language}.png"
    await page.mouse.move(0, 0)
    await page.screenshot(path=path, animations="disabled", caret="hide")
    await page.close()
    return small(path)


async def take_digests(browser: Browser, folder: Path) -> None:
    """The digest whole, in each language and in both, each as its channel gets it."""
    english, spanish = WORDINGS
    for name, words, languages in (
        ("en", english, (Language.ENGLISH,)),
        ("es", spanish, (Language.SPANISH,)),
        ("both", english, (Language.ENGLISH, Language.SPANISH)),
    ):
        sample = Sample.read()
        digest = sample.digest.model_copy(update={"languages": languages})
        with tempfile.TemporaryDirectory(prefix="rapporteur-pictures-") as place:
            settings = demo_settings(Path(place))
            async with demonstrating(settings, 0, sample.model_copy(update={"digest": digest})) as shown:
                size = ViewportSize(width=DIGEST_WIDTH, height=DIGEST_HEIGHT)
                page = await browser.new_page(viewport=size, device_scale_factor=DIGEST_SCALE)
                await page.goto(address(shown.page, words.chair, "ev-group"))
                posted = Visitor(page).place.get_by_test_id("message").filter(has_text=words.digest)
                path = folder / f"digest-{name}.png"
                await posted.last.screenshot(path=path, animations="disabled", caret="hide")
                await page.close()
                sys.stdout.write(f"{small(path)}\n")


def small(path: Path) -> Path:
    """The picture. Raises ValueError for too large a file."""
    if path.stat().st_size > SIZE_MAX:
        raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {SIZE_MAX}")
    return path


async def take_all(browser: Browser, words: Wording, folder: Path) -> None:
    """Each language in a demonstration of its own, so that no picture shows what another's people did."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-pictures-") as place:
        async with demonstrating(demo_settings(Path(place)), 0) as shown:
            for scene in SCENES:
                sys.stdout.write(f"{await take(browser, shown.page, scene, words, folder)}\n")


async def main(folder: Path) -> None:
    """Take every picture in every language."""
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        for words in WORDINGS:
            await take_all(browser, words, folder)
        await take_digests(browser, folder)
        await browser.close()


if __name__ == "__main__":
    configure_logs()
    asyncio.run(main(Path(sys.argv[1])))
