"""How often a claim is heard, in words: reports, voices, and on how many sides they are."""

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording.words import withdrawn_reports
from dateline.records.rules.standing import Echo


def echo_in_words(echo: Echo, language: Language = ENGLISH) -> str:
    """Return an echo as readers see it: "4 reports, 1 voice", "9 reports, 3 voices on 2 sides"."""
    withdrawn = withdrawn_reports(echo.withdrawn, language)
    if not echo.reports and withdrawn:
        return language.listed([language.gettext("no report that counts"), withdrawn])
    reports = language.ngettext("%(count)s report", "%(count)s reports", echo.reports)
    told = (reports, _voices(echo, language), _perhaps(echo, language), _unattributed(echo, language), withdrawn)
    return language.listed(filter(None, told))


def reports_in_words(echo: Echo, language: Language = ENGLISH) -> str:
    """Return how many reports a claim has, beside whose they are: "4 reports, 1 report withdrawn"."""
    if not echo.withdrawn:
        return language.ngettext("%(count)s report", "%(count)s reports", echo.reports)
    return echo_in_words(Echo(echo.reports, 0, 0, withdrawn=echo.withdrawn), language)


def _voices(echo: Echo, language: Language) -> str:
    """Return how many voices there are and, where each is placed, on how many sides."""
    if not echo.voices:
        return ""
    if echo.unplaced or echo.voices == 1:
        return language.ngettext("%(count)s voice", "%(count)s voices", echo.voices)
    if echo.sides == 1:
        return language.ngettext("%(count)s voice, all of one side", "%(count)s voices, all of one side", echo.voices)
    return language.ngettext(
        "%(count)s voice on %(sides)s sides", "%(count)s voices on %(sides)s sides", echo.voices, sides=echo.sides
    )


def _perhaps(echo: Echo, language: Language) -> str:
    """Return how many speakers are not counted as voices, since they may be one of those that are."""
    if not echo.perhaps:
        return ""
    return language.ngettext(
        "%(count)s unnamed speaker, perhaps the same", "%(count)s unnamed speakers, perhaps the same", echo.perhaps
    )


def _unattributed(echo: Echo, language: Language) -> str:
    if not echo.unattributed:
        return ""
    return language.ngettext(
        "%(count)s publisher that does not say whose word it is",
        "%(count)s publishers that do not say whose word it is",
        echo.unattributed,
    )
