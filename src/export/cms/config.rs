//! Field tables → Decap's collections, fields and widgets.
//!
//! Every value is a text here, as in the files: Decap neither turns `0180` into a number nor a date into an hour.

use serde_json::{Value, json};

use crate::i18n::{self, Language, Message};
use crate::model::Site;
use crate::schema::{Field, Kind, Need, Table, Type};

/// What a section's field is called: its id after this.
const SECTION: &str = "avsnitt-";

/// Where the content lies, and who lets editors in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backend {
    /// `owner/name` on GitHub.
    pub repository: Option<String>,
    pub branch: String,
    /// The folder of the content in the repository.
    pub folder: String,
    /// The address of a `decap-server` on the editor's own machine.
    pub local: Option<String>,
}

impl Backend {
    /// Where the page may send requests.
    pub fn origins(&self) -> Vec<String> {
        let own = ["'self'".to_owned(), "blob:".to_owned()];
        let github = ["https://api.github.com", "https://www.githubstatus.com"].map(str::to_owned);
        let github = github.into_iter().filter(|_| self.repository.is_some());
        let local = self.local.iter().map(|url| url.split('/').take(3).collect::<Vec<_>>().join("/"));
        own.into_iter().chain(github).chain(local).collect()
    }
}

pub(super) fn configuration(site: &Site, backend: &Backend, language: Language) -> Value {
    let maker = Maker { site, language };
    let collections: Vec<Value> = Kind::WRITTEN.iter().map(|kind| maker.collection(*kind, &backend.folder)).collect();
    let settings = &site.settings;
    let mut config = json!({
        "backend": match &backend.repository {
            Some(repository) => json!({ "name": "github", "repo": repository, "branch": backend.branch }),
            None => json!({ "name": "git-gateway", "branch": backend.branch }),
        },
        "publish_mode": "editorial_workflow",
        "locale": language.tag(),
        "site_url": settings.address,
        "display_url": settings.address,
        "media_folder": format!("{}/media", backend.folder),
        "public_folder": "/media",
        "slug": { "encoding": "ascii", "clean_accents": true },
        "collections": collections,
        "words": maker.own_words(),
    });
    if let Some(url) = &backend.local {
        config["local_backend"] = json!({ "url": url });
    }
    config
}

/// Words that Decap's Swedish lacks and an editor meets, by their place among its phrases.
const WORDS: [(&str, &str, &[&str]); 15] = [
    ("collection.collectionTop.newButton", "cms-ord-ny", &["collectionLabel"]),
    ("editor.editorWidgets.list.add", "cms-ord-lagg-till", &["item"]),
    ("editor.editorWidgets.list.addType", "cms-ord-lagg-till", &["item"]),
    ("editor.editorWidgets.object.expand", "cms-ord-visa", &[]),
    ("editor.editorWidgets.object.collapse", "cms-ord-dolj", &[]),
    ("editor.editorControl.field.widgetLabel", "cms-ord-falt", &["widgetLabel"]),
    ("editor.editorToolbar.statusInfoTooltipDraft", "cms-ord-utkast", &[]),
    ("editor.editorToolbar.statusInfoTooltipInReview", "cms-ord-granskas", &[]),
    ("editor.editorInterface.toggleNotes", "cms-ord-anteckningar", &[]),
    ("collection.collectionTop.viewAsList", "cms-ord-som-lista", &[]),
    ("collection.collectionTop.viewAsGrid", "cms-ord-som-rutor", &[]),
    ("collection.entries.unpublishedHeader", "cms-ord-opublicerat", &[]),
    ("mediaLibrary.mediaLibraryModal.close", "cms-ord-stang", &[]),
    ("ui.settingsDropdown.account", "cms-ord-konto", &[]),
    ("auth.loginWithForgejo", "cms-ord-forgejo", &[]),
];

struct Maker<'a> {
    site: &'a Site,
    language: Language,
}

impl Maker<'_> {
    fn words(&self, id: &'static str) -> String {
        i18n::text(self.language, &Message::new(id))
    }

    /// [`WORDS`], nested as Decap nests its phrases.
    fn own_words(&self) -> Value {
        let mut words = json!({});
        for (path, id, arguments) in WORDS {
            // Decap's own way to mark what it fills in.
            let message =
                arguments.iter().fold(Message::new(id), |message, name| message.with(name, format!("%{{{name}}}")));
            let place = path.split('.').fold(&mut words, |at, key| &mut at[key]);
            *place = i18n::text(self.language, &message).into();
        }
        words
    }

    fn collection(&self, kind: Kind, folder: &str) -> Value {
        let table = kind.table();
        let (label, one) = match kind {
            Kind::Example => ("cms-exempel", "cms-ett-exempel"),
            Kind::News => ("cms-nyheter", "cms-en-nyhet"),
            Kind::Page => ("cms-sidor", "cms-en-sida"),
            Kind::Fia => ("cms-fia", "cms-en-fia"),
            _ => ("cms-erfarenheter", "cms-en-erfarenhet"),
        };
        let has_id = table.field("id").is_some();
        let fields = table.fields.iter().map(|field| self.field(field));
        let sections = table.sections.iter().map(|section| {
            json!({
                "name": format!("{SECTION}{}", section.id),
                "label": section.title,
                "hint": section.help,
                "widget": "text",
                "required": false,
            })
        });
        let body = table
            .sections
            .is_empty()
            .then(|| json!({ "name": "text", "label": self.words("cms-text"), "widget": "text", "required": false }));
        // What the format needs to write back what was not edited.
        let kept = json!({ "name": "fil", "widget": "hidden", "required": false });
        let mut collection = json!({
            "name": kind.folder(),
            "label": self.words(label),
            "label_singular": self.words(one),
            "folder": format!("{folder}/{}", kind.folder()),
            // A page among pages needs a folder, which is chosen where the files are.
            "create": kind != Kind::Page,
            "extension": "md",
            "format": kind.folder(),
            "identifier_field": "titel",
            "slug": if has_id { "{{fields.id}}" } else { "{{slug}}" },
            "summary": "{{titel}}",
            "editor": { "preview": true },
            "fields": fields.chain(sections).chain(body).chain([kept]).collect::<Vec<_>>(),
        });
        if kind == Kind::Page {
            collection["nested"] = json!({ "depth": 4, "subfolders": false });
        }
        collection
    }

    fn field(&self, field: &Field) -> Value {
        let mut made = self.widget(&field.ty);
        made["name"] = field.key.into();
        made["label"] = field.label.into();
        made["hint"] = self.hint(field).into();
        made["required"] = (field.need == Need::Always).into();
        if field.key == "status" {
            made["default"] = "utkast".into();
        }
        made
    }

    /// Help, and when the field is needed: Decap only tells what a draft may leave out.
    fn hint(&self, field: &Field) -> String {
        let help = field.help.replace('`', "”");
        match field.need {
            Need::ToPublish => format!("{help} {}", self.words("cms-behovs")),
            Need::GivenOrMissing | Need::GivenOrMissingUnless(_) => {
                format!("{help} {}", self.words("cms-behovs-eller"))
            }
            Need::Always | Need::Optional => help,
        }
    }

    fn widget(&self, ty: &Type) -> Value {
        let pattern =
            |pattern: &str, help: &'static str| json!({ "widget": "string", "pattern": [pattern, self.words(help)] });
        match ty {
            Type::Text { max: Some(max) } if *max <= 200 => {
                json!({ "widget": "string", "pattern": [format!("^.{{0,{max}}}$"), self.too_long(*max)] })
            }
            Type::Text { max: Some(max) } => {
                json!({ "widget": "text", "pattern": [format!("^[^]{{0,{max}}}$"), self.too_long(*max)] })
            }
            Type::Text { max: None } => json!({ "widget": "text" }),
            Type::Id => pattern("^[a-z0-9]+(-[a-z0-9]+)*$", "cms-fel-id"),
            Type::YesNo => choices([("ja", "ja"), ("nej", "nej")]),
            Type::YesNoUnknown => choices([("ja", "ja"), ("nej", "nej"), ("okänt", "okänt")]),
            Type::Integer { .. } => pattern("^-?[0-9]+$", "cms-fel-tal"),
            Type::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "cms-fel-datum"),
            Type::PartialDate => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "cms-fel-period"),
            Type::DateOrNo => pattern("^(nej|[0-9]{4}-[0-9]{2}-[0-9]{2})$", "cms-fel-datum-nej"),
            Type::Term { vocabulary, unknown } => {
                let terms = self.site.vocabularies.get(vocabulary).map(|v| v.terms.as_slice()).unwrap_or_default();
                let terms = terms.iter().map(|term| (term.id.as_str(), term.name.as_str()));
                choices(terms.chain(unknown.then_some(("okänt", "okänt"))))
            }
            Type::Choice(words) => choices(words.iter().map(|(word, _)| (*word, *word))),
            Type::Municipality => {
                choices(self.site.geography.municipalities.iter().map(|m| (m.name.as_str(), m.name.as_str())))
            }
            Type::WebAddress => pattern("^https?://[^ ]+$", "cms-fel-adress"),
            Type::SiteAddress => pattern("^/[^ ]*$", "cms-fel-egen-adress"),
            Type::Email => pattern("^[^ @]+@[^ @]+[.][^ @]+$", "cms-fel-e-post"),
            Type::Reference(_) | Type::Address => json!({ "widget": "string" }),
            Type::Sources => json!({ "widget": "list" }),
            Type::FieldName => {
                let table = Kind::Example.table();
                let fields = table.fields.iter().map(|field| (field.key, field.label));
                let sections = table.sections.iter().filter(|section| table.fields.iter().all(|f| f.key != section.id));
                choices(fields.chain(sections.map(|section| (section.id, section.title))))
            }
            Type::Record(table) => {
                // Decap would ask for what a record needs also where there is no record; check asks when there is one.
                let mut fields = self.fields(table);
                fields.iter_mut().for_each(|field| field["required"] = false.into());
                json!({ "widget": "object", "collapsed": true, "fields": fields })
            }
            Type::List(Type::Record(table)) => {
                json!({ "widget": "list", "collapsed": true, "fields": self.fields(table) })
            }
            Type::List(inner) => {
                let mut widget = self.widget(inner);
                if widget["widget"] == "select" {
                    widget["multiple"] = true.into();
                    widget
                } else {
                    json!({ "widget": "list" })
                }
            }
        }
    }

    fn fields(&self, table: &'static Table) -> Vec<Value> {
        table.fields.iter().map(|field| self.field(field)).collect()
    }

    fn too_long(&self, max: usize) -> String {
        i18n::text(self.language, &Message::new("cms-fel-langd").with("max", max.to_string()))
    }
}

fn choices<'c>(options: impl IntoIterator<Item = (&'c str, &'c str)>) -> Value {
    let options: Vec<Value> =
        options.into_iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
    json!({ "widget": "select", "options": options })
}
