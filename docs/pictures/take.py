"""Take the pictures of the viewer for the docs: `make pictures`. A small run is made anew, so they show what is there now."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests" / "viewer"))

from browsers import launch  # noqa: E402  beside the tests, which need it more
from viewing import indexed, serving  # noqa: E402

PICTURES = {
    "overview": ("", "light", 1280, 860),
    "conversation": ("items/3/attempt-0#m21", "light", 1280, 860),
    "phone": ("items/9/attempt-1#m3", "dark", 390, 720),
}
"""Name -> address, colours, width and height."""
DOMAINS = ("retail", "airline", "banking")


def run(command: str, *arguments: str) -> None:
    """Run a command of ours."""
    subprocess.run([sys.executable, "-m", "apigen_mt", command, *arguments, "--quiet"], check=True)


def evaluated(place: Path) -> Path:
    """Return an evaluation of the agent whose words are all that the user hears."""
    run("blueprints", *DOMAINS, "-n", "60", "--seed", "77", "--size", "200", "--out", str(place / "held-out"))
    run("evaluate", str(place / "held-out"), "--agent", "by-words", "--out", str(place / "by-words"))
    return place / "by-words"


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
            viewer.review("3/attempt-0", "accept")
            viewer.review("6/attempt-0", "accept")
            viewer.review("9/attempt-0", "accept", "the go-ahead is clear enough")
            viewer.review("95/candidate-0", "reject")
            for name, (path, colours, width, height) in PICTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)  # type: ignore[arg-type]
                page.goto(viewer.url + path)
                page.wait_for_timeout(500)
                if name == "conversation":
                    page.locator("#m25 .value.tip").last.hover()
                if name == "phone":
                    page.locator("#m3 .value.tip").first.focus()
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
