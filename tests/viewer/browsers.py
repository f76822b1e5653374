"""Find a Chromium: as a program it exits 0 if there is one."""

import shutil
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def launch(playwright: Playwright) -> Browser | None:
    """Start the system's Chromium, or Playwright's own; None if there is neither."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    try:
        # As root Chromium cannot make its own sandbox; it opens nothing but our pages here.
        return playwright.chromium.launch(executable_path=found, args=[*FLAGS, "--no-sandbox"])
    except Error as error:
        if "Executable doesn't exist" in str(error):
            return None
        raise


if __name__ == "__main__":
    with sync_playwright() as started:
        sys.exit(launch(started) is None)
