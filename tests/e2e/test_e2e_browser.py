"""A person's way through the dashboard, in real Chromium against the whole stack."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.e2e.repositories import commits
from tests.support.chromium import ARGUMENTS, chromium_path

TABS = ("Overview", "Contributors", "Ownership", "Activity", "Stack", "History")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium_path()), args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser, stack) -> AsyncIterator[Page]:
    """A page of a fresh browser profile; what it says on the console as an error fails the test."""
    context = await browser.new_context(base_url=stack.gateway, locale="en-GB")
    page = await context.new_page()
    said: list[str] = []
    page.on(
        "console",
        lambda message: (
            said.append(f"{message.text} {message.location.get('url')}") if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.expected = []
    yield page
    await context.close()
    assert [text for text in said if not any(re.search(one, text) for one in page.expected)] == []


async def sign_in(page: Page, login: str) -> None:
    await page.goto("/")
    await page.get_by_role("button", name="Sign in with GitHub").click()
    await page.get_by_role("button", name=f"Sign in as {login}").click()
    await expect(page.get_by_role("heading", name="Your analyses", level=1)).to_be_visible()


async def test_from_sign_in_to_report_and_out_again(page: Page, stack):
    await sign_in(page, "alice")

    address = page.get_by_role("textbox", name="Repository URL")
    analyse = page.get_by_role("button", name="Analyse", exact=True)
    await address.fill("nonsense")
    await analyse.click()
    await expect(page.get_by_text("This is not a web address.")).to_be_visible()

    # what only the server can refuse is shown at the field as well; Chromium logs the 422 by itself
    page.expected = [r"status of 422"]
    await address.fill("https://127.0.0.1/alice/orchard")
    await analyse.click()
    await expect(page.get_by_text("This host is inside a private network.")).to_be_visible()

    await address.fill(f"{stack.github}/alice/orchard")
    await analyse.click()
    await page.wait_for_url("**/analyses/*")
    # the list stays until the page is there, and has the state of every analysis
    await expect(page.get_by_role("heading", level=1)).to_contain_text("orchard")
    await expect(page.get_by_test_id("status")).to_have_text("Completed", timeout=60_000)

    report = page.get_by_role("navigation", name="Report")
    for tab in TABS:
        await report.get_by_role("link", name=tab).click()
        title = "History of events" if tab == "History" else tab
        await expect(page.get_by_role("heading", name=title, level=2)).to_be_visible()

    await page.reload()
    await expect(page.get_by_test_id("status")).to_have_text("Completed")
    await expect(page.get_by_text("JobCompleted").or_(page.get_by_text("Report complete")).first).to_be_visible()

    await page.get_by_role("button", name="Account of alice").click()
    await page.get_by_role("menuitem", name="Sign out").click()
    await expect(page.get_by_role("button", name="Sign in with GitHub")).to_be_visible()
    await page.goto("/")
    await expect(page.get_by_role("button", name="Sign in with GitHub")).to_be_visible()


async def test_sections_appear_live_and_survive_a_reload(page: Page, stack, served):
    await sign_in(page, "alice")
    await page.get_by_role("textbox", name="Repository URL").fill(served("live", commits(6000, files=300)))
    await page.get_by_role("button", name="Analyse", exact=True).click()
    await expect(page.get_by_role("progressbar", name="Progress of the analysis")).to_be_visible()
    await page.reload()
    await expect(page.get_by_test_id("status")).to_have_text("Completed", timeout=60_000)
    await page.get_by_role("navigation", name="Report").get_by_role("link", name="Contributors").click()
    await expect(page.get_by_role("table", name="Contributors")).to_contain_text("Person 0")


async def test_a_failure_says_what_to_do(page: Page, stack):
    await sign_in(page, "bob")
    await page.get_by_role("textbox", name="Repository URL").fill(f"{stack.github}/bob/no-such-repository")
    await page.get_by_role("button", name="Analyse", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("no-such-repository")
    await expect(page.get_by_test_id("status")).to_have_text("Failed", timeout=60_000)
    await expect(page.get_by_role("alert")).to_contain_text("The analysis failed")
    await expect(page.get_by_role("button", name="Try again")).to_be_visible()
