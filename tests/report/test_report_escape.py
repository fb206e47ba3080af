"""Text made safe for each format: nothing becomes markup, nothing is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.report.escape import cut, markdown, one_line, visible, xml_text

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.mark.parametrize(("text", "shown"), [
    ("\x1b[31mred", "\\x1b[31mred"), ("nul\x00", "nul\\x00"), ("\x7f\x85", "\\x7f\\x85"), ("a\u202eb", "a\\u202eb"), ("\u2066x\u2069", "\\u2066x\\u2069"),
    ("half \ud83d", "half \\ud83d"), ("tab\tand\nline", "tab\tand\nline"), ("naïve — “quoted” 漢字 🙂 שלום", "naïve — “quoted” 漢字 🙂 שלום")])
def test_controls_are_shown_and_words_are_left(text, shown):
    assert visible(text) == shown


def test_a_long_title_is_cut_with_a_notice_of_its_length():
    assert one_line("x" * 5000) == "x" * 300 + " [... cut here: 5,000 characters in the file]"
    assert one_line("x" * 300) == "x" * 300
    assert cut("abc def", 4) == "abc [... cut here: 7 characters in the file]"


def test_white_space_becomes_single_spaces_on_one_line():
    assert one_line("  a\n\n b\u00a0\tc ") == "a b c"


@pytest.mark.parametrize("text", [
    "*a* _b_ **c** ~~d~~", "[x](javascript:alert(1))", "![x](y)", "<b>x</b> &amp; <!-- c -->", "# no heading", "1. no list", "- no list", "+ no list",
    "> no quote", "`code`", "| a | b |", "<http://a.example>", "\\*", "===", "x\n---", "[a]: b", "    code", "~~~", "12) no", "a  \nb"])
def test_markdown_stays_words(text):
    assert rendered(markdown(text)) == " ".join(text.split())


def rendered(escaped: str) -> str:
    """Plain words that CommonMark makes of one line; fails where it makes anything but a paragraph of text."""
    tokens = MARKDOWN.parse(escaped.strip())
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"]), tokens
    inner = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inner} <= {"text", "text_special"}, inner
    return "".join(child.content for child in inner)


@given(st.text(alphabet=st.sampled_from(list("ab1 *_`[]()<>#+-.!|~$^=@:&\"'\\/\n\thpsw;x")), max_size=40))
def test_no_text_becomes_markup(text):
    assert rendered(markdown(text)) == " ".join(visible(text).split())


@given(st.text(max_size=60))
def test_visible_text_is_stable_printable_and_can_be_encoded(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in shown)


@given(st.text(max_size=60))
def test_xml_text_can_stand_in_xml(text):
    from xml.etree import ElementTree
    element = ElementTree.Element("a")
    element.text = xml_text(text).replace("\n", " ").replace("\t", " ")
    assert ElementTree.fromstring(ElementTree.tostring(element)).text in (element.text, None)
