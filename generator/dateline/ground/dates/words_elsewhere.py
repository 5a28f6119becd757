"""What other languages say of a date besides its month, in the English that all else of what is offered understands.

Each is a word or two: eras, centuries, decades, seasons and parts of a time, what stands between
two dates and before an hour, and that nobody knows.
"""

# ruff: noqa: RUF001 - letters of other scripts are the point

import re
from collections.abc import Callable
from typing import Final

_UNKNOWN: Final = (
    "unbekannt|inconnue?|desconocid[ao]|sconosciut[ao]|desconhecid[ao]|onbekend|okän[dt]|uken(?:dt|t)|ukjent"
    "|tuntematon|nieznan[aey]|neznám[éáýy]|неизвестн[оаы]|невідом[оаі]|bilinmiyor|necunoscut[ăa]?|άγνωστ[οη]"
    "|ismeretlen|غير معروف|مجهول|نامعلوم|לא ידוע|不明|不[详詳]|未[详詳知]|미상"
)
_OF_THE_SOURCE: Final = (
    "heute|gestern|vorgestern|aujourd['’]hui|hier|ayer|hoy|oggi|ieri|hoje|ontem|вчера|сегодня|dün|bugün|أمس|اليوم"
)
_NOW: Final = (
    "heute|aujourd['’]hui|présent|(?:à )?nos jours|actualidad|hoy|oggi|hoje|dziś|наст(?:оящее|\\.) ?время|н\\. ?в\\."
    "|الآن|اليوم|今|現在"
)
_BEFORE_CHRIST: Final = (
    r"v\. ?(?:u\. ?z\.|chr\.|christus|o\. ?j\.)|vor (?:christus|unserer zeit(?:rechnung)?)"
    r"|avant (?:j\.?-c\.?|jésus-christ|notre ère)|av\. ?j\.?-c\.?|a\. ?(?:de )?c\.|a\.? ?n\. ?e\.|antes de cristo"
    r"|avanti cristo|до н\. ?[эе]\.?|до нашей эры|до нашої ери|преди новата ера|пр\. ?н\. ?е\.|p\. ?n\. ?e\."
    r"|przed naszą erą|př\. ?n\. ?l\.|před naším letopočtem|pred n\. ?l\.|pr\. ?(?:kr|n\. ?(?:e|št))\.|f\. ?kr\.?"
    r"|fvt\.?|f\. ?v\. ?t\.|før vår tidsregning|eaa\.?|ekr\.?|m\. ?ö\.?|mö|i\. ?e\.|kr\. ?e\.|î\. ?(?:hr|e\. ?n)\."
    r"|π\. ?χ\.|ق\. ?م\.?|قبل الميلاد|پیش از میلاد|לפנה[\"״]ס|לפני הספירה|tcn"
)
_AFTER_CHRIST: Final = (
    r"n\. ?(?:chr\.|christus|u\. ?z\.)|nach christus|ap(?:r|rès)?\.? ?(?:j\.?-c\.?|jésus-christ)|de notre ère"
    r"|d\. ?(?:de )?c\.|después de cristo|dopo cristo|depois de cristo|н\. ?[эе]\.|нашей эры|нашої ери|n\. ?e\."
    r"|naszej ery|n\. ?l\.|e\. ?kr\.?|evt\.?|jaa\.?|jkr\.?|m\. ?s\.|i\. ?sz\.|kr\. ?u\.|d\. ?hr\.|μ\. ?χ\."
    r"|م\.?|ميلادي[ةه]?|میلادی|לספירה"
)
_CENTURY: Final = (
    r"jahrhunderts?|jh\.?|jhd?t?\.?|stol(?:etí|etje|\.)|storočie|vek|век[а-я]?|århundrede|århundre(?:t)?|század|sz\."
    r"|yüzyıl(?:da)?|yy\.?|gadsimts|siècle|secolo|sec\.|s\.|в\.|ст\.|ст(?:олетие|оліття)|wieku?|w\.|veac|αιώνας|eeuw"
)
_CENTURY_BEFORE: Final = r"siglo|secolo|sec\.|secolul|século|séc\.|segle|s\."
_DECADES_BEFORE: Final = r"années |anys |años |anni |anos |lata |jaren |década de(?: los)? |decennio "
_DECADE_BEHIND: Final = (
    r"er(?: jahren?)?|\. ?léta|-(?:talet|tallet|luku|luvulla)|年代|년대|['’](?:ler|lar|li yıllar|lı yıllar)"
    r"|-?(?:е|х|ті|тих)(?: годы| годах| годов| гг\.?| роки| роках)?"
)
_FIRST: Final = r"(?:premier|primer|primo|primeiro|erstes|1er|1\.?|i)"
_SECOND: Final = r"(?:deuxième|second|segundo|secondo|zweites|2e|2\.?|ii)"
_THIRD: Final = r"(?:troisième|tercer|terzo|terceiro|drittes)"
_FOURTH: Final = r"(?:quatrième|cuarto|quarto|viertes|último)"
_HALF_YEAR: Final = r"(?:semestre|halbjahr|półrocze|полугодие)(?: del?)? (\d{4})"
_SEASONS: Final = {
    "spring": (
        "frühling|frühjahr|printemps|primavera|lente|voorjaar|vår(?:en)?|forår(?:et)?|kevä(?:t|ällä)|wiosn[aąęy]"
        "|jar[oa]|vesn[aou]|весн[аойыеу]+|навесні|ilkbahar|άνοιξη|tavasz|primăvara|proljeće|пролет|春天?|春季|봄|אביב"
        "|ربيع|بهار"
    ),
    "summer": (
        "sommer(?:en)?|été|verano|estate|verão|zomer|sommar(?:en)?|kes(?:ä|ällä)|lat(?:o|em)|lét(?:o|ě)"
        "|лет(?:о|ом|а)|літ(?:о|ку)|yaz|καλοκαίρι|nyár|vara|ljeto|лято|夏天?|夏季|여름|קיץ|صيف|تابستان"
    ),
    "autumn": (
        "herbst|automne|otoño|autunno|outono|herfst|najaar|höst(?:en)?|høst(?:en)?|efterår(?:et)?|syksy(?:llä)?"
        "|jesie(?:ń|ni|nią)|podzimu?|осен[ьиюя]+|ос(?:інь|ені)|восени|sonbahar|güz|φθινόπωρο|ősz|toamna|jesen|есен"
        "|秋天?|秋季|가을|סתיו|خريف|پاییز"
    ),
    "winter": (
        "winters?|hiver|invierno|inverno|vinter(?:en)?|talv(?:i|ella)|zim(?:a|ą|ie|ě|y)|зим[аойыеу]+|взимку|kış"
        "|χειμώνας|tél|iarna|冬天?|冬季|겨울|חורף|شتاء|زمستان"
    ),
}
_IN: Final = r"(?:(?:im|en|in|au|à l['’]|l['’]|el|la|na|no|v|w|в|på|om) ?)?"
_OF: Final = (
    r"(?:de la |de l['’]|del? |du |des? |der |d['’]|della |dell['’]|di |do |da |van (?:het )?|von |av |af |of |im |in )"
)
_PARTS: Final = {
    "early": (
        r"(?:zu )?(?:anfang|beginn)|(?:au )?début|(?:a )?(?:principios|inicios|comienzos)|(?:all?['’ ])?inizio"
        r"|agli inizi|(?:no )?(?:início|começo)|begin|början|begyndelsen|(?:na )?począt(?:ek|ku)|začát(?:ek|kem)"
        r"|(?:в )?начал[оаеу]|(?:на )?почат(?:ок|ку)|(?:في )?(?:أوائل|مطلع|بداية)|اوایل"
    ),
    "mid": (
        r"mitte|(?:à la )?mi-|(?:au )?milieu|(?:a )?mediados|(?:a )?metà|(?:em )?meados|medio|midden|mitten|midten"
        r"|(?:w )?połow(?:a|ie)|(?:v )?polovin[aěu]|(?:в )?середин[аеыуі]|(?:في )?(?:منتصف|أواسط)|اواسط"
    ),
    "late": (
        r"(?:gegen )?ende|(?:à la |en )?fin|(?:a )?(?:finales|fines)|(?:alla )?fine|(?:no )?(?:fim|final|finais)"
        r"|einde?|slutet|slutningen|(?:pod )?kon(?:iec|cem|ec)|(?:в )?кон(?:ец|це)|кінець|наприкінці"
        r"|(?:في )?(?:أواخر|نهاية)|اواخر"
    ),
}
_FROM: Final = "vom?|du|del?|dal?|da|desde(?: el)?|van|från|fra|od|с|со|з|із|من|از"
_TO: Final = "bis(?: zum)?|au|à|al?|hasta(?: el)?|até|tot(?: en met)?|till?|do|по|до|إلى|الى|حتى|تا"
_HOURS: Final = (
    r"um|gegen|à|a las?|alle(?: ore)?|ore|às|om|kl\.?|klo|o(?: godz\.?)?|godz\.?|ve?|в|о|об|saat|στις|la ora|u|lúc"
    r"|الساعة|ساعت|בשעה"
)
_OR: Final = "oder|ou|o|ó|или|або|чи|lub|albo|nebo|veya|of|eller|tai|vagy|ή|أو|یا|או"
_AND: Final = "und|et|y|e|en|og|och|ja|i|a|и|та|ve|és|και|و|ו"
_ARTICLE: Final = "dem|den|der|das|le|la|el|il|lo|o|os|els?"
_HEBREW_LETTERS: Final = dict(
    zip(
        "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
        (*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400, 20, 40, 50, 80, 90),
        strict=True,
    )
)
"""The letters as numbers, those of the end of a word behind."""
_MOST_DAYS: Final = 30


def _one(found: re.Match[str]) -> str:
    """Return what a pattern has caught, in whichever of its groups."""
    return next((text for text in found.groups() if text is not None), "")


def _decade(found: re.Match[str]) -> str:
    year = _one(found)
    return f"{year}s" if len(year) > 2 else f"'{year}s"  # noqa: PLR2004 - digits


def _digit(sign: str) -> str:
    return str("一二三四".index(sign) + 1) if sign in "一二三四" else sign


def _hebrew_number(found: re.Match[str]) -> str:
    """Return a number that is written in Hebrew letters; a year without its thousands is of the sixth one."""
    number = sum(_HEBREW_LETTERS.get(letter, 0) for letter in found[1])
    return str(number + 5000 if number > _MOST_DAYS else number)


def _days_of_a_month(found: re.Match[str]) -> str:
    year, month, first, other, last = found.groups()
    return f"{year}-{month:>02}-{first:>02} to {year}-{other or month:>02}-{last:>02}"


def _time_of_a_day(found: re.Match[str]) -> str:
    year, month, day, half, hour, minute = found.groups()
    part = {"午前": "am", "上午": "am", "오전": "am", None: ""}.get(half, "pm")
    return f"{year}-{month:>02}-{day:>02} at {hour}:{minute or '0':>02}{part}"


_Instead = str | Callable[[re.Match[str]], str]
_TABLE: Final[tuple[tuple[str, _Instead], ...]] = (
    # --- that nobody knows, or that it is counted from the source ---
    (rf"^(?:datum |date |fecha |дата )?(?:{_UNKNOWN})$", "unknown"),
    (rf"^(?:{_OF_THE_SOURCE})$", "yesterday"),
    (rf"(?<=\d)(?: ?[-–/]| bis| à| hasta(?: la)?| a| до| do| по)? ?(?:{_NOW})$", " – present"),
    # --- what stands beside a date ---
    (r"(?<=\d) (?:г\.?|года?|году|року|рік|р\.|r\.|roku)(?=$|,? )|(?<=\d)(?:г\.|年度)(?=$| )", ""),
    (r"(?<=[^\W\d]) (?:عام|سنة|لعام|لسنة|del año|roku|yılı) (?=\d{3,4})", " "),
    (rf"(?<=[^\W\d]) (?:{_ARTICLE}) (?=\d)", " "),
    (r"(?<![א-ת])(?:ה['׳])?([א-ת]{1,4}[\"״][א-ת]|[א-ת]['׳])(?![א-ת])", _hebrew_number),
    (r"(?:^| )ב-?(?=\d|[א-ת]{2})", " "),
    (
        r" \(?(?:ст\. ?ст\.|по старому стилю|старого стиля|alten stils|a\. ?st\.|vieux style|estilo antiguo)\)?$",
        " O.S.",
    ),
    (r" \(?(?:н\. ?ст\.|по новому стилю|нового стиля|neuen stils|n\. ?st\.|nouveau style|estilo nuevo)\)?$", " N.S."),
    (r"kuun(?= \d)", "kuu"),
    (r"(?<=\d)(?:-?[áaeéiö]n|-én|-án)$", ""),
    (
        (
            r"^(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일号號] ?(午前|上午|오전|午後|下午|오후)? ?"
            r"(\d{1,2})(?:[時时点點시]|:(?=\d))(?: ?(\d{1,2})[分분]?)?$"
        ),
        _time_of_a_day,
    ),
    (r"(?<=[\u0e00-\u0e7f.] )(?=2[45]\d\d$)", "พ.ศ. "),
    (r"^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$", r"\3-\2-\1"),
    (r"^(\d{4})\. ?(?:gada|m\.) (\d{1,2})\. ?(.+)$", r"\2 \3 \1"),
    (r"^(\d{4}) m\. ([^\W\d]+) (?:mėn\. )?(\d{1,2}) d\.$", r"\3 \2 \1"),
    (r"^([^\W\d]+) (\d{1,2})\. päivä(?:nä)? (\d{4})$", r"\2 \1 \3"),
    (r"(?<=[^\W\d]) ?[/(] ?[\u0600-\u06ff ]+\)?(?= \d{4}$)", ""),
    # --- eras ---
    (
        r"^(?:紀元前|公元前|西元前|前|기원전 ?)(\d{1,4})(?:年|년)?$|^(?:kr|i)\. ?e\. (\d{1,4})$",
        lambda found: f"{_one(found)} BCE",
    ),
    (
        r"^(?:公元|西元|西暦|서기 ?)(\d{1,4})(?:年|년)?$|^(?:kr\. ?u|i\. ?sz)\. (\d{1,4})$",
        lambda found: f"{_one(found)} CE",
    ),
    (rf"(?:(?<=\d)| ),? ?(?:{_BEFORE_CHRIST})$", " BCE"),
    (rf"(?<=\d),? ?(?:{_AFTER_CHRIST})$", " CE"),
    # --- parts of a time ---
    (r"^(\d{4})年(\d{1,2})月(?:上旬|初)$", r"early \1-\2"),
    (r"^(\d{4})年(\d{1,2})月中旬?$", r"mid \1-\2"),
    (r"^(\d{4})年(\d{1,2})月(?:下旬|底|末)$", r"late \1-\2"),
    *((rf"^(?:{names})(?:(?<=-)|(?!\w)) ?{_OF}?(?=\S)", f"{part} ") for part, names in _PARTS.items()),
    # --- centuries and decades ---
    (
        (
            rf"(?:^|(?<= ))(?:im |das |au |nel |w |в )?([ivx]+|\d{{1,2}})(?:e|ème|er|º|ος|ste|de|-?й)? ?\.? ?"
            rf"(?:{_CENTURY})(?=$| b?ce)|(?:^|(?<= ))(?:el |in |no )?(?:{_CENTURY_BEFORE}) ([ivx]+)(?=$| b?ce)"
            r"|^(\d{1,2})(?:世[纪紀]|세기)$"
        ),
        lambda found: f"{_one(found) if _one(found).isalpha() else _one(found) + 'th'} century",
    ),
    (r"^(?:the )?c ?(\d{2})(?:th)?$|^(\d{2}) ?c$", lambda found: f"{_one(found)}th century"),
    (r"^(\d\d)00-?(?:tallet|talet|luku|luvulla)$", r"\1XX"),
    (
        (
            rf"(?:^|(?<= ))(?:die |les |los |las |gli |os |the )?(?:{_DECADES_BEFORE})(?:de )?['’]?"
            r"(\d{4}|\d0)\.?$"
            rf"|(?:^|(?<= ))(?:die |в )?(\d{{4}}|\d0)(?:{_DECADE_BEHIND})$"
        ),
        _decade,
    ),
    # --- quarters and halves of a year ---
    *(
        (rf"^(?:le )?{name} (?=trimestre|quartal)", f"{number} ")
        for number, name in enumerate((_FIRST, _SECOND, _THIRD, _FOURTH), 1)
    ),
    (r"^t([1-4]) (?:de )?(\d{4})$", r"Q\1 \2"),
    (r"^(\d{4})年?第?([1-4一二三四])(?:四半期|季度?)$", lambda found: f"Q{_digit(found[2])} {found[1]}"),
    (r"^(\d{4})년 ?([1-4])분기$", r"Q\2 \1"),
    (rf"^(?:le )?{_FIRST} {_HALF_YEAR}$|^s1 (\d{{4}})$", lambda found: f"H1 {_one(found)}"),
    (rf"^(?:le )?{_SECOND} {_HALF_YEAR}$|^s2 (\d{{4}})$", lambda found: f"H2 {_one(found)}"),
    # --- seasons ---
    *(
        (rf"(?:^|(?<= )){_IN}(?:{names}),? ?{_OF}?(\d{{3,4}}(?:[-–/]\d\d+)?)$", rf"{season} \1")
        for season, names in _SEASONS.items()
    ),
    *((rf"^(\d{{3,4}})(?:年| )?の?(?:{names})$", rf"{season} \1") for season, names in _SEASONS.items()),
    # --- before, after, about; from one to another ---
    (r"^(?:vor|avant|antes del?|prima del?|före|før|voor|до|przed|před|önce|قبل) (?=.*\d)", "before "),
    (r"^(?:nach|après|despu[eé]s del?|dopo il|depois de|efter|etter|na|после|po|بعد) (?=.*\d)", "after "),
    (
        rf"^(?:seit|depuis|desde|dal|sedan|siden|sinds|od|с|со|з|із|منذ) (?=[^-–]*\d[^-–]*$)(?!.*\d (?:{_TO}) )",
        "since ",
    ),
    (r"^(?:bis|jusqu['’](?:à|en|au)|hasta|fino al?|até|tot|till|til|حتى) (?=.*\d)", "until "),
    (r"^(?:gegen|hacia|verso il|por volta de|omstreeks|omkring|около|ок\.|około|kolem|حوالي) (?=.*\d)", "about "),
    (
        (
            r"^(?:zwischen|entre|fra|tra|mellan|mellem|mellom|tussen|między|mezi|между|بين) "
            rf"(.+) (?:{_AND}) (.+)$"
        ),
        r"between \1 and \2",
    ),
    (rf"^(?:{_FROM}) (.*?\d.*?) (?:{_TO}) (.+)$", r"\1 to \2"),
    (rf"(?<=[\d.]) (?:{_TO}|t/m) (?=\d{{1,2}}\b(?!:))", " to "),
    (r"^((?:\D+ )?\d{1,2})(?:er|\.)? ?(?:–|-|bis|to|au|al) ?(?=\d{1,2}\.? ?[^\W\d])", r"\1 to "),
    (
        r"^(\d{4})年(\d{1,2})月(\d{1,2})日?(?:から|至|到|[-–~〜～])(?:(\d{1,2})月)?(\d{1,2})日(?:まで)?$",
        _days_of_a_month,
    ),
    (rf"(?<=[\d.]) (?:{_OR}) (?=\d)", " or "),
    (rf"(?<=[\d.]) (?:{_AND}) (?=\d)", " and "),
    (r"(?<=\d)\.(?= (?:to|or|and) )", ""),
    # --- a time of day ---
    (rf"(?<=[\d.]),? (?:{_HOURS}) (?=\d{{1,2}}(?:$|[:.,h ]))", " at "),
    (r"(?: at|,) (\d{1,2}) ?(?:h|uhr|heures|horas|ore)$", r" at \1:00"),
)
"""Patterns, each with what stands for it; a later one reads what an earlier one has made."""
_WORDS: Final = tuple((re.compile(f"(?i){pattern}"), instead) for pattern, instead in _TABLE)


def in_english(text: str) -> str:
    """Return a text with such words in English; the months stay as they are."""
    for pattern, instead in _WORDS:
        text = pattern.sub(instead, text)
    return text
