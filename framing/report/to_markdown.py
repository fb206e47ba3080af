"""A comparison as Markdown (CommonMark with pipe tables): the same sections, no raw HTML, no pictures, no links out."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model.comparison import Comparison
from framing.report.escape import markdown
from framing.report.page import build_page
from framing.report.view import (
    Badge,
    Bar,
    Block,
    Bullets,
    Cell,
    Dots,
    Exhibits,
    Facts,
    Figure,
    Fold,
    FullText,
    Grid,
    Jump,
    Line,
    Page,
    Pair,
    Paragraph,
    Passage,
    Piece,
    Ref,
    Row,
    Run,
    Side,
    Statements,
    Subhead,
    Text,
    VoiceTag,
)
from framing.report.wording import VOICES


def to_markdown(comparison: Comparison, *, date: str | None = None) -> str:
    """The report as Markdown. `date` is printed as its date, if given."""
    return page_markdown(build_page(comparison, date=date))


def page_markdown(page: Page) -> str:
    """A page that was built already, as Markdown."""
    writer = _Writer(page.letters)
    parts = [f"# {markdown(page.title)}", f"*{markdown(page.kicker)}*", f"> **What this report cannot tell.** {markdown(page.forewarning)}"]
    if page.banner:
        parts.append(f"**{markdown(page.banner)}**")
    for card in page.cards:
        named = f"{card.outlet}, {card.file}" if card.file else card.outlet
        parts.append(f"- **{page.letters[card.article]}** {markdown(named)}: {markdown(card.headline)} ({markdown(', '.join(card.facts))})")
    for section in page.sections:
        title = f"Can they be compared? {section.title}" if section.number == 0 else section.title
        parts.append(f"## {section.number}. {markdown(title)}")
        for block in section.blocks:
            parts += writer.block(block)
    parts += [markdown(one) for one in page.footer]
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    """Parts under each other with an empty line between, items of one list without."""
    text = ""
    for one in parts:
        same_list = one.startswith(("- ", "  ")) and text.rsplit("\n", 2)[-2:][0].startswith(("- ", "  ")) if text else True
        text += ("" if same_list else "\n") + one + "\n"
    return text


class _Writer:
    """Writes blocks for articles with these letters."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        self.letters = letters

    def block(self, block: Block) -> list[str]:
        """Paragraphs of Markdown for one block."""
        match block:
            case Paragraph():
                return [self.line(block.line)]
            case Subhead():
                return [f"### {markdown(block.text)}"]
            case Bullets():
                return [f"- {self.line(one)}" for one in block.items]
            case Facts():
                return [f"- {markdown(name)}: {self.line(value)}" for name, value in block.rows]
            case Grid():
                return [f"**{markdown(block.caption)}**", self.grid(block)]
            case Figure():
                return [f"### {markdown(block.title)}", *(f"- {markdown(panel.title)}: {markdown(panel.words)}" for panel in block.panels)]
            case Fold():
                return [f"### {markdown(block.summary)}", *(part for one in block.blocks for part in self.block(one))]
            case _:
                return list(self._special(block))

    def _special(self, block: Statements | Pair | Exhibits | FullText) -> Iterator[str]:
        match block:
            case Statements():
                for one in block.items:
                    refs = ", ".join(f"{self.letters[article]} {' '.join(map(self.piece, found))}" for article, found in one.evidence)
                    yield f"- **{one.number}.** {markdown(one.sentence)} ({self.piece(one.dots)}; {refs})"
            case Pair():
                title = f", shares {markdown(block.title)}" if block.title else ""
                yield f"### Pair {block.number}{title} ({markdown(block.match)})"
                yield from (self.side(one) for one in (block.left, block.right))
                if block.note:
                    yield f"**{markdown(block.note)}**"
            case Exhibits():
                for it in block.items:
                    uses = ", ".join(markdown(use.text) for use in it.uses)
                    yield f"- \\[{it.number}\\] **{self.letters[it.article]}** {self.piece(it.passage)} ({markdown(it.place)}; used in {uses})"
            case FullText():
                for aside, lines in block.parts:
                    for line in lines:
                        zone = f"set aside, {line.zone}" if aside else line.zone
                        yield f"- {line.number} ({markdown(zone)}): {self.piece(line.passage)}"

    def side(self, side: Side) -> str:
        """One half of an aligned pair."""
        return f"> **{self.letters[side.article]}** {self.piece(side.passage)} {self.piece(side.voice)} {self.piece(side.ref)}"

    def grid(self, grid: Grid) -> str:
        """A pipe table; several lines of a cell are parted by semicolons."""
        heads = [self.line(head.line) for head in grid.heads]
        rules = ["---:" if head.numeric else "---" for head in grid.heads]
        rows = [[self.cell(cell) for cell in row.cells] for row in _all_rows(grid)]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))

    def cell(self, cell: Cell) -> str:
        """The lines of a cell."""
        return "; ".join(self.line(line) for line in cell)

    def line(self, line: Line) -> str:
        """Pieces in a row."""
        return "".join(self.piece(piece) for piece in line).strip()

    def piece(self, piece: Piece) -> str:
        """One piece, escaped."""
        match piece:
            case Text(text, weight):
                return _weighted(markdown(text), weight == "strong")
            case Badge(article):
                return f"**{self.letters[article]}**"
            case VoiceTag(voice, speaker):
                return f"({VOICES[voice]}{': ' + markdown(speaker) if speaker else ''})"
            case Ref(number):
                return f"\\[{number}\\]"
            case Jump(_, text):
                return markdown(text)
            case Passage(runs, quoted):
                words = "".join(_run(run) for run in runs)
                return f"“{words}”" if quoted else words
            case Dots(n, word, reason):
                return f"{'●' * n}{'○' * (3 - n)} {markdown(word)}: {markdown(reason)}"
            case Bar():
                return ""


def _all_rows(grid: Grid) -> tuple[Row, ...]:
    return (*grid.rows, *grid.foot)


def _run(run: Run) -> str:
    return _weighted(markdown(run.text), "loaded" in run.marks)


def _weighted(text: str, strong: bool) -> str:
    """Bold where asked; spaces at the ends stay outside the asterisks, or they would mean nothing."""
    inner = text.strip()
    if not strong or not inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}**{inner}**{text[start + len(inner):]}"
