use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::yaml::{FaultKind, Syntax};

rule! {
    /// # Fälten går inte att läsa
    ///
    /// Fälten överst i filen skrivs som YAML: ett namn, ett kolon, ett mellanslag och ett värde. Något tecken gör att
    /// raderna inte går att läsa. Det som står efter felet i fälten är inte kontrollerat än.
    ///
    /// Vanliga orsaker: ett kolon inne i en text, en tabb i stället för mellanslag, ett citattecken eller en parentes
    /// som inte stängs, eller rader som inte börjar i samma kolumn.
    ///
    /// Fel: `titel: Torget: en väg in`
    ///
    /// Rätt: `titel: "Torget: en väg in"`
    "yaml-syntax", Error, [Check::Yaml(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    let id = match fault {
        FaultKind::Syntax(syntax) => match syntax {
            Syntax::Colon => "yaml-syntax-kolon",
            Syntax::Tab => "yaml-syntax-tabb",
            Syntax::Quote => "yaml-syntax-citat",
            Syntax::SingleQuote => "yaml-syntax-enkelcitat",
            Syntax::TypographicQuote => "yaml-syntax-wordcitat",
            Syntax::Backslash => "yaml-syntax-bakstreck",
            Syntax::Bracket => "yaml-syntax-parentes",
            Syntax::Indentation => "yaml-syntax-indrag",
            Syntax::Character => "yaml-syntax-tecken",
            Syntax::Control => "yaml-syntax-osynligt",
            Syntax::TooDeep => "yaml-syntax-djup",
            Syntax::Other => "yaml-syntax-annat",
        },
        FaultKind::CompoundKey => "yaml-syntax-nyckel",
        FaultKind::Anchor | FaultKind::SecondDocument => return None,
    };
    Some(Message::new(id))
}
