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
site-latest-reviewed = Senast granskade
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
site-field-uppgift-saknas = Uppgift saknas i källorna
site-field-ingar-i = Ingår i
site-field-kallor = Källor
site-field-status = Status
site-field-avpublicerad = Avpublicerad
site-field-granskad = Senast granskad
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
site-period = { $from } till { $to }
site-period-from = Från { $from }
site-period-to = Till { $to }
site-confirmed-municipality = Kommunen
site-confirmed-af = Arbetsförmedlingen
site-not-confirmed = inte bekräftat
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

## FIA
site-fia = FIA
site-fia-pages = Sidor om FIA
site-fia-pager = Föregående och nästa sida om FIA
site-life-areas = Livsområden
site-experiences = Erfarenheter av FIA
site-experiences-description = Erfarenheter av att använda FIA, förutsättningar inför arbete, i vanlig verksamhet.
site-experiences-none = Det finns inga beskrivna erfarenheter än.

## Platser
site-municipalities = Kommuner
site-counties = Län
site-counts-hint = Siffran inom parentes visar hur många exempel och erfarenheter som finns.
site-municipality-description = Exempel på samverkan mellan socialtjänst och Arbetsförmedling i { $municipality }.
site-county-description = Exempel på samverkan mellan socialtjänst och Arbetsförmedling i { $county }.
site-no-example = Det finns inget exempel från { $place } än.
site-same-county = Exempel från samma län: { $county }
site-same-group = Exempel från samma kommungrupp: { $group }
site-contribute-heading = Samarbetar ni?
site-contribute-text = Andra kan ha nytta av hur ni gör.
site-contribute = Så bidrar du med ett exempel

## Ämnen
site-topics = Ämnen
site-topics-description = Exempel på samverkan, ordnade efter form, målgrupp, syfte och andra ämnen.
site-synonyms = Andra ord: { $synonyms }

## Övriga sidor
site-news = Nyheter
site-news-none = Det finns inga nyheter än.
site-glossary = Ordlista
site-letters = Bokstäver
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
