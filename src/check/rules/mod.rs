//! The rules, one in each file.

mod bad_address;
mod bad_id;
mod broken_link;
mod broken_picture;
mod broken_report;
mod broken_table;
mod bureaucratic_word;
mod byte_order_mark;
mod conflict_marker;
mod contradiction;
mod duplicate_id;
mod duplicate_key;
mod empty_heading;
mod empty_link_text;
mod encoding;
mod end_before_start;
mod front_matter;
mod future_date;
mod geography;
mod given_and_missing;
mod hard_to_read;
mod heading_level;
mod heavy_image;
mod hidden_line;
mod image_place;
mod image_without_alt;
mod impossible_date;
mod live_mode;
mod long_sentence;
mod media_facts;
mod missing;
mod missing_file;
mod missing_source;
mod moving_image;
mod needless_acceptance;
mod not_nfc;
mod personal_contact;
mod personal_number;
mod political_source;
mod raw_html;
mod repeated_value;
mod review_due;
mod second_definition;
mod second_document;
mod sources;
mod too_deep;
mod too_large;
mod too_long;
mod uneven_table;
mod unexplained_abbreviation;
mod unknown_file;
mod unknown_key;
mod unknown_municipality;
mod unknown_section;
mod unknown_value;
mod unreadable_file;
mod unrecorded_address;
mod unsafe_image;
mod unused_source;
mod vanished_address;
mod wrong_type;
mod yaml_anchor;
mod yaml_syntax;

pub(super) use conflict_marker::drop_what_follows_from_conflicts;

use super::Rule;
use crate::i18n::Message;

/// Every rule, in the order in which a file is read: bytes, fields, text, the site; then those that advise.
pub static RULES: &[&Rule] = &[
    &unreadable_file::RULE,
    &encoding::RULE,
    &byte_order_mark::RULE,
    &not_nfc::RULE,
    &too_large::RULE,
    &unknown_file::RULE,
    &broken_report::RULE,
    &conflict_marker::RULE,
    &personal_number::RULE,
    &front_matter::RULE,
    &second_document::RULE,
    &yaml_syntax::RULE,
    &yaml_anchor::RULE,
    &unknown_key::RULE,
    &duplicate_key::RULE,
    &missing::RULE,
    &given_and_missing::RULE,
    &wrong_type::RULE,
    &unknown_value::RULE,
    &unknown_municipality::RULE,
    &impossible_date::RULE,
    &future_date::RULE,
    &end_before_start::RULE,
    &contradiction::RULE,
    &repeated_value::RULE,
    &too_long::RULE,
    &bad_id::RULE,
    &duplicate_id::RULE,
    &bad_address::RULE,
    &personal_contact::RULE,
    &unknown_section::RULE,
    &heading_level::RULE,
    &broken_table::RULE,
    &uneven_table::RULE,
    &hidden_line::RULE,
    &second_definition::RULE,
    &raw_html::RULE,
    &too_deep::RULE,
    &broken_link::RULE,
    &empty_link_text::RULE,
    &image_without_alt::RULE,
    &missing_source::RULE,
    &unused_source::RULE,
    &political_source::RULE,
    &review_due::RULE,
    &vanished_address::RULE,
    &unrecorded_address::RULE,
    &media_facts::RULE,
    &broken_picture::RULE,
    &unsafe_image::RULE,
    &moving_image::RULE,
    &image_place::RULE,
    &heavy_image::RULE,
    &geography::RULE,
    &missing_file::RULE,
    &live_mode::RULE,
    &long_sentence::RULE,
    &bureaucratic_word::RULE,
    &unexplained_abbreviation::RULE,
    &hard_to_read::RULE,
    &empty_heading::RULE,
    // Last, when it is known what the others have to say.
    &needless_acceptance::RULE,
];

/// The rule that a build which records addresses has no need of.
pub const UNRECORDED: &str = unrecorded_address::RULE.id;

/// The rule that a comparison of two contents tells of in its own words.
pub const VANISHED: &str = vanished_address::RULE.id;
/// The rule for files in which two versions stand.
pub const CONFLICT: &str = conflict_marker::RULE.id;

/// Adds what was probably meant to a message: how many guesses, and the guesses themselves.
fn suggest<S: AsRef<str>>(message: Message, nearest: &[S]) -> Message {
    let guesses: Vec<String> = nearest.iter().map(|guess| format!("”{}”", guess.as_ref())).collect();
    message.with("antal", guesses.len().to_string()).with("forslag", guesses.join(", "))
}
