"""What the months of other calendars are called, and how a date of theirs is told."""

from typing import Final

from dateline.ground.languages import Language, marked, marked_in

_HIJRI: Final = (
    marked_in("month of the hijri calendar", "Muharram"),
    marked_in("month of the hijri calendar", "Safar"),
    marked_in("month of the hijri calendar", "Rabi al-Awwal"),
    marked_in("month of the hijri calendar", "Rabi al-Thani"),
    marked_in("month of the hijri calendar", "Jumada al-Ula"),
    marked_in("month of the hijri calendar", "Jumada al-Akhira"),
    marked_in("month of the hijri calendar", "Rajab"),
    marked_in("month of the hijri calendar", "Shaban"),
    marked_in("month of the hijri calendar", "Ramadan"),
    marked_in("month of the hijri calendar", "Shawwal"),
    marked_in("month of the hijri calendar", "Dhu al-Qadah"),
    marked_in("month of the hijri calendar", "Dhu al-Hijjah"),
)
_HEBREW: Final = (
    marked_in("month of the hebrew calendar", "Nisan"),
    marked_in("month of the hebrew calendar", "Iyar"),
    marked_in("month of the hebrew calendar", "Sivan"),
    marked_in("month of the hebrew calendar", "Tammuz"),
    marked_in("month of the hebrew calendar", "Av"),
    marked_in("month of the hebrew calendar", "Elul"),
    marked_in("month of the hebrew calendar", "Tishri"),
    marked_in("month of the hebrew calendar", "Heshvan"),
    marked_in("month of the hebrew calendar", "Kislev"),
    marked_in("month of the hebrew calendar", "Tevet"),
    marked_in("month of the hebrew calendar", "Shevat"),
    marked_in("month of the hebrew calendar", "Adar"),
    marked_in("month of the hebrew calendar", "Adar II"),
)
_PERSIAN: Final = (
    marked_in("month of the persian calendar", "Farvardin"),
    marked_in("month of the persian calendar", "Ordibehesht"),
    marked_in("month of the persian calendar", "Khordad"),
    marked_in("month of the persian calendar", "Tir"),
    marked_in("month of the persian calendar", "Mordad"),
    marked_in("month of the persian calendar", "Shahrivar"),
    marked_in("month of the persian calendar", "Mehr"),
    marked_in("month of the persian calendar", "Aban"),
    marked_in("month of the persian calendar", "Azar"),
    marked_in("month of the persian calendar", "Dey"),
    marked_in("month of the persian calendar", "Bahman"),
    marked_in("month of the persian calendar", "Esfand"),
)
_COPTIC: Final = (
    marked_in("month of the coptic calendar", "Thout"),
    marked_in("month of the coptic calendar", "Paopi"),
    marked_in("month of the coptic calendar", "Hathor"),
    marked_in("month of the coptic calendar", "Koiak"),
    marked_in("month of the coptic calendar", "Tobi"),
    marked_in("month of the coptic calendar", "Meshir"),
    marked_in("month of the coptic calendar", "Paremhat"),
    marked_in("month of the coptic calendar", "Parmouti"),
    marked_in("month of the coptic calendar", "Pashons"),
    marked_in("month of the coptic calendar", "Paoni"),
    marked_in("month of the coptic calendar", "Epip"),
    marked_in("month of the coptic calendar", "Mesori"),
    marked_in("month of the coptic calendar", "Pi Kogi Enavot"),
)
_ARMENIAN: Final = (
    marked_in("month of the armenian calendar", "Navasard"),
    marked_in("month of the armenian calendar", "Hori"),
    marked_in("month of the armenian calendar", "Sahmi"),
    marked_in("month of the armenian calendar", "Tre"),
    marked_in("month of the armenian calendar", "Kaghots"),
    marked_in("month of the armenian calendar", "Arats"),
    marked_in("month of the armenian calendar", "Mehekan"),
    marked_in("month of the armenian calendar", "Areg"),
    marked_in("month of the armenian calendar", "Ahekan"),
    marked_in("month of the armenian calendar", "Mareri"),
    marked_in("month of the armenian calendar", "Margats"),
    marked_in("month of the armenian calendar", "Hrotits"),
    marked_in("month of the armenian calendar", "Avelyats"),
)
_FRENCH: Final = (
    marked_in("month of the french-republican calendar", "Vendémiaire"),
    marked_in("month of the french-republican calendar", "Brumaire"),
    marked_in("month of the french-republican calendar", "Frimaire"),
    marked_in("month of the french-republican calendar", "Nivôse"),
    marked_in("month of the french-republican calendar", "Pluviôse"),
    marked_in("month of the french-republican calendar", "Ventôse"),
    marked_in("month of the french-republican calendar", "Germinal"),
    marked_in("month of the french-republican calendar", "Floréal"),
    marked_in("month of the french-republican calendar", "Prairial"),
    marked_in("month of the french-republican calendar", "Messidor"),
    marked_in("month of the french-republican calendar", "Thermidor"),
    marked_in("month of the french-republican calendar", "Fructidor"),
    marked_in("month of the french-republican calendar", "Sansculottides"),
)
_INDIAN: Final = (
    marked_in("month of the indian-civil calendar", "Chaitra"),
    marked_in("month of the indian-civil calendar", "Vaishakha"),
    marked_in("month of the indian-civil calendar", "Jyaishtha"),
    marked_in("month of the indian-civil calendar", "Ashadha"),
    marked_in("month of the indian-civil calendar", "Shravana"),
    marked_in("month of the indian-civil calendar", "Bhadrapada"),
    marked_in("month of the indian-civil calendar", "Ashvina"),
    marked_in("month of the indian-civil calendar", "Kartika"),
    marked_in("month of the indian-civil calendar", "Agrahayana"),
    marked_in("month of the indian-civil calendar", "Pausha"),
    marked_in("month of the indian-civil calendar", "Magha"),
    marked_in("month of the indian-civil calendar", "Phalguna"),
)
_BAHAI: Final = (
    marked_in("month of the bahai calendar", "Bahá"),
    marked_in("month of the bahai calendar", "Jalál"),
    marked_in("month of the bahai calendar", "Jamál"),
    marked_in("month of the bahai calendar", "Azamat"),
    marked_in("month of the bahai calendar", "Núr"),
    marked_in("month of the bahai calendar", "Rahmat"),
    marked_in("month of the bahai calendar", "Kalimát"),
    marked_in("month of the bahai calendar", "Kamál"),
    marked_in("month of the bahai calendar", "Asmá"),
    marked_in("month of the bahai calendar", "Izzat"),
    marked_in("month of the bahai calendar", "Mashíyyat"),
    marked_in("month of the bahai calendar", "Ilm"),
    marked_in("month of the bahai calendar", "Qudrat"),
    marked_in("month of the bahai calendar", "Qawl"),
    marked_in("month of the bahai calendar", "Masáil"),
    marked_in("month of the bahai calendar", "Sharaf"),
    marked_in("month of the bahai calendar", "Sultán"),
    marked_in("month of the bahai calendar", "Mulk"),
    marked_in("month of the bahai calendar", "Ayyám-i-Há"),
    marked_in("month of the bahai calendar", "Alá"),
)
MONTHS_OF: Final = {
    "hijri": _HIJRI,
    "hebrew": _HEBREW,
    "persian": _PERSIAN,
    "coptic": _COPTIC,
    "armenian": _ARMENIAN,
    "french-republican": _FRENCH,
    "indian-civil": _INDIAN,
    "bahai": _BAHAI,
}
"""The months of each calendar but the Julian, which has those of the Gregorian one."""
_TOLD: Final = {
    "julian": marked("%(date)s (Julian)"),
    "hijri": marked("%(date)s AH"),
    "hebrew": marked("%(date)s (Hebrew)"),
    "persian": marked("%(date)s (Persian)"),
    "coptic": marked("%(date)s (Coptic)"),
    "armenian": marked("%(date)s (Armenian)"),
    "french-republican": marked("%(date)s (French Republican)"),
    "indian-civil": marked("%(date)s (Indian civil)"),
    "bahai": marked("%(date)s BE"),
}


def month_name(calendar: str, month: int, language: Language) -> str:
    """Return the name of a month: "Safar"."""
    return language.pgettext(f"month of the {calendar} calendar", MONTHS_OF[calendar][month - 1])


def with_calendar(date: str, calendar: str, language: Language) -> str:
    """Return a date in words with the calendar that it is of: "28 Safar 1439 AH", "25 October 1917 (Julian)"."""
    return language.gettext(_TOLD[calendar], date=date)
