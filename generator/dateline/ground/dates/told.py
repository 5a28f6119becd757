"""Any date in words: plain, with times of day, or of another calendar."""

from dateline.ground.dates import in_words as plain
from dateline.ground.dates.values import Edtf
from dateline.ground.dates.words_of_calendars import calendared_in_words
from dateline.ground.dates.words_of_times import time_in_words as time_alone
from dateline.ground.dates.words_of_times import times_in_words
from dateline.ground.languages import ENGLISH, Language


def in_words(when: Edtf, language: Language = ENGLISH) -> str:
    """Return the date in words: "17 November 2017", "14:30 on 8 November 2017", "28 Safar 1439 AH, about …"."""
    if not when.text:
        return language.gettext("date not known")
    if when.calendar is not None:
        return calendared_in_words(when, language)
    return times_in_words(when, language) if when.has_times else plain.in_words(when, language)


def time_in_words(when: Edtf, language: Language = ENGLISH) -> str:
    """Return the time of day alone, for a list of one day's events: "14:30"; "" where the date names none."""
    return time_alone(when, language) if when.has_times else ""
