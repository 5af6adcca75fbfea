//! `webbplats.yaml`: the settings of the site.

use super::{Field, Need, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        Field {
            key: "titel",
            ty: Type::Text { max: Some(80) },
            need: Need::Always,
            label: "Titel",
            help: "Webbplatsens namn.",
        },
        Field {
            key: "kort-titel",
            ty: Type::Text { max: Some(30) },
            need: Need::Optional,
            label: "Kort titel",
            help: "Namnet i sidhuvudet, om det ska vara kortare.",
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Beskrivning",
            help: "En mening om vad webbplatsen är.",
        },
        Field {
            key: "adress",
            ty: Type::WebAddress,
            need: Need::Always,
            label: "Adress",
            help: "Webbplatsens adress, med `https://` och ett avslutande snedstreck.",
        },
        Field {
            key: "lage",
            ty: Type::Choice(&[
                ("demonstration", "varje sida säger att den är en demonstration"),
                ("skarp", "en tjänst i drift"),
            ]),
            need: Need::Always,
            label: "Läge",
            help: "`demonstration` eller `skarp`.",
        },
        Field {
            key: "avsandare",
            ty: Type::List(&Type::Text { max: Some(120) }),
            need: Need::Always,
            label: "Avsändare",
            help: "Den eller de som står bakom webbplatsen.",
        },
        Field {
            key: "avsandartyp",
            ty: Type::Choice(&[
                ("statlig-myndighet", "en statlig myndighet"),
                ("region", "en region"),
                ("kommun", "en kommun"),
                ("ideell-organisation", "en organisation utan vinstsyfte"),
                ("foretag", "ett företag"),
                ("larosate", "ett universitet eller annat lärosäte"),
            ]),
            need: Need::Optional,
            label: "Avsändartyp",
            help: "Vad avsändaren är. Behövs för att dataportaler ska kunna hämta katalogen över öppna data.",
        },
        Field {
            key: "ansvarig",
            ty: Type::Text { max: Some(120) },
            need: Need::Always,
            label: "Ansvarig för innehållet",
            help: "En funktion.",
        },
        Field {
            key: "uppdrag",
            ty: Type::List(&Type::Record(&ASSIGNMENT)),
            need: Need::Optional,
            label: "Uppdrag",
            help: "Regeringsuppdragen som webbplatsen svarar mot. De visas på sidan `/om/`.",
        },
        Field {
            key: "kontakt",
            ty: Type::Record(&shared::CONTACT),
            need: Need::Always,
            label: "Kontakt",
            help: "Vart läsare vänder sig.",
        },
        Field {
            key: "kodforrad",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Kodförråd",
            help: "Adressen till programmets och innehållets kodförråd.",
        },
        Field {
            key: "forslag-github",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Förslag på GitHub",
            help: "Adressen där en ny fil skapas i innehållets mapp `exempel`: `https://github.com/ägare/förråd/new/main/content/exempel`. Då kan ett förslag från `/foresla/` skickas dit. Utelämnas annars.",
        },
        Field {
            key: "licens",
            ty: Type::Text { max: Some(60) },
            need: Need::Optional,
            label: "Licens",
            help: "Innehållets licens.",
        },
        Field {
            key: "sprak", ty: shared::LANGUAGE, need: Need::Optional, label: "Språk", help: "Webbplatsens språk."
        },
        Field {
            key: "granskningstid",
            ty: Type::Integer { min: 1, max: 120 },
            need: Need::Optional,
            label: "Granskningstid",
            help: "Månader efter granskning då en sida ska granskas igen. 24 om inget anges.",
        },
        Field {
            key: "navigering",
            ty: Type::List(&Type::Record(&LINK)),
            need: Need::Optional,
            label: "Navigering",
            help: "Länkarna i sidhuvudet, fyra eller fem.",
        },
        Field {
            key: "sidfot",
            ty: Type::List(&Type::Record(&LINK)),
            need: Need::Optional,
            label: "Sidfot",
            help: "Länkarna i sidfoten.",
        },
    ],
    sections: &[],
};

static ASSIGNMENT: Table = Table {
    fields: &[
        Field { key: "id", ty: Type::Id, need: Need::Always, label: "Id", help: "Ett kort namn." },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Titel",
            help: "Uppdragets titel.",
        },
        Field {
            key: "diarienummer",
            ty: Type::Text { max: Some(60) },
            need: Need::Optional,
            label: "Diarienummer",
            help: "Beslutets diarienummer.",
        },
        Field {
            key: "mottagare",
            ty: Type::List(&Type::Text { max: Some(120) }),
            need: Need::Optional,
            label: "Mottagare",
            help: "Till vem uppdraget redovisas.",
        },
        Field { key: "datum", ty: Type::Date, need: Need::Optional, label: "Datum", help: "Beslutets datum." },
    ],
    sections: &[],
};

static LINK: Table = Table {
    fields: &[
        Field {
            key: "titel",
            ty: Type::Text { max: Some(60) },
            need: Need::Always,
            label: "Titel",
            help: "Länkens text.",
        },
        Field {
            key: "adress",
            ty: Type::SiteAddress,
            need: Need::Always,
            label: "Adress",
            help: "En adress på webbplatsen.",
        },
    ],
    sections: &[],
};
