### Det som samverka säger på kommandoraden.

## Diagnostik: orden runt varje fel och raden sist

diagnostik-fel = fel
diagnostik-varning = varning
diagnostik-ett-rad = råd
diagnostik-varfor = varför
diagnostik-atgard = gör så här
diagnostik-las-mer = läs mer
diagnostik-rubrik = Kontroll av innehållet
diagnostik-rad = Rad
diagnostik-vad = Vad är fel?
diagnostik-rad-atgard = Gör så här
diagnostik-fler = { $antal } till får inte plats här. Kör samverka check för att se alla.

diagnostik-antal-fel = { $fel } fel
diagnostik-antal-varningar = { $varningar ->
        [one] { $varningar } varning
       *[other] { $varningar } varningar
    }
diagnostik-antal-filer = { $filer ->
        [one] { $filer } fil
       *[other] { $filer } filer
    }
diagnostik-summa-inga = Inga fel i { diagnostik-antal-filer }.
diagnostik-summa-fel = { diagnostik-antal-fel } i { diagnostik-antal-filer }.
diagnostik-summa-varningar = Inga fel, { diagnostik-antal-varningar } i { diagnostik-antal-filer }.
diagnostik-summa-bada = { diagnostik-antal-fel } och { diagnostik-antal-varningar } i { diagnostik-antal-filer }.
diagnostik-antal-rad = { $antal ->
        [one] Ett råd om språket, som inte hindrar något.
       *[other] { $antal } råd om språket, som inte hindrar något.
    }
diagnostik-antal-rad-av-fler = De första { $antal } råden om språket, som inte hindrar något. Skriv --advice all för att se alla.

## Hjälp

hjalp-anvandning = Användning
hjalp-rubrik-val = Val
hjalp-rubrik-argument = Argument
hjalp-rubrik-kommandon = Kommandon
hjalp-kommando = KOMMANDO
hjalp-val = VAL
hjalp-varde-dir = MAPP
hjalp-varde-date = DATUM
hjalp-varde-url = ADRESS
hjalp-varde-title = TITEL
hjalp-varde-n = TAL
hjalp-varde-query = FRÅGA
hjalp-varde-base = BAS
hjalp-varde-name = NAMN
hjalp-varde-time = TID
hjalp-varde-id = ID
hjalp-varde-text = TEXT
hjalp-varde-target = MÅL
hjalp-varde-rule = REGEL
hjalp-varde-kind = SORT
hjalp-varde-filter = NAMN=VÄRDE
hjalp-varde-log = LOGG
hjalp-varde-file = FIL
hjalp-annars = { $hjalp }. Annars { $varde }
hjalp-hjalp = Visar hjälpen
hjalp-version = Visar versionen
hjalp-lang = Språk på meddelanden: sv eller en
hjalp-color = Färg: auto (bara i en terminal), always eller never
hjalp-content = Mappen med innehållet
hjalp-today = Dagens datum, år-månad-dag. Annars SOURCE_DATE_EPOCH eller dagen i Stockholm
hjalp-theme = En mapp med ett eget tema. Annars det inbyggda

hjalp-samverka = Bygger en webbplats av beskrivna exempel på samverkan, och kontrollerar innehållet
hjalp-samverka-exempel =
    Exempel:
      samverka serve --open        förhandsgranska innehållet i webbläsaren
      samverka check               hitta alla fel
      samverka build               bygg webbplatsen i mappen public

    Slutkoder: 0 klart, 1 fel i innehållet, 2 kommandot kunde inte köras.

hjalp-build = Kontrollerar innehållet, bygger webbplatsen och publicerar den i en mapp
hjalp-build-out = Mappen där webbplatsen läggs. Hela mappen byts ut på en gång
hjalp-build-base-url = Webbplatsens adress. Annars adressen i webbplats.yaml
hjalp-build-allow-gap = Byt mapp även där det inte kan göras i ett enda steg
hjalp-build-sync = Vänta tills allt ligger på disken, så att ett strömavbrott inte gör skada
hjalp-build-incremental = Behåll webbplatsen en gång till i en dold mapp bredvid, och skriv nästa gång bara det som har ändrats
hjalp-build-record-addresses = Lägg till nya sidors adresser i adresser.txt
hjalp-build-compress = Lägg till packade filer (.br och .gz) som webbservern skickar i stället
hjalp-build-preview = Märk alla sidor som en förhandsgranskning med det här namnet, och be sökmotorer att inte ta med dem
hjalp-build-exempel =
    Exempel:
      samverka build
      samverka build --base-url https://kommunen.example/samverka/ --out /srv/www/samverka
hjalp-search = Söker i en byggd webbplats, som en besökare gör
hjalp-search-query = Vad du söker. Utan ord visas filtren
hjalp-search-site = Mappen med den byggda webbplatsen
hjalp-search-limit = Hur många träffar som visas
hjalp-search-filter = Bara träffar med det här värdet, till exempel form=gemensamt-team. Kan anges flera gånger
hjalp-search-sort = Ordning: relevans, granskad (senast först) eller titel
hjalp-search-json = Skriv svaret som JSON
hjalp-search-explain = Visa hur varje träff fick sin vikt
hjalp-search-stdin = Läs en fråga per rad och svara med en rad JSON för varje
hjalp-search-exempel =
    Exempel:
      samverka search avtal mellan soc och AF
      samverka search --explain "gemensam kartläggning"
      samverka search --filter lan=skane-lan --limit 5 ungdomar
      samverka search --stdin < fragor.txt > svar.jsonl

hjalp-check = Kontrollerar allt innehåll och visar varje fel med åtgärd
hjalp-check-format = Hur felen skrivs: text, json, sarif (för redigerare och kodvärdar), github (rader i en ändring) eller markdown (en kommentar)
hjalp-check-fix = Laga det som är säkert att laga: bokstäver i två delar, mellanslag sist på rader, fältens ordning, datum och felstavade värden
hjalp-check-dry-run = Visa bara vad --fix skulle ändra
hjalp-check-advice = Hur många råd om språket som ges: none (inga), some (de första) eller all (alla). Råd är aldrig fel
hjalp-check-exempel =
    Exempel:
      samverka check
      samverka check --fix --dry-run
      samverka check --advice all
      samverka check --format json > fel.json
hjalp-diff = Visar vad en ändring gör med webbplatsen: sidor, uppgifter, text, adresser och fel
hjalp-diff-base = Det som innehållet jämförs med: en mapp, eller en gren, tagg eller version i Git
hjalp-diff-format = Hur skillnaden skrivs: text, markdown (en kommentar på GitHub) eller html (gamla och nya sidor sida vid sida)
hjalp-diff-out = Filen att skriva i. För html: en mapp, som byts ut helt
hjalp-diff-exempel =
    Exempel:
      samverka diff main                                   jämför med grenen main
      samverka diff HEAD                                   vad har jag ändrat sedan jag sparade i Git?
      samverka diff ../gammalt/content                     jämför med en mapp
      samverka diff main --format markdown > kommentar.md
      samverka diff main --format html --out jamforelse    öppna sedan jamforelse/index.html

    Slutkoder: 0 kan publiceras, 1 en publicerad adress försvinner eller ett nytt fel tillkommer (nya varningar
    räknas inte), 2 kommandot kunde inte köras.
hjalp-due = Visar vilka sidor som ska granskas, när och av vem
hjalp-due-within = Hur långt fram: 90d (dagar), 12v (veckor), 3m (månader) eller 1å (år). 0d är det som redan är försenat
hjalp-due-format = Hur listan skrivs: text, csv (kalkylblad), ics (kalender) eller markdown
hjalp-due-confirmations = Visa i stället vilka publicerade exempel som väntar på att kommunen eller Arbetsförmedlingen bekräftar dem
hjalp-due-exempel =
    Exempel:
      samverka due
      samverka due --within 0d
      samverka due --within 1å --format ics > granskning.ics
      samverka due --format csv > granskning.csv
      samverka due --confirmations

    Slutkoder: 0 listan är skriven, också när den är tom, 2 kommandot kunde inte köras.
hjalp-withdraw = Tar bort en sida genast. På adressen står sedan att den är borttagen, och varför
hjalp-withdraw-id = Sidans id, adress eller fil
hjalp-withdraw-reason = Skälet, som läsarna får se
hjalp-withdraw-delete = Ta bort filen i stället för att spara den i en dold mapp
hjalp-withdraw-exempel =
    Exempel:
      samverka withdraw umea-ungdomstorget --reason "Kommunen har bett oss ta bort exemplet."
      samverka withdraw /om/urval/ --reason "Uppgifterna stämmer inte längre."
      samverka withdraw umea-ungdomstorget --delete --reason "Exemplet publicerades av misstag."

    Slutkoder: 0 klart, 1 sidan är borttagen men något måste rättas före publicering, 2 kommandot kunde inte köras.
      samverka check --format sarif > fel.sarif
hjalp-explain = Förklarar en regel: vad som är fel, varför det spelar roll och hur det ska vara
hjalp-explain-rule = Regelns namn, som det står i meddelandet. Utan namn visas alla regler
hjalp-explain-exempel =
    Exempel:
      samverka explain
      samverka explain okand-nyckel
hjalp-schema = Skriver fälten som JSON Schema, för redigerare och andra program
hjalp-schema-kind = Sorten: exempel, fia, erfarenhet, sida, nyhet, aktivitet, vokabular, webbplats, synonymer, ordlista eller media. Utan sort och mapp räknas alla upp
hjalp-schema-out = Mappen där ett schema för varje sort skrivs, med inställningar för VS Code
hjalp-schema-exempel =
    Exempel:
      samverka schema
      samverka schema vokabular
      samverka schema --out schema
hjalp-serve = Förhandsgranskar innehållet i webbläsaren, med utkast, och laddar om vid ändringar
hjalp-serve-port = Porten på 127.0.0.1. 0 väljer en ledig
hjalp-serve-listen = Adress eller namn att svara på, också för andra datorer. Vanligen svarar förhandsgranskningen bara den egna datorn
hjalp-serve-open = Öppna webbläsaren
hjalp-serve-site = Visa en färdigbyggd webbplats i stället
hjalp-serve-exempel =
    Exempel:
      samverka serve --open
      samverka serve --site public
hjalp-pack = Packar en byggd webbplats i en arkivfil, med kontrollsummor
hjalp-pack-site = Mappen med den byggda webbplatsen
hjalp-pack-out = Arkivfilen. Annars samverka-DATUM.zip, med dagen då webbplatsen byggdes
hjalp-pack-verify = Kontrollera i stället att en arkivfil är hel
hjalp-pack-exempel =
    Exempel:
      samverka pack
      samverka pack --site /srv/www/samverka --out /srv/arkiv/samverka-2026-11-22.zip
      samverka pack --verify samverka-2026-11-22.zip

    Mappen jämförs först med bygget. Saknas en fil, är den ändrad eller kommer den inte från bygget görs inget arkiv.
    Äldre sökindex i _s/ och redaktörernas formulär i admin/ packas inte.

    Slutkoder: 0 klart, 1 arkivet är skadat, 2 kommandot kunde inte köras eller mappen är inte hel.
hjalp-new = Skapar ett nytt dokument med alla fält och tillåtna värden
hjalp-new-kind = Vad som ska skapas: exempel, fia, erfarenhet, sida eller nyhet
hjalp-new-title = Titeln. Filens namn och adress görs av den
hjalp-new-exempel =
    Exempel:
      samverka new exempel "Jobbtorget i Umeå"
      samverka new sida "Frågor och svar"
hjalp-export = Skriver filer för andra program, till exempel redigering i webbläsaren
hjalp-export-format = Vad som skrivs: cms (Decap CMS)
hjalp-export-out = Mappen som filerna skrivs i
hjalp-export-modules = Mappen node_modules med npm-paketen decap-cms och yaml, som kopieras med
hjalp-export-repo = Kodförrådet på GitHub, ägare/namn. Annars det i webbplats.yaml
hjalp-export-branch = Grenen som redigeras
hjalp-export-folder = Innehållets mapp i kodförrådet
hjalp-export-local = Adressen till en egen decap-server, för att prova utan inloggning
hjalp-export-exempel =
    Exempel:
      samverka export --format cms --modules node_modules --out public/admin
      samverka export --format cms --repo agare/forrad --branch main
hjalp-varde-repo = ÄGARE/NAMN

## Redigering i webbläsaren

cms-exempel = Exempel
cms-ett-exempel = Exempel
cms-nyheter = Nyheter
cms-en-nyhet = Nyhet
cms-sidor = Sidor
cms-en-sida = Sida
cms-fia = Vägledning om FIA
cms-en-fia = Vägledning om FIA
cms-erfarenheter = Erfarenheter av FIA
cms-en-erfarenhet = Erfarenhet av FIA
cms-text = Text
cms-behovs = Behövs för att publicera.
cms-behovs-eller = Behövs för att publicera. Säger källorna inget, välj fältet i ”Uppgift saknas i källorna”.
cms-ord-lagg-till = Lägg till { $item }
cms-ord-ny = Nytt: { $collectionLabel }
cms-ord-visa = Visa
cms-ord-dolj = Dölj
cms-ord-falt = Fältet { $widgetLabel }
cms-ord-utkast = Det här är ett utkast. Sätt status till ”Under granskning” när det är klart.
cms-ord-granskas = Någon annan granskar det här. Du kan fortfarande ändra.
cms-ord-anteckningar = Visa eller dölj anteckningar
cms-ord-som-lista = Visa som lista
cms-ord-som-rutor = Visa som rutor
cms-ord-opublicerat = Inte publicerat
cms-ord-stang = Stäng
cms-ord-konto = Ditt konto
cms-ord-forgejo = Logga in med Forgejo
cms-fel-id = Skriv små bokstäver a–z, siffror och bindestreck
cms-fel-tal = Skriv ett heltal
cms-fel-datum = Skriv datumet som 2026-11-22
cms-fel-period = Skriv ett år, en månad eller en dag: 2026, 2026-11 eller 2026-11-22
cms-fel-datum-nej = Skriv datumet som 2026-11-22, eller nej
cms-fel-adress = Skriv hela adressen, med https:// först
cms-fel-egen-adress = Skriv en adress på webbplatsen, med / först
cms-fel-e-post = Skriv en e-postadress
cms-fel-langd = Skriv högst { $max } tecken
export-forrad = Kodförrådet som ska redigeras är okänt.
    .help = Ange det med --repo ägare/namn, eller skriv kodforrad i webbplats.yaml.
export-klar = Skrev { $antal } filer och paketen i { $mapp }.
export-utan-paket = Skrev { $mapp }, utan npm-paketen { $paket }. Installera dem och ange mappen med --modules.

hjalp-init = Skapar en mapp för en ny webbplats, med vokabulärer att börja med
hjalp-init-dir = Den nya mappen
hjalp-init-exempel =
    Exempel:
      samverka init min-webbplats

## Kommandon

fel = fel
mapp-saknas = Mappen { $mapp } finns inte.
    .help = Säg var innehållet ligger med --content. Står du i själva innehållet, skriv --content . (med punkten). En ny webbplats börjar med samverka init.
kan-inte-lasa = Det gick inte att läsa { $fil }: { $orsak }
    .help = Kontrollera att mappen finns och att du får läsa den. Ange en annan med --content.
dagens-datum = ”{ $datum }” är inget datum.
    .help = Skriv år-månad-dag: --today 2026-11-22. SOURCE_DATE_EPOCH är sekunder sedan 1970.
inget-publicerat = Inget är publicerat. Rätta felen och bygg igen.
byggt = { $sidor } sidor i { $mapp }, { $varningar ->
        [0] inga varningar
        [one] 1 varning
       *[other] { $varningar } varningar
    }, { $tid } s.
bygger = Bygger
tema = Temat kan inte användas: { $orsak }
    .help = Rätta temat, eller utelämna --theme för att använda det inbyggda.
tema-mapp = Temat har ingen mapp { $mapp }.
    .help = Ett tema har mapparna templates och assets. Kopiera dem från themes/standard, eller utelämna --theme.
tema-olasbart = Temat kan inte läsas: { $fil } ({ $orsak })
    .help = Kontrollera att filen finns, är text i UTF-8 och att du får läsa den.
tema-saknas = Temat saknar { $fil }.
    .help = Kopiera filen från themes/standard, eller utelämna --theme.
tema-skript = Temats skript går inte att använda: { $fil }: { $orsak }
    .help = Rätta skriptet på raden som nämns, eller utelämna --theme för att använda det inbyggda temat.
adress-fel = ”{ $adress }” kan inte vara webbplatsens adress: { $orsak }
    .help = Skriv hela adressen: --base-url https://kommunen.example/samverka/
sida-fel = Sidan { $adress } kunde inte byggas: { $orsak }
    .help = Felet ligger i temat. Rätta mallen som nämns.
skriva-fel = Det gick inte att skriva { $fil }: { $orsak }
    .help = Kontrollera att mappen finns och att du får skriva i den.
adresser-tillagda = { $antal ->
        [0] Inga nya adresser i { $fil }.
        [one] 1 ny adress i { $fil }.
       *[other] { $antal } nya adresser i { $fil }.
    }
adress-upptagen = Adressen { $adress } används redan av { $fil }.
    .help = Välj en annan titel, eller skriv i den filen.
adress-egen = Adressen { $adress } hör till en sida som webbplatsen gör själv.
    .help = Välj en annan titel.
finns-redan = { $fil } finns redan.
    .help = Välj en annan titel, eller öppna filen.
titel-fel = Titeln ”{ $titel }” kan inte bli ett filnamn.
    .help = Skriv en titel med minst en bokstav.
nytt-dokument = Skapade { $fil }. Fyll i fälten, och förhandsgranska med samverka serve.
ny-mapp = Skapade { $mapp } med innehåll att börja med. Nästa steg: samverka serve --content { $mapp } --open
mapp-inte-tom = Mappen { $mapp } är inte tom.
    .help = Välj en mapp som inte finns, eller en tom.

## Reglerna

regel-okand = Regeln ”{ $regel }” finns inte.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Alla regler: samverka explain
regel-fel = Ett fel: inget publiceras förrän det är rättat.
regel-varning = En varning: sidan publiceras ändå, men någon bör titta på den.
regel-rad = Ett råd: det hindrar inget, och det kan godtas i filen med ett skäl.

## Det som lagas

lagat-rader = { $antal ->
        [one] 1 rad
       *[other] { $antal } rader
    }
lagat-filer = { $filer ->
        [one] 1 fil
       *[other] { $filer } filer
    }
lagat-byteordningsmarke = Det osynliga tecknet först i filen (BOM) är borttaget.
lagat-form = { lagat-rader }: bokstäver i två delar är nu hela (Unicode-formen NFC).
lagat-blanksteg = { lagat-rader }: mellanslag sist på raden är borttagna.
lagat-datum = Rad { $rad }: ”{ $fore }” är nu { $efter }.
lagat-varde = Rad { $rad }: ”{ $fore }” är nu { $efter }.
lagat-ordning = Fälten står nu i samma ordning som i andra dokument.
lagat-andrad = { $fil } ändrades under tiden och lämnas som den är. Kör kommandot igen.
lagat-summa = { $filer ->
        [0] Det fanns inget att laga.
       *[other] Lagade { lagat-filer }. Läs igenom ändringarna innan du sparar dem i versionshistoriken.
    }
lagat-skulle = { $filer ->
        [0] Det finns inget att laga.
       *[other] { lagat-filer } skulle lagas. Inget är skrivet: kör utan --dry-run för att laga.
    }

## Scheman

sort-exempel = Ett exempel på samverkan
sort-fia = Stöd för FIA
sort-erfarenhet = En erfarenhet av FIA
sort-sida = En annan sida
sort-nyhet = En nyhet
sort-aktivitet = En aktivitet för att sprida kunskapen
sort-vokabular = En vokabulär
sort-webbplats = Webbplatsens inställningar
sort-synonymer = Synonymer i sökningen
sort-ordlista = Ordlistan
sort-media = Uppgifter om en mediefil
schema-skrivna = { $antal ->
        [one] 1 schema
       *[other] { $antal } scheman
    } i { $mapp }.
schema-installningar = Inställningar för VS Code med tillägget YAML: { $fil }. Flytta filen till .vscode i den mapp som du öppnar, om den inte redan ligger där.
schema-installningar-finns = { $fil } finns redan och ändras inte. Lägg till det här i den:
    { $text }

## Arkivet

packat = { $filer } filer i { $fil }
    SHA-256: { $summa }
packat-utan-formular = Redaktörernas formulär i admin/ är inte med i arkivet. Exportera det igen när du har återställt en version.
pack-ingen-webbplats = { $mapp } är ingen webbplats som samverka har byggt: { $orsak }
    .help = Bygg den först: samverka build. Ange mappen med --site.
pack-andrad = { $mapp } är inte som bygget lämnade den, och inget arkiv gjordes. Filer som saknas, är ändrade eller inte kommer från bygget: { $antal }
    .help = Bygg webbplatsen igen med samverka build, och packa den sedan. Ska en egen fil följa med lägger du den i innehållets mapp media.
pack-okand = Kommer inte från bygget: { $fil }
pack-under-bygge = { $mapp } byggdes om medan den packades. Inget arkiv gjordes.
    .help = Vänta tills bygget är klart och packa igen.
pack-andrad-nyss = { $fil } ändrades medan webbplatsen packades. Inget arkiv gjordes.
    .help = Vänta tills ingen ändrar i mappen och packa igen.
pack-udda = { $fil } kan inte packas. Namnet går inte att skriva på alla datorer, eller så är det ingen vanlig fil.
    .help = samverka gör inga sådana filer. Ta bort den och försök igen.
pack-inuti = { $fil } ligger i webbplatsens egen mapp, { $mapp }.
    .help = Ange en annan plats med --out.
pack-finns-redan = { $fil } finns redan. Ett arkiv skrivs aldrig över.
    .help = Ange ett annat namn med --out.
pack-olasbar = Det gick inte att läsa { $fil }: { $orsak }
    .help = Kontrollera att du får läsa filen, och att ingen bygger webbplatsen just nu.
pack-inget-arkiv = { $fil } är inget arkiv som samverka har packat, eller går inte att läsa: { $orsak }
    .help = Ange en fil som samverka pack har gjort.
arkiv-helt = { $fil } är hel: { $filer } filer stämmer med sina kontrollsummor.
arkiv-skadat = { $fil } är inte som samverka packade det. Fel: { $filer }
arkiv-andrad = Ändrad eller skadad: { $fil }
arkiv-saknas = Saknas: { $fil }
arkiv-okand = Finns inte bland kontrollsummorna: { $fil }
arkiv-utanfor = Före, mellan eller efter filerna står { $antal } byte som inte hör till någon fil.
pack-las-mig =
    Webbplatsen { $adress } som den byggdes { $datum }

    { $mapp } är hela webbplatsen: vanliga filer som en webbläsare kan öppna.
    { $mapp }manifest.json räknar upp sidorna med titel och kontrollsumma.
    { $summor } är en lista med kontrollsummor (SHA-256) för alla filer.

    Kontrollera filerna
      Packa upp arkivet och kör, i mappen med { $summor }:
      sha256sum -c { $summor }
      Eller kör, utan att packa upp: samverka pack --verify ARKIV

    Återställ webbplatsen
      Packa upp arkivet och låt { $mapp } ta platsen efter webbserverns mapp.
      Webbplatsen fungerar bara på den adress som den är byggd för.
      Redaktörernas formulär (admin/) är inte med. Används det, exportera det igen:
      samverka export --format cms

## Förhandsgranskning

serve-visas = Förhandsgranskningen finns på { $adress } – avsluta med Ctrl-C.
serve-laget = Läst på nytt: { $filer } filer, { $fel } fel, { $varningar ->
        [one] 1 varning
       *[other] { $varningar } varningar
    }.
serve-vantar = Det senaste visas tills felet är rättat: { $orsak }
serve-fel-har = Sidan har fel. Om den har varit felfri visas den senaste felfria versionen.
serve-varning-har = Något på sidan behöver ses över.
serve-fel-annat = { $antal ->
        [one] 1 fel i andra filer
       *[other] { $antal } fel i andra filer
    }
serve-forhandsgranskning = Förhandsgranskning
serve-utkast = Utkast
serve-regel = Läs mer om regeln
serve-inga-fel = Inga fel i innehållet.
serve-antal-har = { $antal ->
        [one] 1 anmärkning på sidan
       *[other] { $antal } anmärkningar på sidan
    }
serve-mall-rubrik = Sidan kunde inte visas
serve-mall-fel = { $rad ->
        [0] Mallen { $mall } gick inte att använda för sidan { $adress }.
       *[other] Mallen { $mall } gick inte att använda för sidan { $adress }. Felet är på rad { $rad }.
    }
serve-mall-rad = Rätta mallen och spara den. Sidan visas igen av sig själv.
serve-okand-vard = Förhandsgranskningen svarar bara på { $namn }.
serve-oppen = Varning: andra datorer på nätverket kan läsa förhandsgranskningen, också utkast. Den visas för alla som når { $adress }.
serve-lyssna = ”{ $namn }” är ingen adress på den här datorn: { $orsak }
    .help = Ange en adress som datorn har, som 192.168.1.20, eller 0.0.0.0 för alla.
serve-port = Det gick inte att använda port { $port }: { $orsak }
    .help = Är en annan förhandsgranskning igång? Välj en annan port: --port 0 tar en ledig.
serve-ingen-webbplats = { $mapp } är ingen webbplats som samverka har byggt: { $orsak }
    .help = Bygg den först: samverka build --out { $mapp }
serve-borjar-inte = Förhandsgranskningen kan inte visas: { $orsak }
    .help = Försök igen. Hjälper det inte, bygg i stället: samverka build
serve-ingen-webblasare = Ingen webbläsare öppnades ({ $orsak }). Öppna { $adress } själv.

## Vad en ändring gör med webbplatsen

andring-rubrik = Vad ändringen gör med webbplatsen
andring-ingenting = Ingenting på webbplatsen ändras.
andring-antal-nya = { $antal ->
        [one] 1 ny sida
       *[other] { $antal } nya sidor
    }
andring-antal-andrade = { $antal ->
        [one] 1 ändrad sida
       *[other] { $antal } ändrade sidor
    }
andring-antal-flyttade = { $antal ->
        [one] 1 flyttad sida
       *[other] { $antal } flyttade sidor
    }
andring-antal-avpublicerade = { $antal ->
        [one] 1 avpublicerad sida
       *[other] { $antal } avpublicerade sidor
    }
andring-antal-borttagna = { $antal ->
        [one] 1 borttagen sida
       *[other] { $antal } borttagna sidor
    }
andring-antal-utkast = { $antal ->
        [one] 1 utkast
       *[other] { $antal } utkast
    }
andring-antal-filer = { $antal ->
        [one] 1 annan fil
       *[other] { $antal } andra filer
    }
andring-godkand = Inget hindrar publicering.
andring-godkand-varningar = Inget hindrar publicering. { $antal ->
        [one] Det finns 1 ny varning.
       *[other] Det finns { $antal } nya varningar.
    }
andring-hinder = Ändringen kan inte publiceras som den är: { $hinder }.
andring-hinder-adresser = { $antal ->
        [one] 1 publicerad adress försvinner
       *[other] { $antal } publicerade adresser försvinner
    }
andring-hinder-rader = { $antal ->
        [one] 1 rad är borttagen ur adresser.txt
       *[other] { $antal } rader är borttagna ur adresser.txt
    }
andring-hinder-fel = { $antal ->
        [one] 1 nytt fel
       *[other] { $antal } nya fel
    }
andring-nya = Nya sidor
andring-andrade = Ändrade sidor
andring-flyttade = Flyttade sidor
andring-avpublicerade = Avpublicerade sidor
andring-borttagna = Borttagna sidor
andring-utkast = Utkast, som läsarna inte ser än
andring-filer = Andra filer
andring-fil-ny = ny
andring-fil-andrad = ändrad
andring-fil-borttagen = borttagen
andring-exempel = exempel
andring-fia = vägledning om FIA
andring-erfarenhet = erfarenhet av FIA
andring-nyhet = nyhet
andring-sida = sida
andring-langd = Längd: { $ord } ord.
andring-lix = Läsbarhet (LIX): { $lix }.
andring-uppgifter-antal = { $antal ->
        [one] 1 uppgift
       *[other] { $antal } uppgifter
    }
andring-text-antal = { $antal ->
        [0] Länkarna är ändrade
        [one] Texten är ändrad i 1 avsnitt
       *[other] Texten är ändrad i { $antal } avsnitt
    }
andring-lankar = Länkar i texten
andring-inledning = Före första rubriken
andring-form = Bara textens form är ändrad. Orden är desamma.
andring-tillagt = Tillagt:
andring-borttaget = Borttaget:
andring-ja = ja
andring-nej = nej
andring-okant = okänt
andring-adresser = Adresser
andring-adresser-borta = De här adresserna är publicerade och leder ingenstans efter ändringen:
andring-adresser-strukna = De här raderna är borttagna ur adresser.txt. Lägg tillbaka dem, annars märker ingen om adresserna försvinner:
andring-adresser-vidare = Nya hänvisningar:
andring-adresser-tagna = Här står nu att sidan är borttagen:
andring-adresser-nya = Andra nya sidor:
andring-adress-flyttad = Sidan finns nu på { $till }. Skriv { $adress } i tidigare-adresser i { $fil }.
andring-adress-narmast = Har sidan flyttat till { $nara }? Skriv då { $adress } i den sidans tidigare-adresser. Är den borttagen, kör samverka withdraw.
andring-adress-borta = Har sidan flyttat, skriv { $adress } i den nya sidans tidigare-adresser. Är den borttagen, kör samverka withdraw.
andring-fel = Fel och varningar
andring-fel-nya = Nya:
andring-fel-rattade = Rättade:
andring-fel-rattade-antal = { $antal ->
        [one] 1 är rättat
       *[other] { $antal } är rättade
    }
andring-fler = Och { $antal } till.
andring-avkortad = Allt ryms inte här. { $korta ->
        [0] {""}
        [one] 1 del visas utan detaljer.
       *[other] { $korta } delar visas utan detaljer.
    } { $utelamnade ->
        [0] {""}
        [one] 1 del är utelämnad.
       *[other] { $utelamnade } delar är utelämnade.
    } Hela listan: kör kommandot på din dator.
andring-hela-fore = Hela webbplatsen före ändringen
andring-hela-efter = Hela webbplatsen efter ändringen
andring-fore-andringen = före ändringen
andring-efter-andringen = efter ändringen
andring-visa = Visa före och efter: { $titel }
andring-tillbaka = Tillbaka till listan
andring-fore = Före
andring-efter = Efter
andring-oppna = Öppna sidan
andring-ingen-sida = Här finns ingen sida.
andring-paverkade = Andra sidor som ser annorlunda ut
andring-skriven = Jämförelsen är skriven. Sidor som berörs: { $antal }.
andring-mapp-skriven = Öppna { $fil } i en webbläsare. Sökningen fungerar inte i jämförelsen.
andring-hemligt = Jämförelsen visar hela sidor, och { $fil } har ett personnummer.
    .help = Ta bort det först. Kommandot samverka check visar raden.
andring-inget-git = Programmet git finns inte på datorn.
    .help = Installera git, eller jämför med en mapp: samverka diff MAPP
andring-inget-forrad = Mappen { $mapp } hör inte till något Git-förråd, och ”{ $bas }” är ingen mapp.
    .help = Jämför med en mapp i stället: samverka diff MAPP
andring-ingen-version = ”{ $bas }” är varken en mapp eller en version i Git.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Ange en gren, en tagg eller en version. Är bara en del av historiken hämtad, hämta resten: git fetch --unshallow
andring-git-fel = git kunde inte läsa den äldre versionen: { $orsak }
    .help = Kontrollera Git-förrådet, eller jämför med en mapp: samverka diff MAPP
forhandsgranskning-inte-publicerad = Det här är inte den publicerade webbplatsen.

## Granskning

bekrafta-rubrik = Att bekräfta
bekrafta-inget = Alla publicerade exempel är bekräftade av båda parter.
bekrafta-antal = { $antal ->
        [one] Ett exempel väntar på bekräftelse
       *[other] { $antal } exempel väntar på bekräftelse
    }
bekrafta-bada = kommunen och Arbetsförmedlingen
bekrafta-kommun = kommunen
bekrafta-af = Arbetsförmedlingen
bekrafta-csv-vantar = Väntar på
bekrafta-csv-blankett = Blankett
bekrafta-utan-blanketter = Webbplatsen har inga blanketter för parternas svar. Skriv bekraftelseblanketter: ja i webbplats.yaml, så får varje exempel i listan en.
bekrafta-kalender = Det som väntar på bekräftelse har inga dagar och kan inte bli en kalender.
    .help = Välj --format text, csv eller markdown.
granska-rubrik = Sidor att granska
granska-inget = Ingen sida ska granskas till och med { $datum }.
granska-forsenade = { $antal ->
        [one] 1 försenad sida
       *[other] { $antal } försenade sidor
    }
granska-kommande = { $antal ->
        [one] 1 sida till och med { $datum }
       *[other] { $antal } sidor till och med { $datum }
    }
granska-tid = ”{ $tid }” är ingen tid.
    .help = Skriv ett tal och d, v, m eller å: --within 90d
granska-csv-datum = Granskas senast
granska-csv-dagar = Dagar kvar
granska-csv-titel = Titel
granska-csv-adress = Adress
granska-csv-fil = Fil
granska-csv-ansvarig = Ansvarig
granska-csv-senast = Senast granskad
granska-handelse = Granska: { $titel }
granska-handelse-text = Ansvarig: { $ansvarig }. Senast granskad { $granskad }. Kontrollera uppgifter och länkar, rätta det som har ändrats och skriv dagens datum i granskad i { $fil }.

## Dra tillbaka en sida

dra-tillbaka-skal = Skälet måste ha ord, och högst { $antal } tecken.
    .help = Skriv en mening som läsarna förstår: --reason "Kommunen har bett oss ta bort exemplet."
dra-tillbaka-okand = Ingen sida har id, adress eller fil ”{ $id }”.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Du kan också skriva adressen: /exempel/namn/
dra-tillbaka-flera = Flera sidor heter ”{ $id }”: { $filer }
    .help = Skriv filen eller adressen i stället.
dra-tillbaka-egen = Sidan { $adress } gör webbplatsen själv. Den går inte att dra tillbaka.
    .help = Rätta texten i stället, eller dra tillbaka de exempel som visas där.
dra-tillbaka-utkast = { $fil } är ett utkast som läsarna aldrig har sett.
    .help = Ta bort filen.
dra-tillbaka-personnummer = Skälet har ett personnummer. Läsarna får se skälet.
    .help = Skriv skälet utan personuppgifter.
dra-tillbaka-klart = { $adress } är tillbakadragen ({ $fil }). Skälet står i adresser.txt.
dra-tillbaka-sparad = Texten är sparad i { $fil }, där ingenting publiceras. Ta bort den också om den aldrig skulle ha funnits.
dra-tillbaka-lankar = Sidor som fortfarande länkar dit: { $filer }. Läsaren ser då att sidan är borttagen. Ta bort länkarna när du hinner.
dra-tillbaka-hinder = Rätta det här innan du publicerar: { $plats } { $fel }
dra-tillbaka-sedan =
    { $antal ->
        [0] Gör så här nu:
       *[other] Gör så här när det är rättat:
    }
      1. Spara i Git: git add --all { $mapp } && git commit -m "Dra tillbaka en sida"
      2. Publicera: samverka build, eller som ni brukar.
      3. Det gamla finns kvar i Gits historik. Ska det bort även där, följ docs/dra-tillbaka.md.

## Kommandoraden

rad-kommando = Kommandot ”{ $ord }” finns inte.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Alla kommandon: samverka --help
rad-okant = ”{ $ord }” är inget val här.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?{" "}
    }{ $bindestreck ->
        [0] {""}
       *[other] Om ett ord börjar med bindestreck: skriv -- före orden.{" "}
    }Alla val: lägg till --help
rad-varde = ”{ $varde }” är inget värde för { $ord }.
    .help = Tillåtna värden: lägg till --help
rad-tomt = { $ord } behöver ett värde.
    .help = Tillåtna värden: lägg till --help
rad-saknas = Det här saknas: { $ord }
    .help = Exempel: lägg till --help
rad-krock = { $ord } kan inte användas tillsammans med { $annat }.
    .help = Ta bort det ena. Mer: lägg till --help

## Sökning

sok-antal = { $antal ->
        [0] Inga träffar.
        [one] En träff.
       *[other] { $antal } träffar.
    }
sok-antal-delvis = { $antal ->
        [0] Inga träffar.
        [one] Ingen sida har alla ord. En sida har flest av dem.
       *[other] Ingen sida har alla ord. { $antal } sidor har flest av dem.
    }
sok-menade = Menade du: { $fraga }?
sok-utan = Utan: { $ord }
sok-vikt = vikt { $vikt } = { $index } (ordens vikt) × { $lasning } (ordföljd och titel)
sok-vikt-ord = { $ord } → { $nyckel } ({ $slag }) { $vikt }
sok-saknas = i mappen { $mapp } finns inget sökindex
    .help = Bygg webbplatsen med samverka build, eller ange mappen med --site.
sok-index-fel = sökindexets fil { $fil } går inte att läsa ({ $slag ->
        [newer] den är gjord av ett nyare samverka
        [older] den är gjord av ett äldre samverka
        [foreign] den hör inte till ett sökindex
       *[damaged] den är skadad eller avkortad
    })
    .help = Bygg webbplatsen igen med det här samverka.
sok-index-gor-fel = sökindexet kunde inte göras: { $orsak }
    .help = Det är ett fel i samverka eller ont om minne. Försök igen, och berätta om felet om det kommer tillbaka.
sok-filter-fel = filtret { $filter } saknar likhetstecken
    .help = Skriv filtret som namn=värde, till exempel --filter form=gemensamt-team.
sok-filter-okant = det finns inget filter som heter { $filter }
    .help = Filtren är { $finns }.
sok-filter-varde = filtret { $filter } har inget värde som heter { $varde }
    .help = Det närmaste är { $filter }={ $likt }.
sok-filter-varde-okant = filtret { $filter } har inget värde som heter { $varde }
    .help = Värdena är { $finns }.
sok-indata-fel = frågorna kunde inte läsas: { $orsak }
    .help = Skriv en fråga per rad.
