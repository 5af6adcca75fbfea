//! What is published about an example.

use crate::schema::{Field, Kind, Need, Table, Type};

/// Fields of the table that are not published: about the work with the page, or about whom to turn to. Contacts are on
/// the pages, where they are kept up to date.
const LEFT_OUT: [&str; 5] = ["status", "avpublicerad", "kontakt", "tidigare-adresser", "godtas"];

/// One field of the data.
pub struct DataField {
    pub key: &'static str,
    pub shape: Shape,
    /// Every example has a value.
    pub always: bool,
    pub meaning: Meaning,
}

/// Where the words for a field stand.
pub enum Meaning {
    /// In the field table.
    Table(&'static Field),
    /// In the site's words: `data-field-<id>` and `data-field-<id>-help`.
    Own { label: &'static str, help: &'static str },
}

/// What a field holds in the data.
pub enum Shape {
    Text {
        max: Option<usize>,
    },
    Id,
    /// So many digits.
    Code(usize),
    /// A whole address.
    Address,
    YesNo,
    /// `ja`, `nej` or `okant`.
    YesNoUnknown,
    Integer {
        min: i64,
        max: i64,
    },
    Date,
    PartialDate,
    /// Id and name of a vocabulary's value.
    Term {
        vocabulary: &'static str,
        unknown: bool,
    },
    Choice(&'static [(&'static str, &'static str)]),
    /// A key or section of the field table.
    FieldName,
    Record(Vec<DataField>),
    List(Box<Shape>),
}

/// Every field, in the order of the data.
pub fn fields() -> Vec<DataField> {
    let mut fields = of_table(Kind::Example.table());
    fields.retain(|field| !LEFT_OUT.contains(&field.key));
    let address = own("adress", Shape::Address, ("data-field-address", "data-field-address-help"));
    fields.insert(1, address);
    let sections = Shape::List(Box::new(Shape::FieldName));
    fields.push(own("avsnitt", sections, ("data-field-sections", "data-field-sections-help")));
    fields
}

fn of_table(table: &'static Table) -> Vec<DataField> {
    let fields = table.fields.iter().map(|field| match field.key {
        // A copy that was read is nobody's address; that it was read is a fact about the source.
        "last-kopia" => own("last-i-kopia", Shape::YesNo, ("data-field-copy", "data-field-copy-help")),
        _ => DataField {
            key: field.key,
            shape: shape(&field.ty),
            always: is_always_given(field),
            meaning: Meaning::Table(field),
        },
    });
    fields.collect()
}

/// A page without a language is in Swedish; `nej` for a date is none.
fn is_always_given(field: &Field) -> bool {
    let is_needed = matches!(field.need, Need::Always | Need::ToPublish);
    field.key == "sprak" || is_needed && !matches!(field.ty, Type::DateOrNo)
}

fn shape(ty: &'static Type) -> Shape {
    match ty {
        Type::Text { max } => Shape::Text { max: *max },
        Type::Email => Shape::Text { max: None },
        Type::Id | Type::Reference(_) => Shape::Id,
        Type::YesNo => Shape::YesNo,
        Type::YesNoUnknown => Shape::YesNoUnknown,
        Type::Integer { min, max } => Shape::Integer { min: *min, max: *max },
        Type::Date | Type::DateOrNo => Shape::Date,
        Type::PartialDate => Shape::PartialDate,
        Type::Term { vocabulary, unknown } => Shape::Term { vocabulary, unknown: *unknown },
        Type::Choice(choices) => Shape::Choice(choices),
        Type::Municipality => Shape::Record(municipality()),
        Type::Sources => Shape::List(Box::new(Shape::Integer { min: 1, max: 999 })),
        Type::WebAddress | Type::SiteAddress | Type::Address => Shape::Address,
        Type::FieldName => Shape::FieldName,
        Type::Record(table) => Shape::Record(of_table(table)),
        Type::List(inner) => Shape::List(Box::new(shape(inner))),
    }
}

fn municipality() -> Vec<DataField> {
    vec![
        own("kod", Shape::Code(4), ("data-field-code", "data-field-code-help")),
        own("namn", Shape::Text { max: None }, ("data-field-name", "data-field-name-help")),
        own("lanskod", Shape::Code(2), ("data-field-county-code", "data-field-county-code-help")),
        own("lan", Shape::Text { max: None }, ("data-field-county", "data-field-county-help")),
    ]
}

fn own(key: &'static str, shape: Shape, (label, help): (&'static str, &'static str)) -> DataField {
    DataField { key, shape, always: true, meaning: Meaning::Own { label, help } }
}
