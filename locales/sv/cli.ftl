### Det som samverka säger på kommandoraden.

## Diagnostik: orden runt varje fel och raden sist

diagnostik-fel = fel
diagnostik-varning = varning
diagnostik-varfor = varför
diagnostik-atgard = gör så här

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
hjalp-varde-filter = NAMN=VÄRDE
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
      samverka search --filter lan=skane --limit 5 ungdomar
      samverka search --stdin < fragor.txt > svar.jsonl

hjalp-check = Kontrollerar allt innehåll och visar varje fel med åtgärd
hjalp-check-format = Hur felen skrivs: text eller json
hjalp-check-exempel =
    Exempel:
      samverka check
      samverka check --format json > fel.json
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

    Slutkoder: 0 klart, 1 arkivet är skadat, 2 kommandot kunde inte köras.
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
hjalp-varde-name = NAMN

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

## Arkivet

packat = { $filer } filer i { $fil }
    SHA-256: { $summa }
pack-ingen-webbplats = { $mapp } är ingen webbplats som samverka har byggt: { $orsak }
    .help = Bygg den först: samverka build. Ange mappen med --site.
pack-andrad = Webbplatsen är inte hel. Den här filen saknas eller är ändrad efter bygget: { $fil }
    .help = Bygg webbplatsen igen med samverka build, och packa den sedan.
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
arkiv-skadat = { $fil } är skadad. Filer som inte stämmer: { $filer }
arkiv-andrad = Ändrad eller skadad: { $fil }
arkiv-saknas = Saknas: { $fil }
arkiv-okand = Finns inte bland kontrollsummorna: { $fil }
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

## Kommandoraden

rad-kommando = Kommandot ”{ $ord }” finns inte.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Alla kommandon: samverka --help
rad-okant = ”{ $ord }” är inget val här.
    .help = { $antal ->
        [0] {""}
       *[other] Menade du { $forslag }?
    } Alla val: lägg till --help
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
sok-indata-fel = frågorna kunde inte läsas: { $orsak }
    .help = Skriv en fråga per rad i UTF-8.
