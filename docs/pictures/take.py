"""Take the pictures of the viewer for the docs: `make pictures`. A small run is made anew, so they show what is there now."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests" / "viewer"))

from browsers import launch  # noqa: E402  beside the tests, which need it more
from viewing import indexed, serving  # noqa: E402

PICTURES = {
    "conversation": ("light", 1280, 860, "[id^=m]:has(.diff del):has(.value.tip)"),
    "phone": ("dark", 390, 720, "[id^=m]:has(.value.tip)"),
    "overview": ("light", 1280, 860, ""),
}
"""Name -> colours, width, height, and the message that it is about: the first such one of the run."""
DOMAINS = ("retail", "airline", "banking")


def run(command: str, *arguments: str) -> None:
    """Run a command of ours."""
    subprocess.run([sys.executable, "-m", "apigen_mt", command, *arguments, "--quiet"], check=True)


def evaluated(place: Path) -> Path:
    """Return an evaluation of the agent whose words are all that the user hears."""
    run("blueprints", *DOMAINS, "-n", "60", "--seed", "77", "--size", "200", "--out", str(place / "held-out"))
    run("evaluate", str(place / "held-out"), "--agent", "by-words", "--out", str(place / "by-words"))
    return place / "by-words"


def found(page: Page, url: str, message: str) -> Locator:
    """Open the first item that has such a message, and return it."""
    for number in range(300):
        page.goto(f"{url}items/{number}")
        if (one := page.locator(message)).count():
            return one.last
    sys.exit(f"no item has {message}")


def main() -> int:
    """Take them all."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as started:
        directory = Path(place) / "desks"
        run("generate", *DOMAINS, "-n", "300", "--out", str(directory))
        browser = launch(started)
        if browser is None:
            sys.exit("there is no Chromium: make browser")
        with serving(directory) as viewer:
            indexed(viewer)
            for name, (colours, width, height, message) in PICTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)  # type: ignore[arg-type]
                page.goto(viewer.url)
                if message:
                    value = found(page, viewer.url, message).locator(".value.tip").last
                    page.keyboard.press("a")
                    page.wait_for_timeout(500)
                    value.evaluate("value => value.scrollIntoView({block: 'center'})")
                    value.focus()
                page.wait_for_timeout(500)
                page.screenshot(path=HERE / f"viewer_{name}.png")
                page.close()
        with serving(evaluated(Path(place))) as viewer:
            page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
            page.goto(viewer.url)
            page.screenshot(path=HERE / "viewer_evaluation.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
