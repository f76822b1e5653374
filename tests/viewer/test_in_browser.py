"""The viewer in a real browser: what a person sees and does. Every test also fails on any complaint in the console."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from looking import failed_check, first_change, searched_word
from playwright.sync_api import Locator, Page, expect
from viewing import Viewer, generate, indexed, serving

from apigen_mt import cli
from apigen_mt.dataset.reviews import read_reviews

Open = Callable[..., Page]


def test_overview_tells_what_the_run_has_made(viewer: Viewer, open_page: Open) -> None:
    page = open_page(viewer.url)
    expect(page.locator(".figure").first).to_contain_text("12")
    expect(page.get_by_role("row", name="accepted")).to_contain_text("12")
    expect(page.get_by_role("img", name="Tool calls: from")).to_be_visible()
    assert page.locator(".heat").count() == 3
    expect(page.get_by_role("img", name="Over time: 12 work items accepted")).to_be_visible()
    page.get_by_role("link", name="retail", exact=True).first.click()
    expect(page.get_by_label("Domain", exact=True)).to_have_value("retail")


def test_graph_is_drawn(viewer: Viewer, open_page: Open) -> None:
    page = open_page(viewer.url)
    picture = page.get_by_alt_text("API graph of retail")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("name => document.querySelector(`img[alt*='${name}']`).naturalWidth > 100", arg="of retail")


def test_filters_narrow_the_list(viewer: Viewer, run: Path, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items")
    every = page.locator(".line").count()
    page.get_by_label("Verdict", exact=True).select_option("rejected")
    page.wait_for_url("**verdict=rejected**")
    expect(page.locator(".line .badge.good")).to_have_count(0)
    rejected = page.locator(".line").count()
    assert 0 < rejected < every
    page.goto(f"{viewer.url}items")
    page.get_by_label("Text", exact=True).fill(searched_word(run))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("text=[^&]"))
    expect(page.locator(".line")).to_have_count(1)
    page.get_by_role("link", name="Clear").click()
    expect(page.locator(".line")).to_have_count(every)


def test_list_is_walked_by_keyboard(viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items?verdict=accepted")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/11/**")
    page.keyboard.press("j")
    page.wait_for_url("**/items/10/**")
    page.keyboard.press("u")
    page.wait_for_url("**/items?verdict=accepted")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def _said_by_the_customer(page: Page) -> Locator:
    told = page.locator(".bubble", has_text="the customer says it")
    return page.locator(".value.tip").filter(has=told).first


def test_provenance_is_told_on_hover_and_on_focus(viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items/9/attempt-1")
    value = _said_by_the_customer(page)
    bubble = value.locator(".bubble")
    expect(bubble).to_be_hidden()
    value.hover()
    expect(bubble).to_be_visible()
    expect(bubble).to_contain_text("the customer says it")
    page.mouse.move(0, 0)
    expect(bubble).to_be_hidden()
    value.focus()
    expect(bubble).to_be_visible()
    link = bubble.get_by_role("link", name=re.compile(r"message \d+")).first
    wanted = link.get_attribute("href") or ""
    link.click()
    assert wanted.startswith("#m") and page.url.endswith(wanted)


def test_provenance_is_told_on_tap(viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items/9/attempt-1", has_touch=True, is_mobile=True)
    value = _said_by_the_customer(page)
    value.tap()
    expect(value.locator(".bubble")).to_be_visible()


def test_a_write_shows_what_it_changed(viewer: Viewer, run: Path, open_page: Open) -> None:
    change = first_change(run)
    page = open_page(f"{viewer.url}{change.place}")
    diff = page.get_by_role("group", name=f"What {change.tool} changed").first
    expect(diff).to_contain_text(change.row)
    row = diff.get_by_role("row", name=change.field).first
    expect(row.locator("del")).to_have_text(change.before)
    expect(row.locator("ins")).to_have_text(change.after)


def test_results_unfold(viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items/9/attempt-1")
    assert page.locator(".talk details[open]").count() == 0
    page.keyboard.press("e")
    assert page.locator(".talk details[open]").count() > 3
    expect(page.locator(".talk pre").first).to_contain_text('"customer"')


def test_review_by_keyboard(own_viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{own_viewer.url}items/9/attempt-1")
    page.keyboard.press("n")
    page.keyboard.type("too short, a real customer would ask")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_role("button", name="Reject")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_label("Note")).to_have_value("too short, a real customer would ask")
    (review,) = read_reviews(own_viewer.directory).values()
    assert (review.ordinal, review.name, review.decision, review.passed) == (9, "attempt-1", "reject", True)
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Accept")).to_have_attribute("aria-pressed", "true")
    page.goto(own_viewer.url)
    expect(page.get_by_role("table", name="People and the verifier")).to_contain_text("person accepts")
    page.goto(f"{own_viewer.url}items?person=accept")
    expect(page.locator(".line")).to_have_count(1)


def test_two_attempts_side_by_side(viewer: Viewer, run: Path, open_page: Open) -> None:
    page = open_page(f"{viewer.url}items/9/attempt-1")
    page.get_by_role("link", name="Side by side").click()
    expect(page.get_by_role("heading", name="Attempt 1")).to_contain_text(failed_check(run))
    expect(page.locator(".pair.first")).to_have_count(1)
    expect(page.locator("#parted")).to_contain_text("here they part, at message")


def test_page_grows_while_a_run_works(tmp_path: Path, open_page: Open) -> None:
    directory = tmp_path / "growing"
    made = ["retail", "--size", "100", "--out", str(directory), "--config", str(tmp_path / "run.toml")]
    (tmp_path / "run.toml").write_text("block = 4\n", encoding="utf-8")
    generate(*made, "-n", "4")
    with serving(directory) as viewer:
        indexed(viewer)
        page = open_page(viewer.url)
        figure = page.locator(".figure.main strong")
        expect(figure).to_have_text("4")
        with ThreadPoolExecutor(1) as pool:
            more = pool.submit(generate, *made, "-n", "200")
            expect(figure).not_to_have_text("4", timeout=20_000)
            more.result()
        expect(figure).to_have_text("200", timeout=20_000)
        expect(page.locator("#state")).to_have_text("complete · 200 of 200", timeout=20_000)


def test_a_dataset_is_shown_without_its_run(dataset_viewer: Viewer, run: Path, open_page: Open) -> None:
    page = open_page(dataset_viewer.url)
    expect(page.locator(".note")).to_contain_text("without the journal of its run")
    expect(page.locator(".figure").first).to_contain_text("12")
    expect(page.get_by_role("heading", name="Yield of each stage")).to_have_count(0)
    assert page.locator(".heat").count() == 3
    tool = first_change(run).tool
    page.goto(f"{dataset_viewer.url}items?tool={tool}&verdict=accepted")
    page.locator(".line").first.click()
    expect(page.get_by_role("group", name=f"What {tool} changed").first.locator("ins").first).to_be_visible()
    assert page.locator(".value.traced").count() > 3 and page.locator(".value.untraced").count() == 0
    page.goto(f"{dataset_viewer.url}items?verdict=rejected&what=conversation")
    page.locator(".line").first.click()
    page.get_by_role("link", name="Side by side").click()
    expect(page.get_by_role("heading", name="Attempt 1")).to_contain_text(failed_check(run))
    expect(page.locator("#parted")).to_contain_text("here they part, at message")
    expect(page.locator(".pair.first mark")).not_to_have_count(0)


def test_costs_stand_beside_the_messages(recorded_viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{recorded_viewer.url}items/3/attempt-0")
    taken = page.locator("#m0 .taken")
    taken.focus()
    expect(taken.locator(".bubble")).to_contain_text("critic: 2 calls")
    expect(page.get_by_role("table").filter(has_text="desk-agent")).to_contain_text("author-proposer")
    page.goto(f"{recorded_viewer.url}items?dispute=committee")
    expect(page.get_by_role("status").last).to_contain_text("candidate")
    page.goto(recorded_viewer.url)
    expect(page.get_by_role("region", name="Costs by role")).to_contain_text("desk-agent")


def test_report_opens_from_disk(own_run: Path, tmp_path: Path, open_page: Open) -> None:
    out = tmp_path / "report.html"
    assert cli.main(["report", str(own_run), "--out", str(out)]) == 0
    page = open_page(out.as_uri())
    expect(page.locator(".figure").first).to_contain_text("12")
    assert page.locator(".heat").count() == 3
    assert page.locator("main a").count() == 0
    wide = page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 100)")
    assert wide and page.evaluate("document.images.length") == 3


@pytest.mark.parametrize("path", ["", "items", "items/9/attempt-1", "items/9/compare"])
def test_pages_fit_a_phone(viewer: Viewer, open_page: Open, path: str) -> None:
    page = open_page(viewer.url + path)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "items", "items?verdict=rejected", "items/9/attempt-0", "items/9/compare"])
def test_contrast_is_enough(viewer: Viewer, open_page: Open, path: str, scheme: str) -> None:
    """All text has a contrast of 4.5 to 1 with what is behind it (WCAG 2.2, level AA)."""
    page = open_page(viewer.url + path, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("path", ["", "items", "items/9/attempt-1"])
def test_what_can_be_used_has_a_name(viewer: Viewer, open_page: Open, path: str) -> None:
    page = open_page(viewer.url + path)
    assert page.evaluate(NAMELESS) == []


def test_pages_work_without_scripts(own_viewer: Viewer, open_page: Open) -> None:
    page = open_page(f"{own_viewer.url}items?verdict=accepted", java_script_enabled=False)
    page.locator(".line").first.click()
    page.get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="Flag")).to_have_attribute("aria-pressed", "true")
    assert [review.decision for review in read_reviews(own_viewer.directory).values()] == ["flag"]


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (text) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
  const light = (colour) => { const [r, g, b] = colour.map((one) => { const v = one / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("svg, option, script")) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const chain = []; let opacity = 1;
    for (let one = element; one; one = one.parentElement) {
      chain.unshift(rgba(getComputedStyle(one).backgroundColor)); opacity *= +getComputedStyle(one).opacity;
    }
    const back = chain.reduce((below, top) => over(top, below), [255, 255, 255]);
    const ink = rgba(getComputedStyle(element).color);
    const text = over([...ink.slice(0, 3), ink[3] * opacity], back);
    const [high, low] = [light(text), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) found.add(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
  }
  return [...found];
}"""
NAMELESS = """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, svg[role=img], img")]
  .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.alt || one.labels?.length || one.title))
  .filter((one) => !one.querySelector("img[alt]")?.alt)
  .map((one) => one.outerHTML.slice(0, 120))"""
