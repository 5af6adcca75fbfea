use crate::check::{Advised, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # Ett ord är byråkratiskt
    ///
    /// Ordet hör hemma i myndigheters äldre texter. Ett vanligare ord säger samma sak, går fortare att läsa och utestänger
    /// ingen. Rådet ger ett förslag, men det är du som vet om det passar. Ordet godtas inom citattecken och i citat, för där
    /// är det någon annans.
    ///
    /// Fel: ”Den enskilde erhåller beslutet och tillser att handlingarna inkommer.”
    ///
    /// Rätt: ”Du får beslutet och ser till att handlingarna kommer in.”
    ///
    /// Är ordet rätt på just den här sidan, skriv varför i fälten överst:
    /// `godtas: [{regel: byrakratiskt-ord, skal: "Ordet är en term i lagen"}]`
    "byrakratiskt-ord", Advice, [Check::Advice(check)]
}

fn check(advised: &Advised<'_>, report: &mut Report<'_>) {
    let listed = &advised.examined.listed;
    let text = |span: &crate::yaml::Span| advised.parsed.text.get(span.clone()).unwrap_or_default();
    // A word that comes again is told of once, with the number of times.
    let firsts = listed
        .iter()
        .enumerate()
        .filter(|(index, (_, entry))| listed[..*index].iter().all(|(_, earlier)| !std::ptr::eq(*earlier, *entry)));
    report.few(firsts.map(|(_, (span, entry))| {
        let times = listed.iter().filter(|(_, other)| std::ptr::eq(*other, *entry)).count();
        let message = Message::new("byrakratiskt-ord").with("ord", text(span)).with("battre", entry.better);
        (span.clone(), message.with("antal", times.to_string()))
    }));
}
