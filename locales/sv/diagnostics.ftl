# Vad som är fel i innehållet: ett meddelande för varje sätt att bryta mot en regel. `.help` är åtgärden.

yaml-syntax-kolon = Ett kolon inne i en text gör att raden inte går att läsa.
    .help = Sätt hela värdet inom citattecken: titel: "Torget: en väg in". Tillhör kolonet ett nytt fält, börja en ny rad.
yaml-syntax-tabb = Här står en tabb där det ska vara mellanslag.
    .help = Ta bort tabben. Hör raden till fältet ovanför, skriv två mellanslag i stället.
yaml-syntax-citat = Ett citattecken stängs inte, eller har mer text efter sig.
    .help = Kontrollera att texten har ett citattecken först och ett sist. Ett citattecken inne i texten skrivs \".
yaml-syntax-enkelcitat = En apostrof inne i texten avslutar den, för texten står inom enkla citattecken.
    .help = Sätt texten inom dubbla citattecken i stället: "It's on". Eller skriv apostrofen två gånger: 'It''s on'.
yaml-syntax-wordcitat = Citattecken som ” och “ från Word räknas inte som citattecken i fälten, och texten har ett kolon.
    .help = Sätt raka citattecken kring hela värdet: titel: "Torget: en väg in".
yaml-syntax-bakstreck = Ett bakstreck, \, betyder något särskilt inom citattecken.
    .help = Skriv två bakstreck i stället för ett, \\, eller sätt texten inom enkla citattecken: 'C:\mapp'.
yaml-syntax-parentes = En parentes, [ eller { "{" }, stängs inte.
    .help = Kontrollera att varje [ har sin ] och varje { "{" } sin { "}" }, och att värdena skiljs åt med kommatecken.
yaml-syntax-indrag = Raden börjar inte i rätt kolumn.
    .help = Låt rader som hör ihop börja lika långt in. Använd mellanslag, inte tabbar.
yaml-syntax-tecken = En text får inte börja med det här tecknet utan citattecken.
    .help = Sätt värdet inom citattecken: "@exempel".
yaml-syntax-osynligt = Här står ett styrtecken, som inte syns.
    .help = Radera tecknet, eller radera ordet och skriv om det. Sådana tecken följer ofta med text som kopieras.
yaml-syntax-djup = Värdena ligger i för många nivåer.
    .help = Skriv fälten i högst några nivåer. Kontrollera att alla parenteser stängs.
yaml-syntax-annat = Fälten går inte att läsa härifrån.
    .help = Jämför med ett annat dokument, eller skapa ett nytt med samverka new och flytta över texten.
yaml-syntax-nyckel = Ett fälts namn ska vara ett enkelt ord.
    .help = Skriv ett ord, ett kolon, ett mellanslag och värdet: titel: Torget.
yaml-ankare = Tecknen &, * och ! först i ett värde betyder något särskilt i YAML och används inte här.
    .help = Skriv ut värdet. Hör tecknet till texten, sätt den inom citattecken.
flera-dokument = Här börjar ett andra dokument i samma fil.
    .help = Flytta det till en egen fil. Är --- tänkt som en linje i texten, skriv *** i stället.
saknad-inledning = Filen börjar inte med en rad ---.
    .help = Sätt en rad med bara --- överst, sedan fälten och en rad --- till. Texten kommer därefter.
saknad-inledning-slut = Fälten överst tar aldrig slut: den andra raden --- saknas.
    .help = Sätt en rad med bara --- mellan fälten och texten.
okand-nyckel = Fältet ”{ $nyckel }” finns inte.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Rätta namnet eller ta bort raden.
dubbel-nyckel = Fältet ”{ $nyckel }” står en gång till.
    .help = Behåll det ena. Flera värden skrivs i en lista: [Nacka, Värmdö].
saknad-uppgift-alltid = Fältet ”{ $nyckel }” ({ $namn }) saknas.
    .help = Lägg till { $nyckel }: och värdet.
saknad-uppgift-publicera = { $namn } (”{ $nyckel }”) saknas och behövs för att publicera.
    .help = Fyll i uppgiften. Är sidan inte klar, skriv status: utkast.
saknad-uppgift = { $namn } (”{ $nyckel }”) saknar innehåll.
    .help = Fyll i uppgiften. Säger källorna inget om den, lägg till { $nyckel } i uppgift-saknas.
saknad-uppgift-rad = En rad i ”{ $lista }” saknar ”{ $nyckel }”.
    .help = Lägg till { $nyckel } på raden.
saknad-uppgift-skal = Sidan är avpublicerad utan skäl och datum.
    .help = Lägg till: avpublicerad: { "{" }skal: "…", datum: 2026-11-22{ "}" }
given-och-saknad = ”{ $nyckel }” är ifyllt men står också i uppgift-saknas.
    .help = Ta bort { $nyckel } ur uppgift-saknas, eller ta bort uppgiften.
fel-typ-text = ”{ $nyckel }” ska vara en text.
    .help = Skriv ett enda värde, utan lista och utan underfält.
fel-typ-ja-nej = ”{ $nyckel }” ska vara ja eller nej.
    .help = Skriv { $nyckel }: ja eller { $nyckel }: nej.
fel-typ-ja-nej-okant = ”{ $nyckel }” ska vara ja, nej eller okänt.
    .help = Skriv { $nyckel }: okänt om källorna inte säger något.
fel-typ-tal = ”{ $nyckel }” ska vara ett heltal inom rimliga gränser.
    .help = Skriv bara siffror, till exempel { $nyckel }: 10.
fel-typ-datum = ”{ $nyckel }” ska vara ett datum.
    .help = Skriv år-månad-dag: 2026-11-22.
fel-typ-datum-nej = ”{ $nyckel }” ska vara ett datum eller nej.
    .help = Skriv dagen då det skedde, 2026-11-22, eller nej.
fel-typ-kallor = ”{ $nyckel }” ska vara nummer på källor.
    .help = Skriv ett nummer, { $nyckel }: 1, eller flera: { $nyckel }: [1, 3].
fel-typ-e-post = ”{ $nyckel }” ska vara en e-postadress.
    .help = Skriv adressen till en funktionsbrevlåda: forsorjningsstod@kommunen.se.
fel-typ-falt = ”{ $nyckel }” ska ha underfält.
    .help = Skriv underfälten på egna rader med två mellanslag först, eller inom klammer: { "{" }namn: värde{ "}" }.
fel-typ-filen = Här ska det stå fält.
    .help = Skriv varje fält på en egen rad, med namn, kolon, mellanslag och värde: titel: Torget.
fel-typ-lista = ”{ $nyckel }” ska vara en lista.
    .help = Skriv värdena inom hakparentes: [ett, två].
okant-varde = ”{ $varde }” är inget av de tillåtna värdena för ”{ $nyckel }”.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } De tillåtna värdena står i mappen vokabular och i mallen från samverka new.
okant-varde-val = ”{ $varde }” är inget av de tillåtna värdena för ”{ $nyckel }”.
    .help = Skriv ett av dem: { $tillatna }.
okant-varde-faltnamn = ”{ $varde }” är inget fält eller avsnitt.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Skriv fältets namn eller avsnittets id.
okand-kommun = ”{ $kommun }” är ingen kommun.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Skriv det officiella namnet eller den fyrsiffriga koden.
omojligt-datum = ”{ $datum }” är inte ett datum i kalendern.
    .help = Skriv år-månad-dag, till exempel 2026-11-22. Där dagen är okänd räcker ofta 2026-11 eller 2026.
omojligt-datum-dag = ”{ $datum }” är ingen dag i kalendern.
    .help = Skriv år-månad-dag, till exempel 2026-11-22.
omojligt-datum-form = ”{ $datum }” är inte skrivet som år-månad-dag.
    .help = Skriv datumet så här: 2026-11-22. Där dagen är okänd räcker ofta 2026-11 eller 2026.
omojligt-datum-form-dag = ”{ $datum }” är inte skrivet som år-månad-dag.
    .help = Skriv datumet så här: 2026-11-22.
omojligt-datum-del = ”{ $datum }” är ingen hel dag.
    .help = Skriv dagen också, år-månad-dag: 2026-11-22.
omojligt-datum-framtid = ”{ $nyckel }” ligger i framtiden (i dag är { $idag }).
    .help = Rätta datumet. Det gäller något som redan har hänt.
slut-fore-start = Slutet { $till } kommer före starten { $fran }.
    .help = Kontrollera båda datumen. Har de bytt plats?
framtida-datum = Datumet ligger i framtiden (i dag är { $idag }).
    .help = Rätta datumet. Ska sidan vänta till dess, skriv status: utkast.
motsagelse-nationellt = Exemplet gäller hela landet (nationellt: ja), men nämner kommuner.
    .help = Ta bort raden kommuner, eller skriv nationellt: nej.
motsagelse-utan-af = Relationen säger att Arbetsförmedlingen är med, men den står inte bland parterna.
    .help = Lägg till { "{" }part: arbetsformedlingen{ "}" } i parter, eller ändra relation till kommunintern, annan eller okänt.
motsagelse-utan-kommun = Relationen säger att kommunen eller socialtjänsten är med, men ingen av dem står bland parterna.
    .help = Lägg till { "{" }part: socialtjanst{ "}" } eller { "{" }part: kommun{ "}" } i parter, eller ändra relation till annan eller okänt.
motsagelse-utan-bada = Relationen säger att kommunen och Arbetsförmedlingen är med, men ingen av dem står bland parterna.
    .help = Lägg till dem i parter, eller ändra relation till annan eller okänt.
upprepat-varde = Värdet står en gång till i ”{ $nyckel }”.
    .help = Ta bort det ena, eller skriv det värde som var tänkt.
for-lang-text = ”{ $nyckel }” har { $langd } tecken. Högst { $hogst } får plats.
    .help = Korta texten, eller flytta en del av den till sidans text.
felaktigt-id = ”{ $id }” kan inte vara ett id.
    .help = Använd bara a–z, siffror och bindestreck: { $battre }.
felaktigt-id-filnamn = Filens eller mappens namn kan inte bli en adress.
    .help = Byt namn till { $battre }. Använd bara små bokstäver a–z, siffror och bindestreck.
felaktigt-id-annat-namn = Id:t är inte samma som filens namn, ”{ $namn }”.
    .help = Skriv id: { $namn }, eller byt namn på filen om den är ny.
dubbelt-id = ”{ $id }” står två gånger.
    .help = Ge det ena ett annat id, eller ta bort det.
dubbelt-id-kalla = Två källor har nummer { $nummer }.
    .help = Ge den ena ett ledigt nummer och ändra hänvisningarna i texten.
dubbelt-id-adress = Adressen { $adress } används redan av { $annan }.
    .help = Byt namn på den nyare filen, eller ta bort adressen ur tidigare-adresser.
dubbelt-id-upptagen = Adressen { $adress } hör till en sida eller fil som webbplatsen gör själv.
    .help = Byt namn på filen, eller ta bort adressen ur tidigare-adresser.
felaktig-adress = ”{ $nyckel }” är ingen adress som går att använda.
    .help = Börja med https://, eller skriv en sida på webbplatsen: /exempel/namn/.
felaktig-adress-webb = ”{ $nyckel }” är ingen webbadress.
    .help = Skriv hela adressen, från https:// och utan mellanslag: https://www.skr.se/.
felaktig-adress-sida = ”{ $nyckel }” är ingen adress på webbplatsen.
    .help = Börja och sluta med snedstreck, och använd bara a–z, siffror och bindestreck: /exempel/namn/.
felaktig-adress-farlig = ”{ $nyckel }” går inte till en webbsida och kan vara skadlig för läsaren.
    .help = Ta bort adressen. Tillåtna adresser börjar med https:// eller http://.
felaktig-adress-lank = Länken eller bilden går inte till en webbsida och kan vara skadlig för läsaren.
    .help = Ta bort den. Tillåtna är https://, http://, mailto:, tel: och sidor på webbplatsen.
felaktig-adress-tom = Länken har ingen adress.
    .help = Skriv adressen inom parentesen: [Så görs FIA-intervjun](/fia/intervjun/).
felaktig-adress-vard = Adressen börjar med två snedstreck och leder till en annan webbplats.
    .help = Skriv https:// först, eller ett enda snedstreck om sidan ligger här: /exempel/namn/.
felaktig-adress-inloggning = Adressen innehåller ett användarnamn eller lösenord.
    .help = Ta bort allt mellan // och @, och @ också. Var det ett riktigt lösenord, byt det.
felaktig-adress-ofullstandig = Adressen är ingen hel webbadress.
    .help = Skriv hela adressen, från https:// och utan mellanslag: https://www.skr.se/.
felaktig-adress-bild = Bilden hämtas från en annan webbplats, som då får veta vem som läser.
    .help = Har du rätt att använda bilden, lägg den i mappen media: ![Karta över länet](/media/karta.svg).
felaktig-adress-ingen-bild = Det som skulle visas är ingen bild.
    .help = Skriv adressen till en bild i mappen media, eller ta bort utropstecknet så att det blir en länk.
okant-avsnitt = Avsnittet ”{ $rubrik }” finns inte i ett exempel.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Egna rubriker får stå inne i ett avsnitt: ### Rubrik.
okant-avsnitt-dubbelt = Avsnittet ”{ $rubrik }” står två gånger.
    .help = Flytta ihop texten under den första rubriken.
okant-avsnitt-fore = Text före det första avsnittet.
    .help = Flytta texten till ett avsnitt, till exempel ## Bakgrund, eller till sammanfattning.
bruten-lank = Det finns ingen sida på adressen { $adress }.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Rätta adressen eller ta bort länken.
bruten-lank-fil = Filen { $adress } finns inte.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Lägg filen i mappen media och skriv /media/namn.pdf, eller ta bort länken.
bruten-lank-sjalv = ”{ $id }” är dokumentet självt.
    .help = Skriv ett annat dokuments id, eller ta bort raden.
bruten-lank-rubrik = Sidan { $adress } har ingen rubrik ”{ $rubrik }”.
    .help = Öppna sidan i förhandsgranskningen och kopiera rubrikens adress.
bruten-lank-utkast = Sidan { $adress } är ett utkast som läsaren inte ser.
    .help = Publicera den sidan också, eller ta bort länken.
bruten-lank-utanfor = Länken ”{ $mal }” leder ut ur webbplatsens innehåll.
    .help = Skriv en adress på webbplatsen, /exempel/namn/, eller en som börjar med https://.
bruten-lank-id = Det finns inget sådant dokument: ”{ $id }”.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Skriv id:t för ett publicerat dokument.
bruten-lank-text = Det här blir ingen länk utan visas som text.
    .help = Skriv adressen inom parentes direkt efter hakparentesen, utan mellanslag: [Torget](/exempel/torget/). Är det ingen länk, skriv \[ i stället för [.
bruten-lank-term = Ordlistan har ingen term ”{ $term }”.
    .help = { $antal ->
        [0] {""}
        [one] Menade du { $forslag }?
       *[other] Menade du något av { $forslag }?
    } Skriv termen precis som den står i ordlistan, eller ta bort den ur se-aven.
bruten-lank-sjalv-term = ”{ $term }” är termen själv.
    .help = Skriv en annan term i ordlistan, eller ta bort den ur se-aven.
intetsagande-lank = Länktexten ”{ $text }” säger inte vart länken leder.
    .help = Skriv vad sidan handlar om: [Så görs FIA-intervjun](/fia/intervjun/).
intetsagande-lank-text = Adressen står som text och blir ingen länk.
    .help = Skriv en länk med ord: [SKR om ekonomiskt bistånd](https://…).
intetsagande-lank-tom = Länken har ingen text.
    .help = Skriv vad sidan handlar om mellan hakparenteserna.
intetsagande-lank-adress = Länktexten är en naken adress.
    .help = Skriv vad sidan handlar om: [SKR om ekonomiskt bistånd](https://…).
bild-utan-alt = Bilden saknar alternativtext.
    .help = Skriv vad bilden visar mellan hakparenteserna: ![Karta över länet](…).
rubrikniva = Rubriken har nivå { $niva }, men högst nivå { $hogst } kan komma här.
    .help = Ta bort ett #, eller lägg till den rubrik som fattas ovanför.
rubrikniva-ett = Texten har en rubrik på nivå ett.
    .help = Börja rubriken med ## i stället för # eller en rad ===. Sidans titel är redan nivå ett.
rubrikniva-tom = Rubriken är tom.
    .help = Skriv en rubrik, eller ta bort raden.
rubrikniva-mellanslag = Raden blir ingen rubrik, för mellanslaget efter # saknas.
    .help = Skriv ett mellanslag mellan # och rubriken: ## Bakgrund.
trasig-tabell = Raden ser ut att höra till en tabell, men blir text.
    .help = Under kolumnernas namn ska det stå en rad med lika många kolumner: | --- | --- |. Lämna en tom rad före tabellen, men ingen i den.
ojamn-tabell = Raden har fler celler än tabellen har kolumner, och det här visas inte.
    .help = Slå ihop det med en annan cell, eller lägg till en kolumn överst. Ett lodstreck som ska synas skrivs \|.
ojamn-tabell-farre = Raden har färre celler än tabellen har kolumner.
    .help = Skriv en cell för varje kolumn. En tom cell skrivs | |.
dold-rad = Raden är adressen till en länk, och visas inte.
    .help = Skriv länken i texten: [vad sidan handlar om](adressen). Är det en källa, skriv den under kallor överst i filen. Ska raden synas, skriv \[ i början.
dubbel-lankadress = Länken har redan en adress på en rad ovanför, och den här gäller inte.
    .help = Ta bort den rad som är fel. Ska båda adresserna användas, skriv dem i länkarna i texten: [vad sidan handlar om](adressen).
ra-html = HTML tas inte med i texten.
    .help = Skriv med Markdown i stället: **fet**, *kursiv*, [länk](…). Ska tecknet < synas, skriv \<.
for-djup-text = Texten har för många nivåer i varandra.
    .help = Dela upp listan eller citatet i flera efter varandra.
kalla-saknas = Det finns ingen källa med nummer { $nummer }.
    .help = Rätta numret, eller lägg till källan i kallor.
oanvand-kalla = Inget hänvisar till källa { $nummer }.
    .help = Skriv [{ $nummer }] efter den mening som källan stöder, eller ta bort källan.
politisk-kalla = Uppgiften stöds bara av en politisk källa.
    .help = Hänvisa också till en källa av annat slag, eller ta bort uppgiften.
personlig-kontakt-e-post = E-postadressen ser ut att tillhöra en person.
    .help = Skriv en funktionsbrevlåda i stället: forsorjningsstod@kommunen.se.
personlig-kontakt-telefon = Numret ser ut att vara en persons mobiltelefon.
    .help = Skriv numret till växeln eller funktionen i stället.
personnummer = Texten innehåller ett personnummer eller samordningsnummer.
    .help = Ta bort numret. Har filen redan sparats i versionshistoriken, kontakta redaktionen.
personnummer-filnamn = Filens eller mappens namn innehåller ett personnummer eller samordningsnummer.
    .help = Byt namn på filen. Har den redan sparats i versionshistoriken, kontakta redaktionen.
konfliktmarkering = Här är en olöst konflikt mellan två versioner.
    .help = Välj vilken version som gäller, ta bort den andra och raderna med <<<<<<<, ======= och >>>>>>>.
teckenkodning = Filen är inte sparad som UTF-8: det första felet är byte { $plats }.
    .help = Öppna filen, välj Spara med kodning och UTF-8. Kontrollera å, ä och ö.
teckenkodning-utf16 = Filen är sparad som UTF-16, inte som UTF-8.
    .help = Öppna filen, välj Spara med kodning och UTF-8. Word och Anteckningar sparar ibland så.
olasbar-fil = Filen eller mappen går inte att läsa: { $orsak }
    .help = Kontrollera att disken är ansluten, eller kopiera in filen på nytt.
olasbar-fil-behorighet = Du får inte läsa filen eller mappen.
    .help = Be den som äger den att låta dig läsa den, eller kopiera in den på nytt.
byteordningsmarke = Filen börjar med ett osynligt tecken, ett byteordningsmärke (BOM).
    .help = Skriv samverka check --fix, eller spara filen med kodningen UTF-8 utan BOM.
inte-nfc = Bokstaven är lagrad i två delar och hittas inte vid sökning.
    .help = Skriv om bokstaven, eller spara filen i Unicode-formen NFC.
inte-nfc-filnamn = Filens namn har bokstäver som är lagrade i två delar.
    .help = Byt namn på filen och använd bara a–z, siffror och bindestreck.
for-stor-fil = Filen är { $storlek } MiB. Högst { $hogst } MiB tas med.
    .help = Minska bilden eller dela upp texten.
okand-fil = Filen hör inte hemma här.
    .help = Exempel ligger i exempel/namn.md, sidor i sidor/, bilder i media/ med små bokstäver i namnet. Flytta filen, byt namn eller ta bort den.
trasig-rapport = Rapporten går inte att visa: { $orsak }
    .help = Lägg hit rapport.json precis som samverka report skrev den. Ändra den inte för hand.
okand-fil-media = Filer av det här slaget publiceras inte.
    .help = I media får ligga svg, png, jpg, jpeg, webp, gif, pdf, csv och txt. Spara filen som något av dem.
okand-fil-lank = Det här är ingen fil, utan en genväg till något som ligger någon annanstans.
    .help = Ersätt genvägen med filen själv.
okand-fil-mapp = Det här är en mapp, men den har ett namn som en fil.
    .help = Lägg filerna direkt i mappen ovanför, eller byt namn på mappen. Punkt får inte finnas i namnet.
okand-fil-namn = Filens namn har tecken som inte går att läsa.
    .help = Byt namn på filen och använd bara a–z, siffror och bindestreck.
lang-mening = Meningen har { $ord } ord.{ $fler ->
        [0] {""}
        [one] {" "}Filen har en lång mening till.
       *[other] {" "}Filen har { $fler } långa meningar till.
    }
    .help = Dela den, eller gör en lista av en uppräkning.
byrakratiskt-ord = ”{ $ord }” är ett byråkratiskt ord.{ $antal ->
        [one] {""}
       *[other] {" "}Det kommer { $antal } gånger.
    }{ $fler ->
        [0] {""}
        [one] {" "}Filen har ett sådant ord till.
       *[other] {" "}Filen har { $fler } sådana ord till.
    }
    .help = Skriv hellre { $battre }, om det passar.
oforklarad-forkortning = ”{ $namn }” förklaras inte.{ $fler ->
        [0] {""}
        [one] {" "}Filen har en förkortning till som inte förklaras.
       *[other] {" "}Filen har { $fler } förkortningar till som inte förklaras.
    }
    .help = Skriv ut namnet första gången, med förkortningen inom parentes, eller lägg till den i ordlista.yaml.
svarlast-text = Texten är mycket svår att läsa: LIX { $lix }, och rådet är högst { $grans }.
    .help = Dela långa meningar och byt långa ord mot vanliga.
intetsagande-rubrik = Rubriken ”{ $text }” säger inte vad texten handlar om.{ $fler ->
        [0] {""}
        [one] {" "}Filen har en sådan rubrik till.
       *[other] {" "}Filen har { $fler } sådana rubriker till.
    }
    .help = Skriv det viktigaste i texten som rubrik, gärna läsarens fråga.
onodigt-godtagande = Regeln { $regel } godtas, men den har inget att säga om sidan.
    .help = Ta bort raden ur godtas.
granskning-passerad = Sidan skulle ha granskats igen senast { $datum }.
    .help = Läs sidan, rätta det som har ändrats och skriv dagens datum i granskad.
forsvunnen-adress = Adressen { $adress } är publicerad, men ingen sida svarar där.
    .help = { $antal ->
        [0] {""}
       *[other] Kanske har { $forslag } ersatt den.
    } Skriv den i tidigare-adresser på den sida som ersätter den, eller skriv på raden: { $adress } borttagen 2026-11-22 Skälet.
forsvunnen-adress-rad = Raden är ingen adress.
    .help = Skriv /adress/ eller /adress/ borttagen 2026-11-22 Skälet.
forsvunnen-adress-dubbel = Adressen står två gånger.
    .help = Behåll en av raderna.
oinskriven-adress = { $antal ->
        [one] En adress står inte i adresser.txt: { $adress }
       *[other] { $antal } adresser står inte i adresser.txt. Den första är { $adress }
    }
    .help = Skriv in dem när webbplatsen publiceras: samverka build --record-addresses.
oinskriven-adress-fil = Filen adresser.txt saknas, och därför märks det inte om en publicerad adress försvinner.
    .help = Hämta tillbaka filen, eller skapa den: samverka build --record-addresses.
medieuppgifter = Filen saknar uppgifter om upphov, licens och alternativtext.
    .help = Skapa { $fil } med upphov, licens och alt.
medieuppgifter-utan-fil = Uppgifterna gäller en fil som inte finns: { $fil }.
    .help = Lägg till filen, eller ta bort uppgifterna.
osaker-bild = Bilden innehåller något som kan köras: { $del }
    .help = Spara bilden som vanlig SVG i ritprogrammet, eller ta bort det ur filen.
osaker-bild-utifran = Bilden hämtar eller länkar till något utanför sig själv: { $del }
    .help = Bädda in det i bilden, eller ta bort det ur filen.
osaker-bild-okant = Bilden innehåller något som inte publiceras: { $del }
    .help = Spara bilden som vanlig SVG i ritprogrammet, eller ta bort det ur filen.
osaker-bild-for-mycket = Bilden visar samma delar så många gånger att en webbläsare fastnar. Högst { $hogst } delar visas.
    .help = Förenkla bilden i ritprogrammet, eller spara den som PNG.
osaker-bild-cirkel = Bilden har en del som visar sig själv.
    .help = Sök efter <use>, mask, pattern och marker i filen. Ta bort det som leder tillbaka till sig självt, eller spara bilden som PNG.
rorlig-bild = Bilden är en { $sort } med flera bildrutor. Den som läser kan inte stoppa den.
    .help = Spara en av bildrutorna som stillbild i ett bildprogram. Ska rörelsen vara kvar, länka till en film som går att stoppa.
rorlig-bild-svg = Bilden rör sig: { $del }. Den som läser kan inte stoppa den.
    .help = Ta bort rörelsen i ritprogrammet eller ur filen, och spara bilden som vanlig SVG.
trasig-bild = Bilden går inte att läsa som { $sort }.
    .help = Öppna bilden i ett bildprogram och spara den på nytt.
trasig-bild-svg = Bilden går inte att läsa som SVG.
    .help = Filen ska vara XML i UTF-8 med svg som yttersta element. Spara den på nytt som vanlig SVG.
trasig-bild-annan = Filens namn säger { $sort }, men bilden är { $annan }.
    .help = Ge filen den ändelse som bilden har, också i filen med .yaml efter. Ändra länkarna till bilden.
trasig-bild-stor = Bilden har { $bredd } × { $hojd } bildpunkter. Högst { $hogst } miljoner tas med.
    .help = Gör bilden mindre i ett bildprogram. Det räcker med 1 600 bildpunkter på bredden.
trasig-bild-djup = Bilden har { $bredd } × { $hojd } bildpunkter med fler färger än skärmar visar. I minnet tar den mer än { $hogst } MB.
    .help = Spara bilden med 8 bitar per färg i ett bildprogram, och gör den mindre. Det räcker med 1 600 bildpunkter på bredden.
trasig-bild-lang = Bilden har { $bredd } × { $hojd } bildpunkter. Den långa sidan får vara högst { $hogst } gånger den korta.
    .help = Beskär bilden, eller dela den i flera.
trasig-bild-vriden = Fotot ligger på sidan. Programmet kan inte vrida ett foto i WebP utan att filen blir många gånger större.
    .help = Vrid fotot i ett bildprogram och spara det på nytt, eller spara det som JPEG. Då vrids det när webbplatsen byggs.
tung-bild = Bilden är { $storlek } kB när den publiceras. Över { $hogst } kB får läsare på telefon vänta.
    .help = Spara ett foto som JPEG eller WebP, högst 1 600 bildpunkter brett och med kvalitet 80. Beskär en skärmbild. Förenkla en SVG.
bild-med-plats = Bilden innehåller uppgift om var den togs.
    .help = Spara om bilden utan uppgifter om plats. Har den redan sparats i versionshistoriken, kontakta redaktionen.
kommunlista-kolumner = Raden har inte rätt antal kolumner.
    .help = Skriv kod,namn,länskod,län,kommungrupp.
kommunlista-kod = Koden är inte fyra siffror, eller står redan på en annan rad.
    .help = Rätta koden.
kommunlista-namn = Kommunen har samma namn som en annan, eller inget namn.
    .help = Rätta namnet.
kommunlista-grupp = Kommungruppen finns inte i geografi/kommungrupper.csv.
    .help = Rätta gruppen, eller lägg till den i kommungrupper.csv.
saknad-fil = Filen { $fil } saknas.
    .help = Hämta tillbaka den, eller kopiera den från en ny webbplats: samverka init.
skarpt-lage-kontakt = I skarpt läge behövs en riktig e-postadress att vända sig till.
    .help = Fyll i kontakt med funktion och e-post, eller skriv lage: demonstration.
skarpt-lage-adress = I skarpt läge behövs webbplatsens riktiga adress.
    .help = Fyll i adress, eller skriv lage: demonstration.
skarpt-lage-lag = Sidans lagtext är inte kontrollerad mot den officiella texten.
    .help = Kontrollera den och skriv datum i kontrollerad, eller låt webbplatsen vara en demonstration.
teckenkodning-binar = Filen har tecken som inte är text: det första är byte { $plats }.
    .help = Spara texten på nytt från redigeraren. Är det en bild eller ett dokument hör filen hemma i media/.
kommunlista-gruppkolumner = Raden är inte en kod och ett namn.
    .help = Skriv kod,namn, till exempel A1,Storstäder.
kommunlista-rubrik = Filen börjar inte med en rad som namnger kolumnerna.
    .help = Skriv kod,namn,lanskod,lan,skr-grupp på första raden i kommuner.csv, och kod,namn i kommungrupper.csv.
forsvunnen-adress-finns = Adressen sägs vara borttagen, men där finns en sida.
    .help = Ta bort borttagen, datum och skäl från raden, eller ta bort sidan.
