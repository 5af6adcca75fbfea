use crate::check::{Advised, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # En förkortning förklaras inte
    ///
    /// Den som inte kan förkortningen stannar där. De som arbetar i en annan myndighet eller är nya kan den ofta inte. Skriv
    /// ut namnet första gången, med förkortningen inom parentes. Ord som står i `ordlista.yaml` förklaras av webbplatsen
    /// själv, och ord i `synonymer.yaml` är kända. Några som nästan alla kan, som EU och PDF, behöver ingen förklaring.
    ///
    /// Fel: ”AKX ansvarar för inflödet.”
    ///
    /// Rätt: ”Arbetsmarknadskontoret (AKX) ansvarar för inflödet.” Eller lägg till ordet i ordlistan, om det finns på flera
    /// sidor.
    ///
    /// Är förkortningen ett namn som inte betyder något mer, skriv det i fälten överst:
    /// `godtas: [{regel: oforklarad-forkortning, skal: "Namn på projektet"}]`
    "oforklarad-forkortning", Advice, [Check::Advice(check)]
}

fn check(advised: &Advised<'_>, report: &mut Report<'_>) {
    let unexplained = advised.examined.unexplained.iter();
    let unknown = unexplained.filter(|(_, name)| !advised.known.contains(name.as_str()));
    report.few(unknown.map(|(span, name)| (span.clone(), Message::new("oforklarad-forkortning").with("namn", name))));
}
