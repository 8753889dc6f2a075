"""The page behind a share's link: it takes the secret out of the fragment, which browsers send nowhere by themselves,
asks for the report in a header, and becomes that report.
"""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

PATH = "/shared"
SCRIPT_PATH = "/shared.js"
# the report brings its own style, which may come to no more than looks
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_CACHE = "public, max-age=300"
_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Shared report</title>
<script src="{SCRIPT_PATH}" defer></script>
</head>
<body>
<p id="said" role="status">Opening the report…</p>
<noscript><p>This page needs a script to open the report.</p></noscript>
</body>
</html>
"""
_SCRIPT = """\
"use strict";
// a new secret in the address is another report
addEventListener("hashchange", (event) => {
  if (new URL(event.newURL).hash.startsWith("#gss_")) location.reload();
});
(async () => {
  const said = document.getElementById("said");
  try {
    const answer = await fetch("/api/v1/shared/export/html", {
      headers: { "Gitstrata-Share": location.hash.slice(1) },
      cache: "no-store",
      credentials: "omit",
    });
    if (!answer.ok) {
      const problem = await answer.json();
      said.textContent = problem.detail;
      return;
    }
    const report = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = report.title;
    document.head.append(...report.head.querySelectorAll("style"));
    // its own links scroll, and leave the secret in the address: so the page can be loaded again
    report.body.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (!link) return;
      event.preventDefault();
      document.getElementById(link.getAttribute("href").slice(1))?.scrollIntoView();
    });
    document.body.replaceWith(report.body);
  } catch {
    said.textContent = "The report could not be fetched. Try again in a moment.";
  }
})();
"""
router = APIRouter(include_in_schema=False)


@router.get(PATH)
async def page() -> HTMLResponse:
    return HTMLResponse(_PAGE, headers={"Content-Security-Policy": _POLICY, "Cache-Control": _CACHE})


@router.get(SCRIPT_PATH)
async def script() -> Response:
    return Response(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": _CACHE})
