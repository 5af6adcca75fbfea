//! Words of officialese, each with a plainer one.
//!
//! The list stands in the program and not in the content: which word is plain is a matter of Swedish, the same for every site,
//! and an editor who needs one of the words accepts it in the file with a reason. Every pair is a generally known
//! recommendation of plain Swedish; a word that also is a term of the law that the site tells of (*utreda*, *delge*, *bevilja*)
//! does not stand here.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A word or phrase of officialese.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// In lower case, every form that is looked for; a phrase has single spaces.
    pub forms: &'static [&'static str],
    /// What to write instead.
    pub better: &'static str,
}

const fn entry(forms: &'static [&'static str], better: &'static str) -> Entry {
    Entry { forms, better }
}

/// In the order of the alphabet.
pub static ENTRIES: &[Entry] = &[
    entry(&["anmoda", "anmodar", "anmodade", "anmodas"], "be, uppmana"),
    entry(&["angående"], "om"),
    entry(&["avseende"], "om, för"),
    entry(&["av den anledningen att"], "därför att"),
    entry(&["begagna sig av", "begagnar sig av"], "använda"),
    entry(&["beträffande", "vad beträffar"], "om, när det gäller"),
    entry(&["bibringa", "bibringar"], "ge, lära"),
    entry(&["därest"], "om"),
    entry(&["därutöver"], "dessutom"),
    entry(&["därvid"], "då"),
    entry(&["effektuera", "effektuerar", "effektueras"], "utföra, genomföra"),
    entry(&["ehuru"], "även om"),
    entry(&["ej"], "inte"),
    entry(&["emedan"], "eftersom"),
    entry(&["enär"], "eftersom"),
    entry(&["erforderlig", "erforderligt", "erforderliga"], "nödvändig, som behövs"),
    entry(&["erhålla", "erhåller", "erhöll", "erhållit", "erhålls", "erhållas", "erhållna"], "få"),
    entry(&["erinra", "erinrar", "erinrade"], "påminna"),
    entry(&["erlägga", "erlägger", "erläggs", "erlagt"], "betala"),
    entry(&["föranleda", "föranleder", "föranledde", "föranlett", "föranleds"], "leda till, orsaka"),
    entry(&["förefinns", "förefinnas", "förefanns"], "finnas"),
    entry(&["föreligga", "föreligger", "förelåg", "förelegat"], "finnas"),
    entry(&["förevarande"], "den här"),
    entry(&["för det fall att", "för det fall"], "om"),
    entry(&["hemställa", "hemställer", "hemställde", "hemställs"], "begära, be"),
    entry(&["huruvida"], "om"),
    entry(&["härvid", "härvidlag"], "då, här"),
    entry(&["härmed"], "med detta"),
    entry(&["ianspråkta", "ianspråktar", "ianspråktagande"], "använda"),
    entry(&["ifrågavarande"], "den här"),
    entry(&["i enlighet med"], "enligt"),
    entry(&["i händelse av"], "vid, om"),
    entry(&["i syfte att"], "för att"),
    entry(
        &["implementera", "implementerar", "implementerade", "implementerat", "implementeras", "implementerats"],
        "införa, börja använda",
    ),
    entry(&["implementering", "implementeringen"], "införande"),
    entry(&["initiera", "initierar", "initierade", "initierat", "initieras"], "börja, ta initiativ till"),
    entry(&["inkomma", "inkommer", "inkom", "inkommit"], "komma in"),
    entry(&["inom ramen för"], "i, inom, med"),
    entry(&["innevarande"], "det här"),
    entry(&["införskaffa", "införskaffar", "införskaffade", "införskaffas"], "skaffa"),
    entry(&["jämväl"], "också"),
    entry(&["likaledes"], "också"),
    entry(&["likväl"], "ändå"),
    entry(&["med avseende på"], "om, när det gäller"),
    entry(&["medelst"], "med, genom"),
    entry(&["nyttja", "nyttjar", "nyttjade", "nyttjat", "nyttjas", "nyttjande"], "använda"),
    entry(&["oaktat"], "trots"),
    entry(&["ombesörja", "ombesörjer", "ombesörjde", "ombesörjt", "ombesörjs"], "sköta, ordna"),
    entry(&["på grundval av"], "utifrån"),
    entry(&["påbörja", "påbörjar", "påbörjade", "påbörjat", "påbörjas", "påbörjades", "påbörjats"], "börja"),
    entry(&["påvisa", "påvisar", "påvisade", "påvisat", "påvisas"], "visa"),
    entry(&["samtliga"], "alla"),
    entry(&["skall"], "ska"),
    entry(&["såsom"], "som"),
    entry(&["sålunda"], "alltså, så"),
    entry(&["således"], "alltså, därför"),
    entry(&["tillhandahålla", "tillhandahåller", "tillhandahöll", "tillhandahålls", "tillhandahållas"], "ge, erbjuda"),
    entry(&["tillse", "tillser", "tillsåg", "tillses"], "se till"),
    entry(&["tillställa", "tillställer", "tillställs", "tillställas"], "skicka, ge"),
    entry(&["understiga", "understiger", "understeg", "understigit"], "vara mindre än"),
    entry(&["uppbära", "uppbär", "uppbar", "uppburit", "uppbärs"], "få, ta emot"),
    entry(&["uppvisa", "uppvisar", "uppvisade", "uppvisat", "uppvisas"], "visa"),
    entry(&["utgöra", "utgör", "utgjorde", "utgjort", "utgörs", "utgöras", "utgjordes"], "vara"),
    entry(&["vad avser", "vad gäller"], "när det gäller, om"),
    entry(&["vederbörande", "vederbörandes"], "den som det gäller"),
    entry(&["vidta", "vidtar", "vidtas", "vidtog", "vidtagit", "vidtagits", "vidtogs", "vidtaga"], "göra"),
    entry(&["ånyo"], "igen"),
    entry(&["åligga", "åligger", "ålåg"], "ska, måste"),
    entry(&["åtnjuta", "åtnjuter", "åtnjutit"], "få, ha"),
    entry(&["åvila", "åvilar"], "vara någons ansvar"),
    entry(&["äga rum", "äger rum", "ägde rum", "ägt rum"], "hållas, hända"),
    entry(&["ävensom"], "och"),
    entry(&["överstiga", "överstiger", "översteg", "överstigit"], "vara mer än"),
];

/// The longest first word, in bytes.
const LONGEST: usize = 24;

/// The forms by their first word: the rest of the form, and its entry.
struct Index {
    by_first: HashMap<&'static [u8], Vec<(&'static str, &'static Entry)>>,
    /// For each first byte of a word, the lengths in bytes that a listed one has. Nearly every word of a text is told by this.
    lengths: [u32; 256],
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { by_first: HashMap::new(), lengths: [0; 256] };
    for entry in ENTRIES {
        for form in entry.forms {
            let (first, rest) = form.split_once(' ').unwrap_or((form, ""));
            // What cannot be is found by a test.
            index.lengths[usize::from(first.as_bytes()[0])] |= 1 << first.len().min(LONGEST);
            index.by_first.entry(first.as_bytes()).or_default().push((rest, entry));
        }
    }
    for forms in index.by_first.values_mut() {
        forms.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    index
});

/// The entry for the word that begins a text, and how many bytes its form has. `length` is that of the word.
pub fn listed(text: &str, length: usize) -> Option<(&'static Entry, usize)> {
    if length == 0 || length > LONGEST || length > text.len() {
        return None;
    }
    let mut word = [0; LONGEST];
    let word = &mut word[..length];
    word.copy_from_slice(&text.as_bytes()[..length]);
    word.make_ascii_lowercase();
    // Å, Ä and Ö begin a word in capitals too: the second byte of each is 0x20 below the small letter's.
    if let [0xc3, second @ (0x85 | 0x84 | 0x96), ..] = word {
        *second += 0x20;
    }
    let index = &*INDEX;
    if index.lengths[usize::from(word[0])] & (1 << length) == 0 {
        return None;
    }
    let forms = index.by_first.get(&*word)?;
    let after = &text.as_bytes()[length..];
    forms.iter().find_map(|(rest, entry)| {
        if rest.is_empty() {
            return Some((*entry, length));
        }
        let follows = after.strip_prefix(b" ")?.strip_prefix(rest.as_bytes())?;
        let ends = !text[text.len() - follows.len()..].starts_with(char::is_alphanumeric);
        ends.then_some((*entry, length + 1 + rest.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_in_lower_case_stands_once_and_is_found() {
        let mut seen = std::collections::HashSet::new();
        for entry in ENTRIES {
            for form in entry.forms {
                assert!(seen.insert(*form), "{form} twice");
                assert_eq!(form.to_lowercase(), **form);
                let first = form.split(' ').next().unwrap();
                assert!(!first.is_empty() && first.len() <= LONGEST, "{form}");
                let text = format!("{form} x");
                let (found, length) = listed(&text, first.len()).unwrap_or_else(|| panic!("{form} is not found"));
                assert_eq!(found.better, entry.better, "{form}");
                assert_eq!(length, form.len());
                // The better word is not itself on the list.
                for word in entry.better.split([',', ' ']).filter(|word| !word.is_empty()) {
                    assert_eq!(listed(word, word.len()), None, "{word}");
                }
            }
        }
    }

    #[test]
    fn a_word_is_found_whole_and_in_capitals() {
        assert_eq!(listed("Ånyo kom de", "Ånyo".len()).map(|(entry, _)| entry.better), Some("igen"));
        assert_eq!(listed("I syfte att nå", 1).map(|(_, length)| length), Some("i syfte att".len()));
        assert_eq!(listed("i syfte attack", 1), None);
        assert_eq!(listed("ejder", "ejder".len()), None);
    }
}
