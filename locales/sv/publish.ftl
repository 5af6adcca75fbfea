# Publicering: varför en webbplats inte lades ut, eller vad som inte städades efteråt.
# $out är mappen i --out, $path en fil eller mapp, $cause systemets eget ord (på engelska).

publish-disk-full = Disken är full. Det gick inte att { $action ->
        [make] skapa
        [write] skriva
        [copy] kopiera till
        [move] flytta
        [remove] ta bort
        [sync] spara
        [lock] låsa
       *[other] använda
    } { $path }. Frigör utrymme och bygg igen. Den publicerade webbplatsen är hel. ({ $cause })
publish-denied = Behörighet saknas för att { $action ->
        [examine] undersöka
        [read] läsa
        [make] skapa
        [write] skriva
        [copy] kopiera till
        [permit] sätta behörigheter på
        [move] flytta
        [remove] ta bort
        [sync] spara
        [lock] låsa
       *[other] använda
    } { $path }. Ändra ägare eller behörigheter, eller välj en annan mapp med --out. Den publicerade webbplatsen är hel. ({ $cause })
publish-io = Det gick inte att { $action ->
        [examine] undersöka
        [read] läsa
        [make] skapa
        [write] skriva
        [copy] kopiera till
        [permit] sätta behörigheter på
        [move] flytta
        [remove] ta bort
        [sync] spara
        [lock] låsa
       *[other] använda
    } { $path }: { $cause }. Åtgärda felet och bygg igen. Den publicerade webbplatsen är hel.
publish-locked = Ett annat bygge publicerar redan till { $out }. Vänta tills det är klart. (Låset är { $lock }.)
publish-not-a-folder = { $out } är inte en mapp. Välj en annan mapp med --out.
publish-dangling-link = { $out } är en symbolisk länk som inte leder någonstans. Skapa mappen som länken pekar på, eller välj en annan mapp med --out.
publish-unnamed = ”{ $out }” kan inte bytas ut som helhet. Välj en mapp med eget namn som --out.
publish-holds-current = { $out } innehåller mappen du står i, { $inside }. Välj en annan mapp med --out, eller bygg från en annan plats.
publish-holds-source = { $out } skulle bytas ut, och { $inside } försvinna med den. Välj en annan mapp med --out.
publish-inside-source = { $out } ligger inuti { $holder }, som nästa bygge läser. Välj en mapp bredvid med --out.
publish-holds-repository = { $out } innehåller ett Git-arkiv (.git), som skulle tas bort. Välj en annan mapp med --out och kopiera webbplatsen därifrån.
publish-not-ours = { $out } är inte tom och innehåller ingen webbplats som samverka har byggt (det framgår inte av manifest.json). Välj en annan mapp med --out, eller töm den.
publish-staging-taken = { $path } är i vägen för mappen där webbplatsen byggs. Flytta den eller ta bort den.
publish-bad-path = Adressen ”{ $path }” kan inte bli en fil: { $fault ->
        [absolute] den är absolut
        [dots] en del av den är ”.” eller ”..”
        [empty-part] en del av den är tom
        [backslash] den innehåller ett omvänt snedstreck
        [nul] den innehåller ett nolltecken
        [long-part] en del av den är längre än 255 byte
       *[other] den är ogiltig
    }. Ändra den.
publish-collision = ”{ $path }” och ”{ $taken }” på webbplatsen står i vägen för varandra. Namn måste skilja sig åt i mer än stora och små bokstäver. Byt namn på en av dem.
publish-incomplete = { $out } lämnades som den var, eftersom inte alla filer i den nya webbplatsen kunde skrivas. Åtgärda det och bygg igen.
publish-no-manifest = { $out } lämnades som den var, eftersom den nya webbplatsen saknar manifest.json med uppgift om vilket program som byggt den. Skriv ett sådant.
publish-no-exchange = Här kan { $out } inte byta plats med den nya webbplatsen i ett enda steg. Bygg med --allow-gap: då saknas webbplatsen ett ögonblick för besökarna. Om mappen är en monteringspunkt: välj en mapp inuti den som --out. ({ $cause })
publish-not-movable = { $out } kan inte flyttas (en monteringspunkt eller en del av en containeravbild). Välj en mapp inuti den som --out. ({ $cause })
publish-gap-left = Det finns ingen webbplats i { $out }. Den gamla ligger hel i { $old }. Bygg igen, eller flytta tillbaka den för hand. ({ $cause })
publish-left-behind = Webbplatsen är publicerad, men { $path } kunde inte tas bort. Nästa bygge försöker igen; annars kan du ta bort den för hand. ({ $cause })
publish-not-synced = Webbplatsen är publicerad, men { $path } kunde inte säkras på disken (--sync). Bygg igen. ({ $cause })
