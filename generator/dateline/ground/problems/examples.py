"""An example of each kind of problem: what was written, what is said of it, and what to write.

All of them are mistakes in one small chronology, the closing of a village well; a test makes every mistake in its
records, and sees that it is told so, and that what stands beside it cures it.
"""

from dataclasses import dataclass
from typing import Final

from dateline.ground.problems.codes import Code


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake in a `file` of content/: `wrong` stands where `right` belongs, and `told` is what the check says.

    Where `right` is empty, the whole file does not belong.
    """

    file: str
    wrong: str
    right: str
    told: str


EXAMPLES: Final[dict[Code, Example]] = {
    Code.STRAY_FILE: Example(
        "places/old-mill.md",
        "---\nname: The old mill\n---\n",
        "",
        "'old-mill.md' is no place record (rename it old-mill.yml, and take out its lines of ---; what stands below them goes into note)",
    ),
    Code.CONFLICT_MARKER: Example(
        "places/old-well.yml",
        "<<<<<<< HEAD\nname: The old well\n=======\nname: Old well\n>>>>>>> names\n",
        "name: The old well\n",
        "a merge left a conflict here, down to line 5 (keep one of the two versions, or make one of both, and remove the lines <<<<<<<, ======= and >>>>>>>)",
    ),
    Code.BAD_CHARACTER: Example(
        "places/old-well.yml",
        "name: The \u202eold well\n",
        "name: The old well\n",
        "a right-to-left override (U+202E) makes readers see text in another order than it is written (remove it)",
    ),
    Code.HIDDEN_CHARACTER: Example(
        "places/old-well.yml",
        "name: The old\u00ad well\n",
        "name: The old well\n",
        "a soft hyphen (U+00AD) cannot be seen, and keeps the search from finding the word (remove it)",
    ),
    Code.TEXT_CUT: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "title: The old well #2 is closed\n",
        "title: The old well is closed\n",
        'the text ends before this #: YAML takes the rest of the line as a comment (write "The old well #2 is closed"; a comment has two spaces before its # and one after)',
    ),
    Code.CURLY_QUOTES: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "title: “The old well is closed”\n",
        "title: The old well is closed\n",
        'the quotes “ ” are read as part of the text (write "The old well is closed"; where they belong to the text, "“The old well is closed”")',
    ),
    Code.TOO_DEEP: Example(
        "places/old-well.yml",
        "name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        "name: The old well\n",
        "values are nested more than 24 deep",
    ),
    Code.YAML_SYNTAX: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "title: The old well: closed\n",
        "title: The old well is closed\n",
        "not valid YAML: a colon makes a key here, where none can be (text with ': ' in it needs quotes: write title: \"The old well: closed\")",
    ),
    Code.YAML_ANCHOR: Example(
        "places/old-well.yml",
        "name: &well The old well\n",
        "name: The old well\n",
        "'&well' is a YAML anchor (write the value out; if it is text, write \"&well The old well\")",
    ),
    Code.YAML_ALIAS: Example(
        "places/old-well.yml",
        "kind: *well\n",
        "kind: well\n",
        "'*well' is a YAML alias (write the value out; if it is text, write \"*well\")",
    ),
    Code.YAML_TAG: Example(
        "places/old-well.yml",
        "name: !!str The old well\n",
        "name: The old well\n",
        "'!!str' is a YAML tag (write the value out; text that begins with this sign needs quotes)",
    ),
    Code.DUPLICATE_KEY: Example(
        "places/old-well.yml",
        "kind: well\nkind: well\n",
        "kind: well\n",
        "the key 'kind' stands here a second time (keep one of the two)",
    ),
    Code.NO_FRONT_MATTER: Example(
        "actors/clerk.md",
        "name: The clerk\nkind: person\npart_of: council\n---\n",
        "---\nname: The clerk\nkind: person\npart_of: council\n---\n",
        "the first line is not --- (put the record's keys between two lines of ---, above the text)",
    ),
    Code.SURPRISING_TYPE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "title: 1:30\n",
        "title: The old well is closed\n",
        "'title: 1:30' is read as a number by YAML tools, not as text (write \"1:30\" in quotes)",
    ),
    Code.WRONG_TYPE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "- by: clerk\n",
        "- by: [clerk]\n",
        "'by' takes a list, not 'clerk' (write [clerk])",
    ),
    Code.EMPTY_VALUE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "title:\n",
        "title: The old well is closed\n",
        "'title' has no value (give it one, or remove the key if it may be missing)",
    ),
    Code.UNKNOWN_KEY: Example(
        "events/2031/2031-03-02-meeting.yml",
        "sumary: People met",
        "summary: People met",
        "'sumary' is no key here (did you mean 'summary'?)",
    ),
    Code.MISSING_KEY: Example(
        "places/old-well.yml",
        "name: The old well\nwithin: lindwell\n",
        "name: The old well\nkind: well\nwithin: lindwell\n",
        "the key 'kind' is missing (add 'kind: …')",
    ),
    Code.UNKNOWN_WORD: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "kind: closur\n",
        "kind: closure\n",
        "'closur' is not among the event_kinds (did you mean 'closure'?)",
    ),
    Code.UNKNOWN_MEASURE: Example(
        "events/2031/2031-03-02-meeting.yml",
        "{measure: attendance, ",
        "{measure: attended, ",
        "'attendance' is not among the measures (did you mean 'attended'?)",
    ),
    Code.BAD_ID: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "- id: Closed!\n",
        "- id: closed\n",
        "'Closed!' is no id: lower-case a-z, 0-9 and single hyphens, 80 at most (write closed)",
    ),
    Code.ID_MISMATCH: Example(
        "places/old-well.yml",
        "id: well\nname: The old well\n",
        "name: The old well\n",
        "the id 'well' differs from the file's name 'old-well' (remove the line: the name is the id)",
    ),
    Code.DUPLICATE_ID: Example(
        "sources/crier-2031-03-06.yml",
        "  - {n: 1, begins: The council denies}\n",
        "  - {n: 2, begins: The council denies}\n",
        "'1' stands twice among the paragraphs (rename one of the two)",
    ),
    Code.BURIED_ID: Example(
        "tombstones.yml",
        "id: 2031-03-02-meeting, ",
        "id: 2031-03-01-rumour, ",
        "event '2031-03-02-meeting' exists and has a tombstone (give the record another id; a published id is never used again)",
    ),
    Code.UNPORTABLE_NAME: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "- id: con\n    text: The old well was closed.\n",
        "- id: closed\n    text: The old well was closed.\n",
        "Windows keeps the name 'con' for itself, and the claim's page lies in a folder of it (rename the claim, such as con-claim)",
    ),
    Code.MISPLACED_FILE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "date: 2030-03-03\n",
        "date: 2031-03-03\n",
        "the event is of 2030 and lies in the folder of 2031 (move the file to content/events/2030/, or correct the date)",
    ),
    Code.SAME_NAME: Example(
        "places/old-well.yml",
        "name: Lindwell\n",
        "name: The old well\n",
        "'Lindwell' is also a name of the place 'lindwell': pages add what each lies in or, where that does not tell them apart, its kind, place or id (write what tells it apart, such as 'Lindwell (…)')",
    ),
    Code.ENGLISH_ONLY: Example(
        "chronology.yml",
        "language: de\n",
        "language: en\n",
        "the site's own words (headings, buttons, dates) are in English, since there is no catalogue for 'de' yet; what the records say is marked as in that language (the records may stay as they are)",
    ),
    Code.UNKNOWN_ACTOR: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "- by: [clrk]\n",
        "- by: [clerk]\n",
        "there is no actor 'clrk' (did you mean 'clerk'?)",
    ),
    Code.UNKNOWN_PLACE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "places: [{place: old-wel}]",
        "places: [{place: old-well}]",
        "there is no place 'old-wel' (did you mean 'old-well'?)",
    ),
    Code.UNKNOWN_SOURCE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "cite: {source: crier-2031-03-07, paragraph: 1}",
        "cite: {source: crier-2031-03-06, paragraph: 1}",
        "there is no source 'crier-2031-03-07' (did you mean 'crier-2031-03-06'?)",
    ),
    Code.UNKNOWN_EVENT: Example(
        "disputes/who-closed-the-well.md",
        "(claim:2031-03-03-well-close#closed)",
        "(claim:2031-03-03-well-closed#closed)",
        "there is no event '2031-03-03-well-close' (did you mean '2031-03-03-well-closed'?)",
    ),
    Code.UNKNOWN_CLAIM: Example(
        "disputes/who-closed-the-well.md",
        "    label: The council did\n    claims: [2031-03-03-well-closed#by-council]",
        "    label: The council did\n    claims: [2031-03-03-well-closed#by-the-council]",
        "event '2031-03-03-well-closed' has no claim 'by-council' (did you mean 'by-the-council'?)",
    ),
    Code.UNKNOWN_DISPUTE: Example(
        "pages/method.md",
        "[the council](dispute:who-closed-it)",
        "[the council](actor:council)",
        "there is no dispute 'who-closed-it' (did you mean 'who-closed-the-well'?)",
    ),
    Code.UNKNOWN_PAGE: Example(
        "pages/method.md",
        "[the rest](page:home)",
        "[the rest](page:index)",
        "there is no page 'home' (add pages/home.md)",
    ),
    Code.UNKNOWN_HEADING: Example(
        "pages/method.md",
        "[the rest](page:index#open-dispute)",
        "[the rest](page:index)",
        "there is no heading '#open-dispute' on page 'index' (did you mean '#open-disputes'?)",
    ),
    Code.UNKNOWN_PARAGRAPH: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "cite: {source: crier-2031-03-06, paragraph: 9}",
        "cite: {source: crier-2031-03-06, paragraph: 2}",
        "source 'crier-2031-03-06' has no paragraph 9 (its record has paragraphs 1 to 2)",
    ),
    Code.DRAFT_LACKS: Example(
        "places/new-well.yml",
        "name: The new well\nstate: draft\n",
        "",
        "the key 'kind' is missing (add 'kind: …')",
    ),
    Code.UNKNOWN_PASSAGE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        'cite: {source: crier-2031-03-06, at: "0:12:31"}',
        "cite: {source: crier-2031-03-06, paragraph: 2}",
        "source 'crier-2031-03-06' has no passage '0:12:31' "
        '(add it to the passages of content/sources/crier-2031-03-06.yml: - {at: "0:12:31", begins: …})',
    ),
    Code.BAD_PASSAGE: Example(
        "sources/crier-2031-03-06.yml",
        "  - {n: 2, begins: The council denies, at: pp. 4–6}\n",
        "  - {n: 2, begins: The council denies}\n",
        "whether 'pp. 4–6' is a page, a line, a time or something else, the record does not say (write \"4..6\", or add "
        "locators: one of page, page-line, section, time, verse, folio, item, whole)",
    ),
    Code.SPEAKER_UNKNOWN: Example(
        "sources/crier-2031-03-06.yml",
        "unknown: [publisher]\n",
        "publisher: lindwell-crier\n",
        "the publisher of 'crier-2031-03-06' is unknown, and by names nobody who says this (name in by who says it, if "
        "only an actor of kind unnamed)",
    ),
    Code.UNPUBLISHED_REFERENCE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "state: draft\ntitle: The old well is closed\n",
        "title: The old well is closed\n",
        "event '2031-03-03-well-closed' is a draft, so it is not on the site (publish it: dateline publish 2031-03-03-well-closed; or remove the reference)",
    ),
    Code.CIRCULAR_REFERENCE: Example(
        "places/lindwell.yml",
        "kind: village\nwithin: old-well\n",
        "kind: village\n",
        "'lindwell' lies within itself (remove within here, or in what it lies within)",
    ),
    Code.BAD_LINK: Example(
        "pages/method.md",
        "[the council](../actors/council/)",
        "[the council](actor:council)",
        "'../actors/council/' is no address that a link may have: write kind:id, such as actor:council, or an http(s) address",
    ),
    Code.BAD_URL: Example(
        "sources/gazette-2031-03-04.yml",
        "url: www.gazette.example/2031/well\n",
        "url: https://gazette.example/2031/well\n",
        "'www.gazette.example/2031/well' does not begin with https:// or http:// (write https://www.gazette.example/2031/well)",
    ),
    Code.BAD_DATE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "date: 03.03.2031\n",
        "date: 2031-03-03\n",
        "'03.03.2031' is not a date in a form that is taken here (write 2031-03-03 for 3 March 2031)",
    ),
    Code.DATE_NOTE_MISSING: Example(
        "events/2031/2031-03-02-meeting.yml",
        "date_basis: inferred\nkind: meeting\n",
        "date_basis: inferred\ndate_note: The gazette of 4 March says that it was at the weekend.\nkind: meeting\n",
        "the date is 'inferred' and no date_note says from what (add date_note)",
    ),
    Code.EVENT_AFTER_SOURCE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "date: 2031-03-07\n",
        "date: 2031-03-03\n",
        "the event is dated 2031-03-07, source 'crier-2031-03-06' appeared 2031-03-06 (correct a date, or say modality: predicted)",
    ),
    Code.TIE_AGAINST_TIME: Example(
        "events/2031/2031-03-02-meeting.yml",
        "kind: meeting\nrelated: [{event: 2031-03-03-well-closed, how: caused-by, cite: {source: gazette-2031-03-04, paragraph: 2}}]\n",
        "kind: meeting\n",
        "'2031-03-03-well-closed' is dated 2031-03-03, later than this ([2031-03-01,2031-03-02]): it cannot have caused it (correct one of the dates, or say it in the record of the other event)",
    ),
    Code.CALENDAR_UNKNOWN: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "date: 1431-03-03\n",
        "date: 2031-03-03\n",
        "3 March 1431 is before the Gregorian calendar, and nothing says by which calendar it is (add calendar: julian, or what the source dates by; calendar: gregorian if it is converted already)",
    ),
    Code.SEASON_OR_YEARS: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "date: 2030-31\n",
        "date: 2031-03-03\n",
        "2030-31 is autumn 2030 (southern hemisphere), and looks like two years (write 2030/2031 if the years are meant; if it is the season, say so in date_wording)",
    ),
    Code.READ_BEFORE_PUBLISHED: Example(
        "sources/crier-2031-03-06.yml",
        "published: 2031-03-06\naccessed: 2031-03-05\n",
        "published: 2031-03-06\n",
        "the source was read on 2031-03-05 and appeared 2031-03-06, later than that (correct one of the dates)",
    ),
    Code.PUBLISHED_IN_FUTURE: Example(
        "sources/crier-2031-03-06.yml",
        "published: 2071-03-06\n",
        "published: 2031-03-06\n",
        "the source appeared 2071-03-06, and the newest day of all other records is 2031-04-01 (correct the date; if it is right, say with accessed on which day the source was read)",
    ),
    Code.PUBLISHED_UNLIKE_ADDRESS: Example(
        "sources/gazette-2031-03-04.yml",
        "published: 2031-03-04\nurl: https://gazette.example/2031/04/03/well\n",
        "published: 2031-03-04\nurl: https://gazette.example/2031/well\n",
        "the source appeared 2031-03-04, and its address has the day 2031-04-03 (write 2031-04-03 if that is the day; else leave it)",
    ),
    Code.DAY_FAR_OFF: Example(
        "sources/gazette-2031-03-04.yml",
        "accessed: 3031-04-01\n",
        "accessed: 2031-04-01\n",
        "the source was read on 3031-04-01: 1,000 years after the last of all others, 2031-04-01 (correct the year)",
    ),
    Code.EVENT_WITHOUT_CLAIM: Example(
        "events/2031/2031-03-02-meeting.yml",
        "claims: []\n",
        "claims:\n  - id: attendance\n    text: Twenty or more people came.\n    reports:\n      - by: [petitioners]\n        cite: {source: gazette-2031-03-04, paragraph: 3}\n        figures:\n          - {measure: attended, of: petitioners, min: 20, wording: at least twenty}\n",
        "this event has no claim (add a claim with a report)",
    ),
    Code.CLAIM_WITHOUT_REPORT: Example(
        "events/2031/2031-03-02-meeting.yml",
        "    text: Twenty or more people came.\n    reports: []\n",
        "    text: Twenty or more people came.\n    reports:\n      - by: [petitioners]\n        cite: {source: gazette-2031-03-04, paragraph: 3}\n        figures:\n          - {measure: attended, of: petitioners, min: 20, wording: at least twenty}\n",
        "this claim has no report (add a report with its citation)",
    ),
    Code.REPORT_WITHOUT_CITATION: Example(
        "events/2031/2031-03-02-meeting.yml",
        "        # cite: {source: gazette-2031-03-04, paragraph: 3}\n",
        "        cite: {source: gazette-2031-03-04, paragraph: 3}\n",
        "this report cites no paragraph (add cite: {source: …, paragraph: …})",
    ),
    Code.FIGURE_REVERSED: Example(
        "events/2031/2031-03-02-meeting.yml",
        "min: 20, max: 2, ",
        "min: 20, ",
        "min 20 is above max 2 (exchange the two, or correct one)",
    ),
    Code.FIGURE_NEGATIVE: Example(
        "events/2031/2031-03-02-meeting.yml",
        "min: -20, ",
        "min: 20, ",
        "-20 is below zero (write 20, and let the measure say which way, such as lost or fell; of what may go either way, the measure says signed: true)",
    ),
    Code.FIGURE_AMBIGUOUS: Example(
        "events/2031/2031-03-02-meeting.yml",
        "min: 20, exact: 20, ",
        "min: 20, ",
        "exact stands beside min or max (write either exact, or min and max)",
    ),
    Code.FIGURE_EMPTY: Example(
        "events/2031/2031-03-02-meeting.yml",
        "{measure: attended, of: petitioners}",
        "{measure: attended, of: petitioners, min: 20, wording: at least twenty}",
        "this figure says nothing (add min, max or wording)",
    ),
    Code.FIGURE_UNLIKE_WORDING: Example(
        "events/2031/2031-03-02-meeting.yml",
        "min: 20, wording: at least 12",
        "min: 20, wording: at least twenty",
        "min is 20, and the wording says 'at least 12' (correct one of the two; where the number was worked out, say inferred: from what)",
    ),
    Code.LOCATOR_TOO_LONG: Example(
        "sources/crier-2031-03-06.yml",
        "begins: The council denies that it ever closed any well}",
        "begins: The council denies}",
        "a locator has 8 words at most, this one has 9 (leave the rest away: a locator finds the paragraph, and does not repeat it)",
    ),
    Code.LOCATOR_CUT: Example(
        "sources/gazette-2031-03-04.yml",
        "ends: til further notice, words: 31, quote: until further notice",
        "ends: until further notice., words: 31, quote: until further notice",
        "ends cuts a word of paragraph 1: 'til further notice' (write its words whole)",
    ),
    Code.BAD_FINGERPRINT: Example(
        "sources/gazette-2031-03-04.yml",
        'sha256: "0123"',
        'sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"',
        "this is no SHA-256: 64 digits 0-9 and a-f (copy all of it, or leave the key away)",
    ),
    Code.QUOTE_NOT_ALLOWED: Example(
        "sources/crier-2031-03-06.yml",
        "{n: 2, begins: The council denies, quote: denies}",
        "{n: 2, begins: The council denies}",
        "the source's rights are 'fingerprint', so no quote may stand here (remove quote, or correct rights)",
    ),
    Code.QUOTE_TOO_LONG: Example(
        "sources/gazette-2031-03-04.yml",
        "quote: the old well is shut until further notice",
        "quote: until further notice",
        "the quote has 8 words, 6 are allowed (shorten the quote)",
    ),
    Code.PARAGRAPH_UNACCOUNTED: Example(
        "sources/gazette-2031-03-04.yml",
        "{n: 4, begins: In other news}",
        "{n: 4, begins: In other news, unused: weather; nothing of it is an event}",
        'nothing cites paragraph 4, and it is not said to be unused (record what it reports, or say why nothing is: dateline unused gazette-2031-03-04 4 "…")',
    ),
    Code.PARAGRAPH_CITED_AND_UNUSED: Example(
        "sources/crier-2031-03-06.yml",
        "{n: 2, begins: The council denies, unused: background}",
        "{n: 2, begins: The council denies}",
        "paragraph 2 is said to be unused, and is cited (remove unused, or the citation in content/events/2031/2031-03-03-well-closed.yml)",
    ),
    Code.TOO_FEW_POSITIONS: Example(
        "disputes/who-closed-the-well.md",
        "    claims: [2031-03-03-well-closed#by-the-council]\nwould_settle:",
        "    claims: [2031-03-03-well-closed#by-the-council]\n  - id: somebody-else\n    label: The council did not\n    stance: denies\n    claims: [2031-03-03-well-closed#by-the-council]\nwould_settle:",
        "a dispute needs two positions at least (add the other position)",
    ),
    Code.POSITION_WITHOUT_CLAIMS: Example(
        "disputes/who-closed-the-well.md",
        "    stance: denies\nwould_settle:",
        "    stance: denies\n    claims: [2031-03-03-well-closed#by-the-council]\nwould_settle:",
        "position 'somebody-else' rests on no claim (add claims, as event-id#claim-id)",
    ),
    Code.RESOLUTION_MISSING: Example(
        "disputes/who-closed-the-well.md",
        "status: resolved\n",
        "status: open\n",
        "the dispute is 'resolved' and no resolution says why (add resolution with outcome, rule, date, note and cites)",
    ),
    Code.WOULD_SETTLE_MISSING: Example(
        "disputes/who-closed-the-well.md",
        "---\n\nThe [pet",
        "would_settle: The minutes of the council.\n---\n\nThe [pet",
        "the dispute is 'open' and does not say what would settle it (add would_settle: what evidence would decide it)",
    ),
    Code.UNKNOWN_POSITION: Example(
        "disputes/who-closed-the-well.md",
        "status: resolved\nresolution: {outcome: [concil], rule: later-reporting, date: 2031-04-01, note: It said so., cites: [{source: crier-2031-03-06, paragraph: 2}]}\n",
        "status: open\n",
        "the dispute has no position 'concil' (its positions: council, somebody-else)",
    ),
    Code.UNCOVERED_CONTRADICTION: Example(
        "disputes/who-closed-the-well.md",
        "    claims: [2031-03-03-well-closed#closed]\n  - id: somebody-else\n    label: The council did not\n    stance: denies\n    claims: [2031-03-03-well-closed#closed]\n",
        "    claims: [2031-03-03-well-closed#by-the-council]\n  - id: somebody-else\n    label: The council did not\n    stance: denies\n    claims: [2031-03-03-well-closed#by-the-council]\n",
        "reports assert and deny or doubt 'by-the-council', and no dispute has 2031-03-03-well-closed#by-the-council (open a dispute, or record one as not-a-conflict with the reason)",
    ),
    Code.UNUSED_ACTOR: Example(
        "actors/baker.md",
        "---\nname: The baker\nkind: person\n---\n",
        "",
        "no record refers to the actor 'baker' (name it where it belongs, or remove the file)",
    ),
    Code.UNUSED_PLACE: Example(
        "places/mill.yml",
        "name: The mill\nkind: well\n",
        "",
        "no record refers to the place 'mill' (name it where it belongs, or remove the file)",
    ),
    Code.UNUSED_SOURCE: Example(
        "sources/crier-2031-03-09.yml",
        "title: More answers\npublisher: lindwell-crier\npublished: 2031-03-09\nparagraphs:\n  - {n: 1, begins: In other news, unused: weather}\n",
        "",
        "no record refers to the source 'crier-2031-03-09' (name it where it belongs, or remove the file)",
    ),
    Code.BAD_COORDINATES: Example(
        "places/lindwell.yml",
        "lat: 252.5\n",
        "lat: 52.5\n",
        "lat 252.5 is outside -90 to 90 (write decimal degrees; lat is north-south, lon is east-west)",
    ),
    Code.DOUBTFUL_COORDINATES: Example(
        "places/lindwell.yml",
        "lat: 0\nlon: 0\n",
        "lat: 52.5\nlon: -3.25\n",
        "the coordinates are 0, 0: a point in the sea off Africa, which often stands for 'not known' (remove lat and lon if they are not known)",
    ),
    Code.SAME_ADDRESS: Example(
        "sources/crier-2031-03-06.yml",
        "url: http://www.gazette.example/2031/well/?utm_source=feed\nrights: fingerprint\n",
        "rights: fingerprint\n",
        "this leads to the same page as the address of source 'gazette-2031-03-04' (cite that source and remove this one; or say copy_of: {source: gazette-2031-03-04, note: …}; of two parts of one work say extent: part in both readings)",
    ),
    Code.SAME_TEXT: Example(
        "sources/crier-2031-03-06.yml",
        '{n: 2, begins: The council denies, sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}',
        "{n: 2, begins: The council denies}",
        "¶ 2 says word for word what ¶ 3 of source 'gazette-2031-03-04' says (if it was taken from there, say copy_of: {source: gazette-2031-03-04, paragraphs: [2], note: …}; if that one was taken from here, say so there)",
    ),
    Code.WITHDRAWN_NOT_SAID: Example(
        "sources/crier-2031-03-06.yml",
        "rights: fingerprint\nhistory: [{date: 2031-05-01, type: retraction, note: The Crier withdrew the post.}]\n",
        "rights: fingerprint\n",
        "the history tells a retraction, and nothing marks the reports that rest on this source (if its publisher took it back, say withdrawn: {date: 2031-05-01, note: …}; otherwise type: correction)",
    ),
    Code.VOICE_UNCLEAR: Example(
        "actors/clerk.md",
        "part_of: [council, petitioners]\n",
        "part_of: council\n",
        "'clerk' is a part of 'council' and 'petitioners': it counts as a voice of its own (say whose word its word is: speaks_for: {actor: council, cite: …}, or own_voice: true)",
    ),
    Code.FACTS_OVERLAP: Example(
        "places/old-well.yml",
        "name: The old well\nnamed:\n  - {name: Spring, until: 1951, cite: {source: gazette-2031-03-04, paragraph: 1}}\n  - {name: Pump, from: 1950, cite: {source: gazette-2031-03-04, paragraph: 1}}\n",
        "name: The old well\n",
        "'Spring' and 'Pump' are both told of 1 January 1950 to 31 December 1951 (if that is meant, leave it; otherwise correct from or until)",
    ),
    Code.CHAIN_CUT: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "      - by: [clerk, council]\n        cite: {source: gazette-2031-03-04, paragraph: 1}\n      - by: [council]\n",
        "      - by: [clerk]\n        cite: {source: gazette-2031-03-04, paragraph: 1}\n      - by: []\n",
        "the chain begins with 'council', which has it from 'clerk' elsewhere in this claim (write by: [clerk, council] if it is the same word; if it is another of theirs, say so in note)",
    ),
    Code.ACCUSATION_STATED: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "    text: The council closed it.\n    accuses: [council]\n",
        "    text: The council closed it.\n",
        "the claim blames Lindwell Council, and this report states it (write modality: alleged; if somebody outside the quarrel found it so, say in note who and how)",
    ),
    Code.SETTLED_BOTH_WAYS: Example(
        "disputes/who-closed-the-well.md",
        "resolution:\n  outcome: [council]\n  rule: later-reporting\n  date: 2031-04-01\n  note: It said so.\n"
        "  settles: {2031-03-03-well-closed#by-the-council: falls}\nwould_settle:",
        "would_settle:",
        "'2031-03-03-well-closed#by-the-council' is settled as one that falls, against the outcome for position 'council' and 'somebody-else' (correct the outcome or the settlement, or list the claim under rests_on if it is mere evidence)",
    ),
    Code.NOTHING_SETTLED: Example(
        "disputes/who-closed-the-well.md",
        "status: resolved\nresolution: {outcome: [council], rule: later-reporting, date: 2031-04-01, note: It said so.}\n",
        "status: open\n",
        "the dispute is 'resolved', and no claim is said to stand or to fall (add settles: {2031-03-03-well-closed#by-the-council: stands}, with every claim that it settles)",
    ),
    Code.NOTHING_LEFT_OPEN: Example(
        "disputes/who-closed-the-well.md",
        "status: partly-resolved\nresolution:\n  outcome: [council]\n  rule: later-reporting\n  date: 2031-04-01\n"
        "  note: It said so.\n  cites: [{source: crier-2031-03-06, paragraph: 2}]\n",
        "status: open\n",
        "the dispute is 'partly-resolved', and each of its positions is settled (say resolved, or add the position that is still open)",
    ),
    Code.NOTHING_CONCEDED: Example(
        "disputes/who-closed-the-well.md",
        "status: partly-resolved\nresolution:\n  outcome: [council]\n  rule: concession\n  date: 2031-04-01\n"
        "  note: It said so.\n  cites: [{source: crier-2031-03-06, paragraph: 2}]\n",
        "status: open\n",
        "the rule is 'concession', and no report of its claims concedes anything (record who concedes it, with stance: concedes; or name the rule by which it was settled)",
    ),
    Code.HISTORY_UNLIKE_STATUS: Example(
        "disputes/who-closed-the-well.md",
        "status: open\nhistory:\n  - {date: 2031-04-01, type: resolution, note: The council said so.}\n",
        "status: open\n",
        "the dispute is 'open', and by its history it was settled last (add the entry that tells since: type: reopening)",
    ),
    Code.RELATION_UNFIT: Example(
        "disputes/who-closed-the-well.md",
        "relation: different-scope\n",
        "relation: exclusive\n",
        "the dispute is 'open', and its positions are said to be about different things or times (where that is known, the status is not-a-conflict; else the relation is exclusive or both-possible)",
    ),
    Code.RESTS_ON_FALLEN: Example(
        "disputes/who-closed-the-well.md",
        "status: partly-resolved\nresolution:\n  outcome: [council]\n  rule: later-reporting\n  date: 2031-04-01\n"
        "  note: It said so.\n  settles: {2031-03-03-well-closed#closed: falls}\npositions:\n  - id: council\n"
        "    rests_on: [2031-03-03-well-closed#closed]\n",
        "status: open\npositions:\n  - id: council\n",
        "position 'council' stands on '2031-03-03-well-closed#closed', which fell in dispute 'who-closed-the-well' (take the claim away, or look at the resolution again)",
    ),
    Code.BRIEF_TOO_LONG: Example(
        "pages/brief.yml",
        "what_is_disputed:\n" + "  - {text: Who closed the well?, dispute: who-closed-the-well}\n" * 6,
        "",
        "6 lines say what is disputed, and 5 at most are in brief (keep the disputes that matter most; the index of disputes has the rest)",
    ),
    Code.CLAIM_NAMED_TWICE: Example(
        "pages/brief.yml",
        "what_happened:\n  - text: The old well was closed.\n"
        "    claims: [2031-03-03-well-closed#closed, 2031-03-03-well-closed#closed]\n"
        "    outcomes: {2031-03-03-well-closed#closed: one-voice}\n",
        "",
        "the sentence names '2031-03-03-well-closed#closed' twice (keep one of the two)",
    ),
    Code.OUTCOME_UNSAID: Example(
        "pages/brief.yml",
        "what_happened:\n  - text: The old well was closed.\n    claims: [2031-03-03-well-closed#closed]\n",
        "",
        "the sentence does not say which outcome '2031-03-03-well-closed#closed' had when it was written (add to outcomes: {2031-03-03-well-closed#closed: one-voice}, or let dateline fix --outcomes write it)",
    ),
    Code.OUTCOME_CHANGED: Example(
        "pages/brief.yml",
        "what_happened:\n  - text: The old well was closed.\n    claims: [2031-03-03-well-closed#closed]\n"
        "    outcomes: {2031-03-03-well-closed#closed: settled-stands}\n",
        "",
        "the sentence was written when '2031-03-03-well-closed#closed' was settled-stands; it is one-voice now (read it again and mend it; then write one-voice, or let dateline fix --outcomes do so)",
    ),
    Code.MARK_OF_TWO_SIDES: Example(
        "pages/brief.yml",
        "what_happened:\n  - text: The council closed the well, petitioners say; the council denied it.\n"
        "    claims: [2031-03-03-well-closed#by-the-council]\n"
        "    outcomes: {2031-03-03-well-closed#by-the-council: open}\n",
        "",
        "the sentence names Lindwell Council, who denies or doubts its claim, before the mark of the claim (write that half under otherwise: it is told behind the mark)",
    ),
    Code.TITLE_DECIDES: Example(
        "disputes/who-closed-the-well.md",
        "    claims: [2031-03-03-well-closed#by-the-council, 2031-03-03-well-closed#closed]\n  - id: some",
        "    claims: [2031-03-03-well-closed#by-the-council]\n  - id: some",
        "what the title tells is in dispute ('who-closed-the-well'), and the title names nobody who says so (write who says so in the title: The clerk, Lindwell Crier, Petitioners)",
    ),
    Code.TITLE_OF_ONE_VOICE: Example(
        "events/2031/2031-03-02-meeting.yml",
        "title: Twenty people meet at the old well\n",
        "title: Petitioners meet at the old well\n",
        "only one voice tells this, and the title names nobody who says so (write who says so in the title: Petitioners)",
    ),
    Code.LOADED_WORD: Example(
        "events/2031/2031-03-02-meeting.yml",
        "    text: A mob of twenty or more came.\n",
        "    text: Twenty or more people came.\n",
        "'mob' takes a side (write crowd, or put it in quotation marks and say whose word it is)",
    ),
    Code.MISSPELT: Example(
        "events/2031/2031-03-02-meeting.yml",
        "    text: Twenty or more people came untill noon.\n",
        "    text: Twenty or more people came.\n",
        "'untill' is misspelt (write until)",
    ),
    Code.CONTACT_MISSING: Example(
        "chronology.yml",
        "\ncontact: null\n",
        "\ncontact: clerk@lindwell.example\n",
        "persons are named here, and nothing says whom they can write to (add contact: an address for e-mail, or of a web page such as that of the forms for corrections)",
    ),
    Code.NAMED_WITHOUT_REASON: Example(
        "actors/clerk.md",
        "kind: person\n---\n",
        "kind: person\npart_of: council\n---\n",
        "nothing says why this person is named, who is a part of nothing and speaks for nobody (add named_because: why readers need the name; or part_of, where a source says so; or take the name out)",
    ),
    Code.WITHHELD_PASSED: Example(
        "events/2031/2031-03-02-meeting.yml",
        "withheld: {until: 2031-03-30, reason: embargo, on: 2031-03-05}\nsummary: People met",
        "summary: People met",
        "this was to be withheld until 2031-03-30, and records were worked on as late as 2031-04-01 (take withheld away, so that readers see it, or give it a later day)",
    ),
    Code.WITHHELD_REFERENCE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "    text: The old well was closed.\n    withheld: {until: never, reason: safety, on: 2031-04-02}\n",
        "    text: The old well was closed.\n",
        "the text links to claim '2031-03-03-well-closed#closed', which is withheld (take the link away, and what it tells)",
    ),
    Code.WITHHELD_NAMED: Example(
        "places/old-well.yml",
        "kind: well\nwithheld: {until: never, reason: safety, on: 2031-04-02}\n",
        "kind: well\n",
        "who or what is withheld is named here (write it without the name, or withhold it too)",
    ),
    Code.MIXED_HOST: Example(
        "sources/gazette-2031-03-04.yml",
        "url: https://g\u0430zette.example/2031/well\n",
        "url: https://gazette.example/2031/well\n",
        "'g\u0430zette' in the host mixes letters of two alphabets that look alike (look where the address really leads, and write it as that site does)",
    ),
    Code.FEED_ID_MISSING: Example(
        "chronology.yml",
        "licence: CC-BY-4.0\nmax_quote_words",
        "licence: CC-BY-4.0\nfeed_id: tag:dateline.invalid,2026:the-well-of-lindwell\nmax_quote_words",
        "no feed_id says what the ids of the feeds hang on, so they hang on the title (add the line feed_id: tag:dateline.invalid,2026:the-well-of-lindwell, which keeps them as they are)",
    ),
    Code.UNKNOWN_IMAGE: Example(
        "events/2031/2031-03-03-well-closed.yml",
        "kind: closure\nmedia: [{image: well.jpg, alt: A grating over a well., credit: Harrow Archive, licence: CC-BY-4.0}]\n",
        "kind: closure\n",
        "there is no picture 'well.jpg' (put it into content/media/)",
    ),
    Code.BAD_VALUE: Example(
        "sources/crier-2031-03-06.yml",
        "{n: 0, begins: The well has been shut}",
        "{n: 1, begins: The well has been shut}",
        "0 is below one (numbers are counted from one)",
    ),
}
