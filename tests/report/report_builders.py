"""Comparisons built by hand, of invented articles, for the tests of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from framing.model.alignment import AlignedPair, Alignment, Candidate, OnlyIn
from framing.model.annotation import Annotation, Reading
from framing.model.article import Article, Failure, Known, Notice, Span
from framing.model.comparison import (
    Comparability,
    Comparison,
    Difference,
    Evidence,
    Finding,
    LabelUse,
    Metric,
    Referent,
    SpeakerRow,
    Versions,
)
from framing.model.document import Block, Document, Paragraph, Sentence, Story
from framing.model.findings import Attribution, Label, LoadedTerm, Readability, Tone, VoiceSpan
from framing.model.pairing import Cluster, Pairing, Reason, StoryPair, StoryRef
from framing.model.parse import Parse

TEXT_A = """News | World | Business | Log in

Port Velmora reopens after illegal blockade collapses

The last of the dockers' barricades came down on Tuesday, the government said.

By Ilse Marrow

PORT VELMORA - Cargo moved through Port Velmora on Tuesday for the first time in nine days after police cleared a blockade that had choked the country's only deep-water harbour.

Transport Minister Oren Dask said the operation was "measured, lawful and long overdue" and thanked officers for their restraint. He claimed that the strike had cost the country 40 million crowns.

A crane stands idle above the harbour on Monday. | Photo: Harbour Desk

The mob of some 300 dockers had seized the north gate on 3 March to protest a cut in night pay. "We will not hand the port to a handful of extremists," Dask told reporters.

READ MORE: Five things to know about the harbour law

Union leader Tamsin Orrel admitted that two crane drivers had been injured when a barricade fell on Sunday. The union has flatly refused to return to talks.

Business groups welcomed the clearance. The regime of wildcat strikes must end, the Velmora Chamber of Trade said in a statement.

Eleven people were arrested, according to police, and will appear in court on Friday. The so-called "people's harbour" camp was dismantled by noon.

Share this | 14 comments
"""

TEXT_B = """Harbour Ledger
Home > Coast

Police break up dockers' sit-in at Port Velmora, eleven held

By Staff

Police broke up a nine-day sit-in at Port Velmora on Tuesday, dragging away dockers who had linked arms across the north gate, and arrested eleven of them.

"They came at us with batons while we were singing," said Tamsin Orrel, who leads the Velmora Dockers' Union. "Nobody raised a hand." Police denied that any force was used.

Some 300 workers had occupied the gate since 3 March over a cut of a fifth in night pay. The pay cut, which the harbour board brought in without a vote, is the third in two years.

Two crane drivers were hurt on Sunday when a barrier collapsed. Orrel said the board had ignored three warnings about the barrier.

Workers at the north gate on Monday evening. | Photo: L. Fenn

Transport Minister Oren Dask called the protesters "a handful of extremists". He said the sit-in had cost 40 million crowns, a figure the union disputes.

"My brother has worked these docks for thirty years," said Pell Andry, a crane driver's sister. "He is not an extremist. He is tired."

Human rights lawyers condemned the clearance as a brutal assault on peaceful protest. The eleven are due in court on Friday.

RELATED: How the night shift keeps the coast fed
"""

_ABBREVIATED = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“]?[A-Z])")


@dataclass(slots=True)
class Draft:
    """An article being built: words are found in its text, so that no offset is typed by hand."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    zones: dict[str, str]  # line's first words -> zone; every other line is body
    title: str | None = None
    language: str = "en"
    attributions: list[Attribution] = field(default_factory=list)
    voices: list[VoiceSpan] = field(default_factory=list)
    terms: list[LoadedTerm] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    tone: list[Tone] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def at(self, words: str, nth: int = 0) -> Span:
        """Place of the words (their `nth` occurrence, from 0)."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def says(self, source: str, cue: str, content: str, speaker: str | None, *, kind: str = "indirect",
             source_type: str = "person", cue_class: str = "neutral", lemma: str = "say", voiced: str = "") -> None:
        """An attribution, and voice spans: quoted for what stands in quotation marks of the content, else attributed."""
        place = len(self.attributions)
        span = self.at(content)
        self.attributions.append(Attribution(
            (self.at(source),) if source else (), (self.at(cue),) if cue else (), (span,), speaker, kind,  # type: ignore[arg-type]
            source_type, cue_class, lemma, "body", f"clause.{lemma}", 0.93))  # type: ignore[arg-type]
        voice = voiced or ("quoted" if kind == "direct" else "attributed")
        self.voices.append(VoiceSpan(span, voice, speaker, place, "content"))  # type: ignore[arg-type]

    def voice_at(self, place: int) -> tuple[str, str | None]:
        """Voice and speaker over a code point."""
        for one in self.voices:
            if one.span.start <= place < one.span.end:
                return one.voice, one.speaker
        return "own", None

    def loaded(self, words: str, category: str, *, plainer: tuple[str, ...] = (), target: str | None = None,
               zone: str = "body", nth: int = 0, tier: str = "A", polarity: int = -1) -> None:
        """A loaded term, in the voice of its place."""
        span = self.at(words, nth)
        voice, speaker = self.voice_at(span.start)
        self.terms.append(LoadedTerm(span, words.lower(), f"lt.{words.lower()}", category, tier, polarity, voice,  # type: ignore[arg-type]
                                     speaker, zone, target, plainer, f"lt.{words.lower()}", 0.81))  # type: ignore[arg-type]

    def calls(self, words: str, referent: str, *, kind: str = "group", form: str = "definite", zone: str = "body",
              evaluation: str | None = None, nth: int = 0) -> None:
        """A label, in the voice of its place."""
        span = self.at(words, nth)
        voice, speaker = self.voice_at(span.start)
        self.labels.append(Label(span, referent, kind, words, form, voice, speaker, evaluation, None, zone,  # type: ignore[arg-type]
                                 f"label.{form}"))

    def feels(self, target: str, clause: str, mention: str, valence: float) -> None:
        """Tone of a clause towards a target."""
        span = self.at(clause)
        voice, speaker = self.voice_at(span.start)
        sign = (valence > 0) - (valence < 0)
        self.tone.append(Tone(target, span, self.at(mention), sign, valence, voice, speaker, "body", 0.7))  # type: ignore[arg-type]

    def done(self) -> Annotation:
        """The annotation."""
        blocks, paragraphs, sentences, headline = self._cut()
        known = lambda value: Known(value, "page", 0.9) if value is not None else None  # noqa: E731
        article = Article(self.id, self.text, f"{self.id}.txt", "ab" * 32, len(self.text.encode("utf-8", "replace")), "utf-8",
                          "text/plain", title=known(self.title), outlet=known(self.outlet), published=known(self.published),
                          genre=known("news"), language=known(self.language), notices=tuple(self.notices))
        document = Document(article, self.text, tuple(blocks), tuple(paragraphs), tuple(sentences),
                            (Story(0, Span(0, len(self.text)), headline),))
        voices = tuple(sorted(self.voices, key=lambda one: one.span))
        reading = Reading(document, Parse.build((), (), (), (), "none"), (), tuple(self.attributions), voices)
        readable = Readability(180, 11, 52.5, 9.8, 11.0, None, 8.9, 16.4, "dictionary")
        return Annotation(reading, tuple(self.terms), tuple(self.labels), tuple(self.tone), readable)

    def _cut(self) -> tuple[list[Block], list[Paragraph], list[Sentence], Span | None]:
        blocks, paragraphs, sentences = [], [], []
        headline = None
        for found in re.finditer(r"[^\n]+", self.text):
            zone = next((zone for first, zone in self.zones.items() if found.group().startswith(first)), "body")
            span = Span(*found.span())
            blocks.append(Block(span, zone, 0, f"{zone}.line"))  # type: ignore[arg-type]
            paragraphs.append(Paragraph((span,), zone, 0))  # type: ignore[arg-type]
            headline = span if zone == "headline" and headline is None else headline
            if zone in ("headline", "dek", "subhead", "body", "caption", "teaser"):
                start = span.start
                for gap in (*_ABBREVIATED.finditer(self.text, span.start, span.end), None):
                    end = gap.start() + (1 if gap.group()[0] in "\"”" else 0) if gap else span.end
                    sentences.append(Sentence(Span(start, end), zone, 0, len(paragraphs) - 1))  # type: ignore[arg-type]
                    start = gap.end() if gap else end
        return blocks, paragraphs, sentences, headline


def draft_a() -> Draft:
    """The invented article of the Meridian Post."""
    a = Draft("meridian", TEXT_A, "The Meridian Post", "2031-03-12",
              {"News |": "furniture", "Port Velmora reopens": "headline", "The last of": "dek", "By ": "byline", "A crane": "caption",
               "READ": "teaser", "Share": "furniture"})
    a.says("Transport Minister Oren Dask", "said", '"measured, lawful and long overdue"', "Oren Dask", kind="direct")
    a.says("He", "claimed", "that the strike had cost the country 40 million crowns", "Oren Dask", cue_class="doubting", lemma="claim")
    a.says("Dask", "told", '"We will not hand the port to a handful of extremists,"', "Oren Dask", kind="direct", lemma="tell")
    a.says("Union leader Tamsin Orrel", "admitted", "that two crane drivers had been injured when a barricade fell on Sunday",
           "Tamsin Orrel", cue_class="conceding", lemma="admit")
    a.says("the Velmora Chamber of Trade", "said", "The regime of wildcat strikes must end", "Velmora Chamber of Trade",
           source_type="organisation")
    a.says("police", "according to", "Eleven people were arrested", "police", source_type="government", lemma="according to")
    a.voices.append(VoiceSpan(a.at("\"people's harbour\""), "scare", None, None, "scare.so-called"))
    a.loaded("illegal", "judgement", plainer=("unauthorised",), target="the blockade", zone="headline")
    a.loaded("choked", "metaphor", plainer=("closed",), target="the harbour")
    a.loaded("mob", "label", plainer=("crowd", "group"), target="dockers")
    a.loaded("seized", "violence verb", plainer=("occupied",), target="the north gate")
    a.loaded("extremists", "label", plainer=("protesters",), target="dockers")
    a.loaded("flatly", "intensifier", plainer=("",), target="the union", tier="B")
    a.loaded("regime", "label", plainer=("system",), target="strikes")
    a.loaded("so-called", "distancing", target="camp", polarity=0)
    a.calls("mob", "dockers", evaluation="minus")
    a.calls("a handful of extremists", "dockers", evaluation="minus")
    a.calls("Transport Minister", "Oren Dask", kind="person", form="title")
    a.calls("Union leader", "Tamsin Orrel", kind="person", form="title")
    a.calls("illegal blockade", "3 March protest", kind="event", form="event", zone="headline", evaluation="minus")
    a.calls("a blockade", "3 March protest", kind="event", form="event")
    a.feels("dockers", "The mob of some 300 dockers had seized the north gate on 3 March", "dockers", -0.7)
    a.feels("dockers", '"We will not hand the port to a handful of extremists,"', "extremists", -0.8)
    a.feels("police", "police cleared a blockade that had choked the country's only deep-water harbour", "police", 0.3)
    a.notices.append(Notice("date-from-text", "The date was read from the text, 12 March 2031."))
    return a


def draft_b() -> Draft:
    """The invented article of the Harbour Ledger."""
    b = Draft("ledger", TEXT_B, "Harbour Ledger", "2031-03-13",
              {"Harbour Ledger": "furniture", "Home": "furniture", "Police break up": "headline", "By ": "byline",
               "Workers at": "caption", "RELATED": "teaser"})
    b.says("Tamsin Orrel", "said", '"They came at us with batons while we were singing,"', "Tamsin Orrel", kind="direct")
    b.says("Tamsin Orrel", "said", '"Nobody raised a hand."', "Tamsin Orrel", kind="direct")
    b.says("Police", "denied", "that any force was used", "police", cue_class="denying", lemma="deny", source_type="government")
    b.says("Orrel", "said", "the board had ignored three warnings about the barrier", "Tamsin Orrel")
    b.says("Transport Minister Oren Dask", "called", '"a handful of extremists"', "Oren Dask", kind="direct", lemma="call")
    b.says("He", "said", "the sit-in had cost 40 million crowns", "Oren Dask")
    b.says("Pell Andry", "said", '"My brother has worked these docks for thirty years,"', "Pell Andry", kind="direct")
    b.says("Human rights lawyers", "condemned", "the clearance as a brutal assault on peaceful protest", "Human rights lawyers",
           source_type="organisation", cue_class="accusing", lemma="condemn")
    b.loaded("dragging", "violence verb", plainer=("carrying",), target="dockers")
    b.loaded("extremists", "label", plainer=("protesters",), target="dockers")
    b.loaded("brutal assault", "judgement", plainer=("use of force",), target="the clearance")
    b.calls("dockers", "dockers")
    b.calls("workers", "dockers")
    b.calls("a handful of extremists", "dockers", evaluation="minus")
    b.calls("Transport Minister", "Oren Dask", kind="person", form="title")
    b.calls("who leads the Velmora Dockers' Union", "Tamsin Orrel", kind="person", form="relative")
    b.calls("dockers' sit-in", "3 March protest", kind="event", form="event", zone="headline", evaluation="plain")
    b.calls("a nine-day sit-in", "3 March protest", kind="event", form="event", evaluation="plain")
    b.feels("dockers", "dragging away dockers who had linked arms across the north gate", "dockers", 0.2)
    b.feels("dockers", '"a handful of extremists"', "extremists", -0.8)
    b.feels("police", "Police broke up a nine-day sit-in at Port Velmora on Tuesday", "Police", -0.4)
    b.feels("police", "the clearance as a brutal assault on peaceful protest", "clearance", -0.9)
    b.notices.append(Notice("mixed-script", "A word mixes Cyrillic and Latin letters.", b.at("Fenn")))
    return b


def reason(score: float | None, words: str) -> Reason:
    """A reason of a verdict."""
    return Reason(score, words)


def metric(name: str, article: str, value: float | None, n: int, base: int, *, low: float | None = None, high: float | None = None,
           voice: str = "own", category: str = "", unit: str = "") -> Metric:
    """One number; without a value it is too little text."""
    return Metric(name, article, "counted", voice, category, value, n, base, low, high, value is None, unit)


def metrics() -> tuple[Metric, ...]:
    """Numbers of the two articles, made up but of the right order."""
    return (
        metric("words", "meridian", 180, 180, 180, voice="all", unit="words"),
        metric("words", "ledger", 172, 172, 172, voice="all", unit="words"),
        metric("loaded_terms_per_thousand", "meridian", 41.2, 5, 121, low=15.0, high=74.0, unit="per 1,000 words"),
        metric("loaded_terms_per_thousand", "ledger", 9.0, 1, 111, low=0.2, high=38.1, unit="per 1,000 words"),
        metric("loaded_terms_in_own_voice", "meridian", 0.75, 6, 8, low=0.41, high=0.93, unit="share"),
        metric("loaded_terms_in_own_voice", "ledger", None, 1, 3, unit="share"),
        metric("words_quoted", "meridian", 0.09, 16, 180, low=0.03, high=0.16, voice="all", unit="share"),
        metric("words_quoted", "ledger", 0.18, 31, 172, low=0.09, high=0.27, voice="all", unit="share"),
        metric("named_people_quoted", "meridian", 1, 1, 6, voice="all", unit="count"),
        metric("named_people_quoted", "ledger", 3, 3, 8, voice="all", unit="count"),
        metric("tone", "meridian", -0.7, 1, 1, low=-1.0, high=-0.2, category="dockers", unit="valence"),
        metric("tone", "meridian", -0.8, 3, 3, low=-1.0, high=-0.5, voice="quoted", category="dockers", unit="valence"),
        metric("tone", "meridian", 0.3, 3, 3, low=0.0, high=0.6, category="police", unit="valence"),
        metric("tone", "ledger", 0.2, 3, 3, low=-0.2, high=0.5, category="dockers", unit="valence"),
        metric("tone", "ledger", None, 0, 0, voice="quoted", category="police", unit="valence"),
        metric("tone", "ledger", -0.4, 4, 4, low=-0.8, high=-0.1, category="police", unit="valence"),
    )


def comparison() -> Comparison:
    """The two invented articles compared: same event."""
    a, b = draft_a(), draft_b()
    return assemble(a, b)


def assemble(a: Draft, b: Draft) -> Comparison:
    """A finished comparison of the two drafts."""
    one, two = a.done(), b.done()
    pair = AlignedPair(
        a.at("Two crane drivers" if "Two crane drivers" in a.text else "Union leader Tamsin Orrel admitted that two crane drivers had been injured when a barricade fell on Sunday."),
        b.at("Two crane drivers were hurt on Sunday when a barrier collapsed."), 0.62, "voice-shift", "attributed", "own", "Tamsin Orrel",
        None, (a.at("crane drivers"), a.at("Sunday")), (b.at("crane drivers"), b.at("Sunday")),
        "A credits it to Tamsin Orrel; B states it in its own voice.")
    cost = AlignedPair(a.at("He claimed that the strike had cost the country 40 million crowns."),
                       b.at("He said the sit-in had cost 40 million crowns, a figure the union disputes."), 0.71, "same-voice", "attributed",
                       "attributed", "Oren Dask", "Oren Dask", (a.at("40 million crowns"),), (b.at("40 million crowns"),), "")
    gate = AlignedPair(a.at("The mob of some 300 dockers had seized the north gate on 3 March to protest a cut in night pay."),
                       b.at("Some 300 workers had occupied the gate since 3 March over a cut of a fifth in night pay."), 0.38, "same-voice",
                       "own", "own", None, None, (a.at("300"), a.at("3 March"), a.at("night pay")),
                       (b.at("300"), b.at("3 March"), b.at("night pay")), "")
    alignment = Alignment(
        "meridian", "ledger", (cost, pair, gate), (Candidate(cost.a, cost.b, 0.71), Candidate(pair.a, pair.b, 0.62)),
        (OnlyIn(a.at("Business groups welcomed the clearance."), None, 0.0, True, 0.4, "central"),
         OnlyIn(a.at("The so-called \"people's harbour\" camp was dismantled by noon."), b.at("The eleven are due in court on Friday."),
                0.11, None, 0.2, "stated in own voice")),
        (OnlyIn(b.at("The pay cut, which the harbour board brought in without a vote, is the third in two years."),
                a.at("The mob of some 300 dockers had seized the north gate on 3 March to protest a cut in night pay."), 0.22, True, 0.7,
                "central"),
         OnlyIn(b.at("Orrel said the board had ignored three warnings about the barrier."), None, 0.08, False, 0.3, "later")))
    reasons = {"time": reason(0.9, "One day apart."), "place": reason(1.0, "Both name Port Velmora."),
               "entities": reason(0.8, "Both name Oren Dask, Tamsin Orrel and the police."),
               "narrative": reason(0.7, "Much the same course of events.")}
    uses = tuple(LabelUse(k, label) for k, annotation in enumerate((one, two)) for label in annotation.labels)

    def referent(name: str, kind: str, difference: str, names: tuple[str | None, ...]) -> Referent:
        return Referent(name, kind, names, tuple(use for use in uses if use.label.referent == name), "same last name or event date",
                        True, difference)

    speakers = (
        SpeakerRow("Oren Dask", "person", "government", (15, 4), (25, 11), (3, 2), ((("say", 1), ("claim", 1), ("tell", 1)),
                                                                                     (("call", 1), ("say", 1))),
                   (Evidence(0, a.at('"measured, lawful and long overdue"')), Evidence(1, b.at('"a handful of extremists"')))),
        SpeakerRow("Tamsin Orrel", "person", "dockers", (0, 14), (13, 23), (1, 3), ((("admit", 1),), (("say", 3),)),
                   (Evidence(1, b.at('"They came at us with batons while we were singing,"')),)),
        SpeakerRow("Pell Andry", "person", "unassigned", (0, 9), (0, 9), (0, 1), ((), (("say", 1),)),
                   (Evidence(1, b.at('"My brother has worked these docks for thirty years,"')),)),
        SpeakerRow("police", "government", "unassigned", (0, 0), (4, 5), (1, 1), ((("according to", 1),), (("deny", 1),)), ()))
    findings = (
        Finding("B quotes three named people, A one: A leaves the union's leader without a quotation.", "sourcing", "strong",
                "direct count", (Evidence(0, a.at('"measured, lawful and long overdue"')),
                                 Evidence(1, b.at('"They came at us with batons while we were singing,"'))),
                "Whose words are missing from A, and where would you look for them?"),
        Finding("A calls the dockers a “mob” in its own voice; B calls them “workers”, and gives “a handful of extremists” to Oren Dask.",
                "labels", "strong", "both passages found", (Evidence(0, a.at("mob")), Evidence(1, b.at("workers")),
                                                            Evidence(1, b.at("a handful of extremists"))),
                "Replace each label with the other article's. Which sentence changes most?"),
        Finding("A gives the injuries to Tamsin Orrel, who “admitted” them; B states them in its own voice.", "voice", "moderate",
                "one passage each", (Evidence(0, pair.a), Evidence(1, pair.b)), "What would B need to know to state this as fact?"),
        Finding("A uses words some readers find loaded more often in its own voice: 41.2 against 9.0 per 1,000 words.", "loaded-terms",
                "weak", "5 and 1 terms: few", (Evidence(0, a.at("choked")), Evidence(1, b.at("dragging"))), ""))
    return Comparison(
        annotations=(one, two), stories=(0, 0),
        pairing=Pairing((Cluster("Port Velmora dockers", (StoryRef("meridian", 0), StoryRef("ledger", 0))),),
                        (StoryPair(StoryRef("meridian", 0), StoryRef("ledger", 0), "same-event", 0.86, **reasons),)),
        comparability=(Comparability("meridian", "ledger", "same-event", 0.86, **reasons, days_apart=1, share_on_topic=(1.0, 0.94),
                                     aligned=(5, 14, 5, 16), story_a=0, story_b=0, words="Both report the clearing of the north gate."),),
        alignments=(alignment,),
        referents=(referent("dockers", "group", "wording and voice", ("dockers", "dockers")),
                   referent("3 March protest", "event", "wording", ("illegal blockade", "sit-in")),
                   referent("Oren Dask", "person", "", ("Oren Dask", "Oren Dask")),
                   referent("Tamsin Orrel", "person", "wording", ("Tamsin Orrel", "Tamsin Orrel"))),
        speakers=speakers, metrics=metrics(),
        differences=(Difference("named_people_quoted", "", "meridian", "ledger", -2, -4, 0, False, ""),
                     Difference("loaded_terms_per_thousand", "", "meridian", "ledger", 32.2, 2.1, 66.0, True, "")),
        findings=findings,
        no_clear_difference=("Share of words inside quotations: 9% in A, 18% in B; the interval of the difference, -22 to 4 points, holds zero.",
                             "Tone towards police inside quotations: too little text in B."),
        questions=("Finding 1: whose words are missing from both articles?", "Which label would the people named choose for themselves?"),
        settings=(("zones", "detect"), ("seed", "0")),
        versions=Versions("0.1.0", "1.0", "1.0", "1.0", "en_core_web_sm 3.8.0", (("spacy", "3.8.18"),)),
        failures=(Failure("empty.txt", "no text left after cleaning"),), notices=(Notice("few-words", "Both articles are short."),))


HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'`]](javascript:alert(1))\x1b[31m\u202eevil\x00 =cmd|calc'


def hostile() -> Comparison:
    """The same comparison with markup, control characters and formulas in every field that an article can fill."""
    a, b = draft_a(), draft_b()
    a.text = a.text.replace("Eleven people", HOSTILE + " Eleven people").replace("reopens after", "reopens " + HOSTILE + " after")
    a.voices.clear(), a.attributions.clear(), a.terms.clear(), a.labels.clear(), a.tone.clear()
    fresh = Draft(a.id, a.text, HOSTILE, HOSTILE, a.zones, title=HOSTILE * 40, language=HOSTILE)
    fresh.says(HOSTILE, "according to", "Eleven people were arrested", HOSTILE)
    fresh.loaded(HOSTILE, HOSTILE, plainer=(HOSTILE,), target=HOSTILE, nth=1)
    fresh.calls(HOSTILE, HOSTILE, form=HOSTILE)
    fresh.feels(HOSTILE, HOSTILE, HOSTILE, -0.5)
    fresh.notices.append(Notice(HOSTILE, HOSTILE, fresh.at(HOSTILE)))
    made = assemble(fresh, b)
    pair = made.alignments[0].pairs[0]
    row = replace(made.speakers[0], speaker=HOSTILE, side=HOSTILE, verbs=(((HOSTILE, 1),), ()))
    use = LabelUse(0, made.annotations[0].labels[0])
    return replace(
        made, speakers=(row, *made.speakers[1:]), banner=HOSTILE,
        referents=(Referent(HOSTILE, HOSTILE, (HOSTILE, None), (use,), HOSTILE, True, HOSTILE), *made.referents),
        findings=(replace(made.findings[0], sentence=HOSTILE, reason=HOSTILE, question=HOSTILE), *made.findings[1:]),
        alignments=(replace(made.alignments[0], pairs=(replace(pair, note=HOSTILE, speaker_a=HOSTILE), *made.alignments[0].pairs[1:])),),
        pairing=replace(made.pairing, clusters=(replace(made.pairing.clusters[0], event=HOSTILE),)),
        comparability=(replace(made.comparability[0], words=HOSTILE, time=reason(0.5, HOSTILE)),),
        metrics=(*made.metrics, metric("tone", "meridian", 0.1, 3, 3, low=0.0, high=0.2, category=HOSTILE)),
        settings=((HOSTILE, HOSTILE),), questions=(HOSTILE,), no_clear_difference=(HOSTILE,),
        failures=(Failure(HOSTILE, HOSTILE),), notices=(Notice(HOSTILE, HOSTILE),))


def many(n: int) -> Comparison:
    """`n` articles: the two invented ones in turn, each under a name of its own; alignments of neighbours."""
    base = comparison()
    annotations = []
    for k in range(n):
        source = base.annotations[k % 2]
        document = source.reading.document
        article = replace(document.article, id=f"article-{k}", outlet=Known(f"Outlet {k}", "option", 1.0))
        annotations.append(replace(source, reading=replace(source.reading, document=replace(document, article=article))))
    ids = ("meridian", "ledger")
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n) if (i % 2, j % 2) == (0, 1)]
    return replace(
        base, annotations=tuple(annotations), stories=(0,) * n,
        pairing=Pairing((Cluster("Port Velmora dockers", tuple(StoryRef(f"article-{k}", 0) for k in range(n))),), ()),
        comparability=tuple(replace(base.comparability[0], a=f"article-{i}", b=f"article-{j}") for i, j in pairs),
        alignments=tuple(replace(base.alignments[0], a_id=f"article-{i}", b_id=f"article-{j}") for i, j in pairs),
        referents=tuple(replace(one, names=tuple(one.names[k % 2] for k in range(n)),
                                uses=tuple(replace(use, article=k) for k in range(n) for use in one.uses if use.article == k % 2))
                        for one in base.referents),
        speakers=tuple(replace(one, quoted_words=tuple(one.quoted_words[k % 2] for k in range(n)),
                               attributed_words=tuple(one.attributed_words[k % 2] for k in range(n)),
                               items=tuple(one.items[k % 2] for k in range(n)), verbs=tuple(one.verbs[k % 2] for k in range(n)))
                       for one in base.speakers),
        metrics=tuple(replace(one, article=f"article-{k}") for k in range(n) for one in base.metrics if one.article == ids[k % 2]),
        differences=tuple(replace(one, a="article-0", b="article-1") for one in base.differences))
