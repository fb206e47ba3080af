"""When two passages make one claim in different voices, read with grammar; and numbers that are shares or name nothing themselves."""

from __future__ import annotations

import pytest
from sample_documents import make_document

from framing.align.amounts import counts_in_common, figures_in_common
from framing.align.features import Passage, read_passages
from framing.align.relations import judge_pair
from framing.annotate.read import read_voices
from framing.lexicons.cues import load_cues
from framing.model.annotation import Reading
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

STATED = "The dam at Orlen will be raised by four metres."


def read(*texts: str) -> list[Reading]:
    documents = [make_document(text, id=str(k)) for k, text in enumerate(texts)]
    parses, cues = read_documents(documents, load_model()), load_cues()
    return [read_voices(document, parse, cues=cues) for document, parse in zip(documents, parses, strict=True)]


def relation(stated: str, credited: str) -> str:
    """Relation of the first sentences of two texts."""
    a, b = read(stated, credited)
    return judge_pair(a, read_passages(a, None)[0], b, read_passages(b, None)[0], score=0.75).relation


@pytest.mark.parametrize(("stated", "credited"), [
    (STATED, "The water board said that the dam at Orlen would be raised by four metres."),
    ("Dosek was charged with fraud at the mill in Orlen.", "Police said that Dosek was charged with fraud at the mill in Orlen."),  # the charge is the claim
    ("Three in five of the cranes at Orlen moved on Monday.", "The firm claimed that 24 of its 40 cranes were working."),            # 24 / 40 = 3 / 5
    ("Edda Kroon says that she will stay; 14 wounded in Orlen", "A doctor said that 14 people in Orlen had been wounded."),
    ("Police have issued warrants to the mill at Orlen.", "A lawyer said that judges had issued warrants to the mill at Orlen."),
    ("The F.B.I. closed the mill at Orlen on Monday.", "A lawyer said that the F.B.I. had closed the mill at Orlen on Monday."),     # no "I" speaks here
    ("The mayor of Orlen never closed the mill for repairs.", "A lawyer said that the mayor of Orlen had not closed the mill for repairs."),
    ("Kroon made no secret of her aim to close the mill at Orlen.", "Dosek has accused Kroon of trying to close the mill at Orlen."),  # denies no aim
    ("Police closed the mill at Orlen in an inquiry into alleged bribes.", "A lawyer said that police had closed the mill at Orlen."),  # the bribes are alleged
])
def test_one_claim_in_two_voices_is_a_shift(stated, credited):
    assert relation(stated, credited) == "voice-shift"


@pytest.mark.parametrize(("stated", "credited"), [
    (STATED, "The water board said that it regretted the delay, which had kept the dam at Orlen from being raised by four metres."),  # beside the point
    (STATED, "The water board said that the dam at Orlen would not be raised by four metres."),
    (STATED, "The water board denied that the dam at Orlen would be raised by four metres."),
    (STATED, "The water board asked the council to raise the dam at Orlen by four metres."),
    (STATED, "The dam at Orlen was expected to be raised by four metres."),                      # nobody's expectation
    ("The dam at Orlen will allegedly be raised by four metres.", "The water board said that the dam at Orlen would be raised by four metres."),
    ("The dam at Orlen may be raised by four metres.", "The water board said that the dam at Orlen would be raised by four metres."),
    ("Signs say it all: our dam at Orlen is raised by four metres.", "The water board said that the dam at Orlen was raised by four metres."),
    ("Edda Kroon made clear that the dam at Orlen will be raised by four metres.", "Edda Kroon said that the dam at Orlen would be raised by four metres."),
    ("Three in four of the cranes at Orlen moved on Monday.", "The firm claimed that 24 of its 40 cranes were working."),
    ("The dam at Orlen is older than the mill.", "The water board said that the dam at Orlen would be raised by four metres."),  # another predicate
    ("Residents argue the dam at Orlen was raised by four metres.", "The water board said that the dam at Orlen was raised by four metres."),  # their word
    ("Raising the dam at Orlen by four metres!", "The water board said that the dam at Orlen was raised by four metres."),
    (STATED, "The water board said that the dam at Orlen should be raised by four metres."),                      # what ought to be
    (STATED, "The water board predicted that the dam at Orlen would be raised by four metres."),
    ("Police closed the mill at Orlen on Monday.", "A lawyer said that judges had closed the mill at Orlen on Monday."),  # other doers
    ("Orlen: dam, mill, four metres.", "The water board said that the dam and the mill at Orlen rose four metres."),      # no verb: a dateline
    ("The dam at Orlen will be raised by four good metres.", "We say that the dam at Orlen will be raised by four good metres."),  # the writer himself
])
def test_what_only_looks_like_it_is_none(stated, credited):
    assert relation(stated, credited) != "voice-shift"


def passages(text: str) -> tuple[Passage, ...]:
    return read_passages(read(text)[0], None)


def test_a_number_that_names_nothing_counts_what_the_sentence_before_counted():
    first, second = passages("Police said that 17 farmers were held at the mill. The union put the number at 23.")
    assert [(one.value, one.counted[:2]) for one in second.amounts] == [(23.0, ("farmer", "held"))]
    assert {"farmer", "mill"} <= {name for _, name in second.words}
    assert first.amounts[0].value == 17


def test_a_number_with_a_noun_of_its_own_borrows_nothing():
    _, second = passages("Police said that 17 farmers were held at the mill. The union put up 23 tents.")
    assert [one.counted for one in second.amounts] == [("tent",)]


@pytest.mark.parametrize(("a", "b", "figures", "counts"), [
    ("24 of its 40 cranes moved.", "Three in five cranes moved.", 1, 1),       # 24 / 40 = 0.6 = 3 / 5
    ("60 per cent of the cranes moved.", "24 of the 40 cranes moved.", 1, 1),
    ("24 of its 40 cranes moved.", "24 cranes moved.", 1, 1),
    ("24 cranes moved.", "24 orchards drowned.", 1, 0),
    ("Rents rise by 9 percent.", "Prices fell by 9 per cent.", 1, 0),          # the unit is not the thing
    ("It cost $40 to enter.", "They paid $40 for soup.", 1, 0),                # nor is money
    ("Three cranes moved.", "Three cranes stood.", 0, 0),                      # three is shared by chance
])
def test_numbers_in_common(a, b, figures, counts):
    left, right = passages(a)[0].amounts, passages(b)[0].amounts
    assert (figures_in_common(left, right), counts_in_common(left, right)) == (figures, counts)


def note(a: str, b: str) -> str:
    """The note on the first sentences of two texts."""
    one, other = read(a, b)
    return judge_pair(one, read_passages(one, None)[0], other, read_passages(other, None)[0], score=0.75).note


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("Two people at the quay said the northern crane was rusty.", "The northern crane was rusty.",
     "A credits it to two people at the quay; B states it in its own voice."),  # the capital is the sentence's
    ("Edda Kroon said the northern crane was rusty.", "The northern crane was rusty.",
     "A credits it to Edda Kroon; B states it in its own voice."),              # the capital is the name's
    ("It was said that the northern crane was rusty.", "Reportedly the northern crane was rusty.",
     "Both credit it to sources they do not name."),
    ('"The northern crane was rusty," said Alexey Vornin.', "Aleksei Vornin said the northern crane was rusty.",
     "A quotes Alexey Vornin; B credits it to Alexey Vornin."),                  # two spellings are no difference
])
def test_words_of_a_note(a, b, expected):
    assert note(a, b) == expected
