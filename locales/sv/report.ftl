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
site-report-define-page-views = En sida på webbplatsen som en webbläsare har hämtat, eller frågat om och fått svaret att den är oförändrad. Robotar räknas inte.
site-report-define-visits = Sidvisningar av samma dagsbesökare med högst 30 minuter mellan en sida och nästa.
site-report-define-visitor-days = Samma adress och samma webbläsare under ett dygn i Stockholm. Över flera dagar är det en summa, aldrig ett antal personer. Flera personer bakom samma adress kan räknas som en, och en person som byter adress som flera.
site-report-define-robots = Program som säger vad de är, enligt en daterad lista. I huvudsiffrorna räknas inte heller den som under en dag aldrig hämtade webbplatsens stilmall, vilket webbläsare gör minst var tolfte timme.
site-report-months = Månad för månad
site-report-months-text = Diagrammet visar besök. Samma tal står i tabellen.
site-report-month = Månad
site-report-pages = Sidor
site-report-pages-text = De { $count } mest besökta sidorna. Ingångar är besök som började på sidan.
site-report-page = Sida
site-report-address = Adress
site-report-entrances = ingångar
site-report-channels = Hur besökarna kom
site-report-channels-text = Besök efter hur de började. Varje tal är avrundat till närmaste { $rounding }.
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
site-report-privacy = Personuppgifter
site-report-privacy-text = Rapporten bygger på webbserverns egen logg. Adresser, webbläsare och hänvisande sidor finns bara i minnet medan loggen läses, och sparas inte. Besökare skiljs åt med en slumpad nyckel som byts varje dygn och försvinner när programmet är klart.
site-report-csv = Hämta tabellen (CSV)
site-report-nothing = Inget att visa.

## Kommandoraden
rapport-klar = Rapporten ligger i { $mapp }: { $visningar } sidvisningar, { $besok } besök. { $felaktiga } rader gick inte att läsa.
rapport-laser = Läser
rapport-ingen-webbplats = { $fil } beskriver ingen webbplats som samverka har byggt: { $orsak }
    .help = Ange mappen med den byggda webbplatsen med --site, eller dess manifest.json med --manifest.
rapport-nat-fel = Listan över nät, { $fil }, går inte att använda: { $orsak }
    .help = Första raden ska vara part,natverk,kalla,kontrollerad,delas-med. Part är en kommun eller Arbetsförmedlingen, natverk till exempel 192.0.2.0/24, kontrollerad ett datum.
rapport-logg-fel = Loggen { $fil } gick inte att läsa till slut: { $orsak }
    .help = Ingen rapport är skriven. Kontrollera att filen finns och är hel, och kör kommandot igen.
rapport-slump-fel = Datorn kan inte ge slumptal: { $orsak }
    .help = Utan slumptal kan besökare kännas igen från en dag till nästa. Kör kommandot på en annan dator.
rapport-upptagen = Mappen { $mapp } innehåller annat än en rapport.
    .help = Välj en annan mapp med --out, eller flytta på filerna i den.
rapport-integritet =
    Det här behåller samverka report, varför och hur länge. Underlag för registret över behandlingar.

      Ur varje rad läses: adress, tid, vad som efterfrågades, svar, hänvisande sida, webbläsare.
      I minnet hålls, medan programmet kör: för varje sidvisning ett tal i stället för besökaren, tid,
      sida, väg in och vems nät. Talet räknas fram ur adress och webbläsare med en slumpad nyckel
      som är ny för varje dygn. Nyckeln skrivs aldrig och är borta när programmet är klart.
      På disk skrivs: bara rapporten. Ingen adress, webbläsare, hänvisande sida eller besökares tal.
      Avrundning: tal för kommun, väg in och sökning avrundas till närmaste 5.
      En sökning visas när minst 3 besökare samma dag och 10 dagsbesökare har gjort den, och den
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
hjalp-report-explain-privacy = Visa vad som behålls, varför och hur länge, i stället för att läsa loggar
hjalp-report-exempel =
    Exempel:
      samverka report /var/log/nginx/access.log*
      samverka report --from 2026-01-01 --to 2026-06-30 --networks nat.csv access.log.gz
      zcat access.log.gz | samverka report -
      samverka report --demo
