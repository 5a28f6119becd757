"""Words that are often written wrongly in English, in the editors' own texts.

A short list of mistakes that are no words, and so raise no false alarm; names of the records are never looked at.
"""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.rules.tone import QUOTED, our_words
from dateline.records.types import Actor, Place
from dateline.records.types.dated_facts import every_name

_WORD: Final = re.compile(r"[^\W\d_]+")
_PAIRS: Final = """
accomodate accommodate, accross across, acheive achieve, adress address, agression aggression, agressive
aggressive, aircrafts aircraft, alledged alleged, alot many, ammunitions ammunition, amunition ammunition,
apparant apparent, apparantly apparently, artilery artillery, artillary artillery, assasinated assassinated,
attemp attempt, attemped attempted, availible available, batallion battalion, battallion battalion, becuase
because, beleive believe, beseiged besieged, bombardement bombardment, brigate brigade, buisness business,
calender calendar, captued captured, capured captured, casualities casualties, casuality casualty, casulties
casualties, catagory category, cemetary cemetery, civilains civilians, civillian civilian, civillians
civilians, comander commander, comitted committed, commited committed, commitee committee, concieved
conceived, convoi convoy, definately definitely, demage damage, deploied deployed, destoyed destroyed,
destroied destroyed, develope develop, dissapeared disappeared, eigth eighth, embarass embarrass, enviroment
environment, esimated estimated, evidance evidence, excercise exercise, existance existence, explossion
explosion, extremly extremely, fiting fighting, foriegn foreign, fourty forty, fullfil fulfil, futher further,
garantee guarantee, goverment government, govermental governmental, happend happened, helecopter helicopter,
immediatly immediately, incidant incident, independant independent, infomation information, injuried injured,
inteligence intelligence, journlist journalist, killled killed, liason liaison, lieutenent lieutenant,
maintainance maintenance, manouver manoeuvre, miliary military, milita militia, millitary military, millitia
militia, minstry ministry, neccessary necessary, necesary necessary, negociate negotiate, neigbouring
neighbouring, noticable noticeable, occassion occasion, occured occurred, occurence occurrence, occuring
occurring, ocupied occupied, offical official, officialy officially, opperation operation, oppositon
opposition, particulary particularly, peacefull peaceful, persue pursue, posession possession, possesion
possession, postion position, postions positions, preceeding preceding, previousely previously, priviledge
privilege, proceedure procedure, publically publicly, reccomend recommend, recieve receive, recieved received,
reconaissance reconnaissance, reenforcements reinforcements, refered referred, refering referring, regretable
regrettable, relevent relevant, remaning remaining, reponsible responsible, repored reported, resistence
resistance, responsability responsibility, sargent sergeant, seige siege, seiged besieged, seperate separate,
seperated separated, sieze seize, siezed seized, soliders soldiers, souldiers soldiers, statment statement,
strenght strength, succesful successful, succesfully successfully, suprise surprise, suround surround,
surounded surrounded, surrended surrendered, surronded surrounded, teritory territory, territoy territory,
thier their, tommorow tomorrow, tounge tongue, transfered transferred, troup troop, troups troops, truely
truly, untill until, vehical vehicle, vehicals vehicles, vilage village, villiage village, visable visible,
weaponary weaponry, wepons weapons, wether whether, wich which, witdrawal withdrawal, withdrawed withdrew,
withdrawl withdrawal, witheld withheld, writen written, yeild yield
"""
MISSPELT: Final = {wrong: right for wrong, _, right in (pair.strip().partition(" ") for pair in _PAIRS.split(","))}
"""Each mistake with what is meant."""


def our_own_words_are_spelt(context: Context) -> Iterator[Problem]:
    """A title, a claim, a summary or a note has none of the mistakes that are made often."""
    chronology = context.chronology
    if not chronology.masthead.language.startswith("en"):
        return
    named: tuple[Actor | Place, ...] = (*chronology.actors.values(), *chronology.places.values())
    names = {word for one in named for name in every_name(one) for word in _WORD.findall(name.casefold())}
    for record, steps, text in our_words(chronology):
        if MISSPELT.keys().isdisjoint(_WORD.findall(text.casefold())):
            continue  # nearly every text: nothing more is asked of it
        for word in dict.fromkeys(_WORD.findall(QUOTED.sub(" ", text))):
            right = MISSPELT.get(word.casefold())
            if right is not None and word.casefold() not in names:
                yield context.problem(record, steps, Code.MISSPELT, f"'{word}' is misspelt", f"write {right}")
