"""The words of several languages that the reading lint knows: numbers, bounds, months, and how they bend."""

# ruff: noqa: RUF001 - letters of other scripts are the point

from typing import Final

ARTICLES: Final = {
    "en": ("a", "an"),
    "de": ("ein", "eine", "einen", "einem", "einer", "eines"),
    "fr": ("un", "une"),
    "es": ("un", "una"),
    "it": ("un", "uno", "una"),
    "pt": ("um", "uma"),
    "nl": ("een",),
}
"""Articles that stand for the number one."""

NUMBERS: Final[dict[str, dict[int, tuple[str, ...]]]] = {
    "en": {
        0: ("no", "none", "nobody", "nil", "neither"),
        1: ("single", "another", "once", "lone", "sole"),
        2: ("couple", "pair", "both", "twice", "duo"),
        3: ("trio", "thrice"),
        6: ("half a dozen", "half dozen"),
        100: ("a hundred",),
        1000: ("a thousand",),
        1_000_000: ("a million",),
    },
    "de": {
        0: ("kein", "keine", "keinen", "keiner", "keinerlei", "niemand"),
        1: ("einzig", "einzige", "einziger", "einziges", "einmal"),
        2: ("zwo", "zweier", "zweien", "beide", "beiden", "zweimal", "paar"),
        3: ("dreier", "dreien"),
        6: ("halbes dutzend", "halben dutzend"),
        100: ("hundert",),
        1000: ("tausend",),
    },
    "fr": {
        0: ("aucun", "aucune", "personne"),
        1: ("seul", "seule"),
        2: ("couple", "les deux"),
        6: ("demi douzaine",),
        8: ("huitaine",),
        10: ("dizaine",),
        15: ("quinzaine",),
        20: ("vingtaine",),
        30: ("trentaine",),
        40: ("quarantaine",),
        50: ("cinquantaine",),
        60: ("soixantaine",),
        100: ("centaine",),
        1000: ("millier",),
    },
    "es": {
        0: ("ningun", "ninguna", "ninguno", "nadie"),
        1: ("solo", "unico", "unica"),
        2: ("ambos", "ambas", "par"),
        6: ("media docena",),
        10: ("una decena",),
        15: ("una quincena",),
        20: ("una veintena",),
        30: ("una treintena",),
        100: ("un centenar",),
        1000: ("un millar",),
    },
    "it": {10: ("una decina",), 20: ("una ventina",), 30: ("una trentina",), 100: ("un centinaio",)},
    "ru": {
        0: ("нет", "никто", "никого", "без"),
        2: ("двое", "двоих", "оба", "обе", "обоих", "пара"),
        3: ("трое", "троих"),
        4: ("четверо", "четверых"),
        5: ("пятеро", "пятерых"),
        6: ("шестеро", "шестерых"),
        7: ("семеро", "семерых"),
        10: ("десяток", "десятка"),
        100: ("сотня", "сотни"),
        1000: ("тысяча", "тысячи", "тысячу"),
    },
    "tr": {0: ("hic", "hicbir", "yok"), 1: ("tek",), 2: ("cift", "ikisi"), 6: ("yarim duzine",)},
    "ar": {0: ("لا", "اي", "بدون", "دون"), 1: ("واحد", "واحده"), 2: ("كلا",)},
    "fa": {0: ("هیچ", "بدون"), 1: ("یک", "یکی"), 2: ("هر دو",)},
}
"""Words for a number beside the cardinal, without accents."""

DOZENS: Final = {
    "en": ("dozen",),
    "de": ("dutzend",),
    "fr": ("douzaine", "douzaines"),
    "es": ("docena", "docenas"),
    "it": ("dozzina", "dozzine"),
    "ru": ("дюжина", "дюжину", "дюжины"),
    "tr": ("duzine",),
}
"""Twelve, where a number stands before it; "dozens" alone is no number."""

SCALES: Final[dict[str, dict[int, tuple[str, ...]]]] = {
    "en": {1000: ("thousand", "k"), 10**6: ("million", "m", "mn"), 10**9: ("billion", "bn")},
    "de": {1000: ("tausend",), 10**6: ("million", "millionen", "mio"), 10**9: ("milliarde", "milliarden", "mrd")},
    "fr": {1000: ("mille", "milliers"), 10**6: ("million", "millions"), 10**9: ("milliard", "milliards")},
    "es": {1000: ("mil", "miles"), 10**6: ("millon", "millones")},
    "it": {1000: ("mila",), 10**6: ("milione", "milioni"), 10**9: ("miliardo", "miliardi")},
    "ru": {
        1000: ("тыс", "тысяча", "тысячи", "тысяч"),
        10**6: ("млн", "миллион", "миллиона", "миллионов"),
        10**9: ("млрд", "миллиард", "миллиарда", "миллиардов"),
    },
    "tr": {1000: ("bin",), 10**6: ("milyon",), 10**9: ("milyar",)},
    "ar": {1000: ("الف", "الفا", "الاف"), 10**6: ("مليون", "ملايين"), 10**9: ("مليار", "مليارات")},
    "fa": {1000: ("هزار",), 10**6: ("میلیون",), 10**9: ("میلیارد",)},
}
"""What is written behind a number in digits: "2 million"."""

MORE: Final = {
    "en": ("more than", "over", "above", "exceeding", "upwards of", "in excess of", "greater than"),
    "de": ("mehr als", "uber", "oberhalb von"),
    "fr": ("plus de", "plus d", "au dela de"),
    "es": ("mas de", "por encima de", "superior a"),
    "it": ("piu di", "oltre"),
    "pt": ("mais de",),
    "nl": ("meer dan", "ruim"),
    "ru": ("более", "больше", "свыше", "более чем", "больше чем"),
    "ar": ("اكثر من", "ما يزيد عن", "ما يزيد على", "يزيد عن", "ازيد من"),
    "fa": ("بیش از", "بیشتر از"),
    "tr": (),
}
FEWER: Final = {
    "en": ("fewer than", "less than", "under", "below"),
    "de": ("weniger als", "unter"),
    "fr": ("moins de", "moins d"),
    "es": ("menos de",),
    "it": ("meno di",),
    "pt": ("menos de",),
    "nl": ("minder dan",),
    "ru": ("менее", "меньше", "менее чем"),
    "ar": ("اقل من",),
    "fa": ("کمتر از",),
    "tr": (),
}
MORE_AFTER: Final = {"tr": ("fazla", "askin", "cok"), "en": ("plus",)}
"""Words behind a number that make it a bound which it lies above."""
FEWER_AFTER: Final = {"tr": ("az",)}

HEDGES: Final = {
    "en": (
        *("at least", "at most", "up to", "as many as", "about", "around", "some", "nearly", "almost", "approximately"),
        *("roughly", "close to", "between", "a maximum of", "a minimum of", "or", "to", "an estimated", "as few as"),
    ),
    "de": ("mindestens", "höchstens", "bis zu", "etwa", "rund", "ungefähr", "fast", "knapp", "circa", "ca", "zwischen"),
    "fr": ("au moins", "au plus", "jusqu a", "environ", "quelque", "près de", "presque", "entre"),
    "es": ("al menos", "por lo menos", "hasta", "unos", "unas", "cerca de", "casi", "alrededor de", "entre"),
    "it": ("almeno", "fino a", "circa", "quasi", "tra", "fra"),
    "pt": ("pelo menos", "até", "cerca de", "quase", "entre"),
    "nl": ("ten minste", "minstens", "tot", "ongeveer", "bijna", "tussen"),
    "ru": ("не менее", "не более", "до", "около", "примерно", "почти", "порядка", "от", "как минимум"),
    "ar": ("على الاقل", "ما لا يقل عن", "لا يقل عن", "حتى", "نحو", "حوالي", "قرابة", "ما يقارب", "بين"),
    "fa": ("حداقل", "دست کم", "حداکثر", "حدود", "نزدیک به", "بین"),
    "tr": ("en az", "en fazla", "yaklaşık", "civarında", "neredeyse"),
}
"""Words before a number that leave open whether it is exact; which bound it is, only a reader can say."""
RANGES: Final = frozenset(
    {"to", "or", "bis", "oder", "a", "ou", "o", "до", "или", "الی", "او", "تا", "یا", "ila", "veya", "-", "–"}
)
"""Words behind a number that make it one end of a range, in plain form."""
SAYING: Final = {
    "en": (
        *("said", "says", "say", "saying", "told", "announced", "announces", "claimed", "claims"),
        *("reported", "reports"),
        *("stated", "denied", "denies", "confirmed", "confirms", "declared", "added", "according to", "admitted"),
        *("wrote", "writes", "tweeted", "published", "alleged", "alleges", "acknowledged", "warned", "insisted"),
    ),
    "de": ("sagte", "sagt", "sagten", "meldete", "meldet", "berichtete", "berichtet", "erklärte", "bestätigte"),
    "fr": ("dit", "déclaré", "annoncé", "affirmé", "selon", "indiqué", "rapporté", "démenti", "confirmé"),
    "es": ("dijo", "dicen", "anunció", "afirmó", "según", "informó", "declaró", "negó", "confirmó"),
    "it": ("detto", "ha annunciato", "secondo", "dichiarato", "affermato", "riferito", "smentito", "confermato"),
    "pt": ("disse", "anunciou", "afirmou", "segundo", "declarou", "informou", "negou", "confirmou"),
    "nl": ("zei", "zegt", "meldde", "meldt", "volgens", "verklaarde", "bevestigde", "ontkende"),
    "ru": (
        *("сказал", "сказала", "сообщил", "сообщила", "сообщило", "сообщили", "заявил", "заявила", "заявили"),
        *("по данным", "по словам", "подтвердил", "подтвердила", "опроверг", "опровергла", "объявил", "объявила"),
    ),
    "ar": (
        *("قال", "قالت", "قالوا", "اعلن", "اعلنت", "افاد", "افادت", "ذكر", "ذكرت", "زعم", "زعمت", "نفى", "نفت"),
        *("اكد", "اكدت", "صرح", "صرحت", "بحسب", "حسب", "وفق", "وفقا", "اشار", "اشارت", "اضاف", "اضافت", "نقلت"),
    ),
    "fa": ("گفت", "گفتند", "اعلام کرد", "گزارش داد", "به گفته", "تایید کرد", "تکذیب کرد", "افزود"),
    "tr": ("dedi", "söyledi", "açıkladı", "duyurdu", "bildirdi", "göre", "doğruladı", "yalanladı", "iddia etti"),
}
"""Words by which somebody says something, in the forms in which reports have them."""

BENT: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "fr": (("un", "une"), ("vingt", "vingts"), ("cent", "cents"), ("mille", "mil")),
    "es": (
        ("uno", "un", "una"),
        ("veintiuno", "veintiun", "veintiuna"),
        ("cien", "ciento"),
        *((f"{stem}os", f"{stem}as") for stem in ("doscient", "trescient", "cuatrocient", "quinient", "seiscient")),
        *((f"{stem}os", f"{stem}as") for stem in ("setecient", "ochocient", "novecient")),
    ),
    "it": (("uno", "un", "una"),),
    "pt": (("um", "uma"), ("dois", "duas")),
    "ru": (
        ("один", "одна", "одно", "одного", "одной", "одному", "одну", "одним", "одном"),
        ("два", "две", "двух", "двум", "двумя"),
        ("три", "трех", "трем", "тремя"),
        ("четыре", "четырех", "четырем", "четырьмя"),
        ("восемь", "восьми", "восемью"),
        *((f"{stem}ь", f"{stem}и", f"{stem}ью") for stem in ("пят", "шест", "сем", "девят", "десят", "тридцат")),
        *((f"{stem}цать", f"{stem}цати", f"{stem}цатью") for stem in ("одиннад", "двенад", "тринад", "четырнад")),
        *((f"{stem}цать", f"{stem}цати", f"{stem}цатью") for stem in ("пятнад", "шестнад", "семнад", "восемнад")),
        *((f"{stem}цать", f"{stem}цати", f"{stem}цатью") for stem in ("девятнад", "двад")),
        ("сорок", "сорока"),
        ("пятьдесят", "пятидесяти"),
        ("шестьдесят", "шестидесяти"),
        ("семьдесят", "семидесяти"),
        ("восемьдесят", "восьмидесяти"),
        ("девяносто", "девяноста"),
        ("сто", "ста"),
        ("двести", "двухсот"),
        ("триста", "трехсот"),
        ("тысяча", "тысячи", "тысячу", "тысяч"),
    ),
    "ar": (
        ("واحد", "واحده", "احد", "احدى"),
        ("اثنان", "اثنين", "اثنتان", "اثنتين"),
        ("اثنا", "اثني", "اثنتا", "اثنتي"),
        *((f"{stem}ه", stem) for stem in ("ثلاث", "اربع", "خمس", "ست", "سبع", "تسع", "عشر")),
        ("ثمانيه", "ثمان", "ثماني"),
        ("عشر", "عشره"),
        *((f"{stem}ون", f"{stem}ين") for stem in ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")),
        ("مائه", "مئه", "مايه", "ميه"),
        ("مئتا", "مئتان", "مئتين", "مائتان", "مائتين", "مائتا"),
        ("الفا", "الفان", "الفين"),
    ),
}
"""Forms of one number word, by case and gender; each may stand for the others."""

TURKISH_PARTS: Final = (
    *("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", "yirmi", "otuz", "kırk"),
    *("elli", "altmış", "yetmiş", "seksen", "doksan", "yüz", "bin", "milyon", "milyar"),
)
"""What Turkish numbers are made of: written apart in prose, together on cheques."""

MONTH_LOCALES: Final = {
    "ar": ("ar", "ar_SY", "ar_IQ", "ar_EG", "ar_MA", "ar_DZ"),
    "ku": ("ku", "ckb", "kmr"),
    "de": ("de", "de_AT"),
}
"""Regional names of months: the Levant and Iraq write other ones than Egypt, the Gulf or the Maghreb."""

MONTHS_BESIDE: Final = {("en", 9): ("sept",), ("tr", 12): ("aralik",), ("es", 9): ("setiembre",)}
"""Names of months that the locale data lack."""

LETTERS: Final = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe",
    "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه",
}  # fmt: skip
"""Letters that keyboards have in two forms, or that lose their accent in other languages' texts."""
SIGNS: Final = {"-": " ", '"': " ", "٫": ".", "٬": ","}

ORDINAL_ENDINGS: Final = ("st", "nd", "rd", "th", "er", "º", "o", "ª", "го", "ого", "е")
"""What makes a number in digits an ordinal: "17th"; º and ª are o and a in plain form."""
LINKS: Final = (
    *("of", "the", "and", "to", "or", "until", "till", "through"),
    *("de", "del", "di", "et", "y", "e", "au", "al", "a", "ou"),
    *("und", "bis", "den", "oder", "ve", "и", "до", "по", "و", "من", "الی", "تا"),
)
"""Words that may stand between a day's number and its month, or between two days of a list."""
