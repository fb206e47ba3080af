"""What a page's head says of the article: meta tags, Open Graph, JSON-LD, the canonical address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from framing.load.dates import find_date
from framing.load.draft import Facts
from framing.model.article import Known

_LONGEST_JSON: Final = 1_000_000  # characters of one JSON-LD block
_ARTICLE_TYPES: Final = ("article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle", "blogposting", "webpage")
_TITLE_TAIL: Final = re.compile(r"(?<! ) (?:[|–—·«»:]|-) ([^|–—]{2,50})$")
_OPINION: Final = re.compile(r"\b(?:opinions?|op-?eds?|editorials?|columns?|columnists?|commentisfree|commentary|viewpoints?|blogs?)\b", re.IGNORECASE)
_NEWS: Final = re.compile(r"\b(?:news|world|politics|local|national)\b", re.IGNORECASE)


def facts_of_page(root: Any) -> Facts:
    """Title, outlet, date, byline, genre, address and language as the markup gives them, with how far each kind of tag is to be trusted."""
    meta = _meta(root)
    data = next(_json_articles(root), {})

    def first(*choices: tuple[str | None, float]) -> Known | None:
        return next((Known(text, "page", sure) for raw, sure in choices if (text := _tidy(raw))), None)

    outlet = first((_name(data.get("publisher")), 0.95), (meta.get("og:site_name"), 0.95), (meta.get("application-name"), 0.8), (meta.get("dc.publisher"), 0.8))
    title = first((_text(data.get("headline")), 0.95), (meta.get("og:title"), 0.9), (meta.get("twitter:title"), 0.85), (_first_text(root, "//title"), 0.7))
    url = first((_attribute(root, "//link[@rel='canonical']/@href"), 0.95), (meta.get("og:url"), 0.9))
    if outlet is None and url is not None and urlsplit(url.value).hostname:
        outlet = Known(str(urlsplit(url.value).hostname).removeprefix("www."), "page", 0.5)
    return Facts(
        title=_without_outlet(title, outlet), outlet=outlet, url=url, published=_published(root, meta, data),
        byline=first((_name(data.get("author")), 0.95), (meta.get("author"), 0.8), (_not_address(meta.get("article:author")), 0.8), (meta.get("parsely-author"), 0.8)),
        genre=_genre(meta, data, url), language=first((_attribute(root, "/html/@lang"), 0.8), (meta.get("og:locale"), 0.7)))


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and tag.get("content"):
            found.setdefault(name, tag.get("content"))
    return found


def _json_articles(root: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe an article, best kind first."""
    found = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < _LONGEST_JSON:
            try:
                waiting = [json.loads(script.text, strict=False)]
            except (ValueError, RecursionError):
                continue
            while waiting:
                one = waiting.pop()
                if isinstance(one, list):
                    waiting.extend(one)
                elif isinstance(one, dict):
                    found.append(one)
                    waiting.extend(one[key] for key in ("@graph", "mainEntity") if key in one)
    ranked = [(kinds.index(True), i, one) for i, one in enumerate(found) if True in (kinds := [kind in _types(one) for kind in _ARTICLE_TYPES])]
    for _, _, one in sorted(ranked, key=lambda row: row[:2]):
        yield one


def _types(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _tidy(raw: str | None) -> str:
    """Text of an attribute on one line; entities that were escaped twice ("&amp;quot;") are undone once more."""
    return " ".join(html.unescape(raw).split()) if raw else ""


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation, several joined by commas."""
    names = [one.get("name") if isinstance(one, dict) else one for one in (value if isinstance(value, list) else [value])]
    return ", ".join(name for name in names if isinstance(name, str) and not name.startswith("http")) or None


def _not_address(value: str | None) -> str | None:
    return None if value and value.startswith("http") else value


def _first_text(root: Any, path: str) -> str | None:
    found = root.xpath(path)
    return str(found[0].text_content()) if found else None


def _attribute(root: Any, path: str) -> str | None:
    found = root.xpath(path)
    return str(found[0]) if found else None


def _without_outlet(title: Known | None, outlet: Known | None) -> Known | None:
    """A title without " | Outlet" at its end, where that is the outlet's name or its address's."""
    found = _TITLE_TAIL.search(title.value) if title else None
    if title is None or found is None or outlet is None:
        return title
    tail, name = (re.sub(r"\W|^the ", "", text.lower()) for text in (found[1], outlet.value))
    same = bool(tail) and (tail in name or name in tail)
    return Known(title.value[:found.start()], title.origin, title.confidence) if same else title


def _published(root: Any, meta: dict[str, str], data: dict[str, Any]) -> Known | None:
    times = root.xpath("//time[@datetime]/@datetime")
    choices = ((_text(data.get("datePublished")), 0.95), (meta.get("article:published_time"), 0.95), (meta.get("datepublished"), 0.9), (meta.get("parsely-pub-date"), 0.9), (meta.get("dc.date"), 0.85),
               (meta.get("dc.date.issued"), 0.85), (meta.get("pubdate"), 0.85), (meta.get("date"), 0.8), (str(times[0]) if times else None, 0.75), (meta.get("article:modified_time"), 0.6))
    for raw, sure in choices:
        found = find_date(raw) if raw else None
        if found is not None:
            return Known(found.iso, "page", round(sure * found.confidence, 2))
    return None


def _genre(meta: dict[str, str], data: dict[str, Any], url: Known | None) -> Known | None:
    """Opinion or news: the JSON-LD type is sure, a section's name less, the address least."""
    if "opinionnewsarticle" in _types(data):
        return Known("opinion", "page", 0.95)
    section = meta.get("article:section") or data.get("articleSection") or ""
    path = urlsplit(url.value).path.replace("/", " ").replace("-", " ") if url else ""
    for words, sure in ((str(section), 0.85), (path[:60], 0.7)):
        if _OPINION.search(words):
            return Known("opinion", "page", sure)
        if _NEWS.search(words):
            return Known("news", "page", sure)
    return Known("news", "page", 0.5) if {"newsarticle", "reportagenewsarticle"} & set(_types(data)) else None
