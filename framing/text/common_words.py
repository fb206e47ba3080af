"""How common words are in news, by rough bands: what weighs a word where there are too few articles to count it in.

The bands are written from general knowledge of news prose, not counted in any corpus: a word's band says in about what share of
articles it can be expected. A word that stands in no band is taken for rare.
"""

from __future__ import annotations

from functools import cache
from typing import Final

# Words that tell nothing of what an article is about; they are left out altogether.
_STOP: Final = """
a an the and or but nor so yet if then than that this these those there here of to in on at by for with from into onto over under
about above across after again against along among around as before behind below beneath beside besides between beyond down during
except inside like near off out outside since through throughout till toward towards until up upon via within without is am are was
were be been being it its itself he him his himself she her hers herself they them their theirs themselves we us our ours ourselves
you your yours yourself i me my mine myself who whom whose which what when where why how not no none any all both each either every
few more most other others another some such own same have has had having do does did doing done will would can could shall should
may might must ought need s t re ve ll d m o y'all said say says saying told tell tells also just only even still very too much many
one two three now ever never because while although though however whether per et al mr mrs ms dr got get gets let im dont didn't
don't doesn't isn't wasn't weren't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't it's he's she's they're we're
i'm you're that's there's what's let's as well
"""

_BANDS: Final[tuple[tuple[float, str], ...]] = (
    (0.45, """
year time people day week new last first make take come go see know former state official monday tuesday wednesday thursday friday
saturday sunday month ago back part way work call report add include right good want think use
"""),
    (0.25, """
president government country group public national leader member house american city world police news statement spokesman
spokeswoman according ask plan show hold give keep put start begin end early late long high number percent million family life man
woman child home case issue order law court move meet meeting talk support help lead run come week night morning today tomorrow
yesterday united states u.s us washington office party political interview article photo set expect decision move change white top
next second several hour minute place thing point question problem area local federal major general company business money old big
young great small late open close find found leave left turn bring try seek follow continue remain become call announce
"""),
    (0.10, """
january february march april may june july august september october november december trump obama biden clinton senate congress
republican democrat democratic administration minister secretary department election vote voter campaign candidate bill law policy
military force security attack war kill death dead die injure fire shoot judge justice attorney lawyer charge arrest trial
investigation investigator evidence school student university hospital health doctor water food oil energy gas price market trade
tax budget cost pay job worker union bank economy economic percent billion dollar deal agreement talk sanction foreign international
russia russian china chinese europe european britain british london paris france french german germany israel iran iraq syria ukraine
moscow beijing new york california texas florida town county district street road north south east west northern southern eastern
western team game win lose season player coach film show star book media twitter facebook tweet social video image story data
technology internet study research report expert analyst critic source committee council board director chief executive head deputy
mayor governor senator representative lawmaker parliament prime opposition protest protester right crowd victim suspect officer
agency authority service center system program project process effort action response result rule power control stop cut raise fall
rise increase drop grow build plan fight threat threaten warn risk concern fear hope blame accuse deny reject claim allege argue
speak speech comment letter email phone message event night summer winter spring fall weekend decade century age history member staff
car bus train plane airport ship land border island river park building wall door ground air sea weather storm community society
church religious black white race gender mother father son daughter wife husband brother sister friend boy girl baby body hand face
eye heart mind word name line side view sense idea reason cause effect example fact truth level role term record list step matter
"""),
)
UNLISTED: Final = 0.01  # about one article in a hundred: a word specific enough to name the topic


@cache
def stop_words() -> frozenset[str]:
    """Words that are left out of every likeness, lower-cased."""
    return frozenset(_STOP.split())


def bands() -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Share of articles and the words that stand in about as many, most common band first."""
    return tuple((share, tuple(words.split())) for share, words in _BANDS)
