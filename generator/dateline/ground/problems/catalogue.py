"""Every problem code: how grave it is, what it means, and the cure.

Codes are an interface: tools and editors' notes name them, so a code is never renamed
and never changes its meaning.  The problem page of the site is made from this table.
"""

from dataclasses import dataclass

from dateline.ground.problems.codes import Code, Severity


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What a code means: `meaning` completes "this is reported when", `cure` says what to do."""

    meaning: str
    cure: str
    severity: Severity = Severity.ERROR
    is_advice: bool = False
    """Whether it may be left as it is, so that no strict build fails over it."""


CATALOGUE: dict[Code, CatalogueEntry] = {
    Code.NO_CONTENT: CatalogueEntry(
        "the folder has no chronology.yml, so there is nothing to check or build",
        "Run the command in the project's folder, name the folder that holds chronology.yml, or begin a project with "
        "dateline init FOLDER.",
    ),
    Code.STRAY_FILE: CatalogueEntry(
        "a file lies in content/ where no record of that name belongs",
        "Move it to the folder of its kind, or give it the kind's ending (.yml; .md for actors, disputes and pages).",
    ),
    Code.UNREADABLE: CatalogueEntry(
        "a file cannot be read, is a link that leads elsewhere, a pipe or a device, or no image that browsers show",
        "Put the file itself in the folder, readable for everyone.",
    ),
    Code.NOT_UTF8: CatalogueEntry(
        "a file is not text in UTF-8",
        "Save it again with the encoding UTF-8; remove the character named.",
    ),
    Code.CONFLICT_MARKER: CatalogueEntry(
        "a merge left both versions of some lines in a file, between <<<<<<< and >>>>>>>",
        "Keep one version, or make one of both; then remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    Code.BAD_CHARACTER: CatalogueEntry(
        "a character shows a text otherwise than it is written, ends lines for some tools only, or is none at all",
        "Remove the character named; the site itself knows which way a text runs.",
    ),
    Code.HIDDEN_CHARACTER: CatalogueEntry(
        "a character stands in a text that readers cannot see, or see as an empty box",
        "Remove it, or write the character that is meant.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.TEXT_CUT: CatalogueEntry(
        "a plain text has ' #' in it, and YAML takes the rest of the line as a comment",
        "Put the whole text in quotes; a comment has two spaces before its # and one after.",
        Severity.WARNING,
    ),
    Code.CURLY_QUOTES: CatalogueEntry(
        "a plain text stands in curly quotes, which YAML takes as part of the text",
        "Type straight quotes, or none; where the curly ones belong to the text, put straight ones around them.",
        Severity.WARNING,
    ),
    Code.TOO_LARGE: CatalogueEntry(
        "a file is larger than is read: 512 KiB for a record or a file of lines, 10 MB, 12,000 pixels either way or 50 "
        "million in all for an image, 100 MB for a file of templates/",
        "Split the record; a record is no archive. Save the image smaller; no screen shows more.",
    ),
    Code.TOO_DEEP: CatalogueEntry(
        "values are nested deeper than any record needs",
        "Look for a bracket or an indent too many.",
    ),
    Code.YAML_SYNTAX: CatalogueEntry(
        "a file is not valid YAML",
        "Mend the line named; often a quote, a colon followed by a space, or an indent is wrong just before it.",
    ),
    Code.YAML_ANCHOR: CatalogueEntry(
        "a value carries an anchor (&name)",
        "Write the value out, or put text that begins with & in quotes.",
    ),
    Code.YAML_ALIAS: CatalogueEntry(
        "a value is an alias (*name)",
        "Write the value out, or put text that begins with * in quotes.",
    ),
    Code.YAML_TAG: CatalogueEntry(
        "a value carries a tag (!name)",
        "Leave the tag out, or put text that begins with ! in quotes.",
    ),
    Code.DUPLICATE_KEY: CatalogueEntry(
        "a key stands twice in one mapping, and YAML tools would silently keep one of the two",
        "Merge the two, or remove one.",
    ),
    Code.NO_FRONT_MATTER: CatalogueEntry(
        "a Markdown record does not begin with front matter between two lines of ---",
        "Begin the file with a line of ---, the record's keys, and another line of ---.",
    ),
    Code.SURPRISING_TYPE: CatalogueEntry(
        "a plain value is not read as text by every YAML tool (no, 1:30, 2017, 1e3)",
        "Put the value in quotes if text is meant; write a number in plain decimal digits if a number is meant.",
    ),
    Code.WRONG_TYPE: CatalogueEntry(
        "a value is of another kind than its key has: a list for a text, a text for a number",
        "See the field reference for what the key takes.",
    ),
    Code.EMPTY_VALUE: CatalogueEntry(
        "a key that needs a value has none",
        "Give the value, or remove the key if it is optional.",
    ),
    Code.UNKNOWN_KEY: CatalogueEntry(
        "a key is not one of the record's keys",
        "Correct its spelling or its indent, or remove it.",
    ),
    Code.MISSING_KEY: CatalogueEntry(
        "a key that the record needs is not there",
        "Add the key.",
    ),
    Code.UNKNOWN_WORD: CatalogueEntry(
        "a word is outside the vocabulary: the chronology's own, or the fixed words of a key",
        "Use a word of the vocabulary, or add the new word to chronology.yml if the chronology needs it.",
    ),
    Code.UNKNOWN_MEASURE: CatalogueEntry(
        "a figure's measure is not in the vocabulary",
        "Use a measure of the vocabulary, or add the new one to chronology.yml.",
    ),
    Code.BAD_ID: CatalogueEntry(
        "an id is not made of lower-case letters a-z, digits and single hyphens, or is longer than 80 characters",
        "Rename the file (or the claim, or the position).",
    ),
    Code.ID_MISMATCH: CatalogueEntry(
        "a record's id differs from its file's name",
        "Remove the id: the file's name is the id.",
    ),
    Code.DUPLICATE_ID: CatalogueEntry(
        "an id stands twice: two files of one name in a folder, or two claims, positions or paragraphs of one record",
        "Rename one of the two.",
    ),
    Code.BURIED_ID: CatalogueEntry(
        "an id was removed earlier and has a tombstone, or a tombstone stands for a record that exists",
        "Choose another id: a published id is never used again.",
    ),
    Code.UNPORTABLE_NAME: CatalogueEntry(
        "a file, a folder or a claim has a name that Windows cannot have, or a path that is too long there",
        "Rename it, before it is published: a published id is never used again.",
        Severity.WARNING,
    ),
    Code.MISPLACED_FILE: CatalogueEntry(
        "an event lies in the folder of another year than its own",
        "Move the file to the folder of its year, or correct the date.",
        Severity.WARNING,
    ),
    Code.SAME_NAME: CatalogueEntry(
        "two actors or two places have a name or an alias in common",
        "Write what tells them apart behind the name, or take an alias away; where both truly bear it, leave it.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.ENGLISH_ONLY: CatalogueEntry(
        "the records are in a language that the site has no catalogue for, so its own words are in English",
        "Leave it: what the records say is marked as in their language, and the site's own words stay English.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.UNKNOWN_ACTOR: CatalogueEntry("an actor is named that has no record", "Correct the id, or add the actor."),
    Code.UNKNOWN_PLACE: CatalogueEntry("a place is named that has no record", "Correct the id, or add the place."),
    Code.UNKNOWN_SOURCE: CatalogueEntry("a source is named that has no record", "Correct the id, or add the source."),
    Code.UNKNOWN_EVENT: CatalogueEntry("an event is named that has no record", "Correct the id, or add the event."),
    Code.UNKNOWN_CLAIM: CatalogueEntry(
        "a claim is named that its event does not have",
        "Write event-id#claim-id with ids that exist.",
    ),
    Code.UNKNOWN_DISPUTE: CatalogueEntry(
        "a dispute is named that has no record", "Correct the id, or add the dispute."
    ),
    Code.UNKNOWN_PAGE: CatalogueEntry("a link leads to a page that does not exist", "Correct the page's name."),
    Code.UNKNOWN_HEADING: CatalogueEntry(
        "a link in Markdown leads to a heading or section that its page does not have",
        "Write the anchor as the site makes it (the heading in small letters, with hyphens), or leave #… out.",
    ),
    Code.UNKNOWN_PARAGRAPH: CatalogueEntry(
        "a citation names a paragraph that its source's record does not have",
        "Correct the number, or add the paragraph to the source's record.",
    ),
    Code.DRAFT_LACKS: CatalogueEntry(
        "a draft lacks something that a published record has to have",
        "Nothing, as long as it is a draft; add it before you publish it.",
        Severity.NOTE,
        is_advice=True,
    ),
    Code.UNKNOWN_PASSAGE: CatalogueEntry(
        "a citation names a passage that its source's record does not have",
        "Write where the passage stands as the record does, or add it to the source's passages.",
    ),
    Code.BAD_PASSAGE: CatalogueEntry(
        "where a passage stands is written otherwise than its source is counted, or the source does not say how it is",
        "Write it as locators says: a page 4-27, a line 7574:12, a time 00:12:31, a verse 2.47.3; a range as a..b.",
    ),
    Code.SPEAKER_UNKNOWN: CatalogueEntry(
        "a report rests on a source whose publisher is unknown, and names nobody who says it",
        "Name in by who says it, if only an actor of kind unnamed.",
    ),
    Code.UNPUBLISHED_REFERENCE: CatalogueEntry(
        "a published record refers to a claim or record that is only a draft",
        "Publish the draft, or remove the reference.",
    ),
    Code.CIRCULAR_REFERENCE: CatalogueEntry(
        "an actor is part of itself, or a place lies within itself, by way of others",
        "Break the circle.",
    ),
    Code.BAD_LINK: CatalogueEntry(
        "a link in Markdown leads to an address of no known kind",
        "Link to a record as kind:id (actor:council, source:gazette-2031-03-04#p3), or to an http(s) address.",
    ),
    Code.BAD_URL: CatalogueEntry(
        "an address is not a complete http or https address, is longer than 2000 characters, or holds a character that "
        "addresses write encoded",
        "Write the address as the browser shows it, beginning with https:// or http://, or as the message says.",
    ),
    Code.BAD_GEODATA: CatalogueEntry(
        "a file of lines for the maps is no GeoJSON that can be drawn",
        "Write a FeatureCollection with an 'attribution', and lines whose 'kind' the message names; see CONTRIBUTING.",
    ),
    Code.BAD_DATE: CatalogueEntry(
        "a date is impossible or not in a supported EDTF form",
        "Write 2017-11-17, 2017-11 or 2017; add ~ or ? for doubt; a/b lasts from a to b; in quotes, [a..b] is some "
        "time within, [a,b] one of these, {a,b} each of these.",
    ),
    Code.DATE_NOTE_MISSING: CatalogueEntry(
        "a date is not stated by the source, and no note says what it was taken from",
        "Add date_note (or published_note) and say from what the date was inferred.",
    ),
    Code.EVENT_AFTER_SOURCE: CatalogueEntry(
        "an event is dated after the source that reports it in its own voice",
        "Correct one of the dates, or mark the report modality: predicted.",
    ),
    Code.SEQ_AGAINST_TIME: CatalogueEntry(
        "the seq of an event puts it before another one of its day that was earlier by its time",
        "Remove seq, since events that have a time stand in its order; or correct the time.",
    ),
    Code.TIE_AGAINST_TIME: CatalogueEntry(
        "a part of an event is dated outside its whole, or an event later than one that it is said to have caused or "
        "to come before",
        "Correct one of the dates; or, where the two were exchanged, say it in the record of the other event.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.CALENDAR_UNKNOWN: CatalogueEntry(
        "a day before 15 October 1582 is given, and nothing says by which calendar it is",
        "Add calendar: julian, or what the source dates by; calendar: gregorian says that the day is converted.",
        Severity.WARNING,
    ),
    Code.SEASON_OR_YEARS: CatalogueEntry(
        "a season or a quarter is written as people write two years that follow one another: 2021-22",
        "Write 2021/2022 for the years; for the season, say so in date_wording (published_note in a source).",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.READ_BEFORE_PUBLISHED: CatalogueEntry(
        "a source was read, or captured by an archive, before it appeared, or appeared before it was written",
        "Correct published, or the day on which it was read or captured, or written.",
    ),
    Code.PUBLISHED_IN_FUTURE: CatalogueEntry(
        "a source appeared years after anything else that the records tell, which is most often a slip in the year",
        "Correct published; if it is right, say with accessed on which day the source was read.",
        Severity.WARNING,
    ),
    Code.PUBLISHED_UNLIKE_ADDRESS: CatalogueEntry(
        "a source's address names a day that is more than three days from the one on which it is said to have appeared",
        "Look at the source again, and correct published; where the address is of another day, leave it.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.DAY_FAR_OFF: CatalogueEntry(
        "a source was read, captured or withdrawn, or a record changed, many years before or after everything else "
        "that editors did, which is most often a slip in the year",
        "Correct the year.",
        Severity.WARNING,
    ),
    Code.EVENT_TOLD_TWICE: CatalogueEntry(
        "two events of one date have the same claims, resting on the same paragraphs: a file was copied",
        "Remove the copy, or make it the event that was meant; of two that are published, merge one into the other.",
    ),
    Code.EVENT_WITHOUT_CLAIM: CatalogueEntry(
        "an event has no claim, so that nothing on its page would have a source",
        "Add a claim with a report.",
    ),
    Code.CLAIM_WITHOUT_REPORT: CatalogueEntry(
        "a claim has no report",
        "Add at least one report with its citation.",
    ),
    Code.REPORT_WITHOUT_CITATION: CatalogueEntry(
        "a report cites no paragraph",
        "Add cite with a source and a paragraph.",
    ),
    Code.FIGURE_REVERSED: CatalogueEntry("a figure's min is above its max", "Exchange the two, or correct one."),
    Code.FIGURE_NEGATIVE: CatalogueEntry("a figure is below zero", "Write a number from zero up."),
    Code.FIGURE_AMBIGUOUS: CatalogueEntry(
        "a figure has exact beside min or max",
        "Write either exact, or min and max.",
    ),
    Code.FIGURE_EMPTY: CatalogueEntry(
        "a figure has neither a number nor the source's wording",
        "Add min, max or exact, or the wording.",
    ),
    Code.FIGURE_UNLIKE_WORDING: CatalogueEntry(
        "a figure's wording has one number in plain digits, and it is not the figure's",
        "Correct the number or the wording. Where the number was worked out from the wording, say with inferred how.",
        Severity.WARNING,
    ),
    Code.LOCATOR_TOO_LONG: CatalogueEntry(
        "a locator is longer than eight words or 80 characters and would begin to copy the paragraph",
        "Shorten begins or ends to eight words and 80 characters or fewer.",
    ),
    Code.LOCATOR_CUT: CatalogueEntry(
        "a locator begins or ends within a word of a text that is at hand: one that the record has, or a copy",
        "Write its first and last word whole, as the source has them.",
        Severity.WARNING,
    ),
    Code.TEXT_TOO_LONG: CatalogueEntry(
        "a title, a name, a label or a question has more than 1,000 characters, or any other text more than 20,000",
        "Shorten it; what is longer belongs in several records, or in the text of an actor, a dispute or a page.",
    ),
    Code.BAD_FINGERPRINT: CatalogueEntry(
        "a fingerprint is not a SHA-256 in 64 lower-case hexadecimal digits",
        "Compute it again from the paragraph.",
    ),
    Code.QUOTE_NOT_ALLOWED: CatalogueEntry(
        "a paragraph carries text that its source's rights do not allow",
        "Remove the quote or text, or correct the source's rights.",
    ),
    Code.QUOTE_TOO_LONG: CatalogueEntry(
        "a quote is longer than chronology.yml allows",
        "Shorten it to max_quote_words.",
    ),
    Code.PARAGRAPH_UNACCOUNTED: CatalogueEntry(
        "a paragraph is neither cited nor said to be unused; or something lies between the passages of a source whose "
        "record says coverage: complete",
        "Record what it reports, or say with unused why nothing is; dateline unused does.",
    ),
    Code.PARAGRAPH_CITED_AND_UNUSED: CatalogueEntry(
        "a paragraph is said to be unused, yet something cites it",
        "Remove unused, or the citation.",
    ),
    Code.TOO_FEW_POSITIONS: CatalogueEntry("a dispute has fewer than two positions", "Add the other position."),
    Code.POSITION_WITHOUT_CLAIMS: CatalogueEntry(
        "a position of a dispute rests on no claim",
        "List the claims that state it.",
    ),
    Code.RESOLUTION_MISSING: CatalogueEntry(
        "a dispute is said to be resolved or not to be a conflict, and no resolution says why, "
        "which position stands and on what evidence",
        "Add resolution with outcome, rule, date, note and cites.",
    ),
    Code.WOULD_SETTLE_MISSING: CatalogueEntry(
        "an open dispute does not say what evidence would settle it",
        "Add would_settle.",
    ),
    Code.UNKNOWN_POSITION: CatalogueEntry(
        "a resolution names a position that the dispute does not have",
        "Use the id of one of the positions.",
    ),
    Code.UNCOVERED_CONTRADICTION: CatalogueEntry(
        "reports contradict each other and no dispute covers them",
        "Open a dispute with a position for each side, or record one with status not-a-conflict and the reason. Two "
        "numbers of one claim are told apart first: the other number becomes a claim of its own, with the reports that "
        "give it.",
    ),
    Code.UNUSED_ACTOR: CatalogueEntry(
        "no record refers to an actor",
        "Look for a slip in its name; name it where it acts, or remove it.",
        Severity.WARNING,
    ),
    Code.UNUSED_PLACE: CatalogueEntry(
        "no record refers to a place",
        "Look for a slip in its name; name it where it belongs, or remove it.",
        Severity.WARNING,
    ),
    Code.UNUSED_SOURCE: CatalogueEntry("no record cites a source", "Cite it, or remove it.", Severity.WARNING),
    Code.BAD_COORDINATES: CatalogueEntry(
        "a latitude is outside -90 to 90, a longitude outside -180 to 180, one is given without the other, "
        "or nothing says who gave them",
        "Give both in decimal degrees, latitude first, and say in located_by where they come from.",
    ),
    Code.DOUBTFUL_COORDINATES: CatalogueEntry(
        "coordinates are possible and yet hardly meant: 0, 0; far from what the place lies in or beside; "
        "exact and in whole degrees; exactly those of another exact place",
        "Look the place up again: lat is north-south (minus is south), lon is east-west (minus is west). Remove "
        "lat and lon if they are not known, and say with precision what they stand for.",
        Severity.WARNING,
    ),
    Code.SAME_ADDRESS: CatalogueEntry(
        "the addresses of two sources lead to one page: they differ only in http and https, www., a slash, parameters "
        "that track readers and the like, or one is a capture of the other in a web archive",
        "Cite one record and remove the other; or say with copy_of in the one that took the text over whose it is. "
        "Two parts of one work, such as chapters, each say `extent: part` in their reading. Until then, both count as "
        "one origin.",
        Severity.WARNING,
    ),
    Code.SAME_TEXT: CatalogueEntry(
        "a cited paragraph of twelve words or more stands word for word in two sources, and neither says that it is a "
        "copy",
        "Say copy_of in the source that took the text over, with the paragraphs if not all are copied. Until then, "
        "both count as one origin.",
        Severity.WARNING,
    ),
    Code.NEARLY_SAME_TEXT: CatalogueEntry(
        "several paragraphs of two sources, or the only one, begin with the same words, end with the same words and "
        "are about as long, and their fingerprints differ, so that one may be the other, edited",
        "Compare the two texts. If one was taken from the other, say copy_of; else leave it.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.TEXT_OF_TWO_SPEAKERS: CatalogueEntry(
        "two reports of a claim rest on one text, printed by two sources, and name different first speakers",
        "Read the text again and name in both who says it; where the publishers speak, say copy_of in the copy.",
    ),
    Code.WITHDRAWN_NOT_SAID: CatalogueEntry(
        "the history of a source tells a retraction, and the source does not say withdrawn, so that nothing marks the "
        "reports that rest on it",
        "Add withdrawn with its date and a note: its reports then count no more, and say so on every page.",
        Severity.WARNING,
    ),
    Code.VOICE_UNCLEAR: CatalogueEntry(
        "an actor is a part of several bodies, and nothing says whose word its word is, so that it counts as a voice "
        "of its own",
        "Say speaks_for with the paragraph that says so, or own_voice: true; or keep the one body it is a part of.",
        Severity.WARNING,
    ),
    Code.FACTS_OVERLAP: CatalogueEntry(
        "two names, owners or greater wholes of an actor or a place are recorded for one time",
        "Correct from or until, or leave it where both are true.",
        Severity.NOTE,
        is_advice=True,
    ),
    Code.CHAIN_CUT: CatalogueEntry(
        "a report begins its chain with somebody who, in another report of the claim, has it from somebody else",
        "Begin the chain where the text begins it. Where it is another word of theirs, say so in the report's note; "
        "what the publisher found itself, as a court does, says own_reporting: true.",
        Severity.WARNING,
    ),
    Code.ACCUSATION_STATED: CatalogueEntry(
        "a claim blames somebody, and a report of it has the modality stated, which accusations do not have",
        "Write modality: alleged. Where somebody outside the quarrel found it so, say who and how in the note.",
        Severity.WARNING,
    ),
    Code.SETTLED_BOTH_WAYS: CatalogueEntry(
        "a claim is said to stand and to fall, by two disputes or against the outcome of its own",
        "Correct one of the two. A claim that says several things is split.",
    ),
    Code.NOTHING_SETTLED: CatalogueEntry(
        "a dispute is resolved, in whole or in part, and its resolution names nothing that stands or falls",
        "Name under settles what is settled, and how; what is mere evidence is listed under rests_on.",
        Severity.WARNING,
    ),
    Code.NOTHING_LEFT_OPEN: CatalogueEntry(
        "a dispute is settled in part, and each of its positions is settled",
        "Say that it is resolved, or add the position that is still open.",
        Severity.WARNING,
    ),
    Code.NOTHING_CONCEDED: CatalogueEntry(
        "a dispute is settled by a concession, and no report of its claims concedes or takes back anything",
        "Record the paragraph in which somebody concedes it, with stance: concedes; or name another rule.",
        Severity.WARNING,
    ),
    Code.HISTORY_UNLIKE_STATUS: CatalogueEntry(
        "the history of a dispute ends in its being settled, and it is open; or in its being opened again, and it is "
        "settled",
        "Add the entry that tells what became of it since: reopening, or resolution.",
        Severity.WARNING,
    ),
    Code.RELATION_UNFIT: CatalogueEntry(
        "a dispute is open although its positions are about different things, or one is open that another excludes",
        "Say not-a-conflict, or how the positions really stand to each other, or what falls.",
    ),
    Code.RESTS_ON_FALLEN: CatalogueEntry(
        "a position that stands rests on a claim that fell in another dispute",
        "Take the claim away, or look at the resolution again.",
        Severity.WARNING,
    ),
    Code.BRIEF_TOO_LONG: CatalogueEntry(
        "pages/brief.yml has more than 120 words under what_happened, or more than five lines under what_is_disputed",
        "Shorten it. It is read in half a minute, before anything else; what it leaves out stands on the other pages.",
    ),
    Code.CLAIM_NAMED_TWICE: CatalogueEntry(
        "a sentence of pages/brief.yml names a claim twice",
        "Keep one of the two: the sentence rests on the claim no more for being told so twice.",
        Severity.WARNING,
    ),
    Code.OUTCOME_UNSAID: CatalogueEntry(
        "a sentence of pages/brief.yml does not say which outcome a claim of it had when it was written",
        "Add the claim with its outcome under outcomes, so that the check can tell when it changes; "
        "`dateline fix --outcomes` writes it.",
    ),
    Code.OUTCOME_CHANGED: CatalogueEntry(
        "a sentence of pages/brief.yml rests on a claim whose outcome has changed since the sentence was written",
        "Read the sentence again beside the claim, mend it where it no longer holds, and write the new outcome; "
        "`dateline fix --outcomes` writes it for sentences that still hold.",
    ),
    Code.DISPUTE_CLOSED: CatalogueEntry(
        "pages/brief.yml says under what_is_disputed what its dispute has settled",
        "Take the line away. What was settled may be said under what_happened, with the claims that stand.",
    ),
    Code.MARK_OF_TWO_SIDES: CatalogueEntry(
        "a sentence names two speakers and has one mark, an outcome or a citation, which is that of one of them",
        "Put the mark behind the half that it is of: cite each speaker, or say under otherwise who denies it.",
        Severity.WARNING,
    ),
    Code.TITLE_DECIDES: CatalogueEntry(
        "an event's first claim is in an open dispute, and its title names nobody who says so",
        "Write who says so: “South Front says …”.",
        Severity.WARNING,
    ),
    Code.TITLE_OF_ONE_VOICE: CatalogueEntry(
        "only one voice tells an event, and its title does not name it",
        "Write who says so: “South Front says …”. Where nobody could say otherwise, leave it.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.LOADED_WORD: CatalogueEntry(
        "the editors' own words have one that takes a side, by the list in chronology.yml",
        "Write the plain word, or put it in quotation marks and say whose word it is.",
        Severity.WARNING,
    ),
    Code.MISSPELT: CatalogueEntry(
        "the editors' own words have one of the mistakes that are often made in English",
        "Write the word that is meant.",
        Severity.WARNING,
    ),
    Code.LOOKS_ALIKE: CatalogueEntry(
        "two events or two claims of one time say much the same, so that one thing may be told twice; told only by "
        "`dateline check --suggest`",
        "If they are one, keep one and leave a tombstone. If not, say why under unlike.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.CONTACT_MISSING: CatalogueEntry(
        "a chronology names persons, and says neither whom they can write to nor how what is wrong is corrected",
        "Add contact: an address for e-mail, or of a web page, such as that of the forms for corrections; and the page "
        "pages/corrections.md.",
        Severity.WARNING,
    ),
    Code.NAMED_WITHOUT_REASON: CatalogueEntry(
        "a person is named who is a part of nothing and speaks for nobody, and nothing says why the name must be known",
        "Add named_because: in a sentence, why readers need the name. Or name what the person is a part of, where a "
        "source says so; or take the name out.",
        Severity.WARNING,
    ),
    Code.WITHHELD_PASSED: CatalogueEntry(
        "the day until which something is withheld has passed, as other records tell; it is withheld still",
        "Take withheld away, so that readers see it; or give it a later day, or never.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.WITHHELD_REFERENCE: CatalogueEntry(
        "what stands on the site rests on something that is withheld, or links to it, and cannot be told without it",
        "Take the sentence or the link away; withhold that record too; or cite something else.",
    ),
    Code.WITHHELD_NAMED: CatalogueEntry(
        "the name of an actor or a place that is withheld stands in a text that readers see, or in an id",
        "Write the text without the name (dateline rename, where it is an id), or withhold that record too.",
        Severity.WARNING,
    ),
    Code.MIXED_HOST: CatalogueEntry(
        "a part of an address's host mixes Latin letters with letters that only look like them",
        "Look where the address leads. Write it with the letters of the site that is meant.",
        Severity.WARNING,
    ),
    Code.FEED_ID_MISSING: CatalogueEntry(
        "chronology.yml has no feed_id, so that the ids of the feeds hang on the title: if it changes, readers of the "
        "feeds are shown every entry as new",
        "Add the line that the message gives: with it, every id stays as it is now, whatever the title becomes.",
        Severity.WARNING,
    ),
    Code.UNKNOWN_IMAGE: CatalogueEntry(
        "an event names a picture that does not lie in content/media/",
        "Put the file there, or correct the name; nothing is fetched from elsewhere.",
    ),
    Code.ALT_MISSING: CatalogueEntry(
        "a picture does not say, in alt, what is to be seen",
        "Write what somebody would be told who cannot see it; not what it means, nor whose it is.",
    ),
    Code.CREDIT_MISSING: CatalogueEntry(
        "a picture does not say, in credit, who made it or whose it is",
        "Name the maker or the collection, as its licence asks.",
    ),
    Code.LICENCE_MISSING: CatalogueEntry(
        "a picture does not say, in licence, by what it may be shown",
        "Write its licence as SPDX has it, such as CC-BY-4.0, or in words, such as Public domain; show no other.",
    ),
    Code.UNUSED_IMAGE: CatalogueEntry(
        "a file of content/media/ is no event's picture, so that no page shows it",
        "Name it in the media of an event, or remove the file.",
        Severity.WARNING,
    ),
    Code.BAD_VALUE: CatalogueEntry(
        "a value breaks a rule of its key, as the message says",
        "See the field reference for what the key takes.",
    ),
    Code.TEMPLATE_ERROR: CatalogueEntry(
        "a page template cannot be read or filled in",
        "Mend the template at the line named.",
    ),
    # What follows is told by `dateline source verify`, which has the texts before it.
    # What follows is told by `dateline source add`, which has a file before it.
    Code.NO_ARTICLE: CatalogueEntry(
        "a file given to `dateline source add` is no article but a PDF, an image, subtitles, data, references or the "
        "like, by what it holds",
        "Do what is said beside it: most often, save the text as .txt or the page as .html, and give that.",
    ),
    Code.TEXT_ELSEWHERE: CatalogueEntry(
        "a page saved has no text of its own: a script, a wall or a login stands before it, or it says that it is gone",
        "Open the page in a browser, wait until its text is there, and save it again; or copy the text into a file. "
        "Where the notice is the source, name its blocks with --body.",
    ),
    Code.TEXT_LOST: CatalogueEntry(
        "words of an article got into no block when it was taken apart: a fault of Dateline, and nothing was written",
        "Report it with the page; until it is mended, copy the text into a .txt file and give that.",
    ),
    Code.PARAGRAPH_CHANGED: CatalogueEntry(
        "a paragraph begins and ends as recorded, but its fingerprint differs: it was edited",
        "Read it again; correct what was drawn from it, and then its fingerprint.",
    ),
    Code.PARAGRAPH_MOVED: CatalogueEntry(
        "a paragraph stands at another number than recorded",
        "Renumber the record's paragraphs and what cites them.",
    ),
    Code.PARAGRAPH_GONE: CatalogueEntry(
        "a paragraph of the record is not in the copy",
        "See whether it was edited or removed, and say so in the source's note.",
    ),
    Code.PARAGRAPH_UNRECORDED: CatalogueEntry(
        "a copy has a paragraph, among the recorded ones, that the record lacks",
        "Add it with what it reports, or as unused with the reason.",
    ),
    Code.TEXT_UNRECORDED: CatalogueEntry(
        "a copy has text before, between or after the recorded paragraphs that no paragraph has, and that neither its "
        "markup nor its words tell to be no part of the article: a row of a table, a caption, an embedded post, an end "
        "that was cut off",
        "Add it as a paragraph with what it reports, or as unused with the reason; if it is no part of the article, "
        "leave it.",
        Severity.WARNING,
        is_advice=True,
    ),
    Code.LOCATOR_MISMATCH: CatalogueEntry(
        "a paragraph's or passage's locators, its page or time, or its number of words do not fit its text",
        "Correct begins, ends, at, pdf_page or words.",
    ),
    Code.FIGURE_NOT_IN_PARAGRAPH: CatalogueEntry(
        "a report's number is not in the paragraph that it cites, in digits or words",
        "Correct the number or the citation, or say with inferred from what it follows.",
    ),
    Code.WORDING_NOT_IN_PARAGRAPH: CatalogueEntry(
        "a figure's wording is not in the paragraph that its report cites",
        "Copy the few words as the paragraph has them.",
    ),
    Code.DATE_NOT_IN_PARAGRAPH: CatalogueEntry(
        "an event's date is said to be stated, and no paragraph cited names the day",
        "Correct the date, or its basis, and say in date_note what it was taken from.",
    ),
    Code.ACTOR_NOT_IN_PARAGRAPH: CatalogueEntry(
        "an actor is drawn from a paragraph that has none of its names",
        "Correct the actor, add the spelling to its aliases, or say with inferred from what it follows.",
    ),
    Code.PLACE_NOT_IN_PARAGRAPH: CatalogueEntry(
        "a place is drawn from a paragraph that has none of its names",
        "Correct the place, add the spelling to its aliases, or say with inferred from what it follows.",
    ),
    Code.LINK_DEAD: CatalogueEntry(
        "a source's address leads to nothing any more",
        "Look for a capture in a web archive and add archive; correct the address if the text has a new one.",
    ),
    Code.LINK_MOVED: CatalogueEntry(
        "a source's address leads on to another one",
        "Write the new address, if it gives the same text.",
        Severity.WARNING,
    ),
    Code.LINK_UNREADABLE: CatalogueEntry(
        "a source's address could not be held against its record: refused, blocked, no text, or another text",
        "Open the address yourself; if the text is gone, look for a capture in a web archive and add archive.",
    ),
    # What follows is told by `dateline diff`, which has an earlier version before it.
    Code.ID_VANISHED: CatalogueEntry(
        "a record, a claim or a tombstone was published and is gone without a trace",
        "Put it back; or leave a tombstone for the record, an entry in the event's history that names the claim.",
    ),
    Code.ADDRESS_LOST: CatalogueEntry(
        "an event stood on the page of a day, was redated or removed, and nothing there leads on to it",
        "Add its old date to formerly of the event, or of its tombstone: the old page then leads on.",
    ),
    Code.HISTORY_MISSING: CatalogueEntry(
        "a published record changed in substance, and its history has no new entry",
        "Add an entry to history: date, type and note say what changed and why. Readers see it on the page of changes.",
        Severity.WARNING,
    ),
}
