### Rapporten om hur kunskapen har spridits: samverka report.

## Sidan
site-report-title = Så har webbplatsen använts
site-report-demonstration = Demonstration. Siffrorna bygger på påhittade loggrader och säger inget om verkliga besök.
site-report-period = Från och med { $from } till och med { $to }.
site-report-empty = Loggarna har inga rader för perioden.
site-report-visits = besök
site-report-page-views = sidvisningar
site-report-visitor-days = dagsbesökare
site-report-also-upper = Högst { $count }, om bara robotar som säger vad de är räknas bort
site-report-also-main = { $count }, om även besökare som aldrig hämtar stilmallen räknas bort
site-report-proxied = Varning: nästan alla rader har samma adress. Webbservern står bakom en annan server och loggar den serverns adress. Besök och dagsbesökare går då inte att skilja åt.
site-report-truncated = Varning: adresserna i loggen är avkortade. Flera besökare kan då räknas som en.
site-report-without-headers = Webbhotellet styr inte hur länge stilmallen sparas. Tabellerna räknar därför alla utom robotar som säger vad de är, och kan vara för höga.
site-report-days-missing = { $count ->
    [one] Loggen saknar rader för en dag i perioden. Siffrorna kan vara för låga.
   *[other] Loggen saknar rader för { $count } dagar i perioden. Siffrorna kan vara för låga.
}
site-report-definitions = Så räknas det
site-report-define-page-views = En sida på webbplatsen som en webbläsare har hämtat, eller frågat om och fått svaret att den är oförändrad. Robotar räknas inte. En sida som webbläsaren visar ur sitt eget minne står inte i loggen.
site-report-define-visits = Sidvisningar av samma dagsbesökare med högst 30 minuter mellan en sida och nästa.
site-report-define-visitor-days = Samma adress och samma webbläsare under ett dygn i Stockholm. Över flera dagar är det en summa, aldrig ett antal personer. Flera personer bakom samma adress kan räknas som en, och en person som byter adress som flera.
site-report-define-robots = Program som säger vad de är, enligt en daterad lista. I huvudsiffrorna räknas inte heller den som under en dag aldrig hämtade webbplatsens stilmall, vilket webbläsare gör minst var tolfte timme. En robot som gör allt som en webbläsare gör går inte att skilja från en besökare.
site-report-months = Månad för månad
site-report-months-text = Diagrammet visar besök. Samma tal står i tabellen.
site-report-month = Månad
site-report-pages = Sidor
site-report-pages-text = De { $count } mest besökta sidorna. Ingångar är besök som började på sidan. En nedladdning hör till den sida där länken fanns.
site-report-page = Sida
site-report-address = Adress
site-report-entrances = ingångar
site-report-channels = Hur besökarna kom
site-report-channels-text = Besök efter hur de började. Varje tal är avrundat till närmaste { $rounding }. Summan av dem kan därför skilja sig från antalet besök.
site-report-channel = Väg
site-report-channel-direct = Direkt, eller okänt
site-report-channel-search = Sökmotor
site-report-channel-municipality = Länk från en kommun
site-report-channel-agency = Länk från myndighet eller SKR
site-report-channel-letter = Brev eller utskick
site-report-channel-feed = Flöde
site-report-channel-link = Länk från annan webbplats
site-report-channel-inside = Fortsatt från en egen sida
site-report-searches = Sökningar på webbplatsen
site-report-searches-text = { $count } sökningar med Enter. Efter { $followed } procent av dem lästes ett exempel inom en halvtimme. En sökning visas när minst { $day } besökare samma dag och { $days } dagsbesökare har gjort den, och den inte kan vara ett personnummer, en adress eller en kod. Talen är avrundade till närmaste { $rounding }.
site-report-searches-without = { $share } procent av sökningarna gav ingen träff.
site-report-query = Sökning
site-report-result = Träffar
site-report-finds = Ja
site-report-finds-nothing = Nej, inget hittades
site-report-unanswered = Sökningar utan träff: att göra
site-report-unanswered-text = Det här sökte många efter utan att hitta något. Finns svaret på webbplatsen, lägg till ordet som synonym i ordlistan eller i texten. Finns det inte är det ett ämne att skriva om.
site-report-reach = Besök från kommunernas nät
site-report-reach-unknown = Ingen lista över kommunernas nät är angiven. Rapporten kan därför inte säga vilka kommuner som har besökt webbplatsen.
site-report-reach-text = { $reached } av { $known } kommuner med kända nät, av 290, har gjort minst { $visits } besök under minst { $days } dagar. Det är en nedre gräns: den som arbetar hemifrån eller i ett delat nät räknas inte.
site-report-reach-agency = Från Arbetsförmedlingens nät kom omkring { $visits } besök.
site-report-municipality = Kommun
site-report-downloads = Nedladdade filer
site-report-downloads-text = Filer som webbläsare har hämtat.
site-report-file = Fil
site-report-count = Antal
site-report-robots = Robotar
site-report-robots-text = Sidvisningar av program som säger vad de är. Listan är från { $date }. De ingår inte i någon annan siffra.
site-report-robot = Robot
site-report-no-agent = Säger inte vad den är
site-report-quality = Underlaget
site-report-quality-text = Räknat av { $program } mot webbplatsen som byggdes { $site }. Listan över robotar är från { $robots }. Loggarnas kontrollsummor står i rapport.json.
site-report-what = Vad
site-report-lines = Rader
site-report-malformed = Rader som inte gick att läsa
site-report-outside = Rader utanför perioden
site-report-out-of-order = Rader som är äldre än raden före
site-report-without-address = Rader utan läsbar adress
site-report-head = Frågor om en sida finns (HEAD)
site-report-prefetch = Sidor som webbläsaren hämtade i förväg
site-report-not-found = Frågor om sidor som inte finns
site-report-repeated = (samma innehåll som en tidigare fil, räknas inte)
site-report-overlaps = ({ $count } rader stod i en tidigare fil också, och räknas inte igen)
site-report-overlaps-text = En del rader stod i flera filer, och räknas en gång. Vid varje ände av en sådan överlappning kan omkring { $lines } rader ändå ha räknats två gånger. Då blir sidvisningar och nedladdningar något för många, men inte besök eller dagsbesökare.
site-report-privacy = Personuppgifter
site-report-privacy-text = Rapporten bygger på webbserverns egen logg. Adresser, webbläsare och hänvisande sidor finns bara i minnet medan loggen läses, och sparas inte. Besökare skiljs åt med en slumpad nyckel som byts varje dygn och försvinner när programmet är klart.
site-report-csv = Hämta tabellen (CSV)
site-report-nothing = Inget att visa.

site-report-months-marked = En romb visar att något också gjordes utanför webbplatsen den månaden. Vad det var står i tabellen.
site-report-activities = Aktiviteter utanför webbplatsen
site-report-activities-text = Det som redaktionen har antecknat för perioden, med källa. Antal står bara där någon har räknat.
site-report-when = När
site-report-activity = Vad
site-report-audience = För vem
site-report-counted = Antal
site-report-not-counted = Inte räknat
site-report-source = Källa
site-report-page-months = Månad för månad för varje exempel och stödsida
site-report-page-months-text = Besök på sidan. De { $pages } mest besökta sidorna och högst de { $months } senaste månaderna visas. Alla månader, med ingångar och nedladdningar, finns i tabellfilen.
site-report-page-months-without-logs = Ett streck betyder att det inte finns några loggar för månaden.
site-report-without-logs = inga loggar
site-report-days-without-logs = dagar utan loggar
site-report-page-downloads = nedladdningar
site-report-page-channels = Vägen till varje exempel och stödsida
site-report-page-channels-text = Besök på sidan efter hur besökaren kom till den. De { $pages } mest besökta sidorna visas, resten finns i tabellfilen. Varje tal är avrundat till närmaste { $rounding }, och en sida där alla tal blir noll är utelämnad.
site-report-municipalities = Kommuner som har nåtts
site-report-municipalities-text = De kommuner som har gjort så många besök att de räknas som nådda.
site-report-known = kommuner med kända nät
site-report-reached = nådda kommuner
site-report-map = Karta över länen. Siffran är antalet nådda kommuner. Samma tal står i tabellen.
site-report-searched = sökningar
site-report-comparison = Jämfört med en tidigare period
site-report-comparison-text = Den tidigare perioden är från och med { $from } till och med { $to }. Vägar in är avrundade var för sig.
site-report-before = förr
site-report-now = nu
site-report-change = ändring
site-report-caution-definitions = Varning: måtten är definierade på olika sätt i de båda perioderna. Talen går inte att jämföra rakt av.
site-report-caution-leading = Varning: den ena perioden räknar bort besökare som aldrig hämtar stilmallen, den andra gör det inte.
site-report-caution-program = Var försiktig: perioderna är räknade med olika versioner av programmet.
site-report-caution-lists = Var försiktig: listorna över robotar, vägar in eller nät är inte desamma.
site-report-caution-length = Var försiktig: perioderna är olika långa.
site-report-caution-quality = Var försiktig: i minst en av perioderna saknas dagar, eller säger adresserna för lite.
site-report-caution-demonstration = Varning: den ena perioden bygger på påhittade loggrader.
site-report-provenance = Så kan siffrorna förklaras i efterhand
site-report-provenance-text = Versioner, listor och kontrollsummor (BLAKE3). Listorna ligger i mappen underlag bredvid rapporten. Med dem går det att säga hur varje tal kom till, också när loggarna är gallrade.
site-report-program = Program
site-report-definitions-version = Måttens version
site-report-site = Webbplatsen
site-report-version = Version eller kontrollsumma

## Publicerade rapporter
site-statistics = Statistik
site-statistics-lead = Så har exemplen och stödet för FIA spritts, period för period. Siffrorna kommer ur webbserverns egen logg och säger inget om enskilda besökare.
site-statistics-description = Rapporter om hur webbplatsens exempel och stöd har spritts.
site-statistics-title = Så har webbplatsen använts från och med { $from } till och med { $to }
site-statistics-summary = { $visits } besök och { $views } sidvisningar.
site-statistics-json = Hämta rapporten som öppna data (JSON)

## Aktiviteternas former
site-activity-konferens = Konferens
site-activity-webbseminarium = Webbseminarium
site-activity-utbildning = Utbildning
site-activity-brev = Brev
site-activity-nyhetsbrev = Nyhetsbrev
site-activity-publikation = Publikation
site-activity-webbplats = Annan webbplats
site-activity-mote = Möte
site-activity-annat = Annat

## Redovisningen till regeringen
site-account-title = Redovisning: så har kunskap om samverkan mellan socialtjänsten och Arbetsförmedlingen spridits
site-account-left = { $count ->
    [one] Ett ställe är kvar att skriva
   *[other] { $count } ställen är kvar att skriva
}
site-account-left-text = Dokumentet är inte klart förrän varje ställe är skrivet. Ta bort markeringen, och den här listan, när du är färdig.
site-account-place = Att skriva { $number }:
site-account-to = Till
site-account-from = Från
site-account-agencies = Socialstyrelsen och Arbetsförmedlingen
site-account-diary-number = Regeringens diarienummer
site-account-assignment = Uppdrag
site-account-assignment-of = { $title }, regeringsbeslut { $date }
site-account-period = Period
site-account-own-diary-number = Myndigheternas diarienummer
site-account-date = Datum
site-account-place-recipients = Till vem uppdraget redovisas. Det kan anges i webbplats.yaml.
site-account-place-from = Vilka som redovisar.
site-account-place-diary-number = Diarienumret på regeringens beslut. Det kan anges i webbplats.yaml.
site-account-place-assignment = Uppdragets titel och datum. De kan anges i webbplats.yaml.
site-account-place-period = Perioden som redovisas. Loggarna har inga rader.
site-account-place-own-diary-number = Myndigheternas egna diarienummer.
site-account-place-date = Dagen då redovisningen beslutas.
site-account-summary = Sammanfattning
site-account-place-summary = Sammanfatta på högst en halv sida: vad ni gjorde, vilka det nådde och vad ni drar för slutsats.
site-account-site = Spridning genom webbplatsen
site-account-site-text = Exemplen och stödet för FIA är publicerade på en öppen webbplats. Siffrorna kommer ur webbserverns egen logg. Ingen uppgift om en besökare är sparad.
site-account-site-figures = Från och med { $from } till och med { $to } gjordes { $visits } besök med { $views } sidvisningar. Summan av dagsbesökare är { $days }. Det är inte ett antal personer.
site-account-compared-text = Tabellen visar högst { $pages } sidor. Alla finns i rapport.json.
site-account-read-text = De sidor som har haft flest besök:
site-account-place-site = Berätta vad som publicerades och ändrades på webbplatsen under perioden, och varför.
site-account-place-change = Förklara de ändringar som går att förklara. Skriv ut när orsaken inte är känd.
site-account-other = Spridning på andra sätt
site-account-other-text = Det här är antecknat för perioden:
site-account-other-none = Inga aktiviteter för spridning är antecknade för perioden.
site-account-place-other = Berätta hur ni spred kunskapen på andra sätt, och till vem: konferenser, brev, utbildningar, skrifter. Uppge antal bara om ni har räknat.
site-account-dialogue = Dialog med SKR och andra aktörer
site-account-dialogue-text = Det här är antecknat för perioden:
site-account-dialogue-none = Ingen dialog är antecknad för perioden.
site-account-place-dialogue = Berätta om dialogen med Sveriges Kommuner och Regioner och andra relevanta aktörer: vilka, om vad, och vad den ledde till.
site-account-whom = Vilka som nåddes
site-account-municipalities = Nådda kommuner: { $names }.
site-account-place-municipalities = Bedöm hur väl kunskapen nådde socialtjänsten i landets kommuner. Säg vad bedömningen bygger på.
site-account-place-agency = Bedöm hur väl kunskapen nådde Arbetsförmedlingens lokala verksamhet. Säg vad bedömningen bygger på.
site-account-limits = Vad siffrorna inte kan säga
site-account-limit-persons = De säger inte hur många personer som har läst. En person kan räknas flera gånger, och flera personer som en.
site-account-limit-effect = De säger inte om kunskapen har använts, eller om samverkan har förändrats.
site-account-limit-reach = En kommun som inte syns kan ha läst ändå: hemifrån, i ett delat nät eller i ett nät som inte är känt.
site-account-limit-robots = Robotar som låtsas vara webbläsare kan vara kvar, och webbläsare som liknar robotar kan vara borträknade.
site-account-limit-search = Sökningar som visas är bara de vanliga. Vad någon enstaka person sökte efter är aldrig med.
site-account-limit-rounding = Tal för vägar in, sökningar och Arbetsförmedlingens nät är avrundade till närmaste 5, för att ingen ska kunna pekas ut.
site-account-place-limits = Lägg till det ni vet om loggarnas brister: avbrott, flytt till annan server, egna besök.
site-account-conclusions = Slutsatser och fortsatt arbete
site-account-place-conclusions = Vad ni lärde er om att sprida kunskapen, och vad ni gör härnäst.
site-account-signed = Beslut
site-account-place-signed-socialstyrelsen = Beslut för Socialstyrelsen: vem som har beslutat, och vem som har varit föredragande.
site-account-place-signed-arbetsformedlingen = Beslut för Arbetsförmedlingen: vem som har beslutat, och vem som har varit föredragande.

## Kommandoraden
rapport-klar = Rapporten ligger i { $mapp }: { $visningar } sidvisningar, { $besok } besök. { $felaktiga } rader gick inte att läsa.
rapport-redovisning-klar = Redovisningen ligger i { $fil }, som webbsida och som Markdown. { $stallen } ställen är kvar att skriva.
rapport-innehall-fel = Innehållet i { $mapp } har fel i aktiviteterna eller i webbplats.yaml.
    .help = Kör samverka check och rätta felen, eller peka ut en annan mapp med --content.
rapport-jamfor-fel = { $fil } går inte att jämföra med: { $orsak }
    .help = Ange rapport.json från en tidigare rapport, skriven av samma eller en äldre version av programmet.
rapport-period-fel = Perioden börjar { $fran } och slutar dessförinnan, { $till }.
    .help = Ange den första dagen före den sista.
rapport-laser = Läser
rapport-ingen-webbplats = { $fil } beskriver ingen webbplats som samverka har byggt: { $orsak }
    .help = Ange mappen med den byggda webbplatsen med --site, eller dess manifest.json med --manifest.
rapport-nat-fel = Listan över nät, { $fil }, går inte att använda: { $orsak }
    .help = Första raden ska vara part,natverk,kalla,kontrollerad,delas-med. Part är en kommun eller Arbetsförmedlingen, natverk till exempel 192.0.2.0/24, kontrollerad ett datum.
rapport-logg-fel = Loggen { $fil } gick inte att läsa till slut: { $orsak }
    .help = Ingen rapport är skriven. Kontrollera att filen finns och är hel, och kör kommandot igen.
rapport-slump-fel = Datorn kan inte ge slumptal: { $orsak }
    .help = Utan slumptal kan besökare kännas igen från en dag till nästa. Kör kommandot på en annan dator.
rapport-panik = Rapporten stannade på ett fel i programmet, { $plats }. Vad felet gällde visas inte, eftersom det kan stå i loggen. Rapporten är inte färdig. Berätta gärna för den som förvaltar programmet var felet är.
rapport-upptagen = Mappen { $mapp } innehåller annat än en rapport.
    .help = Välj en annan mapp med --out, eller flytta på filerna i den.
rapport-integritet =
    Det här behåller samverka report, varför och hur länge. Underlag för registret över behandlingar.

      Ur varje rad läses: adress, tid, vad som efterfrågades, svar, hänvisande sida, webbläsare.
      Det behövs för att räkna besök och skilja läsare från robotar.
      I minnet hålls, medan programmet kör: för varje sidvisning ett tal i stället för besökaren, tid,
      sida, väg in och vems nät. Med samma tal hålls vad som söktes, vilka filer som hämtades och om
      stilmallen hämtades. Talet räknas fram ur adress och webbläsare med en slumpad nyckel
      som är ny för varje dygn. Nyckeln skrivs aldrig och är borta när programmet är klart.
      Det behövs för att räkna besök, ingångar, sökningar och nedladdningar.
      På disk skrivs: rapporten, kontrollsummor av loggarna och de listor som raderna bedömdes efter
      (robotar, vägar in, och listan över nät som du själv angav). Ingen adress, webbläsare, hänvisande sida eller besökares tal.
      De sparas så länge myndigheten beslutar, för att ett tal ska gå att förklara också när loggarna är gallrade.
      Avrundning: tal för kommun, väg in och sökning avrundas till närmaste { $avrundning }.
      En kommun nämns när minst { $besok } besök under minst { $dagar } dagar kom från dess nät.
      Vilken kommun som har läst vilket exempel står aldrig i rapporten.
      En sökning visas när minst { $besokare } besökare samma dag och { $dagsbesokare } dagsbesökare har gjort den, och den
      inte liknar ett personnummer, telefonnummer, e-post eller en kod.

    Det här måste myndigheten själv besluta: ändamål, rättslig grund, vem som får läsa loggarna, och när
    loggarna gallras. Programmet ändrar aldrig loggarna.

## Hjälpen
hjalp-report = Läser webbserverns loggar och berättar hur kunskapen har spridits
hjalp-report-logs = Loggar från nginx, Apache, Caddy eller IIS, även packade (gz, zst). Strecket - läser från standard in
hjalp-report-site = Mappen med den byggda webbplatsen
hjalp-report-manifest = Webbplatsens manifest.json, i stället för mappen
hjalp-report-from = Första dagen som räknas, år-månad-dag. Annars loggarnas första
hjalp-report-to = Sista dagen som räknas, år-månad-dag. Annars loggarnas sista
hjalp-report-networks = Lista över kommunernas nät (CSV): part,natverk,kalla,kontrollerad,delas-med
hjalp-report-address-field = Fältet med besökarens adress, när en annan server står framför: till exempel X-Forwarded-For
hjalp-report-without-headers = Webbhotellet skickar inte våra sidhuvuden: räkna inte bort den som aldrig hämtar stilmallen
hjalp-report-out = Mappen där rapporten läggs
hjalp-report-demo = Rapportera påhittade loggrader för ett år, för att visa hur rapporten ser ut
hjalp-report-mall = Skriv också en redovisning till regeringen: uppfoljande-redovisning
hjalp-report-content = Mappen med innehållet, för aktiviteter och uppdrag. Annars content, om den finns
hjalp-report-compare = Jämför med en tidigare rapports rapport.json
hjalp-report-compare-from = Jämför med en tidigare period i samma loggar: dess första dag
hjalp-report-compare-to = Dess sista dag
hjalp-report-explain-privacy = Visa vad som behålls, varför och hur länge, i stället för att läsa loggar
hjalp-report-exempel =
    Exempel:
      samverka report /var/log/nginx/access.log*
      samverka report --from 2026-01-01 --to 2026-06-30 --networks nat.csv access.log.gz
      zcat access.log.gz | samverka report -
      samverka report --mall uppfoljande-redovisning --compare forra/rapport.json access.log
      samverka report --demo
