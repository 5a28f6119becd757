"""The words that generated chronologies are made of, in several scripts."""

from typing import Final

KINDS: Final = ("attack", "clash", "shelling", "statement", "capture", "withdrawal", "siege", "situation")
ROLES: Final = ("attacker", "target", "participant", "speaker", "subject", "supporter")
MEASURES: Final = ("killed", "injured", "captured", "destroyed")
SIDES: Final = ("north", "south", "coast", "hills")
PLACE_KINDS: Final = ("town", "village", "city", "district", "crossing")
ACTOR_KINDS: Final = ("armed-force", "armed-group", "media", "monitor", "ministry", "organisation", "unit", "person")
SOURCE_KINDS: Final = ("article", "report", "statement", "post", "video")
EXTENTS: Final = ("part", "contested", "besieged")

LANGUAGES: Final = ("en",) * 8 + ("ar",) * 4 + ("ru", "ru", "fa", "tr", "he", "zh")

NOUNS: Final = (
    "column", "bridge", "checkpoint", "crossing", "village", "quarter", "convoy", "hospital", "school", "market",
    "river bank", "airfield", "depot", "road", "ridge", "garrison", "border post", "water station", "bakery", "dam",
)  # fmt: skip
VERBS: Final = (
    "attacks", "shells", "enters", "leaves", "holds", "loses", "reaches", "surrounds", "retakes", "crosses",
    "reports losses at", "denies losing", "moves towards", "is driven from", "negotiates over",
)  # fmt: skip
SYLLABLES: Final = (
    "al", "ba", "dar", "ek", "fa", "gha", "hir", "im", "ja", "kh", "la", "mar", "na", "or", "qa", "ra", "sha", "ta",
    "um", "wa", "ya", "za", "bur", "kel", "mis", "tor", "ven", "dol",
)  # fmt: skip

WORDS: Final = {
    "en": (
        "the army said its units had entered several quarters of the town after heavy fighting on the eastern bank "
        "while residents fled across the river and a spokesman denied that any position had been lost before dawn "
        "according to two witnesses who asked for their names to be withheld artillery fire was heard until noon"
    ).split(),
    "ar": (
        "قالت مصادر محلية إن القوات دخلت المدينة بعد معارك عنيفة على الضفة الشرقية للنهر وأكد ناطق باسم الجيش عدم "
        "خسارة أي موقع قبل الفجر فيما نزح عشرات السكان نحو القرى المجاورة وسقط عدد من القتلى والجرحى"
    ).split(),
    "ru": (
        "по словам представителя армии подразделения вошли в несколько кварталов города после тяжёлых боёв на "
        "восточном берегу реки жители покинули дома и ушли в соседние сёла потери сторон уточняются"
    ).split(),
    "fa": "به گفته منابع محلی نیروها پس از درگیری شدید وارد شهر شدند و ساکنان به روستاهای اطراف رفتند".split(),
    "tr": "kaynaklara göre birlikler şiddetli çatışmaların ardından kente girdi ve siviller köylere kaçtı".split(),
    "he": "לפי מקורות מקומיים הכוחות נכנסו אל העיר אחרי קרבות קשים והתושבים עזבו את בתיהם לכפרים הסמוכים".split(),
    "zh": "据 当地 消息 部队 在 激烈 战斗 之后 进入 城市 居民 逃往 附近 村庄 发言人 否认 失去 阵地".split(),
}
