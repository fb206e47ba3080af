"""Trains the tone model and writes `framing/lexicons/tone_model.json`.

    FRAMING_DATA=... python tests/benchmarks/train_tone.py [--every N] [--cv] [--write]

Data: NewsMTSC train (`newsmtsc/train.jsonl` in the folder that FRAMING_DATA names): a record a target, with its sentence,
place and polarity. `--cv` prints macro-F1 over five folds, split by sentence; `--write` trains on everything and writes the weights.

Method: one logistic regression a class over features scaled by naive-Bayes log-count ratios (Wang & Manning 2012, "Baselines and
Bigrams", ACL), folded into plain weights.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from framing.clean import clean_article  # noqa: E402
from framing.lexicons.valence import load_valence_words  # noqa: E402
from framing.measure.tone_features import mention_features, sentence_features  # noqa: E402
from framing.measure.tone_masks import mask_sentence  # noqa: E402
from framing.model.article import Article, Span  # noqa: E402
from framing.nlp.model import load_model  # noqa: E402
from framing.nlp.read import read_documents  # noqa: E402

CLASSES = ("negative", "neutral", "positive")
FOLDS = 5
PRIOR = 3.0       # pseudo-count of the ratios; 1, 3, 6 and 10 were tried
STRENGTH = 0.02   # C of the regression; 0.01, 0.02 and 0.03 were tried
LEAST = 3         # a feature must be met in so many mentions
UNIT = 0.002      # weights are written as whole numbers of this size
SMALLEST = 0.004  # a feature whose largest weight is smaller is left out
# Features with few values each, which the ratios must not scale.
DENSE = frozenset(["v", "g", "kv", "kr", "vr", "tg", "cg", "pg", "sg", "role", "d", "kind", "at", "left", "names", "quoted", "quotes", "root"])
# Names of dependency relations in features, which are no words of the text.
RELATIONS = frozenset({
    "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "bad", "case",
    "cc", "ccomp", "compound", "conj", "dative", "dep", "det", "dobj", "expl", "far", "good", "intj", "mark",
    "meta", "name", "near", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "object", "oblique",
    "oprd", "other", "owner", "parataxis", "passive", "pcomp", "pobj", "poss", "preconj", "predet", "prep",
    "pron", "prt", "punct", "quantmod", "relcl", "root", "speaker", "subject", "word", "xcomp"})
NOTICE = ("Weights trained on NewsMTSC (Hamborg & Donnay 2021, EACL). Copyright 2020 Felix Hamborg. MIT License; "
          "see tone_model.NOTICE.txt. No sentence of the data stands in this file.")


@dataclass(frozen=True)
class Sample:
    """One mention: its features, polarity and sentence."""

    features: dict[str, float]
    polarity: str
    sentence_id: str
    masked: frozenset[str]
    seen: frozenset[str]


def read_samples(path: Path, every: int) -> list[Sample]:
    """Parse the sentences and make the features of each target."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][::every]
    texts = {row["sentence_id"]: row["sentence"] for row in rows}
    articles = [Article(id, text, id, "", len(text.encode()), "utf-8", "text/plain", zones="none") for id, text in sorted(texts.items())]
    documents = [clean_article(article) for article in articles]
    model, words, samples = load_model(), load_valence_words(), []
    by_sentence: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_sentence.setdefault(row["sentence_id"], []).append(row)
    for first in range(0, len(documents), 500):  # in batches, so that memory stays small
        batch = documents[first:first + 500]
        for document, parse in zip(batch, read_documents(batch, model), strict=True):
            for row in by_sentence[document.article.id]:
                span = Span(row["start"], row["end"])
                k = next((k for k, one in enumerate(document.sentences) if one.span.start <= span.start < one.span.end), None)
                if k is not None:
                    masked = mask_sentence(parse, k, words)
                    features = dict(sentence_features(masked)) | dict(mention_features(parse, masked, span, words))
                    pairs = zip(masked.tokens, masked.signs, strict=True)
                    names = frozenset(token.lower for token, sign in pairs if sign in {"NAME", "PERS", "ROLE"})
                    samples.append(Sample(features, row["polarity"], row["sentence_id"], names, frozenset(masked.signs)))
    return samples


def leaks(samples: list[Sample]) -> frozenset[str]:
    """Words that are mostly names where they are met, but were taken for something else now and then (at the head of a sentence)."""
    as_name = Counter(word for sample in samples for word in sample.masked)
    as_word = Counter(word for sample in samples for word in sample.seen)
    return frozenset(word for word, n in as_name.items() if n > as_word[word] and len(word) > 2 and word not in RELATIONS)


def is_clean(feature: str, names: frozenset[str]) -> bool:
    """Whether a feature's name holds no word that is mostly a name."""
    return names.isdisjoint(re.split(r"[:< >!]", feature.partition(":")[2])) and not any(feature == f"st:{name[:5]}" for name in names)


def fit(matrix: sparse.csr_matrix, truth: np.ndarray, dense: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (3 x features) and intercepts (3)."""
    weights, intercepts = [], []
    for name in CLASSES:
        mine = truth == name
        ours = np.asarray(matrix[mine].sum(0)).ravel() + PRIOR
        theirs = np.asarray(matrix[~mine].sum(0)).ravel() + PRIOR
        ratio = np.abs(np.log((ours / ours.sum()) / (theirs / theirs.sum())))
        ratio = ratio / ratio[~dense].mean()
        ratio[dense] = 1.0
        model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(matrix @ sparse.diags(ratio), mine)
        weights.append(model.coef_[0] * ratio)
        intercepts.append(model.intercept_[0])
    return np.array(weights), np.array(intercepts)


def cross_validate(matrix: sparse.csr_matrix, truth: np.ndarray, folds: np.ndarray, dense: np.ndarray) -> tuple[float, float]:
    """Macro-F1 over the folds, and the sharpness at which the softmax of the scores is calibrated best (least log loss)."""
    scores = np.zeros((len(truth), len(CLASSES)))
    for k in range(FOLDS):
        weights, intercepts = fit(matrix[folds != k], truth[folds != k], dense)
        scores[folds == k] = matrix[folds == k] @ weights.T + intercepts
    said = np.array(CLASSES)[scores.argmax(1)]
    place = np.array([CLASSES.index(name) for name in truth])

    def loss(sharpness: float) -> float:
        logits = sharpness * (scores - scores.max(1, keepdims=True))
        return float(np.mean(np.log(np.exp(logits).sum(1)) - logits[np.arange(len(place)), place]))

    best = min((round(0.1 * step, 1) for step in range(1, 31)), key=loss)
    return float(f1_score(truth, said, average="macro")), best


def write(path: Path, names: list[str], weights: np.ndarray, intercepts: np.ndarray, sharpness: float) -> None:
    """The model as plain data, a feature a line, in order of names."""
    kept = {name: [round(float(one) / UNIT) for one in weights[:, k]] for k, name in enumerate(names)
            if np.abs(weights[:, k]).max() >= SMALLEST}
    head = {"version": "1.0.0", "notice": NOTICE, "classes": CLASSES, "unit": UNIT, "sharpness": sharpness,
            "intercept": [round(float(one), 4) for one in intercepts]}
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
                       for name, row in sorted(kept.items()))
    path.write_text(json.dumps(head)[:-1] + ', "weights": {\n' + lines + "\n}}\n", encoding="utf-8")
    print(f"{path}: {len(kept)} features, {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Read the arguments, train, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    samples = read_samples(Path(os.environ["FRAMING_DATA"]) / "newsmtsc" / "train.jsonl", args.every)
    counts = Counter(name for sample in samples for name in sample.features)
    vectorizer = DictVectorizer()
    leaking = leaks(samples)
    kept = {name for name, n in counts.items() if n >= LEAST and is_clean(name, leaking)}
    matrix = vectorizer.fit_transform([{name: value for name, value in sample.features.items() if name in kept} for sample in samples])
    names = list(vectorizer.get_feature_names_out())
    dense = np.array([name.split(":")[0] in DENSE for name in names])
    truth = np.array([sample.polarity for sample in samples])
    folds = np.array([zlib.crc32(sample.sentence_id.encode()) % FOLDS for sample in samples])
    macro, sharpness = cross_validate(matrix.tocsr(), truth, folds, dense)
    print(f"{len(samples)} mentions, {len(names)} features, five folds: macro-F1 {macro:.4f}, sharpness {sharpness}")
    if args.write:
        weights, intercepts = fit(matrix.tocsr(), truth, dense)
        write(ROOT / "framing" / "lexicons" / "tone_model.json", names, weights, intercepts, sharpness)


if __name__ == "__main__":
    main()
