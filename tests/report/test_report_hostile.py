"""A hostile article: scripts in its title, body, outlet, date and file name never run, with the page's policy and without; nor do its addresses load."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import report_builders as build
from test_report_browser import CHROMIUM, browser, open_page

from framing.report.charts import files_of
from framing.report.page import build_page
from framing.report.to_html import to_fragment, to_html
from framing.report.to_index import Entry, index_html

__all__ = ["browser"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
ROOT = Path(__file__).parents[2]
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
# One of each way in: elements, attributes, addresses, styles, comments, character references, template marks; each calls run().
WAYS = ("<script>run()</script>", "<img src=x onerror=run()>", "\"'><svg onload=run()>", "</title><script>run()</script>", "</style><script>run()</script>",
        "--><script>run()</script><!--", "<iframe srcdoc='<script>parent.run()</script>'>", "javascript:run()", "{{7*7}}{% raw %}", "&lt;script&gt;run()&lt;/script&gt;",
        "<a href='javascript:run()'>x</a>", "<style>@import url(http://a.example/x.css)</style>", "<math><mtext></form><form><mglyph><style></math><img src onerror=run()>",
        "<link rel=stylesheet href=http://a.example/x.css>", "<base href=http://a.example/>", "<meta http-equiv=refresh content=0;url=http://a.example/>",
        "<object data=http://a.example/x>", "<video src=http://a.example/x onerror=run()>", "'-run()-'", "\u202e<b onmouseover=run()>\u2028</script>", "]]><script>run()</script>")


def opened(browser: Any, path: Path) -> list[str]:
    """What is heard of a page after everything in it was opened, hovered over and clicked: scripts that ran, requests, words on the console."""
    page, heard = open_page(browser, path)
    page.expose_function("run", lambda: heard.append("ran"))
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate("document.querySelectorAll('*').forEach(one => { for (const kind of ['mouseover', 'click', 'focus', 'error', 'load', 'toggle']) "
                  "{ if (!one.closest('a')) one.dispatchEvent(new Event(kind)) } })")
    page.wait_for_timeout(200)
    addresses = page.evaluate("[...document.querySelectorAll('[href],[src],[action],[data],[srcset],[formaction]')].map(one => [...one.attributes]"
                              ".filter(a => ['href','src','action','data','srcset','formaction','xlink:href'].includes(a.name)).map(a => a.value)).flat()")
    heard += [f"address: {one}" for one in addresses if not one.startswith("#") and one != "report.css" and not re.fullmatch(r"[\w.-]+/report\.html", one)]
    on = page.evaluate("[...document.querySelectorAll('*')].flatMap(one => [...one.attributes].map(a => a.name)).filter(name => /^on|^style$/.test(name))")
    heard += [f"attribute: {one}" for one in on]
    heard += ["script element"] * page.evaluate("document.querySelectorAll('script,iframe,object,embed,base,form,img,video').length")
    page.context.close()
    return heard


def both(folder: Path, name: str, html: str) -> list[Path]:
    """The page as it is, and with its policy taken out."""
    bare, n = POLICY.subn("", html)
    assert n == 1
    (folder / f"{name}.html").write_text(html, encoding="utf-8")
    (folder / f"{name}-bare.html").write_text(bare, encoding="utf-8")
    return [folder / f"{name}.html", folder / f"{name}-bare.html"]


def test_the_tripwire_trips(browser, tmp_path):
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><body><img src=x onerror=run()>", encoding="utf-8")
    assert "ran" in opened(browser, tmp_path / "bad.html")


def test_a_hostile_comparison_stays_words(browser, tmp_path):
    for path in both(tmp_path, "built", to_html(build.hostile())):
        assert opened(browser, path) == []


def test_the_index_stays_words(browser, tmp_path):
    entries = [Entry("one", way, (way,), way, way, 1) for way in WAYS]
    for path in both(tmp_path, "index", index_html(entries)):
        assert opened(browser, path) == []


def test_the_charts_stay_words(browser, tmp_path):
    for name, data in files_of(build_page(build.hostile())).items():
        if name.endswith(".svg"):
            (tmp_path / name).write_bytes(data)
            page, heard = open_page(browser, tmp_path / name)
            page.wait_for_timeout(100)
            assert heard == []
            assert page.evaluate("document.querySelectorAll('script,foreignObject,image,a,use').length") == page.evaluate("document.querySelectorAll('use').length")
            page.context.close()


def test_the_notebooks_frame_stays_words(browser, tmp_path):
    (tmp_path / "note.html").write_text(f"<!doctype html><title>x</title>{to_fragment(build.hostile())}", encoding="utf-8")
    page, heard = open_page(browser, tmp_path / "note.html")
    page.expose_function("run", lambda: heard.append("ran"))
    page.reload()
    page.wait_for_timeout(300)
    assert [one for one in heard if "about:srcdoc" not in one] == []
    page.context.close()


@pytest.fixture(scope="module")
def from_files(tmp_path_factory) -> str:
    """The report of real hostile files, made by the command line: every field a reader meets holds every way in."""
    folder = tmp_path_factory.mktemp("hostile")
    ways = "\n\n".join(f"The minister said {way} on Tuesday in Port Velmora, and the dockers' union refused. \"{way} will not stand,\" Tamsin Orrel said."
                       for way in WAYS)
    page = "".join(f"<p>The mob {way.replace('&', '&amp;').replace('<', '&lt;')} seized the north gate of Port Velmora, the government claimed.</p>" for way in WAYS)
    names = ["<img src=x onerror=run()>.txt", "\"'><svg onload=run()>.html"]
    (folder / names[0]).write_text(f"{WAYS[0]} strikes Port Velmora {WAYS[1]}\n\nBy {WAYS[2]}\n\n{ways}\n", encoding="utf-8")
    (folder / names[1]).write_text(
        f"<!doctype html><html><head><title>{WAYS[1]} strikes Port Velmora</title><meta property='og:site_name' content=\"{WAYS[0]}\">"
        f"<meta property='article:published_time' content='2024-03-05{WAYS[1]}'></head><body><article><h1>{WAYS[0].replace('<', '&lt;')} hits Port Velmora</h1>"
        f"<script>run()</script>{page}</article></body></html>", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "framing", "-q", "compare", *(str(folder / name) for name in names), "--force", "-o", str(folder / "out"),
                           *(word for way in WAYS[:2] for word in ("--outlet", way.replace("=", "")))],
                          capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (folder / "out").iterdir()} == {"charts", "report.html", "report.json", "report.md", "tables"}
    return (folder / "out/report.html").read_text(encoding="utf-8")


def test_hostile_files_stay_words(browser, from_files, tmp_path):
    assert "onerror" in from_files
    for path in both(tmp_path, "files", from_files):
        assert opened(browser, path) == []


def test_their_words_are_still_shown(browser, from_files, tmp_path):
    (path, _) = both(tmp_path, "files", from_files)
    page, _ = open_page(browser, path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    shown = page.evaluate("document.body.innerText")
    page.context.close()
    assert "<script>run()</script>" in shown
    assert "<img src=x onerror=run()>" in shown
    assert "49" not in re.findall(r"minister said (\S+)", shown), "a template was run"
