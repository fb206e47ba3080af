"""What HTML markup says of the zone of the text in it: element names, roles and class names."""

from __future__ import annotations

import re
from typing import Any, Final

DROPPED: Final = frozenset({"script", "style", "template", "svg", "math", "head", "iframe", "object", "noscript", "canvas", "audio", "video", "map"})
INLINE: Final = frozenset({"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q",
                           "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"})
_BY_TAG: Final = {"figcaption": ("caption", "page.figcaption"), "nav": ("furniture", "page.nav"), "footer": ("furniture", "page.footer"), "menu": ("furniture", "page.menu"),
                  "aside": ("furniture", "page.aside"), "button": ("furniture", "page.button"), "form": ("furniture", "page.form"), "select": ("furniture", "page.form"),
                  "dialog": ("furniture", "page.dialog"), "h1": ("headline", "page.h1"), "time": ("byline", "page.time"), "address": ("byline", "page.address"), "caption": ("caption", "page.table-caption")}
_BY_ROLE: Final = {"navigation": "furniture", "banner": "furniture", "contentinfo": "furniture", "search": "furniture", "complementary": "furniture", "dialog": "furniture"}
_BY_PROPERTY: Final = {"headline": "headline", "author": "byline", "datepublished": "byline", "datemodified": "byline", "caption": "caption", "alternativeheadline": "dek",
                       "copyrightholder": "credit", "keywords": "tags", "comment": "comments"}
# Whole parts of class names and ids, split at anything but letters: "related-links" yes, "correlated" no. The first row that fits counts.
_BY_CLASS: Final = (
    ("comments", frozenset({"comments", "commentlist", "disqus", "comment"})),
    ("teaser", frozenset({"related", "recommended", "recommendation", "recommendations", "teaser", "teasers", "promo", "readmore", "recirc", "recirculation", "trending", "mostread", "seealso", "alsoread", "outbrain", "taboola", "upnext"})),
    ("tags", frozenset({"tags", "taglist", "topics", "keywords", "categories"})),
    ("credit", frozenset({"credit", "credits", "copyright", "photocredit", "imagecredit"})),
    ("caption", frozenset({"caption", "figcaption", "captions", "wpcaption"})),
    ("furniture", frozenset({"share", "sharing", "social", "newsletter", "subscribe", "subscription", "paywall", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "menu", "nav", "navbar", "navigation",
                             "sidebar", "footer", "advert", "advertisement", "ad", "ads", "sponsored", "banner", "toolbar", "masthead", "signup", "popup", "modal", "skip", "widget", "pagination"})),
    ("byline", frozenset({"byline", "author", "authors", "dateline", "pubdate", "timestamp", "published", "publishdate", "postmeta"})),
    ("dek", frozenset({"dek", "standfirst", "subtitle", "subheadline", "summary", "deck", "subhed"})),
)
_SURER_THAN_TAG: Final = frozenset({"teaser", "tags", "comments"})  # <aside class="related"> is teaser before it is aside
_PART: Final = re.compile(r"[a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def own_zone(element: Any) -> tuple[str, str] | None:
    """The zone and rule that an element's own name, role or classes give to the text in it; None where they say nothing."""
    tag = element.tag
    if tag in _BY_TAG:
        named = _class_zone(element) if _BY_TAG[tag][0] == "furniture" else None
        return named if named is not None and named[0] in _SURER_THAN_TAG else _BY_TAG[tag]
    role = (element.get("role") or "").lower()
    if role in _BY_ROLE:
        return _BY_ROLE[role], f"page.role-{role}"
    for prop in (element.get("itemprop") or "").lower().split():
        if prop in _BY_PROPERTY and tag not in {"meta", "link", "body", "html", "article", "main"}:
            return _BY_PROPERTY[prop], f"page.itemprop-{prop}"
    if tag in {"html", "body", "main", "article"}:
        return None  # classes there speak of the layout ("has-sidebar"), not of the text
    return _class_zone(element)


def _class_zone(element: Any) -> tuple[str, str] | None:
    names = " ".join(filter(None, (element.get("class"), element.get("id"))))[:400]
    if not names:
        return None
    whole = names.lower().replace("-", "").replace("_", "").split()
    parts = set(_PART.findall(_CAMEL.sub(" ", names).lower())) | set(whole)
    if "has" in parts or "with" in parts or "no" in parts:
        return None  # "has-sidebar", "no-comments": they tell what stands elsewhere
    for zone, known in _BY_CLASS:
        word = min(parts & known, default="")
        if word:
            return zone, f"page.class-{word}"
    return None


def is_hidden(element: Any) -> bool:
    """Whether the element is marked as not shown."""
    if element.get("hidden") is not None:
        return True
    style = (element.get("style") or "")[:300].replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
