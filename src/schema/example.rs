//! A collaboration example: the assignment's content.

use super::{Field, Need, Section, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        shared::MUNICIPALITIES.when(Need::GivenOrMissingUnless("nationellt")),
        Field {
            key: "kommuner-ofullstandig",
            ty: Type::YesNo,
            need: Need::Optional,
            label: "Fler kommuner deltog",
            help: "`ja` när källan säger att fler kommuner deltog än de som räknas upp.",
        },
        Field {
            key: "nationellt",
            ty: Type::YesNo,
            need: Need::Optional,
            label: "Nationellt",
            help: "`ja` för ett arbetssätt som gäller hela landet. Då behövs inga kommuner.",
        },
        Field {
            key: "relation",
            ty: Type::Term { vocabulary: "relationer", unknown: true },
            need: Need::ToPublish,
            label: "Vilka samarbetar?",
            help: "Bara `socialtjanst-af` räknas till uppdraget. Övriga visas som närliggande arbetssätt.",
        },
        Field {
            key: "parter",
            ty: Type::List(&Type::Record(&PARTY)),
            need: Need::ToPublish,
            label: "Parter",
            help: "Alla som deltar, med det namn de har lokalt.",
        },
        Field {
            key: "niva",
            ty: Type::Term { vocabulary: "nivaer", unknown: true },
            need: Need::GivenOrMissing,
            label: "Nivå",
            help: "Om samverkan gäller enskilda personer, organisationerna eller båda.",
        },
        Field {
            key: "former",
            ty: Type::List(&Type::Term { vocabulary: "former", unknown: false }),
            need: Need::GivenOrMissing,
            label: "Arbetssätt och form",
            help: "Hur samverkan är ordnad.",
        },
        Field {
            key: "syften",
            ty: Type::List(&Type::Term { vocabulary: "syften", unknown: true }),
            need: Need::GivenOrMissing,
            label: "Syfte",
            help: "Uppdragets tre syften.",
        },
        Field {
            key: "syften-grund",
            ty: Type::Term { vocabulary: "syftesgrunder", unknown: false },
            need: Need::Optional,
            label: "Syftets grund",
            help: "Om syftet står i källan eller är redaktionens bedömning.",
        },
        Field {
            key: "malgrupper",
            ty: Type::List(&Type::Term { vocabulary: "malgrupper", unknown: false }),
            need: Need::GivenOrMissingUnless("malgrupp-text"),
            label: "Målgrupper",
            help: "Vilka arbetssättet är till för.",
        },
        Field {
            key: "malgrupp-text",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Målgruppen med källans avgränsning",
            help: "Källans avgränsning av målgruppen, med egna ord.",
        },
        Field {
            key: "livsomraden",
            ty: Type::List(&Type::Term { vocabulary: "livsomraden", unknown: false }),
            need: Need::Optional,
            label: "Livsområden",
            help: "Livsområden i FIA som en källa nämner.",
        },
        Field {
            key: "framgangsfaktorer",
            ty: Type::List(&Type::Term { vocabulary: "framgangsfaktorer", unknown: false }),
            need: Need::GivenOrMissing,
            label: "Framgångsfaktorer",
            help: "De sex framgångsfaktorerna, bara där källan tydligt stöder dem.",
        },
        Field {
            key: "overenskommelse",
            ty: Type::Record(&AGREEMENT),
            need: Need::GivenOrMissing,
            label: "Överenskommelse",
            help: "Om samarbetet har en skriftlig överenskommelse.",
        },
        Field {
            key: "ansvar",
            ty: Type::List(&Type::Record(&RESPONSIBILITY)),
            need: Need::GivenOrMissing,
            label: "Vem gör vad?",
            help: "En rad för varje uppgift: part, vad den gör och källa.",
        },
        shared::TIME.when(Need::GivenOrMissing),
        Field {
            key: "verksamhetslage",
            ty: Type::Term { vocabulary: "verksamhetslagen", unknown: true },
            need: Need::GivenOrMissing,
            label: "Verksamhetsläge",
            help: "Om arbetet pågår eller är avslutat.",
        },
        Field {
            key: "resultat",
            ty: Type::List(&Type::Record(&RESULT)),
            need: Need::GivenOrMissing,
            label: "Resultat",
            help: "Ett påstående per rad, med hur det mättes och vad det bygger på.",
        },
        Field {
            key: "underlag",
            ty: Type::List(&Type::Term { vocabulary: "underlag", unknown: false }),
            need: Need::ToPublish,
            label: "Vad bygger uppgifterna på?",
            help: "Typen av underlag. Det är aldrig ett betyg.",
        },
        Field {
            key: "bekraftad",
            ty: Type::Record(&CONFIRMED),
            need: Need::GivenOrMissing,
            label: "Bekräftad av parterna",
            help: "Om varje part har bekräftat att det fungerar väl och är rätt beskrivet.",
        },
        Field {
            key: "uppgift-saknas",
            ty: Type::List(&Type::FieldName),
            need: Need::Optional,
            label: "Uppgift saknas i källorna",
            help: "Fält och avsnitt som källorna inte säger något om. Visas för läsaren.",
        },
        Field {
            key: "ingar-i",
            ty: Type::Reference(super::Kind::Example),
            need: Need::Optional,
            label: "Ingår i",
            help: "Id för ett större exempel som detta är en del av.",
        },
        shared::SOURCES,
        shared::STATE,
        shared::WITHDRAWAL,
        shared::REVIEWED,
        Field {
            key: "publicerad-datum",
            ty: Type::Date,
            need: Need::Optional,
            label: "Publicerat",
            help: "Dagen då exemplet först fanns på webbplatsen. Ändras inte när exemplet uppdateras.",
        },
        shared::CONTACT_POINT.when(Need::GivenOrMissing),
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
    ],
    sections: &[
        Section { id: "bakgrund", title: "Bakgrund", need: Need::GivenOrMissing, help: "Varför arbetet började." },
        Section {
            id: "arbetssatt",
            title: "Arbetssätt",
            need: Need::ToPublish,
            help: "Hur parterna arbetar tillsammans, steg för steg.",
        },
        Section {
            id: "rutiner",
            title: "Rutiner",
            need: Need::GivenOrMissing,
            help: "Skrivna rutiner: vem gör vad, när och hur.",
        },
        Section {
            id: "resultat",
            title: "Resultat",
            need: Need::GivenOrMissing,
            help: "Vad som har hänt, och hur det mättes.",
        },
        Section {
            id: "framgangsfaktorer",
            title: "Framgångsfaktorer",
            need: Need::GivenOrMissing,
            help: "Vad parterna tror gjorde skillnad.",
        },
        Section {
            id: "hinder-och-lardomar",
            title: "Hinder och lärdomar",
            need: Need::GivenOrMissing,
            help: "Vad som var svårt, och vad andra kan lära av det.",
        },
        Section {
            id: "kommunens-erfarenheter",
            title: "Kommunens erfarenheter",
            need: Need::GivenOrMissing,
            help: "Kommunens egna erfarenheter och bedömningar.",
        },
        Section {
            id: "arbetsformedlingens-erfarenheter",
            title: "Arbetsförmedlingens erfarenheter",
            need: Need::GivenOrMissing,
            help: "Arbetsförmedlingens egna erfarenheter och bedömningar.",
        },
    ],
};

static PARTY: Table = Table {
    fields: &[
        Field {
            key: "part",
            ty: Type::Term { vocabulary: "parter", unknown: false },
            need: Need::Always,
            label: "Part",
            help: "Vilken sorts part det är.",
        },
        Field {
            key: "lokalt-namn",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Lokalt namn",
            help: "Vad parten heter på orten.",
        },
    ],
    sections: &[],
};

static AGREEMENT: Table = Table {
    fields: &[
        Field {
            key: "skriftlig",
            ty: Type::YesNoUnknown,
            need: Need::Always,
            label: "Skriftlig överenskommelse",
            help: "`ja`, `nej` eller `okänt`.",
        },
        Field {
            key: "parter",
            ty: Type::List(&Type::Term { vocabulary: "parter", unknown: false }),
            need: Need::Optional,
            label: "Avtalsparter",
            help: "Vilka som har skrivit under.",
        },
        Field {
            key: "dokument",
            ty: Type::Address,
            need: Need::Optional,
            label: "Dokument",
            help: "Adressen till överenskommelsen.",
        },
        Field {
            key: "diarienummer",
            ty: Type::Text { max: Some(60) },
            need: Need::Optional,
            label: "Diarienummer",
            help: "Överenskommelsens diarienummer.",
        },
    ],
    sections: &[],
};

static RESPONSIBILITY: Table = Table {
    fields: &[
        Field {
            key: "part",
            ty: Type::Term { vocabulary: "parter", unknown: false },
            need: Need::Always,
            label: "Part",
            help: "Vem som har uppgiften.",
        },
        Field {
            key: "gor",
            ty: Type::Text { max: Some(600) },
            need: Need::Always,
            label: "Gör",
            help: "Vad parten gör.",
        },
        shared::CITED,
    ],
    sections: &[],
};

static RESULT: Table = Table {
    fields: &[
        Field {
            key: "pastaende",
            ty: Type::Text { max: Some(600) },
            need: Need::Always,
            label: "Påstående",
            help: "Vad som sägs ha hänt.",
        },
        Field {
            key: "matning",
            ty: Type::Text { max: Some(600) },
            need: Need::ToPublish,
            label: "Hur det mättes",
            help: "Hur uppgiften kom till, och om det finns en jämförelse.",
        },
        Field {
            key: "underlag",
            ty: Type::Term { vocabulary: "underlag", unknown: false },
            need: Need::Optional,
            label: "Underlag",
            help: "Typen av underlag.",
        },
        shared::CITED,
    ],
    sections: &[],
};

static CONFIRMED: Table = Table {
    fields: &[
        Field {
            key: "kommun",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Kommunen",
            help: "Dagen då kommunen bekräftade, eller `nej`.",
        },
        Field {
            key: "af",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Arbetsförmedlingen",
            help: "Dagen då Arbetsförmedlingen bekräftade, eller `nej`.",
        },
    ],
    sections: &[],
};
