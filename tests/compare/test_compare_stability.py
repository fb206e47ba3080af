"""What an exchange of names moves, on annotations made by hand."""

from __future__ import annotations

from compare_scopes import attribution, scope_of, term, toned

from framing.compare.stability import KINDS, compare_exchanged
from framing.model.annotation import Annotation
from framing.text.swaps import exchange_forms, swap_names

FORMS = exchange_forms("Ana Ruiz", "Tom Lee", people=True)
BEFORE = "Ana Ruiz defended the sham vote. Lee said it was late."
AFTER = "Tom Lee defended the sham vote. Ruiz said it was late."


def annotated(text: str, *, first: str, last: str, polarity: int = -1, voice: str = "own") -> Annotation:
    """The sentences with a loaded term, a tone and an attribution."""
    return scope_of(text, terms=(term(text, "sham", voice=voice),), tone=(toned(text, first, polarity, target=first),),
                    attributions=(attribution(text, "it was late", speaker=last, source=last, cue="said"),)).annotation


def found(before: Annotation, after: Annotation):
    swapped = swap_names(BEFORE, FORMS)
    assert swapped.text == AFTER
    return compare_exchanged(before, after, place=swapped.place, rename=lambda name: swap_names(name, FORMS).text)


def test_nothing_moves_when_only_the_names_differ():
    result = found(annotated(BEFORE, first="Ana Ruiz", last="Lee"), annotated(AFTER, first="Tom Lee", last="Ruiz"))
    assert result.moved == ()
    assert [kind for kind, _ in result.compared] == list(KINDS)
    assert dict(result.compared)["loaded term"] == dict(result.compared)["tone"] == dict(result.compared)["attribution"] == 1
    assert result.n_compared == sum(n for _, n in result.compared) > 20  # with the numbers made of them


def test_a_polarity_that_turns_is_shown_with_its_place_and_the_numbers_that_follow():
    result = found(annotated(BEFORE, first="Ana Ruiz", last="Lee"), annotated(AFTER, first="Tom Lee", last="Ruiz", polarity=1))
    tone = next(one for one in result.moved if one.kind == "tone")
    assert (tone.before, tone.after) == ("polarity -1", "polarity +1")
    assert BEFORE[tone.span.start:tone.span.end] == "Ana Ruiz"
    assert tone.what == "Tom Lee"
    assert [one.kind for one in result.moved] == ["tone", "valence"]  # one toned sentence has no mean


def test_a_term_in_another_voice_moves_its_counts():
    result = found(annotated(BEFORE, first="Ana Ruiz", last="Lee"), annotated(AFTER, first="Tom Lee", last="Ruiz", voice="quoted"))
    moved = {(one.kind, one.what): (one.before, one.after) for one in result.moved}
    assert moved["loaded term", "sham"] == ("voice own", "voice quoted")
    assert moved["metric", "loaded_terms_in_own_voice (own)"] == ("n 1", "n 0")  # withheld on both sides: below five hits
    assert moved["metric", "loaded_terms_by_category (own) eval"][1] is None


def test_what_stands_on_one_side_alone_is_shown_as_such():
    bare = scope_of(AFTER).annotation
    result = found(annotated(BEFORE, first="Ana Ruiz", last="Lee"), bare)
    gone = [one for one in result.moved if one.kind in {"loaded term", "tone", "attribution"}]
    assert [one.after for one in gone] == [None, None, None]
    back = compare_exchanged(bare, annotated(BEFORE, first="Ana Ruiz", last="Lee"), place=lambda span: span, rename=str)
    assert {one.before for one in back.moved if one.kind == "tone"} == {None}
