"""Dates as editors of other languages type them: each is told with the same cure as its English."""

# ruff: noqa: RUF001 - letters of other scripts are the point

import pytest
from dateline.ground.dates import DateError, parse

MARCH = "[2031-03-01..2031-03-10]"
LASTED = "2031-03-01/2031-03-03"
EACH = "{2031-03-01,2031-03-03}"
ONE_OF = "[2031-03-01,2031-03-03]"
CURES = {
    "-0043": (
        "44 v. Chr.",
        "44 av. J.-C.",
        "44 a.C.",
        "44 до н. э.",
        "44 eaa.",
        "44 ق.م",
        "44 p.n.e.",
        "44 př. n. l.",
        "公元前44年",
        "紀元前44年",
        "기원전 44년",
        "Kr. e. 44",
        "44 f.Kr.",
        "44 M.Ö.",
    ),
    "-0043-03-15": ("15 mars 44 av. J.-C.", "15. März 44 v. Chr.", "15 marzo 44 a.C."),
    "0079": ("79 n. Chr.", "79 apr. J.-C.", "79 d.C.", "79 н. э."),
    "-04XX": ("5. Jahrhundert v. Chr.", "Ve siècle av. J.-C.", "siglo V a. C.", "V век до н. э."),
    "15XX": (
        "sec. XVI",
        "XVI secolo",
        "s. XVI",
        "século XVI",
        "XVI w.",
        "16. století",
        "1500-tallet",
        "1500-luku",
        "16世紀",
    ),
    "197X": ("1970-tallet", "1970-luku", "los años 1970", "anni 1970", "1970-е годы", "1970年代", "années 1970"),
    "[1800..1833]": ("начало XIX века", "principios del siglo XIX", "Anfang des 19. Jahrhunderts"),
    "[1920..1923]": ("début des années 1920", "Anfang der 1920er Jahre"),
    MARCH: (
        "Anfang März 2031",
        "début mars 2031",
        "principios de marzo de 2031",
        "inizio marzo 2031",
        "в начале марта 2031",
        "أوائل مارس 2031",
        "początek marca 2031",
        "2031年3月上旬",
    ),
    "[2031-09..2031-12]": ("Ende 2031", "fin 2031", "finales de 2031", "конец 2031", "أواخر 2031"),
    "2030-22": (
        "été 2030",
        "verano de 2030",
        "im Sommer 2030",
        "летом 2030 года",
        "2030年夏",
        "صيف عام 2030",
        "sommaren 2030",
    ),
    "2030-35": ("troisième trimestre 2030", "tercer trimestre de 2030", "T3 2030", "2030年第3四半期", "2030년 3분기"),
    "[2030-01..2030-06]": ("1er semestre 2030", "primer semestre de 2030", "1. Halbjahr 2030"),
    LASTED: (
        "vom 1. bis 3. März 2031",
        "1.-3. März 2031",
        "1 al 3 de marzo de 2031",
        "du 1er au 3 mars 2031",
        "с 1 по 3 марта 2031 года",
        "od 1 do 3 marca 2031",
        "dal 1 al 3 marzo 2031",
        "من 1 إلى 3 مارس 2031",
        "de 1 a 3 de março de 2031",
        "2031年3月1日至3日",
        "van 1 tot 3 maart 2031",
    ),
    EACH: ("1 et 3 mars 2031", "1. und 3. März 2031", "1 y 3 de marzo de 2031", "1 и 3 марта 2031"),
    ONE_OF: ("1 ou 3 mars 2031", "1. oder 3. März 2031", "1 или 3 марта 2031"),
    "2030-12-30/2031-01-02": ("30 décembre 2030 – 2 janvier 2031", "30. Dezember 2030 - 2. Januar 2031"),
    "[..2031-02-28]": ("vor dem 1. März 2031", "avant le 1er mars 2031", "antes del 1 de marzo de 2031"),
    "[2031-03-01..]": ("desde el 1 de marzo de 2031", "seit dem 1. März 2031", "depuis le 1er mars 2031"),
    "1990/..": ("1990 – heute", "1990 à nos jours", "с 1990 года"),
    "[1990..1995]": ("entre 1990 y 1995", "между 1990 и 1995", "zwischen 1990 und 1995"),
    "2031-03-02T14:30": (
        "2 mars 2031 à 14h30",
        "2. März 2031 um 14.30 Uhr",
        "el 2 de marzo de 2031 a las 14:30",
        "2 марта 2031 г. в 14:30",
        "2 Mart 2031 saat 14:30",
        "2.3.2031 klo 14.30",
        "2031年3月2日 午後2時30分",
        "2031년 3월 2일 오후 2시 30분",
    ),
    "2017-11-17": (
        "17 tháng 11 năm 2017",
        "१७ नवंबर २०१७",
        "17 نوفمبر/تشرين الثاني 2017",
        "17 تشرين الثاني (نوفمبر) 2017",
        "17 Noyabr 2017",
        "2017. gada 17. novembris",
        "2017 m. lapkričio 17 d.",
        "marraskuun 17. päivä 2017",
        "17 нояб. 2017",
        "ב-17 בנובמבר 2017",
        "17 พฤศจิกายน 2560",
        "8 Hidar 2010",
    ),
    "2017-02-17": ("17 févr. 2017", "17 feb 2017", "17 únor 2017"),
    "1945-05-09": ("9 мая 1945 года", "9. mai 1945", "9 maja 1945", "9 mayıs 1945"),
    "[..2031-03-06]": ("unbekannt", "inconnue", "desconocida", "неизвестно", "不明", "غير معروف"),
}
OF_CALENDARS = {
    'write date: "1917-10-25" and calendar: julian': ("25 октября 1917 (ст. ст.)", "25. Oktober 1917 a. St."),
    'write date: "5778-08-28" and calendar: hebrew': ('כ"ח בחשוון תשע"ח', "כ״ח בחשוון ה׳תשע״ח"),
    'write date: "5708-02-05" and calendar: hebrew': ("ה' באייר תש\"ח",),
    'write date: "1439" and calendar: hijri': ("1439 هـ",),
    'write date: "1396-08-26" and calendar: persian': ("26 Aban 1396 SH", "۲۶ آبان ۱۳۹۶"),
    'write date: "0002-11-09" and calendar: french-republican': ("9 Thermidor II", "nonidi 9 thermidor an II"),
    'write date: "1396-01-01" and calendar: persian': ("Nawruz 1396",),
}


def cure_of(typed: str) -> str:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    return refused.value.cure


@pytest.mark.parametrize("typed, meant", [(typed, meant) for meant, texts in CURES.items() for typed in texts])
def test_a_date_in_another_language_is_told_as_its_english(typed: str, meant: str) -> None:
    assert meant in cure_of(typed)


@pytest.mark.parametrize("typed, said", [(typed, said) for said, texts in OF_CALENDARS.items() for typed in texts])
def test_a_date_of_another_calendar_is_told_with_it_in_its_own_letters(typed: str, said: str) -> None:
    assert said in cure_of(typed)


def test_what_two_languages_call_differently_is_asked() -> None:
    assert cure_of("17 listopada 2017 r.").count("write ") == 2
