"""The rules that records keep together; each is a generator of problems whose docstring is the rule."""

from dataclasses import replace
from typing import Final

from dateline.ground.garbage import uncollected
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import link
from dateline.records.loading import Corpus
from dateline.records.rules.bibliography import (
    captures_are_of_the_source,
    somebody_says_each_report,
    translations_are_of_quotes,
    what_is_gone_was_there,
    what_is_missing_is_unknown,
)
from dateline.records.rules.briefs import (
    a_sentence_names_a_claim_once,
    the_brief_is_short,
    the_brief_leads_somewhere,
    the_brief_says_what_is_known_now,
)
from dateline.records.rules.circles import nobody_is_perhaps_themselves, nothing_contains_itself
from dateline.records.rules.context import Context, Rule
from dateline.records.rules.contradictions import contradictions_are_taken_up
from dateline.records.rules.coverage import paragraphs_are_accounted_for, records_are_referred_to
from dateline.records.rules.dating import (
    old_days_name_their_calendar,
    seasons_are_meant,
    seq_agrees_with_the_times,
    sources_appear_before_they_are_read,
    sources_appear_once,
    sources_are_written_before_they_appear,
)
from dateline.records.rules.days_of_work import days_are_near_those_of_others
from dateline.records.rules.facts_in_time import facts_of_a_time_are_possible, facts_of_one_time_are_told
from dateline.records.rules.gaps import complete_sources_have_no_gaps
from dateline.records.rules.graves import redacted_ids_stay_unused, removed_ids_stay_removed
from dateline.records.rules.likenesses import what_may_be_one_is_suggested
from dateline.records.rules.locations import coordinates_are_meant, coordinates_are_on_earth, exact_places_lie_apart
from dateline.records.rules.masthead_rules import feeds_have_an_id_of_their_own, persons_can_answer
from dateline.records.rules.misspellings import our_own_words_are_spelt
from dateline.records.rules.names import (
    events_lie_in_the_folder_of_their_year,
    names_can_be_checked_out,
    names_tell_records_apart,
    the_site_speaks_english,
)
from dateline.records.rules.originals import (
    copies_end_somewhere,
    hosts_are_what_they_look_like,
    one_text_has_one_speaker,
    one_text_is_one_source,
    texts_that_are_nearly_one_are_looked_at,
    what_became_of_a_source_fits,
    what_was_withdrawn_says_so,
)
from dateline.records.rules.passages import passages_stand_where_they_can
from dateline.records.rules.pictures_shown import (
    pictures_are_shown,
    pictures_are_there,
    pictures_say_what_they_show_and_whose_they_are,
)
from dateline.records.rules.references import links_lead_somewhere, references_lead_somewhere
from dateline.records.rules.settlements import (
    a_claim_is_settled_one_way,
    histories_end_as_disputes_stand,
    positions_stand_to_each_other_as_they_are_settled,
    somebody_conceded,
    what_fell_carries_nothing,
    what_is_resolved_says_what_it_settles,
    what_is_settled_in_part_leaves_something_open,
)
from dateline.records.rules.slips import (
    events_are_told_once,
    figures_say_what_their_wording_says,
    sources_appear_on_the_day_of_their_address,
)
from dateline.records.rules.soundness import (
    disputes_are_complete,
    events_precede_their_sources,
    figures_are_possible,
    ids_within_a_record_are_unique,
    inferred_dates_say_from_what,
    reports_are_told_once,
    sources_carry_only_what_their_rights_allow,
    texts_are_as_they_look,
)
from dateline.records.rules.tied_events import (
    events_are_tied_as_their_dates_allow,
    no_event_contains_itself,
    tags_are_told_once,
)
from dateline.records.rules.titles import titles_name_who_says_so
from dateline.records.rules.tone import our_own_words_take_no_side
from dateline.records.rules.two_sided import (
    marks_of_the_brief_stand_behind_what_they_mark,
    sentences_cite_whom_they_name,
)
from dateline.records.rules.vocabulary import words_are_in_the_vocabulary
from dateline.records.rules.voices import (
    accusations_are_alleged,
    actors_say_whose_word_theirs_is,
    chains_begin_where_the_text_begins_them,
    owners_are_cited,
    persons_are_named_for_a_reason,
    reports_say_how_they_know,
)
from dateline.records.rules.whole_words import locators_have_whole_words
from dateline.records.rules.withheld_rules import (
    nothing_shown_rests_on_what_is_withheld,
    what_is_withheld_can_be_left_out,
    what_is_withheld_ends,
    who_is_withheld_is_named_nowhere,
)
from dateline.records.types import State

RULES: tuple[Rule, ...] = (
    references_lead_somewhere,
    links_lead_somewhere,
    nothing_contains_itself,
    nobody_is_perhaps_themselves,
    no_event_contains_itself,
    events_are_tied_as_their_dates_allow,
    tags_are_told_once,
    facts_of_a_time_are_possible,
    facts_of_one_time_are_told,
    pictures_are_there,
    pictures_say_what_they_show_and_whose_they_are,
    pictures_are_shown,
    words_are_in_the_vocabulary,
    texts_are_as_they_look,
    inferred_dates_say_from_what,
    events_precede_their_sources,
    old_days_name_their_calendar,
    seasons_are_meant,
    sources_appear_before_they_are_read,
    sources_are_written_before_they_appear,
    seq_agrees_with_the_times,
    sources_appear_once,
    days_are_near_those_of_others,
    reports_are_told_once,
    figures_are_possible,
    figures_say_what_their_wording_says,
    sources_appear_on_the_day_of_their_address,
    events_are_told_once,
    ids_within_a_record_are_unique,
    disputes_are_complete,
    coordinates_are_on_earth,
    coordinates_are_meant,
    exact_places_lie_apart,
    sources_carry_only_what_their_rights_allow,
    removed_ids_stay_removed,
    redacted_ids_stay_unused,
    passages_stand_where_they_can,
    locators_have_whole_words,
    complete_sources_have_no_gaps,
    what_is_missing_is_unknown,
    somebody_says_each_report,
    what_is_gone_was_there,
    captures_are_of_the_source,
    translations_are_of_quotes,
    paragraphs_are_accounted_for,
    records_are_referred_to,
    contradictions_are_taken_up,
    names_can_be_checked_out,
    events_lie_in_the_folder_of_their_year,
    names_tell_records_apart,
    the_site_speaks_english,
    copies_end_somewhere,
    one_text_is_one_source,
    texts_that_are_nearly_one_are_looked_at,
    one_text_has_one_speaker,
    what_became_of_a_source_fits,
    what_was_withdrawn_says_so,
    hosts_are_what_they_look_like,
    feeds_have_an_id_of_their_own,
    actors_say_whose_word_theirs_is,
    owners_are_cited,
    reports_say_how_they_know,
    chains_begin_where_the_text_begins_them,
    accusations_are_alleged,
    a_claim_is_settled_one_way,
    what_is_resolved_says_what_it_settles,
    what_is_settled_in_part_leaves_something_open,
    somebody_conceded,
    positions_stand_to_each_other_as_they_are_settled,
    histories_end_as_disputes_stand,
    what_fell_carries_nothing,
    titles_name_who_says_so,
    our_own_words_take_no_side,
    our_own_words_are_spelt,
    persons_can_answer,
    persons_are_named_for_a_reason,
    what_is_withheld_ends,
    what_is_withheld_can_be_left_out,
    nothing_shown_rests_on_what_is_withheld,
    who_is_withheld_is_named_nowhere,
    the_brief_is_short,
    a_sentence_names_a_claim_once,
    the_brief_leads_somewhere,
    the_brief_says_what_is_known_now,
    marks_of_the_brief_stand_behind_what_they_mark,
    sentences_cite_whom_they_name,
)


_MAY_BE_LACKING: Final = frozenset(
    {
        Code.ALT_MISSING,
        Code.CREDIT_MISSING,
        Code.DATE_NOTE_MISSING,
        Code.FIGURE_EMPTY,
        Code.LICENCE_MISSING,
        Code.MISSING_KEY,
        Code.NAMED_WITHOUT_REASON,
        Code.NOTHING_SETTLED,
        Code.PARAGRAPH_UNACCOUNTED,
        Code.POSITION_WITHOUT_CLAIMS,
        Code.RESOLUTION_MISSING,
        Code.UNUSED_ACTOR,
        Code.UNUSED_PLACE,
        Code.UNUSED_SOURCE,
        Code.VOICE_UNCLEAR,
        Code.WOULD_SETTLE_MISSING,
    }
)
"""What rules miss in a record, and a draft may lack."""


def suggest(corpus: Corpus) -> list[Problem]:
    """Return what may be one thing told twice, which nobody is told who does not ask."""
    return list(what_may_be_one_is_suggested(Context(link(corpus, drafts=True), corpus)))


def check(corpus: Corpus) -> list[Problem]:
    """Return every breach of every rule in the records of `corpus`, drafts included."""
    with uncollected():
        context = Context(link(corpus, drafts=True), corpus)
        drafts = {context.chronology.document(one).path for one in context.records() if one.state is State.DRAFT}
        found = (problem for rule in RULES for problem in rule(context))
        return [_as_note(problem) if problem.position.path in drafts else problem for problem in found]


def _as_note(problem: Problem) -> Problem:
    """Return what a draft lacks as a note: it has to be there only once it is published."""
    return replace(problem, code=Code.DRAFT_LACKS) if problem.code in _MAY_BE_LACKING else problem
