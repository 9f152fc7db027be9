"""The acceptance checks of UX.md section 7, 1 to 28, and the tests that prove each of them.

What nobody can test without a screen or Windows is named with its evidence: 17 is looked at in the
pictures that tests/pictures/take.py makes, 28 is told in the README. Times of 4 and 10 are
measured by tests/bench/desktop.py; the tests hold what the window does in them, never seconds.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
CHECKS: dict[int, tuple[str, dict[str, tuple[str, ...]]]] = {
    1: (
        "From a number to its sentence in two activations, and back to the cell",
        {
            "desktop/test_checks_counting": (
                "two_keys_lead_from_a_number_to_its_sentence_and_one_back",
            ),
            "desktop/test_views_real": ("a_number_leads_to_its_sentence_and_back_to_the_cell",),
        },
    ),
    2: (
        "Every number equals its evidence, in reviews, documents and passages",
        {
            "desktop/test_checks_counting": ("every_number_equals_its_evidence_in_each_unit",),
            "counting/test_evidence_equals_number": (
                "the_evidence_of_every_cell_and_total_is_its_number",
            ),
        },
    ),
    3: (
        "Undecided suggestions change no count of tags; accepting one changes its cells alone",
        {
            "desktop/test_checks_counting": (
                "accepting_one_changes_exactly_the_cells_it_should",
                "what_is_undecided_or_rejected_changes_no_count_of_tags",
            ),
        },
    ),
    4: (
        "A stores the tag, goes to the next and scrolls to it, within a moment",
        {
            "desktop/test_checks_deciding": ("the_next_suggestion_is_in_view_after_a_decision",),
            "desktop/test_key_work": (
                "a_decision_is_painted_before_the_casebook_begins_to_keep_it",
            ),
        },
    ),
    5: (
        "Nineteen suggestions are decided and finished in at most twenty presses",
        {
            "desktop/test_checks_deciding": (
                "nineteen_suggestions_are_decided_and_finished_in_twenty_presses",
            ),
        },
    ),
    6: (
        "Undo restores the very rows, after closing and reopening too",
        {
            "desktop/test_checks_deciding": (
                "undo_restores_the_very_rows_and_does_so_after_reopening",
            ),
            "store/test_team": (
                "each_command_changes_something_and_undo_and_redo_bring_back_the_very_rows",
            ),
        },
    ),
    7: (
        "Twenty kills while tagging lose no decision",
        {
            "store/test_kill": ("twenty_kills_while_tagging_lose_no_decision",),
        },
    ),
    8: (
        "Each of 120 files has one outcome with a reason",
        {
            "desktop/test_checks_import": (
                "each_of_120_files_has_one_outcome_and_a_reason_and_the_casebook_opens_again",
            ),
        },
    ),
    9: (
        "An import stopped at file 60 goes on without a duplicate",
        {
            "desktop/test_checks_import": (
                "an_import_stopped_at_60_keeps_them_and_goes_on_without_a_duplicate",
            ),
        },
    ),
    10: (
        "During an import the Reader still answers its keys",
        {
            "desktop/test_checks_import": ("the_reader_answers_a_key_while_files_are_imported",),
        },
    ),
    11: (
        "A tag by hand takes six keys from opening the document",
        {
            "desktop/test_checks_deciding": ("from_opening_a_document_six_keys_make_a_tag",),
        },
    ),
    12: (
        "Each command has a key; Tab and F6 come everywhere and are caught nowhere",
        {
            "desktop/test_checks_keyboard": (
                "tab_comes_to_every_control_that_shows_and_is_caught_by_none",
                "f6_goes_round_the_panes_both_ways",
                "each_command_of_the_menus_has_a_key_or_an_access_key",
            ),
        },
    ),
    13: (
        "No keys call two commands in a scope, and none is reserved",
        {
            "desktop/test_keys": (
                "no_keys_call_two_commands_in_one_scope",
                "no_command_takes_reserved_keys",
            ),
        },
    ),
    14: (
        "With single-key commands off, letters do nothing and the menus still work",
        {
            "desktop/test_reader": ("with_single_keys_off_letters_do_nothing",),
            "desktop/test_keys": ("single_keys_can_be_switched_off",),
        },
    ),
    15: (
        "Everything that takes the focus has a name, every cell is spoken",
        {
            "desktop/test_every_page": (
                "every_part_that_takes_the_focus_has_a_name",
                "every_cell_of_every_list_and_table_is_spoken",
            ),
        },
    ),
    16: (
        "Contrast of all pairs; group colours told apart by protan and deutan eyes",
        {
            "desktop/test_appearance": (
                "words_can_be_read_on_their_ground",
                "controls_stand_out_from_their_ground",
                "group_colours_are_told_apart",
            ),
        },
    ),
    17: (
        "No cut label, no overlap, the primary button visible, at every size",
        {
            "desktop/test_geometry": (
                "no_words_are_cut_and_nothing_overlaps",
                "dark_and_larger_text_cut_nothing_either",
                "the_primary_button_shows_at_the_smallest_size",
            ),
        },
    ),
    18: (
        "In grey, tag and suggestion, ways of reading and heat steps still tell apart",
        {
            "desktop/test_checks_grey": (
                "steps_of_the_heat_map_grow_lighter_or_darker_one_by_one",
                "in_the_reader_a_tag_stands_apart_from_a_suggestion_in_grey",
                "each_way_of_reading_has_a_sign_and_a_word_of_its_own",
            ),
        },
    ),
    19: (
        "Each empty, loading, no-result and problem state shows its words",
        {
            "desktop/test_checks_states": (
                "the_words_of_each_row_are_asserted_by_the_test_that_is_named",
            ),
        },
    ),
    20: (
        "Word: quotes as in the source with their place, marking, headings, table headers",
        {
            "exporters/test_opens_in_office": (
                "every_quote_stands_word_for_word_on_a_page",
                "the_marking_stands_on_every_page",
                "headings_are_headings_and_tables_repeat_their_first_row",
            ),
            "exporters/test_word_summary": (
                "every_quote_stands_word_for_word_with_a_numbered_source",
                "the_marking_stands_at_head_and_foot_with_page_numbers",
                "headings_make_the_contents",
                "tables_repeat_their_header_have_captions_and_are_described",
            ),
        },
    ),
    21: (
        "Excel: numbers as numbers, frozen head, base and filters, every passage",
        {
            "desktop/test_checks_counting": (
                "excel_holds_numbers_a_frozen_head_its_base_and_every_passage",
            ),
        },
    ),
    22: (
        "No small number can be worked out from the totals: a solver tries",
        {
            "counting/test_small_numbers": ("no_number_under_the_threshold_can_be_worked_out",),
        },
    ),
    23: (
        "A rule change does what its preview said, touches no tag, raises the version by one",
        {
            "desktop/test_codebook_real": (
                "a_rule_change_does_what_it_said_and_undo_takes_it_back",
            ),
            "usecases/test_edit_codebook": (
                "the_version_rises_by_one_and_a_restore_point_stands_before_it",
            ),
        },
    ),
    24: (
        "A merge loses no tag, keeps coders, and does nothing the second time",
        {
            "store/test_merging_others": ("no_tag_is_lost_and_each_keeps_its_coder",),
            "store/test_merging": (
                "the_same_casebook_merged_twice_changes_nothing_the_second_time",
            ),
        },
    ),
    25: (
        "No network socket is opened: the whole suite runs with them refused",
        {
            "test_offline": (
                "an_internet_socket_is_refused_here",
                "an_internet_socket_is_refused_in_a_child",
                "no_module_of_ours_names_a_network_module",
            ),
        },
    ),
    26: (
        "A backup restores to the same counts, and a restore can be undone",
        {
            "store/test_backup": ("restoring_brings_the_same_counts_back_and_can_be_undone",),
            "desktop/test_casebook_page": ("a_backup_is_made_listed_restored_and_that_undone",),
        },
    ),
    27: (
        "No banned word in any string of the interface",
        {
            "test_words_told": (
                "nothing_banned_is_told",
                "commands_use_the_words_of_the_interface",
                "banned_words_would_be_found",
            ),
        },
    ),
    28: (
        "Spoken by Narrator: by hand on Windows; what can be held here are names and spoken cells",
        {
            "desktop/test_every_page": ("every_cell_of_every_list_and_table_is_spoken",),
        },
    ),
}


@cache
def named_in(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / f"{path}.py").read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("check", range(1, 29))
def test_each_check_is_proved_by_tests_that_are_there(check: int) -> None:
    _, proofs = CHECKS[check]
    assert proofs
    for path, names in proofs.items():
        assert {f"test_{name}" for name in names} <= named_in(path), path
