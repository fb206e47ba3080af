"""Every error raised on purpose. Imports nothing of ours."""

from __future__ import annotations

from pathlib import Path


class FramingError(Exception):
    """Anything `framing` could not do and says so: one line, what and where and what to try."""


class ArticleError(FramingError):
    """One article cannot be used. Holds its `path`, so that a caller can skip it and go on."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = Path(path)
        self.problem = problem


class LexiconError(FramingError):
    """A term list cannot be used. `problems` holds a line for each fault found in it."""

    def __init__(self, path: Path | str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{path}: " + "; ".join(problems[:3]) + (" ..." if len(problems) > 3 else ""))
        self.problems = problems


class PackError(FramingError):
    """A classroom pack, its key or an answer file cannot be used. `problems` holds a line for each fault found in it."""

    def __init__(self, path: Path | str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{path}: " + "; ".join(problems[:3]) + (" ..." if len(problems) > 3 else ""))
        self.problems = tuple(f"{path}: {one}" for one in problems)


class ModelMissingError(FramingError):
    """No language model that spaCy can load is installed."""


class NotComparableError(FramingError):
    """The articles report different events; a comparison would mislead."""


class TooLongError(FramingError):
    """An article is too long for what is compared pair by pair."""


class OutputError(FramingError):
    """The output cannot be written; nothing was left half-written."""


class TooFewWordsError(FramingError):
    """A statistic was asked of too little text."""
