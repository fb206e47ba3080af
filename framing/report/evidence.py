"""Numbers the passages a report cites, each once, in the order of first use, and remembers who cites them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from framing.model.article import Span
from framing.report.passages import Shown
from framing.report.view import Exhibit, Exhibits, Jump, Passage, Ref


@dataclass(slots=True)
class Register:
    """The evidence of one report while it is put together."""

    articles: Sequence[Shown]
    _numbers: dict[tuple[int, Span], int] = field(default_factory=dict)
    _uses: list[dict[str, Jump]] = field(default_factory=list)

    def cite(self, article: int, span: Span, use: Jump) -> Ref:
        """The reference for a passage; whole sentences are listed, so that two uses of one sentence share a number."""
        key = article, self._passage(article, span)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._uses.append({})
        number = self._numbers[key]
        self._uses[number - 1].setdefault(use.anchor, use)
        return Ref(number)

    def cite_all(self, article: int, spans: Sequence[Span], use: Jump, *, most: int = 3) -> tuple[Ref, ...]:
        """References for the first `most` different passages."""
        refs = dict.fromkeys(self.cite(article, span, use) for span in spans[:most])
        return tuple(refs)

    def exhibits(self) -> Exhibits:
        """The list, by number."""
        return Exhibits(tuple(self._exhibit(number, article, span) for (article, span), number in self._numbers.items()))

    def _passage(self, article: int, span: Span) -> Span:
        shown = self.articles[article]
        inside = shown.sentence_numbers(span)
        if not inside:
            return span
        return Span(shown.sentences[inside[0]].span.start, max(span.end, shown.sentences[inside[-1]].span.end))

    def _exhibit(self, number: int, article: int, span: Span) -> Exhibit:
        shown = self.articles[article]
        inside = shown.sentence_numbers(span)
        first, last = shown.line_number(span.start), shown.line_number(max(span.start, span.end - 1))
        parts = [f"line {first}" if first == last else f"lines {first} to {last}"]
        if inside:
            parts.append(f"sentence {inside[0] + 1}" if len(inside) == 1 else f"sentences {inside[0] + 1} to {inside[-1] + 1}")
        parts.append(f"characters {span.start}–{span.end}")
        in_text = Jump(f"t{shown.letter}-s{inside[0] + 1}", "in the full text") if inside else None
        return Exhibit(number, article, self._words(shown, span), ", ".join(parts), tuple(self._uses[number - 1].values()), in_text)

    @staticmethod
    def _words(shown: Shown, span: Span) -> Passage:
        return shown.passage(span)
