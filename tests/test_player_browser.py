"""The memory player in a real browser: by keys and buttons, without its script, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checks.accessibility import barriers_of
from checks.browsing import PHONES, SCHEMES, Scheme, faint_texts, opened_page, overflow_at, served
from tests.made_memory import EMPLOYEE, MOVE, PLAYERS
from tests.player_site import build_players

DESKTOP = 1280
STEPS = len(MOVE.snapshots)
STEP = ".player__step"


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page for each player that is made up for tests."""
    return build_players(project, tmp_path_factory.mktemp("players"))


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """The address of those pages."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(home: str, browser: Browser) -> Iterator[Page]:
    """The page of a move, in a wide window; it makes no complaint."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "move.html", wait_until="networkidle")
        yield page
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The headings of the steps that are seen."""
    return [
        text.split(":")[0]
        for text in page.locator(".player__heading").filter(visible=True).all_inner_texts()
    ]


def button(page: Page, name: str) -> None:
    """Press a button, also one that says that it does nothing."""
    page.get_by_role("button", name=name).click(force=True)


def test_one_step_is_shown(page: Page) -> None:
    """The first one, with the buttons; nothing is announced before anything happens."""
    assert shown(page) == [f"Step 1 of {STEPS}"]
    assert page.locator(".player__bar").is_visible()
    assert page.locator(".player__said").text_content() == ""


def test_buttons_step(page: Page) -> None:
    """Forward and back, to both ends, and not beyond them."""
    for name, step in (
        ("Next", 2),
        ("Next", 3),
        ("Next", 3),
        ("Previous", 2),
        ("First step", 1),
        ("Previous", 1),
        ("Last step", 3),
    ):
        button(page, name)
        assert shown(page) == [f"Step {step} of {STEPS}"], name
        assert page.inner_text(".player__position") == f"{step} / {STEPS}"


def test_keys_step_and_the_focus_stays(page: Page) -> None:
    """Arrows, Home and End; the button that has the focus keeps it, at an end too."""
    page.get_by_role("button", name="Next").focus()
    for key, step in (("ArrowRight", 2), ("End", 3), ("ArrowRight", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        assert shown(page) == [f"Step {step} of {STEPS}"], key
    page.keyboard.press("Home")
    assert shown(page) == [f"Step 1 of {STEPS}"]
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.go") == "next"
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true"


def test_a_single_step_has_no_buttons(home: str, browser: Browser) -> None:
    """There is nowhere to go."""
    with opened_page(browser, home, [], width=DESKTOP) as page:
        page.goto(home + "clone.html", wait_until="networkidle")
        assert shown(page) == ["Step 1 of 1"]
        assert page.locator(".player__bar").is_hidden()


def test_keys_outside_leave_the_player_alone(page: Page) -> None:
    """Arrows belong to the player only while the focus is in it, and bare."""
    page.keyboard.press("ArrowRight")
    assert shown(page) == [f"Step 1 of {STEPS}"]
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Shift+ArrowRight")
    assert shown(page) == [f"Step 1 of {STEPS}"]


def test_the_focus_is_seen(page: Page) -> None:
    """A button that is reached by keyboard has an outline."""
    page.locator(".player__button").first.focus()
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert page.evaluate("document.activeElement.dataset.go") == "previous"
    assert style == "solid"


def test_a_step_is_announced(page: Page) -> None:
    """Its number, its title and the text alternative, politely."""
    button(page, "Next")
    said = page.locator(".player__said")
    assert said.get_attribute("aria-live") == "polite"
    assert said.text_content() == (
        "Step 2 of 3: after the move · line 4. main: name is moved at line 4; owner owns heap #1. "
        'heap #1 has 6 of 6 bytes in use: "Ferris".'
    )
    assert page.get_by_role("group", name="Memory, step by step: A move").count() == 1


def test_the_listing_follows(home: str, browser: Browser) -> None:
    """The line that ran is marked and in sight, and the one that waits for it."""
    with opened_page(browser, home, [], width=DESKTOP) as page:
        page.goto(home + "employee.html", wait_until="networkidle")
        button(page, "Next")
        now = page.locator(".player__line--now")
        assert now.get_attribute("data-line") == "9"
        assert now.get_attribute("aria-current") == "step"
        assert page.locator(".player__line--waits").get_attribute("data-line") == "15"
        button(page, "Next")
        inside = """line => {
          const [inner, outer] = [line, line.closest(".player__listing")]
            .map((each) => each.getBoundingClientRect());
          return inner.top >= outer.top && inner.bottom <= outer.bottom;
        }"""
        assert page.locator(".player__line--now").evaluate(inside)


def test_arrows_lead_from_pointers_to_cards(page: Page) -> None:
    """One line a pointer that counts, from the stack to the left edge of the block."""
    button(page, "Next")
    assert page.locator(".player__arrow").count() == 1
    edge = page.evaluate("""() => {
      const memory = document.querySelector(".player__step:not([hidden]) .player__memory");
      const block = memory.querySelector(".player__block").getBoundingClientRect();
      return block.left - memory.getBoundingClientRect().left;
    }""")
    head = page.locator(".player__arrow path").last.get_attribute("d") or ""
    assert float(head[1:].split()[0]) == pytest.approx(edge)


def test_arrows_follow_the_window(page: Page) -> None:
    """On a phone the heap stands below the stack, and the line turns."""
    path = page.locator(".player__arrow path").first
    before = path.get_attribute("d")
    page.set_viewport_size({"width": 360, "height": 800})
    page.wait_for_function(
        "was => document.querySelector('.player__arrow path').getAttribute('d') !== was", arg=before
    )
    stack, heap = (
        page.locator(f"{STEP}:not([hidden]) .player__{each}") for each in ("stack", "heap")
    )
    above, below = stack.bounding_box(), heap.bounding_box()
    assert above and below
    assert below["y"] >= above["y"] + above["height"]


def test_stack_and_heap_stand_side_by_side(page: Page) -> None:
    """Where there is room."""
    stack, heap = (
        page.locator(f"{STEP}:not([hidden]) .player__{each}") for each in ("stack", "heap")
    )
    left, right = stack.bounding_box(), heap.bounding_box()
    assert left and right
    assert right["x"] >= left["x"] + left["width"]
    assert right["y"] == left["y"]


def test_a_number_in_the_listing_leads_to_its_step(page: Page) -> None:
    """Also when it is pressed a second time."""
    for _ in range(2):
        page.get_by_role("link", name="step 3").click()
        assert shown(page) == [f"Step 3 of {STEPS}"]
        button(page, "First step")


def test_an_address_leads_into_its_step(home: str, browser: Browser) -> None:
    """A link from elsewhere to a card opens the step that has it."""
    with opened_page(browser, home, [], width=DESKTOP) as page:
        page.goto(f"{home}move.html#memory-move-3-h1", wait_until="networkidle")
        assert shown(page) == [f"Step 3 of {STEPS}"]


def test_without_the_script_all_steps_stand_below_each_other(home: str, browser: Browser) -> None:
    """With their headings, their line of code and working links, and no buttons."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "move.html")
    assert shown(page) == [f"Step {number} of {STEPS}" for number in range(1, STEPS + 1)]
    assert page.locator(".player__bar").is_hidden()
    assert page.locator(".player__excerpt").filter(visible=True).count() == STEPS
    page.get_by_role("link", name="heap #1").first.click()
    assert page.url.endswith("#memory-move-1-h1")
    context.close()


def test_print_has_all_steps(page: Page) -> None:
    """And neither buttons nor lines that were drawn for another width; the listing is whole."""
    page.emulate_media(media="print")
    assert shown(page) == [f"Step {number} of {STEPS}" for number in range(1, STEPS + 1)]
    assert page.locator(".player__excerpt").filter(visible=True).count() == STEPS
    for hidden in (".player__bar", ".player__arrows", ".player__marks"):
        assert page.locator(hidden).first.is_hidden()


def test_a_long_listing_is_printed_whole(home: str, browser: Browser) -> None:
    """What scrolls on the screen does not on paper."""
    with opened_page(browser, home, [], width=DESKTOP) as page:
        page.goto(home + "employee.html", wait_until="networkidle")
        page.emulate_media(media="print")
        listing = page.locator(".player__listing")
        assert listing.evaluate("each => each.scrollHeight - each.clientHeight") == 0
        assert listing.locator("li").count() == EMPLOYEE.code.count("\n")


def test_it_works_from_disk(site: Path, browser: Browser) -> None:
    """Opened as a file the page steps just so."""
    home = site.as_uri() + "/"
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "move.html", wait_until="networkidle")
        button(page, "Next")
        assert shown(page) == [f"Step 2 of {STEPS}"]
    assert complaints == []


@pytest.mark.parametrize("name", PLAYERS)
def test_no_step_is_wider_than_a_phone(home: str, browser: Browser, name: str) -> None:
    """In both palettes every text is legible, and nothing is complained about."""
    complaints: list[str] = []
    wide, faint = [], []
    with opened_page(browser, home, complaints) as page:
        page.goto(f"{home}{name}.html", wait_until="networkidle")
        page.add_style_tag(content="* { transition: none !important }")
        page.locator(".player").focus()
        for _ in PLAYERS[name].snapshots:
            wide += [each for width in PHONES for each in overflow_at(page, width)]
            faint += [each for scheme in SCHEMES for each in faint_texts(page, scheme)]
            page.keyboard.press("ArrowRight")
    assert (wide, faint, complaints) == ([], [], [])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["move", "employee", "threads", "literal"])
def test_there_is_no_barrier(home: str, browser: Browser, name: str, scheme: Scheme) -> None:
    """Axe finds none."""
    assert barriers_of(browser, home, f"{name}.html", scheme) == ()
