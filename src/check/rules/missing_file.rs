use std::collections::BTreeSet;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::schema::Type;

rule! {
    /// # En fil som webbplatsen behöver saknas
    ///
    /// Webbplatsen behöver inställningarna i `webbplats.yaml`, kommunerna i `geografi/kommuner.csv` och de vokabulärer som
    /// exemplen använder.
    ///
    /// Rätt: hämta tillbaka filen, eller skapa en ny webbplats med `samverka init` och kopiera filen därifrån.
    ///
    /// Kommunlistan behövs bara när något dokument nämner en kommun.
    "saknad-fil", Error, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    let mut needed: BTreeSet<String> = BTreeSet::from(["webbplats.yaml".to_owned()]);
    for parsed in &corpus.parsed {
        for written in parsed.written.iter().filter(|written| !written.is_empty) {
            files_of(&written.field.ty, &mut needed);
        }
    }
    for path in needed {
        if corpus.file(&path).is_none() {
            report.in_file(&path.as_str().into(), None, Message::new("saknad-fil").with("fil", &path));
        }
    }
}

fn files_of(ty: &'static Type, needed: &mut BTreeSet<String>) {
    match ty {
        Type::List(inner) => files_of(inner, needed),
        Type::Record(table) => table.fields.iter().for_each(|field| files_of(&field.ty, needed)),
        Type::Municipality => {
            needed.insert("geografi/kommuner.csv".to_owned());
        }
        Type::Term { vocabulary, .. } => {
            needed.insert(format!("vokabular/{vocabulary}.yaml"));
        }
        _ => {}
    }
}
