"""The tone model's weights, read from `tone_model.json`: trained on NewsMTSC (its notice stands beside it)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from framing.lexicons.valence import ValenceWords, load_valence_words

Weights = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class ToneModel:
    """A linear model: feature -> weights for negative, neutral and positive, with their `intercept`.

    `sharpness` turns scores into chances that are right as often as they say (fitted on held-out folds). `words` is the
    valence list it was trained with: weights of another version of it mean nothing.
    """

    version: str
    intercept: Weights
    sharpness: float
    weights: Mapping[str, Weights] = field(repr=False)
    words: ValenceWords = field(repr=False)


@cache
def load_tone_model() -> ToneModel:
    """The model that comes with the package. The same value on every call."""
    raw = json.loads(files("framing.lexicons").joinpath("tone_model.json").read_text(encoding="utf-8"))
    unit = raw["unit"]
    weights = {name: (bad * unit, plain * unit, good * unit) for name, (bad, plain, good) in raw["weights"].items()}
    bad, plain, good = raw["intercept"]
    return ToneModel(raw["version"], (bad, plain, good), raw["sharpness"], weights, load_valence_words())
