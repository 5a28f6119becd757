"""What readers are told of the units in which a timeline counts, and of what it counts: whole sentences for each."""

from typing import Final

from dateline.ground.languages import Language, marked, marked_many

OF_NO_UNIT: Final = {
    "minute": marked("of no certain minute: some time within"),
    "hour": marked("of no certain hour: some time within"),
    "day": marked("of no certain day: some time within"),
    "week": marked("of no certain week: some time within"),
    "month": marked("of no certain month: some time within"),
    "year": marked("of no certain year: some time within"),
    "decade": marked("of no certain decade: some time within"),
    "century": marked("of no certain century: some time within"),
    "millennium": marked("of no certain millennium: some time within"),
}
EACH_MARK: Final = {
    "minute": marked(
        "Each mark is a minute of which something is told; dates that fit into no minute are bars from their "
        "beginning to their end: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "hour": marked(
        "Each mark is an hour of which something is told; dates that fit into no hour are bars from their "
        "beginning to their end: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "day": marked(
        "Each mark is a day of which something is told; dates that fit into no day are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "week": marked(
        "Each mark is a week of which something is told; dates that fit into no week are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "month": marked(
        "Each mark is a month of which something is told; dates that fit into no month are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "year": marked(
        "Each mark is a year of which something is told; dates that fit into no year are bars from their first to "
        "their last day: low and broken where it was some time within, one bead a day where it was on each of "
        "several. Every mark is a link, and so is the name of every turning point above."
    ),
    "decade": marked(
        "Each mark is a decade of which something is told; dates that fit into no decade are bars from their first "
        "to their last day: low and broken where it was some time within, one bead a day where it was on each "
        "of several. Every mark is a link, and so is the name of every turning point above."
    ),
    "century": marked(
        "Each mark is a century of which something is told; dates that fit into no century are bars from their "
        "first to their last day: low and broken where it was some time within, one bead a day where it was "
        "on each of several. Every mark is a link, and so is the name of every turning point above."
    ),
    "millennium": marked(
        "Each mark is a millennium of which something is told; dates that fit into no millennium are bars from "
        "their first to their last day: low and broken where it was some time within, one bead a day where it "
        "was on each of several. Every mark is a link, and so is the name of every turning point above."
    ),
}
EVENTS: Final = "events"
REPORTS: Final = "reports"
COUNTED: Final = {
    EVENTS: marked_many("%(count)s event", "%(count)s events"),
    REPORTS: marked_many("%(count)s report", "%(count)s reports"),
}
LASTS: Final = marked("lasts throughout")
ON_EACH: Final = marked("on each of them")
WITHIN: Final = marked("some time within")


def in_dispute(count: int, language: Language) -> str:
    """Return how many are in dispute."""
    return language.ngettext("%(count)s in dispute", "%(count)s in dispute", count)


BARS: Final = {
    "day": marked_many("Events by day, %(count)s event at most", "Events by day, %(count)s events at most"),
    "month": marked_many("Events by month, %(count)s event at most", "Events by month, %(count)s events at most"),
    "year": marked_many("Events by year, %(count)s event at most", "Events by year, %(count)s events at most"),
    "century": marked_many("Events by century, %(count)s event at most", "Events by century, %(count)s events at most"),
}
"""What the bars of the social card show."""
