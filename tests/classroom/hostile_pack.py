"""The sample pack with every sign that a format could trip over, in prompts, parts, options, cells, titles and passages."""

from __future__ import annotations

from dataclasses import replace

from sample_pack import at, sample_pack

from framing.model.article import Span
from framing.model.exercise import Choice, Item, KeyRow, Pack, Passage

HOSTILE = (
    "// a comment? {not one}", "[html]<b>bold</b>", "= ~ # : \\ {} all", "ends in a backslash \\", "a -> b", "%50%half", "#5:3", "$CATEGORY: x",
    "::name::", "]]> <![CDATA[ x", "</script><img src=x onerror=alert(1)>", "&amp; &lt; &#123; &", "*star* **two** *", "left \u202e right",
    "nul \x00 esc \x1b", "\U0001d538\U0001d539 \U0001f6a8", "a\u00a0b", "\"straight\" 'single' “curly”", "{1:MC:=x~y}", "{=a ~b}", "/regex/", "line\nbreak",
    "=1+1", "~%100%x", "\\n is no line", "a\\:b", "100 % & more", "TRUE or T", "tab\there", "été naïve Ωμέγα 中文",
)


def hostile_match() -> Item:
    """Each hostile string as a part whose right option is the hostile string after it."""
    parts = tuple(Choice(f"p{n}", f"{n} {words}") for n, words in enumerate(HOSTILE))
    options = tuple(Choice(f"x{n}", words) for n, words in enumerate(HOSTILE))
    key = tuple(KeyRow("E4-1", None, None, "", None, None, "expected", 1.0, HOSTILE[n], "rule", part=f"p{n}", option=f"x{(n + 1) % len(HOSTILE)}")
                for n in range(len(HOSTILE)))
    return Item("E4-1", "match", HOSTILE[2], (), parts, options, (), key, float(len(HOSTILE)))


def hostile_choose() -> Item:
    """Every other hostile string is right, to be ticked; five at most, so that Moodle can hold the shares."""
    options = tuple(Choice(f"x{n}", words) for n, words in enumerate(HOSTILE))
    key = tuple(KeyRow("E8-1", None, None, words, None, None, "expected" if n < 10 and n % 2 == 0 else "not_expected", 1.0 if n < 10 and n % 2 == 0 else -0.5,
                       words, "rule", option=f"x{n}") for n, words in enumerate(HOSTILE))
    return Item("E8-1", "choose", HOSTILE[0], (), (), options, (), key, 5.0)


def hostile_table() -> Item:
    """Free cells, each with a hostile string as its only right answer."""
    parts = tuple(Choice(f"p{n}", words) for n, words in enumerate(HOSTILE))
    key = tuple(KeyRow("E5-1", None, None, "", None, None, "expected", 1.0, "", "rule", part=f"p{n}/c1", option=words) for n, words in enumerate(HOSTILE))
    return Item("E5-1", "table", HOSTILE[8], (), parts, (), (HOSTILE[9],), key, float(len(HOSTILE)))


def hostile_pack() -> Pack:
    """The sample pack with hostile items and a passage made of all hostile strings, each with the word "mark" after it, to be marked once."""
    pack = sample_pack()
    text = "\n\n".join(f"{words} mark{n} tail" for n, words in enumerate(HOSTILE)) + "\nEnd."
    wanted = [at(text, f"mark{n} ") for n in (1, 12, 20)]
    spans = [Span(one.start, one.end - 1) for one in wanted]
    key = tuple(KeyRow("E2-1", 0, one, text[one.start:one.end], "body", "own", "expected", 1.0, HOSTILE[11], "rule") for one in spans)
    mark = Item("E2-1", "mark", HOSTILE[10], (Passage(0, Span(0, len(text)), ()),), (), (), (), key, 3.0)
    made = {"E2-1": mark, "E4-1": hostile_match(), "E5-1": hostile_table(), "E8-1": hostile_choose()}
    exercises = tuple(replace(exercise, title=f"{exercise.title} {HOSTILE[5]} ::", items=tuple(made.get(item.id, item) for item in exercise.items))
                      for exercise in pack.exercises if exercise.type != "E9")
    articles = (replace(pack.articles[0], text=text, headline=None), pack.articles[1])
    return replace(pack, title="Title / with :: # = {signs} & <tags> ]]>", articles=articles, exercises=exercises)
