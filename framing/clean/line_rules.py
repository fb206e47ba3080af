"""Zones that a line shows by its own wording, wherever it stands: credits, teasers, tags, menus, bylines, page remarks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from framing.clean.lines import LOOKED_AT, Line
from framing.model.document import Zone

MONTHS: Final = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
AGENCIES: Final = r"(?:AP|AFP|EPA|EPA-EFE|EFE|ANSA|dpa|DPA|PA|PTI|REUTERS|Reuters|Getty Images|Getty|Xinhua|Shutterstock|iStock|Alamy|Anadolu)"
_DATE: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTHS},? \d{{4}}|{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"


class Mark(NamedTuple):
    """A zone and the name of the rule that gave it."""

    zone: Zone
    rule: str


def _words(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(","))


_CREDIT: Final = (
    re.compile(r"^(?:©|\(c\) )(?! ?\d{4}\b[^/]*$)", re.IGNORECASE),
    re.compile(r"^(?:(?:file )?(?:photos?|images?|pictures?|videos?|photographs?|illustrations?|graphics?)(?: credits?| courtesy)?(?: by |:| ?©| ?/)|credits?:|source: (?=(?:\S+ ?){1,4}$)|photo(?:graph)? courtesy of )", re.IGNORECASE),
    re.compile(rf"^{AGENCIES}(?: Photo| Images| \d{{4}})? ?/ ?\S"),
    re.compile(rf"^[A-ZÀ-Þ][\w.'\-]*(?: [A-ZÀ-Þ][\w.'\-]*){{0,4}} ?(?:/|via|for|\|) ?{AGENCIES}\.?$"),
    re.compile(rf"^[(\[](?:photo|image|picture|credit|file|courtesy|{AGENCIES})[^)\]]{{0,60}}[)\]]$", re.IGNORECASE),
    re.compile(r"^\[[^\]/]{2,40}/[^\]/]{2,40}\]$"),
)
_LONGEST_CREDIT: Final = 16  # words
_TEASER: Final = re.compile(
    r"^(?:(?:READ|SEE|WATCH|LISTEN|VIEW)(?: MORE| ALSO| NEXT| NOW)?|ALSO READ|RELATED(?: (?:STORY|STORIES|ARTICLES?|NEWS|COVERAGE|CONTENT|READING|VIDEOS?|TOPICS?|LINKS?))?"
    r"|MORE(?: ON THIS(?: STORY| TOPIC)?| NEWS| STORIES| FROM .{2,30}| TO READ| COVERAGE)?|MUST READ|DON'T MISS|RECOMMENDED(?: FOR YOU| READING| STORIES)?|EDITORS?'?S? (?:PICKS?|CHOICE)"
    r"|YOU (?:MAY|MIGHT)(?: ALSO)? (?:LIKE|BE INTERESTED IN)|TRENDING(?: NOW)?|MOST (?:READ|POPULAR|VIEWED|SHARED)|TOP STORIES|LATEST(?: NEWS| STORIES)?|FURTHER READING|WHAT TO READ NEXT|UP NEXT|IN PICTURES"
    r"|FROM THE ARCHIVES?|PREVIOUSLY)(?P<colon> ?[:>»|] ?| [-–—] )?", re.IGNORECASE)
_TAGS: Final = re.compile(r"^(?:tags?|topics?|key ?words?|filed under|categor(?:y|ies)|more about|in this (?:story|article)|sections?)(?P<colon> ?: ?)?", re.IGNORECASE)
_COMMENTS: Final = re.compile(
    r"^(?:\d{1,6} )?(?:comments?(?: ?\(?\d{0,6}\)?)?|post with no comments|no comments(?: yet)?|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|be the first to comment|join the (?:conversation|discussion)"
    r"|(?:view|show|load|read|hide|see)(?: all| more)?(?: \d{1,6})? comments|comments are (?:closed|off|disabled)|sort by (?:newest|oldest|best)|log ?in to (?:comment|reply)|(?:sign|log) in to (?:comment|reply|join the conversation))[.:!]?$", re.IGNORECASE)
_MENU: Final = _words(
    "live,audio only,video,videos,google plus,google+,facebook,twitter,x,linkedin,whatsapp,telegram,reddit,pinterest,instagram,youtube,tiktok,flipboard,pocket,vk,messenger,email,e-mail,mail,print,copy link,link,share,"
    "share this,share this article,share this story,share on facebook,share on twitter,tweet,like,save,saved,bookmark,subscribe,subscribe now,sign in,sign up,log in,login,logout,log out,register,my account,account,home,"
    "homepage,menu,search,close,back,next,previous,more,all,follow,follow us,newsletter,newsletters,rss,podcasts,podcast,advertisement,advertising,ad,sponsored,promoted,about,about us,contact,contact us,help,faq,careers,"
    "jobs,privacy,privacy policy,terms,terms of use,terms of service,terms and conditions,cookie policy,cookies,sitemap,skip to content,skip to main content,skip to navigation,listen,listen to this article,play,pause,"
    "watch,watch live,gallery,photos,news,world,local,politics,business,sport,sports,culture,arts,entertainment,lifestyle,life,style,travel,technology,tech,science,health,environment,climate,weather,education,economy,"
    "money,markets,food,features,opinion,opinions,editorial,editorials,analysis,commentary,op-ed,letters,obituaries,blogs,in depth,in-depth,breaking,breaking news,latest,latest news,exclusive,premium,members only,region,regions,"
    "national,international,europe,asia,africa,americas,middle east,us,u.s.,uk,english,edition,read aloud,text size,font size,aa,a+,a-,donate,support us,today's paper,e-paper,crossword,games,puzzles,classifieds,shop,"
    "accept,accept all,reject all,manage preferences,ok,got it,no thanks,allow,dismiss,top,back to top,to top,loading,loading...,key points,at a glance,highlights,story highlights,published,updated,by,image,image caption,media caption,caption,transcript")
_PAGE_REMARK: Final = re.compile(
    r"^(?:copyright(?: ©|:| \d| notice|$)|©|all rights reserved|(?:please )?(?:sign up|subscribe|register|log in|sign in) (?:to|for|now|here|today)\b|follow (?:us|\w+(?: \w+)? on (?:facebook|twitter|x|instagram|telegram|youtube))\b|get (?:the|our) (?:latest|daily|weekly|best|free|top)\b"
    r"|download (?:the|our) \w+ ?app\b|(?:this|our) (?:site|website|page) uses cookies|we use cookies|by (?:continuing|clicking|signing up|subscribing)\b|(?:please )?enable javascript|javascript is (?:disabled|required)|(?:story|article) continues (?:below|after)"
    r"|(?:scroll|continue) (?:down )?(?:to|for|reading)\b|advertisement\b|click here\b|support (?:our|independent) journalism|already a subscriber|you (?:have|'ve) \d+ free articles|share this\b|(?:an )?error occurred|thank you for (?:signing|subscribing)"
    r"|have (?:a|you got a) (?:tip|story|correction)|send us your|our standards:|(?:like|liked|enjoy|enjoyed|enjoying|love) (?:this|our|what)\b.{0,30}\?|buy us a\b|this (?:article|story) is more than \d|read or share this|slideshow\b|support us\b|follow topics?)", re.IGNORECASE)
_NEWSLETTER: Final = re.compile(r"\b(?:in|to) your inbox\b|\b(?:enter|type in) your e-?mail\b|\byour e-?mail address\b|\bsign up (?:for|to) (?:our|the) .{0,40}newsletter", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"\ball rights reserved\b|^(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?\d{4}\b|\bmay not be (?:published|reproduced|copied)\b", re.IGNORECASE)
_COLUMNS: Final = re.compile(r" ?[|•·»] ?| {2,}")
_MINUTES: Final = re.compile(r"^(?:\d{1,3}[ \-]?min(?:ute)?s?(?: (?:read|listen|watch))|reading time:? .{1,20}|\d{1,2} (?:seconds?|minutes?|hours?|days?|weeks?) ago)$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"^\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$", re.IGNORECASE)
_CRUMBS: Final = re.compile(r"^[^>›»/.!?]{2,30}(?: ?[>›»] ?[^>›».!?]{1,60}){1,6}\.?$")
_NUMBERS: Final = re.compile(r"^[\d\s.,:%+()|/•·\-]{1,40}[KkMm]?$|^(?:\d[\d.,]{0,8}[KkMm]? ){0,3}(?:shares?|views?|likes?|reactions?|retweets?|followers|subscribers)(?: \d[\d.,]{0,8}[KkMm]?)?$|^\d[\d.,]{0,8}[KkMm]? (?:shares?|views?|likes?|reactions?)$")
_ACCOUNT: Final = re.compile(rf"^(?:date )?{_DATE}(?:,? \d{{1,2}}:\d\d)?.{{0,12}}(?:register|log ?in|sign in|subscribe)\b", re.IGNORECASE)
_DATE_ANYWHERE: Final = re.compile(_DATE, re.IGNORECASE)
_TIME_WORDS: Final = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|updated|published|posted|modified|last|first|hours?|minutes?|days?|ago|at|on|et|est|edt|gmt|utc|bst|cet|am|pm|[ap]\.m\.?)(?![A-Za-z])|\d{1,2}[:.]\d\d", re.IGNORECASE)
_BYLINE: Final = (
    (re.compile(r"^(?:(?:written|reported|words|story|text) )?by:? [A-ZÀ-Þ][\w.'\-]*(?:[ ,]|$)", re.IGNORECASE), "byline.by", 16),
    (re.compile(r"^(?:first published|published|posted|updated|last updated|last modified|modified|date|created)(?: on| at)?:?\b.{0,40}\d", re.IGNORECASE), "byline.published", 16),
    (re.compile(r"^\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|produced) by (?-i:[A-ZÀ-Þ]).{2,}", re.IGNORECASE), "byline.desk", 40),
    (re.compile(r"^(?:contributing: .{3,}|[A-ZÀ-Þ].{2,80} contributed (?:\w+ )?(?:to|from) .{3,60})$"), "byline.desk", 30),
    (re.compile(r"^(?:agencies|staff (?:and agencies|reporters?|writers?)|from (?:our|the|news) .{0,30}(?:agency|agencies|correspondents?|reporters?|staff|wires?)\b.{0,30})$", re.IGNORECASE), "byline.agency", 10),
    (re.compile(r"^(?:author|authors|reporter|correspondent|writer): [A-ZÀ-Þ].{1,60}$"), "byline.author", 10),
)


_PARTICLES: Final = _words("and,de,van,von,der,da,bin,al")


def mark_alone(line: Line) -> Mark | None:
    """The zone that the line's own words show, None where they show none."""
    plain = line.plain
    if len(line.text) > LOOKED_AT or not plain:
        return None
    for rule in (_comments, _teaser, _tags, _furniture, _credit, _byline):
        mark = rule(line, plain)
        if mark is not None:
            return mark
    return None


def is_label_alone(line: Line) -> bool:
    """Whether a teaser or tags line is nothing but its label ("RELATED:"), so that what it announces follows."""
    for pattern in (_TEASER, _TAGS):
        found = pattern.match(line.plain)
        if found and not line.plain[found.end():].strip(" :"):
            return True
    return False


def _comments(line: Line, plain: str) -> Mark | None:
    return Mark("comments", "comments.label") if _COMMENTS.match(plain) else None


def _teaser(line: Line, plain: str) -> Mark | None:
    found = _TEASER.match(plain)
    if found is None:
        return None
    rest, label = plain[found.end():].strip(), plain[:found.end()].strip(" :")
    if not rest:  # a label alone: "Related" and "Most read" need no colon, "See" and "Watch" do
        named = bool(found["colon"]) or " " in label or label.isupper() or label.lower() in {"related", "trending", "recommended"}
        return Mark("teaser", "teaser.label") if named and label.lower() not in _MENU else None
    if found["colon"] and (label.isupper() or label.split()[-1].lower() in {"more", "also", "related", "read", "next", "watch", "stories", "story", "articles"}) and line.n_words <= 40:
        return Mark("teaser", "teaser.read-more")
    if label.isupper() and len(label) > 4 and is_link_text(rest) and " " in label:
        return Mark("teaser", "teaser.read-more")
    return None


def is_link_text(rest: str) -> bool:
    """Whether words after a label read like a link's: they begin with a capital, a digit or a quotation mark, and no full stop ends them."""
    return bool(rest) and not rest[0].islower() and not rest.endswith(".")


def _tags(line: Line, plain: str) -> Mark | None:
    found = _TAGS.match(plain)
    if found is None or (plain[found.end():] and not found["colon"]):
        return None
    if not plain[found.end():].strip():
        return Mark("tags", "tags.label") if found["colon"] or plain.lower() in {"tags", "topics", "keywords", "filed under"} else None
    return Mark("tags", "tags.list") if not (line.stops and line.n_words > 12) else None


def _furniture(line: Line, plain: str) -> Mark | None:
    folded = plain.lower().strip(" :|*#.")
    if _RIGHTS.search(plain) and "/" not in plain:
        return Mark("furniture", "furniture.rights")
    if folded in _MENU:
        return Mark("furniture", "furniture.menu")
    if _NUMBERS.match(plain):
        return Mark("furniture", "furniture.counter")
    if _ACCOUNT.match(plain):
        return Mark("furniture", "furniture.account")
    if not line.stops and ((line.n_words <= 14 and _is_menu_row(folded)) or _is_columns(line)):
        return Mark("furniture", "furniture.menu-row")
    if line.n_words <= 16 and not line.stops and _CRUMBS.match(plain):
        return Mark("furniture", "furniture.crumbs")
    if _CLOCK.match(plain):
        return Mark("byline", "byline.time")
    if _MINUTES.match(plain):
        return Mark("furniture", "furniture.reading-time")
    if line.n_words <= 25 and _NEWSLETTER.search(plain) and '"' not in plain:
        return Mark("furniture", "furniture.newsletter")
    if line.n_words <= 45 and '"' not in plain and _PAGE_REMARK.match(plain) and not _CREDIT[0].match(plain):
        return Mark("furniture", "furniture.page-remark")
    return None


def _is_columns(line: Line) -> bool:
    """Whether the line is three or more short pieces with marks or wide gaps between: a row of links, whatever they say."""
    pieces = [piece for piece in _COLUMNS.split(line.text) if any(letter.isalpha() for letter in piece)]
    return len(pieces) >= 3 and len(line.text) < 200 and all(len(piece.split()) <= 4 for piece in pieces)


def _is_menu_row(folded: str) -> bool:
    """Whether the line is a row of menu words, with or without marks between ("Home | News | Sport", "Facebook Twitter Email")."""
    parts = [part.strip() for part in re.split(r"[|•·,/]", folded) if part.strip()]
    if len(parts) >= 3 and sum(part in _MENU for part in parts) >= 0.6 * len(parts):
        return True
    words = folded.split()
    return len(words) >= 2 and all(word in _MENU or word in {"&", "and", "|", "on"} for word in words)


def _credit(line: Line, plain: str) -> Mark | None:
    if line.n_words > _LONGEST_CREDIT:
        return None
    return Mark("credit", "credit.line") if any(pattern.match(plain) for pattern in _CREDIT) else None


def _byline(line: Line, plain: str) -> Mark | None:
    for pattern, rule, longest in _BYLINE:
        if line.n_words <= longest and pattern.match(plain):
            if rule == "byline.by" and (line.stops or not _names_follow(plain)):
                continue
            if rule == "byline.published" and line.stops and line.n_words > 6:  # "Updated: 11:31 AM EST." stops, too
                continue
            return Mark("byline", rule)
    return Mark("byline", "byline.date") if line.n_words <= 16 and _is_date_line(plain) else None


def _is_date_line(plain: str) -> bool:
    """Whether nothing is left of a line but two words once its date and words of time are taken away."""
    found = _DATE_ANYWHERE.search(plain)
    if found is None:
        return False
    rest = _TIME_WORDS.sub(" ", plain[:found.start()] + " " + plain[found.end():])
    return sum(any(letter.isalpha() for letter in word) for word in rest.split()) <= 2 and not plain.endswith(".")


def _names_follow(plain: str) -> bool:
    """Whether "By" is followed by a name: "By Ana Ruiz", not "By Tuesday the ferry had stopped"."""
    words = re.sub(r"^.*?\bby:? ", "", plain, count=1, flags=re.IGNORECASE).split()
    head = words[:2] if len(words) > 1 else words
    lower = [word for word in words if word[0].islower() and word not in _PARTICLES | {"in", "for", "at"}]
    return bool(head) and head[0][0].isupper() and all(word[0].isupper() for word in head if word not in _PARTICLES) and len(lower) <= 1
