### Orden på webbplatsen. Allt som börjar med site- finns i temats mallar, som w.skip_link eller t(k="list-count", …).

## Ramen kring varje sida
site-skip-link = Till innehållet
site-demonstration = Demonstration. Inte en tjänst från Socialstyrelsen eller Arbetsförmedlingen.
site-main-menu = Huvudmeny
site-footer-links = Sidfotens länkar
site-breadcrumbs = Du är här
site-start = Start
site-title-page = { $title } (sida { $number })
site-preview-faults = Fel i sidans fil
site-draft = Utkast
site-draft-text = Sidan syns bara i förhandsgranskningen.
site-reviewed = Senast granskad
site-changed = Senast ändrad
site-overdue = Sidan skulle ha granskats på nytt senast { $date }. Uppgifterna kan vara inaktuella.
site-responsible = Ansvarig för innehållet
site-about-site = Om webbplatsen
site-sender = Avsändare
site-contact = Kontakt
site-licence = Licens
site-on-this-page = På den här sidan
site-pager = Bläddra i listan
site-pager-place = Sida { $number } av { $pages }
site-previous-page = Föregående sida
site-next-page = Nästa sida
site-previous = Föregående:
site-next = Nästa:
site-picture-credit = Bild: { $origin }. Licens: { $licence }.
site-table = Tabell

## Källor
site-source = Källa
site-sources = Källor
site-source-kind = Typ: { $kind }.
site-source-extent = Läst: { $extent }.
site-source-copy = Läst i kopia.
site-source-read = Läst { $date }.

## Startsidan
site-way-examples = Exempel på samverkan
site-way-fia = FIA, förutsättningar inför arbete
site-way-topics = Exempel efter ämne
site-way-places = Kommuner och län
site-way-places-text = Siffran visar antalet exempel och erfarenheter.
site-task-examples = Hitta ett exempel
site-task-examples-text = Se hur andra samarbetar, vem som gör vad och vad källorna säger om resultaten.
site-task-places = Börja från din kommun
site-task-places-text = Exempel från kommunen, länet och kommuner som liknar er.
site-task-fia = Använd FIA
site-task-fia-text = Stöd från intervju till plan och systematisk uppföljning.
site-task-meeting = Förbered ett möte
site-task-meeting-text = Dagordning, frågor och vem som gör vad, på två sidor att skriva ut.
site-all-topics = Alla ämnen
site-find = Hitta ett exempel som liknar er situation
site-latest-reviewed = Senast granskade
site-figure-examples = { $count ->
    [one] exempel
   *[other] exempel
}
site-figure-municipalities = { $count ->
    [one] kommun
   *[other] kommuner
}
site-figure-sources = { $count ->
    [one] källa
   *[other] källor
}
site-all-counties = Alla län
site-all-municipalities = Alla kommuner
site-all-examples = Alla exempel

## Vad fälten och avsnitten i ett exempel heter, på svenska som i deras tabell
site-field-id = Id
site-field-titel = Titel
site-field-sammanfattning = Sammanfattning
site-field-kommuner = Kommuner
site-field-kommuner-ofullstandig = Fler kommuner deltog
site-field-nationellt = Nationellt
site-field-relation = Vilka samarbetar?
site-field-parter = Parter
site-field-niva = Nivå
site-field-former = Arbetssätt och form
site-field-syften = Syfte
site-field-syften-grund = Syftets grund
site-field-malgrupper = Målgrupper
site-field-malgrupp-text = Målgruppen med källans avgränsning
site-field-livsomraden = Livsområden
site-field-framgangsfaktorer = Framgångsfaktorer
site-field-overenskommelse = Överenskommelse
site-field-ansvar = Vem gör vad?
site-field-period = Period
site-field-verksamhetslage = Verksamhetsläge
site-field-resultat = Resultat
site-field-underlag = Vad bygger uppgifterna på?
site-field-bekraftad = Bekräftad av parterna
site-field-godtas = Godtagna råd
site-field-uppgift-saknas = Uppgift saknas i källorna
site-field-ingar-i = Ingår i
site-field-kallor = Källor
site-field-status = Status
site-field-avpublicerad = Avpublicerad
site-field-granskad = Senast granskad
site-field-publicerad-datum = Publicerat
site-field-andringar = Ändringar
site-field-kontakt = Kontakt
site-field-tidigare-adresser = Tidigare adresser
site-field-sprak = Språk
site-field-bakgrund = Bakgrund
site-field-arbetssatt = Arbetssätt
site-field-rutiner = Rutiner
site-field-hinder-och-lardomar = Hinder och lärdomar
site-field-kommunens-erfarenheter = Kommunens erfarenheter
site-field-arbetsformedlingens-erfarenheter = Arbetsförmedlingens erfarenheter

## Listor
site-examples = Exempel
site-count-examples = { $count ->
    [one] { $count } exempel
   *[other] { $count } exempel
}
site-count-examples-nearby = { $nearby ->
    [0] { $count } exempel
   *[other] { $count } exempel, varav { $nearby } är närliggande arbetssätt
}
site-count-pages = { $count ->
    [0] Inga exempel än
    [one] { $count } sida
   *[other] { $count } sidor
}
site-facets = Visa exempel efter ämne
site-nearby = Närliggande arbetssätt
site-nearby-text = Källorna anger inte både socialtjänsten eller kommunen och Arbetsförmedlingen som parter.
site-place = Plats
site-form = Form
site-target-group = Målgrupp
site-basis = Underlag
site-national = Hela landet
site-places-among-others = { $places } med flera
site-places-more = { $places } och { $count } till
site-kind-fia = Vägledning om FIA
site-kind-experience = Erfarenhet av FIA
site-kind-news = Nyhet
site-kind-page = Sida

## Ett exempel
site-facts = Fakta
site-county = Län
site-group = Kommungrupp (SKR)
site-unknown = Okänt
site-more-municipalities = Fler kommuner deltog. Källorna räknar inte upp alla.
site-according-to = Grund: { $basis }
site-agreement-yes = Skriftlig
site-agreement-no = Ingen skriftlig
site-agreement-unknown = Okänt om den är skriftlig
site-agreement-parties = Mellan: { $parties }
site-agreement-document = Läs överenskommelsen
site-diary-number = Diarienummer { $number }
site-assignments = Regeringsuppdrag
site-assignment-recipients = Redovisas till: { $names }
site-period = { $from } till { $to }
site-period-from = Från { $from }
site-period-to = Till { $to }
site-confirmed-municipality = Kommunen
site-confirmed-af = Arbetsförmedlingen
site-not-confirmed = inte bekräftat
site-confirmed-by-both = Bekräftad av båda parter { $date }
site-confirmed-by-none = Ännu inte bekräftad av någon av parterna
site-confirmations = Att bekräfta
site-confirmations-lead = För redaktionen: publicerade exempel som kommunen eller Arbetsförmedlingen ännu inte har bekräftat.
site-confirmations-sheets = Be parterna gå igenom blanketten.
site-confirmations-without = Be parterna läsa sidan och svara. Vill du ha en blankett för varje exempel, att skriva ut eller mejla? Skriv bekraftelseblanketter: ja i webbplats.yaml.
site-confirmations-count = { $count ->
        [0] Alla publicerade exempel är bekräftade av båda parter.
        [one] Ett exempel väntar på bekräftelse.
       *[other] { $count } exempel väntar på bekräftelse.
    }
site-confirm = Bekräfta: { $title }
site-confirm-lead = Går arbetet bra, och är det rätt beskrivet? Gå igenom uppgifterna och texten. Kryssa för det som stämmer, och skriv vad som ska ändras.
site-confirm-example = Så ser exemplet ut på webbplatsen
site-confirm-never = Skriv aldrig namn eller andra uppgifter om enskilda personer, varken klienter eller personal.
site-confirm-fact = Uppgift
site-confirm-stands = Så står det
site-confirm-right = Stämmer
site-confirm-change = Ska ändras
site-confirm-box = ☐
site-confirm-summary = Sammanfattning
site-confirm-whole = Svar
site-confirm-works = Arbetet fungerar väl.
site-confirm-described = Beskrivningen är riktig, med de ändringar som står ovan.
site-confirm-not-yet = Vi kan inte bekräfta ännu.
site-confirm-workplace = Kommun eller kontor
site-confirm-role = Roll hos den som svarar, till exempel enhetschef
site-confirm-date = Datum
site-confirm-back = Så skickar du svaret
site-confirm-back-text = Skicka den ifyllda blanketten, eller skriv svaret i ett mejl, till
site-confirm-no-mailbox = Redaktionen har ingen brevlåda på den här webbplatsen ännu.
site-confirm-public = Det du skickar till en myndighet blir en allmän handling och registreras där.
site-confirm-ask = Mejla blanketten om { $title }
site-confirm-ask-subject = Stämmer beskrivningen? { $title }
site-confirm-ask-text = Hej!
    Vi vill att ni bekräftar eller rättar beskrivningen av ert arbete. Gå igenom blanketten och svara på det här mejlet:
    { $address }
site-confirm-ask-without = Mejla en fråga om { $title }
site-confirm-ask-without-text = Hej!
    Vi vill att ni bekräftar eller rättar beskrivningen av ert arbete. Läs sidan och svara på det här mejlet. Fungerar arbetet väl? Vad ska ändras?
    { $address }
site-confirm-mail-subject = Svar om { $title }
site-confirm-mail-text = Exempel: { $address }
    Vi svarar för (socialtjänsten eller Arbetsförmedlingen):
    Kommun eller kontor:
    Roll:
    Datum:
    Fungerar arbetet väl (ja eller nej):
    Stämmer beskrivningen (ja eller nej):
    Ska ändras:
site-confirm-awaits-both = Väntar på kommunen och Arbetsförmedlingen.
site-confirm-awaits-municipality = Väntar på kommunen.
site-confirm-awaits-af = Väntar på Arbetsförmedlingen.
site-confirm-then = När svaret har kommit
site-confirm-then-text = Rätta exemplet och skriv dagen då parten svarade i fältet bekraftad, till exempel kommun: 2026-11-22. När båda har svarat försvinner exemplet ur listan, och läsarna ser dagen på exemplets sida.
site-party = Part
site-does = Gör
site-measured = Hur det mättes
site-result-basis = Underlag
site-missing = Uppgift saknas i källorna
site-missing-text = Det här säger källorna inget om:
site-missing-tell = Vet du? Berätta
site-related = Hör ihop med
site-part-of = Ingår i
site-has-parts = Delar av det här exemplet:
site-related-examples = Liknande exempel
site-same-form = Samma arbetssätt: { $name }
site-same-target-group = Samma målgrupp: { $name }
site-same-county-as = Samma län: { $name }
site-same-group-as = Samma kommungrupp: { $name }
site-all-same-form = Alla har samma arbetssätt: { $name }
site-all-same-target-group = Alla har samma målgrupp: { $name }
site-all-same-county = Alla är från samma län: { $name }
site-all-same-group = Alla är från samma kommungrupp: { $name }
site-print = Skriv ut eller spara som PDF

## FIA
site-fia = FIA
site-fia-pager = Föregående och nästa sida om FIA
site-fia-way = Vägen genom FIA
site-you-are-here = Du är här
site-fia-step-of = Steg { $number } av { $total }
site-fia-areas = Livsområden:
site-fia-step-method = Lär känna metoden
site-fia-step-need = Se behoven
site-fia-step-interview = Gör intervjun
site-fia-step-plan = Gör en plan
site-fia-step-follow-up = Följ upp
site-fia-step-none = Utan steg
site-life-areas = Livsområden
site-experiences = Erfarenheter av FIA
site-experiences-description = Erfarenheter av att använda FIA, förutsättningar inför arbete, i vanlig verksamhet.
site-experiences-none = Det finns inga beskrivna erfarenheter än.

## Att hitta utan att söka
site-alphabet = A–Ö
site-alphabet-description = Allt på webbplatsen i bokstavsordning.
site-see = se
site-kind-example = Exempel
site-kind-municipality = Kommun
site-new-examples = Nya exempel
site-new-examples-text = Exempel som har publicerats det senaste året. De senaste kommer först.
site-new-examples-none = Inget exempel anger att det har publicerats det senaste året.
site-updated-examples = Uppdaterade exempel
site-updated-examples-text = Exempel som har ändrats eller granskats det senaste året. De senaste kommer först.
site-updated-examples-none = Inget exempel har ändrats eller granskats på nytt det senaste året.
site-review-examples = Exempel att granska
site-review-examples-text = Exempel som skulle ha granskats på nytt. Uppgifterna kan vara inaktuella. De äldsta kommer först.
site-review-examples-none = Inget exempel behöver granskas just nu.
site-voices-factors = Vad säger exemplen om framgångsfaktorer?
site-voices-obstacles = Vad säger exemplen om hinder?
site-voices-none = Inget exempel säger något om det än.
site-voices-hint = Texten under varje exempel är exemplets eget avsnitt om framgångsfaktorer.

## Platser
site-municipalities = Kommuner
site-counties = Län
site-counties-map-link = Se länen på en karta
site-counts-hint = Siffran inom parentes visar hur många exempel och erfarenheter som finns.
site-map-title = Karta över länen
site-map-help = Siffran i ringen visar hur många exempel som kommer från länet. Ett län utan ring har inget exempel än.
site-map-to-table = Visa som tabell
site-map-table = Tabell över länen
site-map-county = { $county }, { $count ->
    [0] inget exempel
   *[other] { $count } exempel
}
site-map-counts = Ett exempel från flera län räknas i varje län.
site-map-where = Sverigekarta där { $county } är markerat
site-map-source = Kartans former:
site-map-changed = Formerna är förenklade.
site-municipality-description = Exempel på samverkan mellan socialtjänst och Arbetsförmedling i { $municipality }.
site-county-description = Exempel på samverkan mellan socialtjänst och Arbetsförmedling i { $county }.
site-no-example = Det finns inget exempel från { $place } än.
site-same-county = Exempel från samma län: { $county }
site-same-group = Exempel från samma kommungrupp: { $group }
site-contribute-heading = Känner du till ett exempel?
site-contribute-text = Andra kan ha nytta av det.
site-contribute = Så bidrar du med ett exempel

## Ämnen
site-topics = Ämnen
site-topics-description = Exempel på samverkan, ordnade efter form, målgrupp, syfte och andra ämnen.
site-synonyms = Andra ord: { $synonyms }

## Ändringar
site-changes = Ändringar
site-changes-lead = Här ser du vad som är nytt och vad som har uppdaterats, granskats och tagits bort, dag för dag.
site-changes-description = Vad som är nytt och vad som har uppdaterats, granskats och tagits bort på webbplatsen, dag för dag.
site-changes-told = Nyhet
site-changes-new = Nytt exempel
site-changes-updated = Uppdaterad
site-changes-reviewed = Granskad
site-changes-removed = Borttagen
site-changes-latest = De { $count } senaste ändringarna visas.

## Jämför exempel
site-compare = Jämför exempel
site-compare-lead = Se två eller tre exempel bredvid varandra.
site-compare-description = Jämför två eller tre exempel på samverkan, fält för fält.
site-compare-no-script = Jämförelsen görs i din webbläsare och behöver JavaScript. Öppna exemplen var för sig i stället, i varsin flik eller på papper:
site-compare-choose = Välj två eller tre exempel
site-compare-first = Första exemplet
site-compare-second = Andra exemplet
site-compare-third = Tredje exemplet (om du vill)
site-compare-hint = Skriv en del av titeln eller en kommun. Välj sedan i listan som visas.
site-compare-similar = Jämför med ett liknande exempel
site-compare-pairs = Jämför två som liknar varandra
site-compare-pair-and = och
site-compare-listed = Välj ett exempel i listan eller töm fältet.
site-compare-no-match = Inget exempel passar. Pröva ett annat ord.
site-compare-match-one = 1 exempel passar. Välj med piltangenterna.
site-compare-match-other = { $count } exempel passar. Välj med piltangenterna.
site-compare-match-more = { $count } exempel passar, de { $shown } första visas. Skriv mer så blir de färre.
site-compare-matches = Exemplen som passar
site-compare-submit = Jämför
site-compare-with = Jämför med ett annat exempel
site-compare-caption = Exemplen bredvid varandra
site-compare-loading = Hämtar exemplen …
site-compare-done = Du jämför { $titles }.
site-compare-one = Du har valt { $title }. Välj minst ett exempel till.
site-compare-none = Välj två eller tre exempel nedan.
site-compare-unknown = Det finns inget exempel med id { $id }. Välj ett annat nedan.
site-compare-too-many = Högst tre exempel kan jämföras. De tre första visas.
site-compare-failed = Exemplen kunde inte hämtas. Kontrollera att du har kontakt med nätet och försök igen.
site-compare-retry = Försök igen
site-compare-not-given = Anges inte
site-compare-in-text = Beskrivs på exemplets sida
site-compare-nothing-missing = Inget

## Föreslå ett exempel
site-suggest = Föreslå ett exempel
site-suggest-lead = Beskriv hur ni samarbetar, en fråga i taget. Du får en fil som redaktionen kan granska och publicera.
site-suggest-description = Beskriv ett exempel på samverkan i ett formulär, utan konto och utan att något skickas medan du skriver.
site-suggest-count = Formuläret har { $count } frågor. Några måste du svara på, resten svarar du på om du kan.
site-suggest-stays = Svaren finns bara i den här fliken, tills du själv sparar eller skickar dem. Stänger du fliken försvinner de.
site-suggest-never = Skriv aldrig namn, personnummer eller något annat som gör att en person går att känna igen.
site-suggest-more = Läs vad ett exempel behöver innehålla
site-suggest-then = Vill du se hur redaktionen skriver om, granskar och publicerar?
site-suggest-guide = Guide för redaktörer
site-suggest-privacy = Läs om integritet på webbplatsen
site-suggest-begin = Börja
site-suggest-no-script = Formuläret fungerar i din webbläsare och behöver JavaScript. Du kan skriva ut frågorna i stället.
site-suggest-to-sheet = Skriv ut frågorna på papper
site-suggest-question = Fråga { $number } av { $count }
site-suggest-back = Tillbaka
site-suggest-continue = Fortsätt
site-suggest-to-summary = Spara ändringen
site-suggest-to-hand-over = Gå vidare till att lämna förslaget
site-suggest-optional = (om du vill)
site-suggest-nothing = Vi har ingen uppgift om ”{ $label }”
site-suggest-yes = Ja
site-suggest-no = Nej
site-suggest-date-hint = Till exempel 2024, 2024-05 eller 2024-05-17.
site-suggest-add-municipality = Lägg till en kommun
site-suggest-add-source = Lägg till en källa
site-suggest-remove-what = Ta bort { $label } { $number }
site-suggest-removed = Borttaget.
site-suggest-municipality = Kommun
site-suggest-source = Källa
site-suggest-supports = Vilka svar stöder källan?
site-suggest-supports-help = En hänvisning till källan läggs sist i de svar du väljer.
site-suggest-help-title = Det namn som ni själva använder.
site-suggest-help-municipalities = Skriv kommunens namn.
site-suggest-left = Du kan skriva { $count } tecken till.
site-suggest-over = Texten är { $count } tecken för lång.
site-suggest-ask-title = Vad heter samarbetet, och vad går det ut på?
site-suggest-ask-where = Var finns samarbetet?
site-suggest-ask-who = Vilka samarbetar?
site-suggest-ask-form = Hur är samarbetet ordnat?
site-suggest-ask-target = Vilka är samarbetet till för?
site-suggest-ask-purpose = Vilket syfte har samarbetet?
site-suggest-ask-how = Hur arbetar ni tillsammans?
site-suggest-ask-agreed = Vad har ni kommit överens om?
site-suggest-ask-when = När pågår eller pågick samarbetet?
site-suggest-ask-results = Vad har samarbetet lett till?
site-suggest-ask-lessons = Vad har hjälpt, och vad har varit svårt?
site-suggest-ask-experience = Vilka erfarenheter har parterna?
site-suggest-ask-sources = Vad bygger uppgifterna på?
site-suggest-ask-contact = Vem kan svara på frågor?
site-suggest-error = Rätta det här först
site-suggest-fill-in = Fyll i ”{ $label }”.
site-suggest-choose = Välj minst ett svar under ”{ $label }”.
site-suggest-too-long = ”{ $label }” får ha högst { $max } tecken. Nu är det { $length }.
site-suggest-both = Du har svarat på ”{ $label }” och samtidigt kryssat för att ni inte har någon uppgift. Ta bort ett av dem.
site-suggest-unknown-municipality = Det finns ingen kommun som heter ”{ $value }”. Skriv det officiella namnet.
site-suggest-meant = Det finns ingen kommun som heter ”{ $value }”. Menade du { $guess }?
site-suggest-national-error = Ange antingen kommuner eller att exemplet är nationellt, inte båda.
site-suggest-date-error = Skriv ett år, en månad eller en dag, till exempel 2024, 2024-05 eller 2024-05-17.
site-suggest-order-error = Slutet kommer före starten. Kontrollera båda.
site-suggest-year-error = Skriv året med fyra siffror.
site-suggest-email-error = Skriv en e-postadress, till exempel namnet på en funktionsbrevlåda följt av @ och kommunens domän.
site-suggest-web-error = Skriv hela adressen, med https:// först.
site-suggest-address-error = Ta bort webbadressen ur texten. Lägg den under källor i stället.
site-suggest-personal-email = Det ser ut som en persons egen e-postadress. Skriv en funktionsbrevlåda i stället.
site-suggest-personal-telephone = Det ser ut som ett mobilnummer. Skriv numret till växeln eller en funktion i stället.
site-suggest-number-error = Det ser ut att stå ett personnummer eller samordningsnummer här. Ta bort det. Är det ett annat nummer, utelämna det eller skriv det på ett annat sätt.
site-suggest-file-number-error = Svaren ser tillsammans ut att innehålla ett personnummer. Ta bort långa nummer ur svaren.
site-suggest-supports-error = Välj minst ett svar som källan stöder.
site-suggest-role-error = Ange en funktion när du har skrivit e-post eller telefon.
site-suggest-uncited = Texten hänvisar till [{ $number }], men det finns ingen källa med det numret. Lägg till källan eller ta bort hänvisningen.
site-suggest-warnings = Läs igenom innan du fortsätter
site-suggest-warnings-help = Stämmer det ändå? Tryck på knappen en gång till. Formuläret känner bara igen vanliga namn och uttryck, så läs alltid igenom själv.
site-suggest-name-warning = Står det ett personnamn här? ”{ $found }” Skriv personens funktion i stället.
site-suggest-group-warning = Är det färre än tio personer? ”{ $found }” I en liten grupp kan någon kännas igen. Skriv till exempel ”några” i stället.
site-suggest-quote-warning = Är det ett citat från en deltagare? ”{ $found }” Återge inte vad deltagare har sagt.
site-suggest-check = Kontrollera dina svar
site-suggest-no-answer = Inget svar
site-suggest-missing = Ingen uppgift
site-suggest-change = Ändra
site-suggest-change-what = Ändra: { $label }
site-suggest-check-warnings = Läs särskilt igenom
site-suggest-hand-over = Lämna förslaget
site-suggest-before = Innan du skickar
site-suggest-public = Det du skickar till en myndighet blir en allmän handling och registreras (diarieförs) där. Andra kan begära att få läsa det.
site-suggest-licence = Exemplet publiceras med licensen { $licence }. Då får alla använda och ändra texten om de anger källan. Bara den som har rätt att bestämma över texten hos er kan godkänna det. Fråga din chef om du är osäker. Har någon annan skrivit en del av texten behöver också den godkänna det.
site-suggest-confirm = Kom överens med den andra parten om beskrivningen innan du skickar den.
site-suggest-correct = Vill du rätta eller dra tillbaka förslaget? Hör av dig till den som fick det och ange filens namn. Exemplet kan ändras eller tas bort från webbplatsen, men det som har kommit in till en myndighet finns kvar där.
site-suggest-file = Spara som fil
site-suggest-file-text = Filen heter { $name } och är en textfil.
site-suggest-save = Spara filen
site-suggest-saved = Filen är sparad bland dina hämtade filer.
site-suggest-mail = Skicka med e-post
site-suggest-mail-text = Skicka filen eller texten till { $email }. Bifoga filen, eller kopiera texten nedan och klistra in den i brevet.
site-suggest-mail-open = Öppna ett brev
site-suggest-mail-subject = Förslag på exempel: { $title }
site-suggest-mail-body = Hej! Här är ett förslag på ett exempel. Jag bifogar filen { $file } eller klistrar in texten här under.
site-suggest-no-mail = Webbplatsen har ingen brevlåda för förslag. Spara filen eller kopiera texten, och lämna den till den som ansvarar för webbplatsen på ett annat sätt.
site-suggest-copy = Kopiera texten
site-suggest-copied = Texten är kopierad.
site-suggest-not-copied = Webbläsaren tillät inte kopieringen. Texten är markerad, så att du kan kopiera den själv.
site-suggest-text = Texten
site-suggest-github = Skapa filen på GitHub
site-suggest-github-text = För dig som har ett konto på GitHub. Det du sparar där blir offentligt direkt, och en tidigare version går att läsa även efter att du har ändrat den.
site-suggest-github-open = Öppna en ny fil på GitHub
site-suggest-github-empty = Förslaget är för långt för en länk. Texten kopieras när du öppnar den tomma filen. Klistra in den där.
site-suggest-sheet = Föreslå ett exempel: blankett
site-suggest-sheet-description = Frågorna i formuläret för att föreslå ett exempel, med plats att skriva för hand.
site-suggest-sheet-lead = Skriv ut blanketten och fyll i den för hand, till exempel på ett möte med den andra parten.
site-suggest-sheet-online = Fyll i formuläret i webbläsaren i stället

## Sökning
site-search = Sök
site-search-description = Sök bland exempel, vägledning om FIA, juridik och andra sidor.
site-search-label = Sök på webbplatsen
site-search-field = Vad letar du efter?
site-search-submit = Sök
site-search-privacy = Skriv inte namn eller personnummer.
site-search-number = Sökningen får inte innehålla ett personnummer.
site-search-number-found = Det ser ut att stå ett personnummer i sökfältet. Ta bort det för att söka.
site-search-no-script = Sökningen görs i din webbläsare och behöver JavaScript. Du kan använda listorna i stället.
site-search-ways = Hitta utan att söka
site-search-kind = Typ av sida
site-search-filter = Filtrera
site-search-filter-chosen = Filtrera (antal valda: { $count })
site-search-hits = Träffar
site-search-remove = Ta bort filtret { $name }
site-search-clear = Ta bort alla filter
site-search-sort = Ordna efter
site-search-best = Bäst träff
site-search-by-title = Titel, A–Ö
site-search-count-one = { $count } träff
site-search-count-other = { $count } träffar
site-search-none = Inga träffar
site-search-none-help = Prova med andra eller färre ord.
site-search-none-filtered = Det kan finnas träffar utan filter.
site-search-unknown-words = Inget hittades för: { $words }.
site-search-partial = Ingen sida har alla orden så som du skrev dem. Här är de sidor som har flest av dem.
site-search-lacking = Bland träffarna finns även sidor som saknar något av orden.
site-search-suggestion = Menade du { $query }?
site-search-passage = Till stället i texten
site-search-more = Visa fler träffar
site-search-waiting = Söker …
site-search-unavailable = Sökningen är inte tillgänglig just nu. Du kan använda listorna i stället.
site-search-offline = Det som sökningen behöver kunde inte hämtas. Kontrollera att du har kontakt med nätet och försök igen.
site-search-updated = Webbplatsen har uppdaterats sedan du öppnade sidan. Ladda om sidan och sök igen.
site-search-damaged = En av sökningens filer är skadad. Ladda om sidan. Om det inte hjälper kan du använda listorna.
site-search-version = Webbläsaren har kvar en annan version av sökningen än webbplatsens. Ladda om sidan och sök igen.
site-search-unsupported = Webbläsaren kan inte köra sökningen. Uppdatera den, eller använd listorna.
site-search-retry = Försök igen
site-search-reload = Ladda om sidan
site-kind-topic = Ämne
site-kind-place = Kommun eller län

## Öppna data
site-data = Data om exemplen
site-data-lead = Här hämtar du uppgifterna om exemplen som filer och läser vad varje fält betyder.
site-data-page-description = Uppgifterna om exemplen som JSON och CSV, med en beskrivning av varje fält.
site-data-title = Exempel på samverkan mellan socialtjänst och Arbetsförmedling
site-data-description = Exempel på hur kommuner och Arbetsförmedlingen samverkar: parter, arbetssätt, målgrupper, syften, resultat, källor och vad som saknas i källorna.
site-data-keywords = samverkan, socialtjänst, Arbetsförmedlingen, kommuner, ekonomiskt bistånd
site-data-country = Sverige
site-data-updated = Senast granskade uppgift: { $date }.
site-data-files = Filer
site-data-file-json = Alla exempel (JSON)
site-data-file-json-help = Alla fält för alla publicerade exempel, som JSON.
site-data-file-csv = Alla exempel (CSV)
site-data-file-csv-help = Samma fält som tabell, en rad för varje exempel. Går att öppna direkt i Excel.
site-data-file-schema = Schema (JSON Schema)
site-data-file-schema-help = Vad varje fält får innehålla, enligt JSON Schema 2020-12.
site-data-file-dcat = Katalogbeskrivning (DCAT-AP-SE)
site-data-file-dcat-help = Beskriver datamängden för dataportaler, som RDF/XML. Själva beskrivningen är fri att använda enligt CC0.
site-data-file-feed = Flöde med exempel och nyheter (Atom)
site-data-file-feed-help = De senast granskade exemplen och de senaste nyheterna.
site-data-file-news-feed = Flöde med nyheter (Atom)
site-data-file-news-feed-help = Bara nyheterna.
site-data-one = Exemplen tio och tio i mindre filer: den första
site-data-county-feeds = Varje län har ett eget flöde, som länets sida länkar till
site-data-fields = Fält
site-data-fields-text = Fälten finns för alla exempel. Det som källorna inte säger är tomt, och står i uppgift-saknas.
site-data-type = Typ
site-data-optional = kan saknas
site-data-csv = CSV-filen i kalkylprogram
site-data-csv-text = Filen har semikolon mellan kolumnerna och teckenkodningen UTF-8 med byteordningsmärke. Därför öppnas den rätt i Excel med svenska inställningar. Citattecken används enligt RFC 4180.
site-data-csv-columns = Fält som består av flera delar har en kolumn för varje del, till exempel period.fran.
site-data-csv-lists = Flera värden i en cell skiljs åt med ett lodrätt streck. Vokabulärernas värden står med namn. Id finns i JSON-filen.
site-data-csv-formulas = En cell som börjar med ett tecken som startar en formel har en apostrof först.
site-data-left-out = Det som inte finns med
site-data-left-out-text = Den löpande texten och kontaktuppgifterna finns på exemplens sidor, där de hålls aktuella. Adressen står i fältet adress.
site-data-vocabularies = Vokabulärer
site-data-vocabulary-link = Exempel efter { $name }
site-data-type-text = text
site-data-type-text-max = text, högst { $max } tecken
site-data-type-id = id
site-data-type-code = { $digits } siffror, som text
site-data-type-address = webbadress
site-data-type-yes-no = true eller false (ja eller nej i CSV)
site-data-type-yes-no-unknown = ja, nej eller okant
site-data-type-integer = heltal
site-data-type-date = datum, ÅÅÅÅ-MM-DD
site-data-type-partial-date = år, månad eller datum: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD
site-data-type-field-name = namn på ett fält eller avsnitt
site-data-type-record = post med egna fält
site-data-type-choice = något av { $choices }
site-data-type-term = id och namn ur en vokabulär
site-data-type-term-unknown = id och namn ur en vokabulär, eller { $unknown }
site-data-type-list = lista: { $type }
site-data-field-address = Adress
site-data-field-address-help = Exemplets sida.
site-data-field-sections = Avsnitt
site-data-field-sections-help = De avsnitt som exemplets sida har. Texten i dem finns bara där.
site-data-field-copy = Läst i kopia
site-data-field-copy-help = Om källan lästes i en kopia i stället för originalet.
site-data-field-code = Kommunkod
site-data-field-code-help = Kommunens fyrsiffriga kod.
site-data-field-name = Kommun
site-data-field-name-help = Kommunens namn.
site-data-field-county-code = Länskod
site-data-field-county-code-help = Länets tvåsiffriga kod.
site-data-field-county = Län
site-data-field-county-help = Länets namn.

## Övriga sidor
site-news = Nyheter
site-news-none = Det finns inga nyheter än.
site-glossary = Ordlista
site-letters = Bokstäver
site-components = Temats komponenter
site-components-description = Sidan visar varje komponent i temat, för dig som ändrar i temat eller skriver text. Innehållet är hämtat från webbplatsens egna exempel.
site-components-states = Så här ser en knapp ut. Flytta dit med tabbtangenten för att se fokus.
site-fields = Fält med bra och sämre exempel
site-fields-description = Alla fält i formuläret, med vad de betyder, vad du får skriva och ett bra och ett sämre exempel. Välj vad du skriver.
site-fields-lead = Här står varje fält i formuläret, i samma ordning: vad det betyder, om det behövs och hur du fyller i det.
site-fields-exercise = Exemplen är gjorda för övning. De beskriver ingen verklig kommun.
site-fields-example = Fälten i ett exempel
site-fields-news = Fälten i en nyhet
site-fields-page = Fälten i en sida
site-fields-fia = Fälten i en vägledning om FIA
site-fields-experience = Fälten i en erfarenhet av FIA
site-fields-count = { $count ->
    [one] { $count } fält
   *[other] { $count } fält
}
site-fields-need-always = Behövs alltid, också i ett utkast.
site-fields-need-to-publish = Behövs för att publicera.
site-fields-need-or-missing = Behövs för att publicera. Säger källorna inget, välj fältet i ”Uppgift saknas i källorna”.
site-fields-need-optional = Får vara tomt.
site-fields-text = Skriv text. En tom rad ger ett nytt stycke.
site-fields-text-max = Skriv text, högst { $max } tecken.
site-fields-id = Skriv små bokstäver a–z, siffror och bindestreck.
site-fields-integer = Skriv ett heltal.
site-fields-date = Skriv ett datum: år, månad och dag.
site-fields-partial-date = Skriv ett år, en månad eller en dag: 2026, 2026-11 eller 2026-11-22.
site-fields-date-or-no = Skriv ett datum eller nej.
site-fields-choice = Välj i listan.
site-fields-several = Du kan ange flera.
site-fields-municipality = Välj bland Sveriges { $count } kommuner.
site-fields-reference = Skriv ett annat exempels id.
site-fields-sources = Skriv källans nummer.
site-fields-web-address = Skriv hela adressen, med https:// först.
site-fields-site-address = Skriv en adress på webbplatsen, med / först.
site-fields-address = Skriv en adress, med https:// eller / först.
site-fields-email = Skriv en e-postadress.
site-fields-record = Fyll i fälten under rubriken.
site-fields-records = Lägg till en rad för varje, och fyll i dess fält.
site-fields-yes = ja
site-fields-no = nej
site-fields-unknown = okänt
site-fields-body = Text
site-fields-body-help = Sidans text. En rubrik börjar med två nummertecken och ett mellanslag.
site-fields-good = Bra
site-fields-poor = Sämre
site-fields-checked = Kontrollen hittar det:
site-fields-judged = Kontrollen ser det inte. Det gör bara du.
site-rules = Regler för innehållet
site-rules-description = Här står allt som programmet kontrollerar innan webbplatsen publiceras: vad som är fel, varför det spelar roll och hur det ska vara.
site-rules-errors = Fel, som stoppar publiceringen
site-rules-warnings = Varningar
site-rules-advice = Råd om språket, som inte hindrar något
site-rule-error = Regeln { $rule }. Ett fel: inget publiceras förrän det är rättat.
site-rule-warning = Regeln { $rule }. En varning: sidan publiceras ändå, men någon bör titta på den.
site-rule-advice = Regeln { $rule }. Ett råd: det hindrar inget, och det kan godtas i filen med ett skäl.
site-kicker-specimen = Plats
site-read-more-at = Läs mer:
site-read-more = Läs mer
site-see-also = Se även:
site-glossary-sources = Källa: { $sources }
site-law = Lagtext på sidan:
site-law-fetched = Texten hämtades { $date }.
site-law-checked = Den är kontrollerad mot den officiella texten { $date }.
site-law-unchecked = Den är inte kontrollerad mot den officiella texten.
site-print-hint = Sidan är gjord för att skrivas ut.
site-removed = Sidan är borttagen
site-removed-text = Sidan är borttagen.
site-removed-date = Sidan togs bort { $date }.
site-removed-reason = Skäl: { $reason }
site-to-list = Till översikten
site-to-start = Till startsidan
site-moved = Sidan har flyttat
site-moved-to = Den finns nu här:
site-not-found = Sidan finns inte
site-not-found-text = Adressen kan vara fel, eller så är sidan flyttad. Börja om här:

## Månader
site-month-1 = januari
site-month-2 = februari
site-month-3 = mars
site-month-4 = april
site-month-5 = maj
site-month-6 = juni
site-month-7 = juli
site-month-8 = augusti
site-month-9 = september
site-month-10 = oktober
site-month-11 = november
site-month-12 = december

## Fel i --base-url
base-scheme = ”{ $address }” är ingen adress till en webbplats. Börja med https:// eller http://.
base-host = I ”{ $address }” saknas ett giltigt värdnamn. Skriv till exempel https://samverka.example/.
base-credentials = Adressen innehåller användarnamn eller lösenord. Ta bort dem.
base-query = ”{ $address }” innehåller ? eller #. Ta bort det som följer efter sökvägen.
base-path = Sökvägen i ”{ $address }” går inte att använda. Varje del ska ha bokstäver a–z, siffror eller bindestreck.
