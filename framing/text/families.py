"""Words that news uses for the same thing ("quake", "earthquake", "tremor"): so that two tellings can be seen to agree.

Written from general knowledge, not from any collection; with the names of states, their people and their capitals, which news uses
for one another. A family joins words that can stand for each other in a report of the same
event; it says nothing of their tone. Words with an everyday second meaning are left out where that would join the unrelated.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from framing.text.terms import term

_FAMILIES: Final = """
kill killed slay slain murder murdered homicide manslaughter dead death die died fatal fatally deadly casualty toll
injure injured injury injuries hurt wound wounded casualties maimed treated
shoot shot shooting gunfire gunned gunman shooter gunshot
attack attacked assault assaulted raid strike airstrike bombardment offensive
bomb bombing explosion blast exploded explosive detonated blew
arrest arrested detain detained detention custody apprehended jailed nabbed captured caught
accuse accused charge charged indict indicted indictment arraigned allegation alleged
convict convicted conviction guilty verdict
sentence sentenced prison jail imprisoned imprisonment behind-bars
acquit acquitted cleared exonerated
trial court hearing testimony testified witness jury juror
sue sued lawsuit suit litigation
fire fired sack sacked dismiss dismissed oust ousted axed relieved removed
resign resigned resignation quit quits stepped-down
appoint appointed appointment name named pick picked choose chosen nominate nominated nomination tap tapped selected
hire hired recruit recruited
replace replaced replacement successor succeed succeeded takeover
buy bought buying acquire acquired acquisition purchase purchased
merge merger combine combining
sell sold sale
pay paid payment cost price
win won victory beat defeat defeated triumph triumphed winner
lose lost loss losing
election vote voted voting poll polls ballot ballots
earthquake quake tremor temblor seismic magnitude aftershock
storm hurricane cyclone typhoon tornado gale
flood flooded flooding floods
blaze fire inferno wildfire arson arsonist burn burned burnt
crash crashed collision collided hit smashed wreck
rescue rescued saved
flee fled escape escaped escapee
protest protested protester demonstrate demonstrated demonstration demonstrator rally march rioted riot riots unrest clashes
strike strikes walkout stoppage picket
talks negotiation negotiate negotiated negotiator meeting met meet summit
agree agreed agreement deal pact accord treaty settlement
ban banned prohibit prohibited bar barred outlaw outlawed
approve approved approval pass passed backed endorse endorsed
reject rejected rejection refuse refused refusal spurn spurned turned-down
block blocked halt halted stop stopped suspend suspended suspension freeze frozen
delay delayed postpone postponed
cancel cancelled canceled scrap scrapped call-off
launch launched unveil unveiled release released introduce introduced debut
reveal revealed disclose disclosed announce announced announcement
begin began begun start started
end ended finish finished conclude concluded
rise rose risen increase increased grow grew grown climb climbed surge surged jump jumped
fall fell fallen drop dropped decline declined decrease decreased plunge plunged sink shrink shrunk slump slumped
cut cuts slash slashed reduce reduced reduction
warn warned warning threaten threatened threat
demand demanded call called urge urged
criticise criticised criticize criticized criticism condemn condemned denounce denounced slam slammed blast blasted
praise praised hail hailed
deny denied denial dispute disputed
apologise apologised apologize apologized apology sorry
doctor physician surgeon medic
hospital clinic infirmary
ill sick illness disease sickness
rehab rehabilitation treatment
drunk drunken intoxicated alcohol dui drink-driving drink
drug drugs narcotics
steal stole stolen theft rob robbed robbery burglary heist burgle
kidnap kidnapped abduct abducted abduction hostage
police officer officers cop cops policeman policemen
soldier soldiers troops army military
prisoner inmate convict detainee
lawyer attorney counsel solicitor barrister
president presidency presidential
minister ministry
lawmaker lawmakers legislator legislators congressman senator
firm company corporation business
boss chief head executive director
employee employees worker workers staff crew crews
teen teenager teenage youth youngster
child children kid kids
woman women
man men
wife husband spouse married marriage wed wedding
mother mom mum
father dad
film movie
actor actress star
singer vocalist
song single track
band group
player footballer
coach manager
team club side
game match
season campaign
record milestone
injured-reserve injury sidelined
baby newborn infant birth born
plane aircraft jet airliner flight
ship vessel boat ferry
car vehicle automobile
lorry truck
gun weapon firearm rifle pistol
money cash funds
tax levy duty tariff
debt loan borrowing
phone telephone call
computer pc
software program
patch fix update
flaw bug vulnerability hole
hacker hackers attackers
website site
letter memo document
speech address remarks
report study survey
rule rules regulation regulations
law legislation act bill
border frontier
refugee refugees migrant migrants
camp camps
school pupil student
town city village
country nation state
church parish worship
coup putsch overthrow overthrew overthrown topple toppled depose deposed unseat uprising mutiny
try tried trying attempt attempted attempts effort efforts
sanction sanctions embargo penalties
withdraw withdrew withdrawn withdrawal pull-out
support supported supporter backing backer allies ally
leader leadership
government administration authorities regime cabinet
opposition opponent opponents dissident rival rivals
interfere interference meddle meddled meddling intervene intervened intervention
recognise recognised recognize recognized recognition
flee fleeing exile
ready prepared willing
half halved
third thirds
quarter quarters
percent cent
dozens scores
"""
_STATES: Final = """
u.s us america american americans usa united-states washington
britain british uk u.k london
russia russian russians moscow kremlin
china chinese beijing
france french paris
germany german germans berlin
italy italian italians rome
spain spanish madrid
europe european eu e.u brussels
ukraine ukrainian ukrainians kyiv kiev
poland polish warsaw
turkey turkish ankara
greece greek greeks athens
israel israeli israelis jerusalem
palestine palestinian palestinians
iran iranian iranians tehran
iraq iraqi iraqis baghdad
syria syrian syrians damascus
lebanon lebanese beirut
egypt egyptian egyptians cairo
saudi saudis riyadh
yemen yemeni
afghanistan afghan afghans kabul
pakistan pakistani islamabad
india indian indians delhi
indonesia indonesian jakarta
japan japanese tokyo
korea korean koreans
vietnam vietnamese hanoi
australia australian australians canberra
canada canadian canadians ottawa
mexico mexican mexicans
cuba cuban cubans havana
venezuela venezuelan venezuelans caracas
colombia colombian bogota
brazil brazilian brazilians brasilia
argentina argentine argentinian
norway norwegian oslo
sweden swedish stockholm
sudan sudanese khartoum
kenya kenyan nairobi
nigeria nigerian abuja
ethiopia ethiopian
somalia somali
turkmenistan turkmen ashgabat
"""


@cache
def _numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, line in enumerate((_FAMILIES + _STATES).split("\n")):
        for word in line.split():
            numbers.setdefault(term(word), number)
    numbers.pop("", None)
    return numbers


def family(found: str) -> str | None:
    """The family of a term as a name that no term can have ("=12"), None where it has none."""
    number = _numbers().get(found)
    return None if number is None else f"={number}"


def key(name: str) -> str:
    """What a term is matched by: its family, else itself."""
    return family(name) or name
