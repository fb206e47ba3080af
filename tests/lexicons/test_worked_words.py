"""Words with many plain uses, worked one by one: where they count as loaded, where they are only compared, where they are blocked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.annotate import read_voices
from framing.lexicons.lexicon import load_lexicon
from framing.measure.loaded_terms import find_loaded_terms
from framing.model.document import Document
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

# sentence -> entries that count there
WORKED = {
    "The sides struck a balance.": (), "A drone strike hit the port.": (), "Teachers went on strike.": (),
    "The crippling strike went on.": ("eval.harsh",),                                        # counts for "crippling"
    "The Norland regime closed the port.": (), "The tax regime is simple.": (),              # compared as a label
    "The mayor attacked the judge over the ruling.": (), "The gunman attacked a bus.": (),
    "The proposal is radical.": ("eval.radical",),                                           # predicate of a proposal
    "A radical change of the rules was read.": (), "The radical left met in Ordal.": (),
    "The party is in crisis.": ("sensation.chaos",), "The ruling plunged the party into crisis.": ("sensation.chaos",),
    "The housing crisis grew.": (), "The crisis centre is by the port.": (),
    "The senator picked a fight with the press.": ("conflict.pick-fight",), "The army fought at the river.": (),
    "Clashes broke out between farmers and police.": (), "Clashes erupted at the port.": (),
    "The mayor claimed that the bridge was safe.": ("doubt.claim",), '"The bridge is safe," the mayor claimed.': ("doubt.claim",),
    "The flood claimed four lives.": (), "The senator claimed victory in Ordal.": (),
    "The claim that the bridge is safe was repeated.": ("doubt.claim-noun",), "His claims of fraud were repeated.": ("doubt.claim-of",),
    "She filed a claim for asylum.": (), "Claims made by the insurer were paid.": (), "The insurance claim was paid.": (),
    "Aliens crossed at the border, the paper wrote.": ("label.alien",), "The alien species spread.": (),
    "The mayor lied about the bridge.": ("delegit.lie-verb",), "The hills lie ahead.": (), "The mayor lay on a bench.": (),
    "The clerk pleaded guilty to lying to the inspectors.": (),                              # an offence in law
    "The defendant claimed that the lock was open.": (),                                     # court copy
    "The ministry forced the bill through at night.": ("action.force-across",), "The force of the wind was great.": (),
    "The senator's hatred of the press is known.": ("motive.hatred",), "The hate-filled speech lasted an hour.": ("eval.hateful",),
    "He was charged with a hate crime.": (),
}


@pytest.fixture(scope="module", name="counted")
def counted_fixture(make_document: Callable[..., Document]) -> dict[str, tuple[str, ...]]:
    """Sentence -> entries counted in it, in order of the text."""
    documents = [make_document(text) for text in WORKED]
    parses = read_documents(documents, load_model())
    return {document.text: tuple(hit.entry for hit in find_loaded_terms(read_voices(document, parse), lexicon=load_lexicon())[0])
            for document, parse in zip(documents, parses, strict=True)}


@pytest.mark.parametrize("text", WORKED)
def test_worked_word(text: str, counted: dict[str, tuple[str, ...]]) -> None:
    assert counted[text] == WORKED[text]


def test_what_is_only_compared_is_kept(make_document: Callable[..., Document]) -> None:
    document = make_document("The Norland regime closed the port. Clashes erupted at the port.")
    (parse,) = read_documents([document], load_model())
    counting, considered = find_loaded_terms(read_voices(document, parse), lexicon=load_lexicon())
    assert counting == ()
    assert {"label.regime", "euph.erupt"} <= {hit.entry for hit in considered if hit.decision == "label-only"}
