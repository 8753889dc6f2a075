"""`python -m tests.support.screenshots [REPO]`: every page of the dashboard as PNG under .local/screenshots.

Light, dark and phone width, from a stack of its own, on the report of a local repository (default: this checkout).
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright, expect

from local_stack import demo
from local_stack.client import Client
from local_stack.home import CHECKOUT
from tests.support.chromium import ARGUMENTS, chromium_path
from tests.support.stack import RunningStack, local_stack

TARGET = CHECKOUT / ".local" / "screenshots"
SHAPES = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 860}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 860}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}
TABS = ("", "/contributors", "/ownership", "/activity", "/stack", "/history")


async def _analyse(stack: RunningStack, address: str) -> str:
    async with Client(stack.gateway) as client:
        await client.sign_in("alice")
        job = await client.submit(address)
        async for _ in client.follow(job["id"]):
            pass
        return str(job["id"])


async def _shoot(page: Page, name: str, shape: str) -> None:
    await page.wait_for_load_state("networkidle")
    await page.wait_for_timeout(600)  # charts draw themselves in
    await page.screenshot(path=TARGET / f"{name}-{shape}.png", full_page=True)


async def _visit(browser: Browser, stack: RunningStack, job_id: str, shape: str) -> None:
    context = await browser.new_context(base_url=stack.gateway, locale="en-GB", **SHAPES[shape])
    page = await context.new_page()
    await page.goto("/")
    await _shoot(page, "sign-in", shape)
    await page.get_by_role("button", name="Sign in with GitHub").click()
    await page.get_by_role("button", name="Sign in as alice").click()
    await expect(page.get_by_role("heading", name="Your analyses", level=1)).to_be_visible()
    await _shoot(page, "home", shape)
    for tab in TABS:
        await page.goto(f"/analyses/{job_id}{tab}")
        await expect(page.get_by_test_id("status")).to_have_text("Completed")
        await _shoot(page, f"report{tab.replace('/', '-') or '-overview'}", shape)
    await page.goto("/no-such-page")
    await _shoot(page, "not-found", shape)
    await context.close()


async def _all(stack: RunningStack, address: str) -> None:
    job_id = await _analyse(stack, address)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium_path()), args=list(ARGUMENTS))
        for shape in SHAPES:
            await _visit(browser, stack, job_id, shape)
        await browser.close()


def main() -> None:
    repository = Path(sys.argv[1] if len(sys.argv) > 1 else CHECKOUT).absolute()
    TARGET.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-screenshots-"))
    folder.chmod(0o711)
    try:
        with local_stack(folder / "home") as stack:
            name = demo.serve(stack.home, *demo.local_repository(str(repository)))
            asyncio.run(_all(stack, f"{stack.github}/{name}.git"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET.relative_to(CHECKOUT)}")  # noqa: T201


if __name__ == "__main__":
    main()
