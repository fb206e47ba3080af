"""Findings: each a complete comparison with passages from both sides, and silent near misses."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from compare_scopes import at, attribution, scope_of, term

from framing.compare.differences import contrast
from framing.compare.findings import MOST_FINDINGS, choose, no_clear_difference, questions_for
from framing.compare.labels import find_label_contrasts
from framing.compare.metrics import measure_article
from framing.compare.passages import find_number_gaps, find_only_in, find_voice_shifts
from framing.compare.sourcing import find_cue_contrasts, find_speaker_counts
from framing.compare.speakers import UNRESOLVED, merge_names, side_metrics, tabulate_speakers
from framing.compare.terms import find_rate_differences, rows_by_name
from framing.compare.wording import credited, ended, listed, number, percent, quoted, signed
from framing.model.alignment import AlignedPair, Alignment, OnlyIn
from framing.model.comparison import Difference, Evidence, Finding, LabelUse, Referent
from framing.model.findings import Label

FILLER = "The ships waited outside the long grey harbour wall today. "
A_TEXT = "The army tried to overthrow the elected council. Talks failed."
B_TEXT = "Mayor Venn accused the army of trying to overthrow the council. Talks failed."


def pair(relation="voice-shift", voice_a="own", voice_b="attributed", score=0.7, note=""):
    a, b = at(A_TEXT, "The army tried to overthrow the elected council."), at(B_TEXT, B_TEXT.split(". ")[0] + ".")
    return AlignedPair(a, b, score, relation, voice_a, voice_b, None, "Venn" if voice_b != "own" else None, note=note)


def alignment(*pairs, only_a=(), only_b=()):
    return Alignment("a", "b", tuple(pairs), (), tuple(only_a), tuple(only_b))


def test_a_voice_shift_says_who_asserts_and_who_credits():
    found = find_voice_shifts(scope_of(A_TEXT), scope_of(B_TEXT, place=1), alignment(pair()))[0]
    assert found.sentence.startswith("A states in its own voice: “The army tried")
    assert "; B credits it to Venn: " in found.sentence
    assert {one.article for one in found.evidence} == {0, 1}
    assert found.strength == "strong"


def test_the_asserting_side_is_named_first_whichever_it_is():
    swapped = AlignedPair(pair().b, pair().a, 0.5, "voice-shift", "attributed", "own", "Venn", None)
    found = find_voice_shifts(scope_of(B_TEXT), scope_of(A_TEXT, place=1), alignment(swapped))[0]
    assert found.sentence.startswith("B states in its own voice")
    assert found.strength == "moderate"
    assert found.sentence.endswith(".”")


def test_a_thin_match_is_a_weak_finding():
    found = find_voice_shifts(scope_of(A_TEXT), scope_of(B_TEXT, place=1), alignment(pair(score=0.13)))[0]
    assert found.strength == "weak"
    assert "check by eye" in found.reason


def test_same_voice_is_no_shift():
    assert find_voice_shifts(scope_of(A_TEXT), scope_of(B_TEXT, place=1), alignment(pair("same-voice", voice_b="own"))) == []


def test_numbers_that_disagree():
    found = find_number_gaps(scope_of(A_TEXT), scope_of(B_TEXT, place=1), alignment(pair("numbers-differ", note="40 dead in A, 14 in B.")))
    assert found[0].sentence.endswith("40 dead in A, 14 in B.")


def test_a_note_on_numbers_names_the_articles_by_their_own_letters():
    note = "A has “40 in B has”, B “14”. A credits it to Venn; B states it in its own voice."
    found = find_number_gaps(scope_of(A_TEXT, place=1), scope_of(B_TEXT, place=2), alignment(pair("numbers-differ", note=note)))
    assert found[0].sentence.endswith(": B has “40 in B has”, C “14”. B credits it to Venn; C states it in its own voice.")


@pytest.mark.parametrize(("a_text", "b_text", "n"), [
    ("Police counted 17 people. The union counted 23 people.", "Police counted 17 people.\nThe union counted 23 people.", 0),  # a copy
    ("Police counted 17 people.", "Police counted 17\npeople. The union counted 23 people.", 0),  # B has both
    ("Police counted 17 people. Rain fell.", "Rain fell. The union counted 23 people.", 1),
])
def test_numbers_do_not_disagree_where_an_article_has_both(a_text, b_text, n):
    a, b = scope_of(a_text), scope_of(b_text, place=1)
    row = AlignedPair(at(a_text, "Police counted 17 people."), at(b_text, "The union counted 23 people."), 0.9, "numbers-differ", "own", "own", None, None)
    assert len(find_number_gaps(a, b, alignment(row))) == n
    mirrored = replace(row, a=row.b, b=row.a)
    assert len(find_number_gaps(scope_of(b_text), scope_of(a_text, place=1), alignment(mirrored))) == n


@pytest.mark.parametrize(("verdict", "could", "central", "nearest", "n"), [
    ("same-event", True, 0.8, True, 1), ("same-topic", True, 0.8, True, 0), ("same-event", False, 0.8, True, 0),
    ("same-event", None, 0.8, True, 0), ("same-event", True, 0.2, True, 0), ("same-event", True, 0.8, False, 0),
])
def test_only_in_is_a_finding_only_where_the_other_could_have_known(verdict, could, central, nearest, n):
    row = OnlyIn(at(A_TEXT, A_TEXT.partition(" Talks")[0]), at(B_TEXT, "Talks failed.") if nearest else None, 0.2, could, central, "test")
    found = find_only_in(scope_of(A_TEXT), scope_of(B_TEXT, place=1), alignment(only_a=(row,)), verdict)
    assert len(found) == n
    assert all("A reports “The army tried to overthrow the elected council.”; this was not found in B" in one.sentence for one in found)


def only_finding(text, words, **marks):
    row = OnlyIn(at(text, words), at(B_TEXT, "Talks failed."), 0.2, True, 0.8, "test")
    return find_only_in(scope_of(text, **marks), scope_of(B_TEXT, place=1), alignment(only_a=(row,)), "same-event")


def test_a_quotation_found_in_one_article_alone_is_its_speakers():
    text = "“We will never leave this harbour again,” said Orel. The port of Venn stays open all night."
    spoken = (("We will never leave this harbour again", "quoted", "Orel"),)
    assert only_finding(text, "We will never leave this harbour again", voices=spoken)[0].sentence.startswith("A quotes Orel: “We will never")
    assert only_finding(text, "The port of Venn stays open all night.", voices=spoken)[0].sentence.startswith("A reports “The port")
    assert only_finding(text, "never leave this", voices=spoken) == []      # three words: a scrap


def speech(text, name, *rows):
    return tuple(attribution(text, content, speaker=name, source=name, cue=cue, cue_class=kind, lemma=cue) for content, cue, kind in rows)


def test_a_doubting_verb_against_plain_ones_for_one_speaker():
    a, b = "Venn claimed ab cd.", "Venn said ef gh. Venn added ij kl."
    left = scope_of(a, attributions=speech(a, "Venn", ("ab cd", "claimed", "doubting")))
    right = scope_of(b, place=1, attributions=speech(b, "Venn", ("ef gh", "said", "neutral"), ("ij kl", "added", "neutral")))
    found = find_cue_contrasts(left, right)
    assert [one.sentence for one in found] == ["For Venn, A uses a verb of doubt, “claimed”; B introduces the same speaker with “said” and “added”."]


def test_verbs_of_two_kinds_are_named_apart():
    a, b = "Venn claimed ab cd. Venn admitted mn op.", "Venn said ef gh."
    left = scope_of(a, attributions=speech(a, "Venn", ("ab cd", "claimed", "doubting"), ("mn op", "admitted", "conceding")))
    right = scope_of(b, place=1, attributions=speech(b, "Venn", ("ef gh", "said", "neutral")))
    assert find_cue_contrasts(left, right)[0].sentence == (
        "For Venn, A uses a verb of doubt, “claimed”, and a verb of conceding, “admitted”; B introduces the same speaker with “said”.")


def test_no_contrast_where_both_use_such_verbs():
    a, b = "Venn claimed ab cd.", "Venn alleged ef gh."
    left = scope_of(a, attributions=speech(a, "Venn", ("ab cd", "claimed", "doubting")))
    right = scope_of(b, place=1, attributions=speech(b, "Venn", ("ef gh", "alleged", "doubting")))
    assert find_cue_contrasts(left, right) == []


def test_speaker_counts_speak_of_every_article():
    a, b = "Venn said ab. Orel said cd.", "Venn said ef."
    scopes = [scope_of(a, attributions=(*speech(a, "Venn", ("ab", "said", "neutral")), attribution(a, "cd", speaker="Orel"))),
              scope_of(b, place=1, attributions=speech(b, "Venn", ("ef", "said", "neutral")))]
    found = find_speaker_counts(scopes, tabulate_speakers(scopes))
    assert found[0].sentence == "A cites two named people; B cites one named person."  # too few statements for a share
    assert {one.article for one in found[0].evidence} == {0, 1}
    same = [scope_of(b, place=k, attributions=scopes[1].attributions) for k in range(2)]
    assert find_speaker_counts(same, tabulate_speakers(same)) == []


def many_speakers(*names):
    """An article in which each name says one thing of two words, the first one five."""
    scopes = []
    for place, cast in enumerate(names):
        text = " ".join(f"{name} said a{k} b{k}{' cc dd ee' if not k else ''}." for k, name in enumerate(cast))
        items = tuple(attribution(text, f"a{k} b{k}{' cc dd ee' if not k else ''}", speaker=name, source=name, cue="said") for k, name in enumerate(cast))
        scopes.append(scope_of(text, place=place, attributions=items))
    return scopes


def test_of_three_articles_the_most_the_fewest_and_the_largest_share():
    scopes = many_speakers(("Ann", "Bob", "Cy", "Di", "Ed"), ("Ann", "Bob"), ("Fay", "Fay", "Fay", "Gus", "Gus"))
    (found,) = find_speaker_counts(scopes, tabulate_speakers(scopes))
    # C: Fay has 5 + 2 + 2 of 13 words, 69 %; A: Ann has 5 of 13; B has two statements, too few for a share.
    assert found.sentence == ("A cites the most named people, five; B and C cite the fewest, two each; the largest share for one speaker is in C, which gives "
                              "69 % of its 13 credited words to Fay.")
    assert {one.article for one in found.evidence} == {0, 1, 2}
    silent = many_speakers(("Ann", "Bob"), ("Ann",), ("Fay",))
    silent[2] = replace_type(silent[2])
    (found,) = find_speaker_counts(silent, tabulate_speakers(silent))
    assert found.sentence == "A cites the most named people, two; C cites nobody by name."


def replace_type(scope):
    """The same article with its speakers unnamed."""
    return scope_of(scope.text, place=scope.place, attributions=tuple(replace(one, source_type="unnamed_official") for one in scope.attributions))


def test_each_person_counted_has_a_passage():
    scopes = many_speakers(("Ann", "Bob", "Cy", "Di", "Ed"), ("Ann", "Bob"))
    (found,) = find_speaker_counts(scopes, tabulate_speakers(scopes))
    assert len({one for one in found.evidence if one.article == 0}) == 5      # a passage for each person counted


def test_one_person_is_one_row_over_the_articles():
    a, b = "Sergei Lomov said ab cd. An aide said ef.", "Lomov said gh. Sergey Lomov said ij."
    scopes = [scope_of(a, attributions=(attribution(a, "ab cd", speaker="Sergei Lomov"), attribution(a, "ef", speaker=None))),
              scope_of(b, place=1, attributions=(attribution(b, "gh", speaker="Lomov"), attribution(b, "ij", speaker="Sergey Lomov")))]
    rows = tabulate_speakers(scopes)
    assert [(row.speaker, row.items) for row in rows][-1] == (UNRESOLVED, (1, 0))
    assert len(rows) == 2
    assert rows[0].items == (1, 2)
    assert rows[0].attributed_words == (2, 2)


def test_sides_share_the_attributed_words():
    text = "Norwegian envoy Venn said ab cd ef. Orel said gh. Norwegian envoy Venn said ij. Orel said kl. Orel said mn op."
    items = tuple(attribution(text, words, speaker=name, source=source) for words, name, source in (
        ("ab cd ef", "Venn", "Norwegian envoy Venn"), ("gh", "Orel", "Orel"), ("ij", "Venn", "Norwegian envoy Venn"), ("kl", "Orel", "Orel"), ("mn op", "Orel", "Orel")))
    scope = scope_of(text, attributions=items)
    found = {row.category: (row.n, row.value) for row in side_metrics(scope, tabulate_speakers([scope]))}
    assert found == {"Norway": (4, 0.5), "unassigned": (4, 0.5)}      # 3 + 1 of 8 words each, 1 + 1 + 2
    few = scope_of(text, attributions=items[:4])
    assert all(row.value is None for row in side_metrics(few, tabulate_speakers([few])))


def test_a_last_name_that_two_people_share_joins_neither():
    found = merge_names([("Ana Ruiz", True), ("Juan Ruiz", True), ("Ruiz", True)])
    assert found == {"Ana Ruiz": "Ana Ruiz", "Juan Ruiz": "Juan Ruiz", "Ruiz": "Ruiz"}


def loaded(n, place, fillers=60):
    text = FILLER * fillers + "a sham " * 40
    return scope_of(text, place=place, terms=tuple(term(text, "sham", nth=k) for k in range(n)))


def test_a_clear_rate_difference_is_told_with_counts_and_interval():
    a, b = loaded(30, 0), loaded(5, 1)
    rows = [measure_article(one) for one in (a, b)]
    gaps = contrast(*rows)
    found = find_rate_differences(a, b, rows_by_name(rows[0]), rows_by_name(rows[1]), gaps)
    assert "(30 in 680)" in found[0].sentence        # 60 * 10 + 40 * 2 words
    assert "95 % interval" in found[0].reason


def test_a_gap_within_chance_is_no_finding_and_is_said_to_be_unclear():
    a, b = loaded(7, 0), loaded(5, 1)
    rows = [measure_article(one) for one in (a, b)]
    gaps = contrast(*rows)
    assert find_rate_differences(a, b, rows_by_name(rows[0]), rows_by_name(rows[1]), gaps) == []
    assert any("Words some readers find loaded, per 1,000, own voice: no clear difference" in one for one in no_clear_difference([a, b], [gaps]))


def test_swapping_the_articles_turns_every_difference():
    a, b = measure_article(loaded(30, 0)), measure_article(loaded(5, 1))
    there, back = contrast(a, b), contrast(b, a)
    for left, right in zip(there, sorted(back, key=lambda r: [(x.metric, x.category) for x in there].index((r.metric, r.category))), strict=True):
        assert left.clear == right.clear
        if left.difference is not None:
            assert left.difference == pytest.approx(-right.difference)
            assert left.low == pytest.approx(-right.high)


def test_at_most_seven_findings_in_the_order_of_the_argument():
    words = ("army", "elected", "council")
    many = [Finding(f"{kind} {k}.", kind, strength, "r", (Evidence(0, at(A_TEXT, words[k])), Evidence(1, at(B_TEXT, B_TEXT.split()[k]))), "why?") for kind in ("tone", "loaded-terms", "labels", "cues", "only-in", "voice-shift")
            for k, strength in enumerate(("weak", "strong", "moderate"))]
    kept = choose(many)
    assert len(kept) <= MOST_FINDINGS
    assert [one.kind for one in kept][:2] == ["voice-shift", "voice-shift"]
    assert kept[0].strength == "strong"
    assert choose([*many, many[1]]) == kept      # resting on the same passages, it is the same finding
    asked = questions_for(kept)
    assert asked[0] == "Finding 1: why?"
    assert len(asked) == len(kept) + 1


def test_wording():
    assert number(1, "source") == "one source"
    assert number(12, "person", "people") == "12 people"
    assert percent(0.416) == "42 %"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert [ended("So “it is.”"), ended("So “it is”"), ended("So")] == ["So “it is.”", "So “it is”.", "So."]
    assert ended("So “he said ‘no.’”") == "So “he said ‘no.’”"
    assert [signed(-0.254), signed(0.254, points=True), signed(-0.001, points=True)] == ["−0.25", "+25", "0"]
    assert quoted('He said "no"\n now') == "“He said 'no' now”"
    assert re.fullmatch(r"“.{100,140} \[\.\.\.\]”", quoted("word " * 100))


@pytest.mark.parametrize(("passage", "shown"), [
    ("It is not our war.'", "“It is not our war.”"),                                    # the rest of a quotation
    ("'Orel met the crew last week.", "“Orel met the crew last week.”"),
    ("the dockers' union said so", "“the dockers' union said so”"),                      # near miss: an apostrophe
    ("She said 'no' to them.", "“She said 'no' to them.”"),
])
def test_a_mark_without_its_fellow_is_left_out(passage, shown):
    assert quoted(passage) == shown


LONG = ("The council voted late on Thursday night to close the old bridge over the river Venn for a year, while the traders of the market hall "
        "asked for a ferry that would carry carts, and the mayor promised an answer")


def test_a_long_passage_is_cut_at_a_clause_and_keeps_what_it_is_quoted_for():
    assert quoted(LONG) == "“The council voted late on Thursday night to close the old bridge over the river Venn for a year [...]”"
    around = quoted(LONG, around=[at(LONG, "ferry"), at(LONG, "mayor")])
    assert around == "“[...] while the traders of the market hall asked for a ferry that would carry carts, and the mayor promised an answer”"
    for part in re.sub(r"[“”]", "", quoted(LONG + LONG, around=[at(LONG, "ferry")])).split("[...]"):
        assert part.strip() in LONG + LONG


@pytest.mark.parametrize(("speaker", "said"), [
    ("operator of the port", "the operator of the port"), ("ministry", "the ministry"), ("A port official", "a port official"), ("officials", "officials"),
    ("Several countries, Venn among them", "several countries, Venn among them"), ("Sergei Lomov", "Sergei Lomov"), ("Press Officer (of all people", "Press Officer"),
])
def test_how_a_sentence_names_a_speaker(speaker, said):
    assert credited(speaker) == said


def test_labels_of_a_referent_without_a_name_are_told_without_taking_sides():
    text, other = "The mob left. Ann Orel left.", "The crowd left. Ann Orel left."
    uses = tuple(LabelUse(k, Label(at(words, label), "crowd", "group", label, "definite", "own", None, value, "set", "body", "test"))
                 for k, (words, label, value) in enumerate(((text, "mob", "minus"), (other, "crowd", "plus"))))
    (found,) = find_label_contrasts(scope_of(text), scope_of(other, place=1), [Referent("crowd", "group", ("mob", "crowd"), uses, "test", True)])
    assert found.sentence == "Of one and the same group A writes “mob” in its own voice, B “crowd”."
    (named,) = find_label_contrasts(scope_of(text), scope_of(other, place=1), [Referent("Ann Orel", "person", ("mob", "crowd"), uses, "test", True)])
    assert named.sentence == "A calls Ann Orel “mob” in its own voice; B writes “crowd”."


def test_a_weak_finding_comes_after_all_that_is_not():
    def one(kind, strength, k):
        return Finding(kind, kind, strength, "r", (Evidence(0, at(A_TEXT, A_TEXT.split()[k])),))
    kept = choose([one("voice-shift", "weak", 0), one("tone", "moderate", 1), one("speakers", "strong", 2)])
    assert [found.kind for found in kept] == ["speakers", "tone", "voice-shift"]


def test_the_targets_of_tone_that_do_not_differ_share_a_line():
    a, b = scope_of(A_TEXT), scope_of(B_TEXT, place=1)
    gaps = [Difference("tone", f"{name} (own)", "a", "b", -0.1, -0.5, 0.3, False) for name in ("Ann", "Bob", "Cy", "Di", "Ed", "Fay")]
    assert no_clear_difference([a, b], [gaps]) == ("Tone towards named people and places: no clear difference (Ann, Bob, Cy, Di, Ed and 1 more).",)
    assert no_clear_difference([a, b], [gaps[:1]]) == (
        "Tone towards named people and places, Ann: no clear difference (A minus B −0.10, 95 % interval −0.50 to +0.30).",)
    few = [Difference(name, "", "a", "b", None, None, None, False) for name in ("words_quoted", "direct_quotations")]
    assert no_clear_difference([a, b], [few]) == (
        "Too little text to compare: share of words inside quotation marks; share of statements quoted throughout.",)
    share = [Difference("words_quoted", "", "a", "b", -0.2, -0.56, 0.16, False)]
    assert no_clear_difference([a, b], [share]) == (
        "Share of words inside quotation marks: no clear difference (A minus B −20 points, 95 % interval −56 to +16).",)
