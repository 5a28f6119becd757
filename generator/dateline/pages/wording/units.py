"""What readers are told of the units in which a timeline counts, and of what it counts: whole sentences for each."""

from typing import Final

from dateline.ground.languages import Language, marked, marked_many

PER_UNIT: Final = {
    "day": marked("how many in a day"),
    "week": marked("how many in a week"),
    "month": marked("how many in a month"),
    "year": marked("how many in a year"),
    "decade": marked("how many in a decade"),
    "century": marked("how many in a century"),
    "millennium": marked("how many in a millennium"),
}
OF_NO_UNIT: Final = {
    "day": marked("of no certain day: some time within"),
    "week": marked("of no certain week: some time within"),
    "month": marked("of no certain month: some time within"),
    "year": marked("of no certain year: some time within"),
    "decade": marked("of no certain decade: some time within"),
    "century": marked("of no certain century: some time within"),
    "millennium": marked("of no certain millennium: some time within"),
}
EACH_MARK: Final = {
    "day": marked(
        "Each mark is a day, its height how many; dates that fit into no day are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link."
    ),
    "week": marked(
        "Each mark is a week, its height how many; dates that fit into no week are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link."
    ),
    "month": marked(
        "Each mark is a month, its height how many; dates that fit into no month are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link."
    ),
    "year": marked(
        "Each mark is a year, its height how many; dates that fit into no year are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link."
    ),
    "decade": marked(
        "Each mark is a decade, its height how many; dates that fit into no decade are bars from their first "
        "to their last day: low and broken where it was some time within, one bead a day where it was on each "
        "of several. Every mark is a link."
    ),
    "century": marked(
        "Each mark is a century, its height how many; dates that fit into no century are bars from their "
        "first to their last day: low and broken where it was some time within, one bead a day where it was "
        "on each of several. Every mark is a link."
    ),
    "millennium": marked(
        "Each mark is a millennium, its height how many; dates that fit into no millennium are bars from "
        "their first to their last day: low and broken where it was some time within, one bead a day where it "
        "was on each of several. Every mark is a link."
    ),
}
EVENTS: Final = "events"
REPORTS: Final = "reports"
COUNTED: Final = {
    EVENTS: marked_many("%(count)s event", "%(count)s events"),
    REPORTS: marked_many("%(count)s report", "%(count)s reports"),
}
ONE: Final = {
    (EVENTS,): marked("one event"),
    (REPORTS,): marked("one report"),
    (EVENTS, REPORTS): marked("one event or one report"),
    (REPORTS, EVENTS): marked("one event or one report"),
}
LASTS: Final = marked("lasts throughout")
ON_EACH: Final = marked("on each of them")
WITHIN: Final = marked("some time within")


def in_dispute(count: int, language: Language) -> str:
    """Return how many are in an open dispute."""
    return language.ngettext("%(count)s in an open dispute", "%(count)s in an open dispute", count)


BARS: Final = {
    "day": marked_many("Events by day, %(count)s event at most", "Events by day, %(count)s events at most"),
    "month": marked_many("Events by month, %(count)s event at most", "Events by month, %(count)s events at most"),
    "year": marked_many("Events by year, %(count)s event at most", "Events by year, %(count)s events at most"),
    "century": marked_many("Events by century, %(count)s event at most", "Events by century, %(count)s events at most"),
}
"""What the bars of the social card show."""
