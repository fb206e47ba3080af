"""A small pack made by hand: one item of each kind of response, over two invented articles full of what formats trip over."""

from __future__ import annotations

from framing.model.article import Span
from framing.model.exercise import (
    Choice,
    Exercise,
    Item,
    KeyRow,
    LeftOut,
    LessonPlan,
    LessonStep,
    Pack,
    PackArticle,
    Passage,
    Replacement,
    RubricLine,
)

# Quotation marks straight and curly, markup, an ampersand, letters outside the basic plane (two UTF-16 units each), and the signs that
# GIFT (: \ # = { } ~ //), H5P (*) and CDATA (]]>) read as their own.
TEXT_A = (
    'Mayor’s "reckless" gamble: 50% & more\n\n'
    "The mob stormed the *old* town hall 𝔸𝔹 & smashed {two} doors = ruin, ~ ten people <script>alert(1)</script> saw. "
    "“They came at dawn,” said Ana Ruiz, a clerk.\n\n"
    "// The so-called reform ]]> ends #1 on Monday at https:\\\\old. Officials admitted 12 injuries 🚨 in all."
)
TEXT_B = (
    "Council vote draws crowd\n\n"
    "About 300 protesters entered the town hall & two doors were broken. "
    'A clerk, Ana Ruiz, said that they "came at dawn".\n\n'
    "Twelve people were hurt, the council said."
)
RUBRIC = (
    RubricLine("Evidence quoted exactly", ("every claim has its words", "most have", "one has", "none has")),
    RubricLine("Caution", ("names another reading", "hints at one", "is sure of everything", "is missing")),
)


def at(text: str, words: str) -> Span:
    """Where the words stand, which must be once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def sentences(text: str, *beginnings: tuple[str, str]) -> tuple[Span, ...]:
    """Sentences from their first to their last words."""
    return tuple(Span(at(text, first).start, at(text, last).end) for first, last in beginnings)


def _mark_row(words: str, tier: str, points: float, why: str) -> KeyRow:
    return KeyRow("E2-1", 0, at(TEXT_A, words), words, "body", "own", tier, points, why, "label.crowd", "")  # type: ignore[arg-type]


def _article(code: str, name: str, text: str, replacements: tuple[Replacement, ...] = ()) -> PackArticle:
    return PackArticle(code, name, text, Span(0, text.index("\n")), replacements, (), f"The {name.title()} Post, 9 October 2018")


def mark_item() -> Item:
    """E2: three spans to mark, one may be marked, one costs half a point. The most is 3 points.

    Worked: marks on "mob" and "stormed" and "reckless"-less rest: 1 + 1 = 2; with "dawn" as well 2 - 1/2 = 1.5; everything marked as one
    long span hits nothing (it covers far more than three further words each side).
    """
    passage = Passage(0, Span(at(TEXT_A, "The mob").start, len(TEXT_A)),
                      sentences(TEXT_A, ("The mob", "saw."), ("“They came", "a clerk."), ("// The", "https:\\\\old."), ("Officials", "in all.")))
    key = (_mark_row("mob", "expected", 1.0, "B calls the same people “protesters” & gives a number."),
           _mark_row("stormed", "expected", 1.0, "An image of war for coming in."),
           _mark_row("smashed", "defensible", 0.0, "Strong, but doors were broken in B too."),
           _mark_row("so-called", "expected", 1.0, "Casts doubt on the word after it."),
           _mark_row("dawn", "not_expected", -0.5, "Quoted: these are Ana Ruiz’s words, not the article’s."))
    return Item("E2-1", "mark", "Mark the words with which the article itself takes sides.", (passage,), (), (), (), key, 3.0, lines=0)


def match_item() -> Item:
    """E4: one class for each of three sentences; sentence 3 has a second answer worth half a point. The most is 3 points."""
    parts = (Choice("p1", "“They came at dawn,” said Ana Ruiz, a clerk."), Choice("p2", "The mob stormed the *old* town hall 𝔸𝔹 …"),
             Choice("p3", "Officials admitted 12 injuries 🚨 in all."))
    options = (Choice("own", "the article itself"), Choice("quoted-named", "quoted, with a name"), Choice("attributed", "given to somebody, no quotation marks"))
    key = (KeyRow("E4-1", 0, at(TEXT_A, "“They came at dawn,”"), "“They came at dawn,”", "body", "quoted", "expected", 1.0,
                  "Quotation marks, and “said Ana Ruiz”.", "voice.quoted", part="p1", option="quoted-named"),
           KeyRow("E4-1", 0, at(TEXT_A, "The mob"), "The mob", "body", "own", "expected", 1.0, "Nobody is named.", "voice.own", part="p2", option="own"),
           KeyRow("E4-1", 0, at(TEXT_A, "Officials admitted"), "Officials admitted", "body", "attributed", "expected", 1.0,
                  "“admitted” credits it to officials.", "voice.attributed", part="p3", option="attributed"),
           KeyRow("E4-1", 0, at(TEXT_A, "12 injuries"), "12 injuries", "body", "attributed", "defensible", 0.5,
                  "“admitted” also says that it is true.", "voice.factive", part="p3", option="own"))
    return Item("E4-1", "match", "Whose words are these?", (), parts, options, (), key, 3.0)


def choose_item() -> Item:
    """E8: one of three; a wrong tick costs nothing. The most is 1 point."""
    passages = (Passage(0, at(TEXT_A, TEXT_A.split("\n\n")[1]), ()), Passage(1, at(TEXT_B, TEXT_B.split("\n\n")[1]), ()))
    options = (Choice("same-event", "the same event"), Choice("same-topic", "the same topic, another event"), Choice("different", "different things"))
    key = (KeyRow("E8-1", None, None, "the same event", None, None, "expected", 1.0, "Same hall, same doors = same day.", "pair.same-event", option="same-event"),
           KeyRow("E8-1", None, None, "the same topic, another event", None, None, "not_expected", 0.0, "", "pair.same-event", option="same-topic"),
           KeyRow("E8-1", None, None, "different things", None, None, "not_expected", 0.0, "", "pair.same-event", option="different"))
    return Item("E8-1", "choose", "Do these two beginnings tell of the same event?", passages, (), options, (), key, 1.0)


def table_item() -> Item:
    """E5: two rows, two columns: a name in free words (two spellings are accepted) and a choice. The most is 4 points."""
    parts = (Choice("p1", "Sentence 2"), Choice("p2", "Sentence 4"))
    options = (Choice("c2.named", "named"), Choice("c2.unnamed", "not named"))

    def row(part: str, option: str, tier: str = "expected", points: float = 1.0) -> KeyRow:
        return KeyRow("E5-1", 0, None, "", "body", None, tier, points, "“said Ana Ruiz, a clerk” & “Officials admitted”", "source.named",  # type: ignore[arg-type]
                      part=part, option=option)

    key = (row("p1/c1", "Ana Ruiz"), row("p1/c1", "a clerk", "defensible", 0.5), row("p1/c2", "named"), row("p2/c1", "Officials"), row("p2/c2", "not named"))
    return Item("E5-1", "table", "Fill in who speaks.", (Passage(0, mark_item().passages[0].span, mark_item().passages[0].sentences),), parts, options,
                ("Who is it?", "Named?"), key, 4.0)


def write_item() -> Item:
    """E9: a rewrite that should lose three words and keep two facts; marked by the rubric alone, 2 lines of 3 points."""
    def row(words: str, part: str) -> KeyRow:
        return KeyRow("E9-1", 0, at(TEXT_A, words), words, "body", "own", "expected", 0.0, "in the text" if part == "fact" else "takes a side", f"rewrite.{part}", part=part)

    key = (row("mob", "term"), row("stormed", "term"), row("so-called", "term"), row("12", "fact"), row("Ana Ruiz", "fact"))
    return Item("E9-1", "write", "Rewrite the paragraph so that neither side could object.", (Passage(0, mark_item().passages[0].span, ()),),
                (), (), (), key, 6.0, RUBRIC, ("mob", "stormed", "so-called"), ("12", "Ana Ruiz"), lines=8)


def discuss_item() -> Item:
    """E12: nothing to hand in."""
    return Item("E12-1", "discuss", "Which marks did the class split on, and why?", (), (), (), (), (), 0.0)


def sample_pack(*, version: str = "A", check: bool = False) -> Pack:
    """Seven exercises of six items, two articles, nothing verified. Points: 3 + 3 + 1 + 4 + 6 + 0 = 17."""
    sponsor = Replacement(Span(len(TEXT_B), len(TEXT_B) + 9), "hashtag", "#TownHall", "[hashtag]")
    exercises = (
        Exercise("E2", "Mark loaded words", "A word is loaded when it judges while it names.", 10, (mark_item(),), ("Why “mob”, & not “crowd”?",)),
        Exercise("E4", "Whose voice?", "Decide whose words each sentence holds.", 8, (match_item(),)),
        Exercise("E5", "Source ledger", "List who speaks.", 10, (table_item(),)),
        Exercise("E8", "Same event?", "Compare the beginnings.", 5, (choose_item(),)),
        Exercise("E9", "Neutral rewrite", "Keep the facts, lose the judgement.", 15, (write_item(),)),
        Exercise("E12", "Class agreement", "Look at the class's answers together.", 10, (discuss_item(),), ("Which word split you <most>?",)),
    )
    plan = LessonPlan(("Tell wording from fact.",), (LessonStep(10, "Mark", "Students mark alone."), LessonStep(10, "Talk", "Compare in pairs.")),
                      ("What does “mob” leave out?",), RUBRIC, ("It cannot tell which article is true.",), ("The articles speak of injuries.",))
    return Pack("sample0000000001", version, "Town hall & doors: two reports", "standard", 7,
                (_article("Source A", "north", TEXT_A), _article("Source B", "south", TEXT_B, (sponsor,))), exercises,
                (LeftOut("E3", "no person or event bears two names here"), LeftOut("E7", "no statement stands in one article alone")), plan,
                check, "A4", (("level", "standard"), ("items", "6")))
