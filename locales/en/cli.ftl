### What samverka says on the command line.

## Diagnostics: the words around each fault and the last line

diagnostik-fel = error
diagnostik-varning = warning
diagnostik-ett-rad = advice
diagnostik-varfor = why
diagnostik-atgard = what to do
diagnostik-las-mer = read more
diagnostik-rubrik = Check of the content
diagnostik-rad = Line
diagnostik-vad = What is wrong?
diagnostik-rad-atgard = What to do
diagnostik-fler = There is no room for { $antal } more. Run samverka check to see all of them.

diagnostik-antal-fel = { $fel ->
        [one] { $fel } error
       *[other] { $fel } errors
    }
diagnostik-antal-varningar = { $varningar ->
        [one] { $varningar } warning
       *[other] { $varningar } warnings
    }
diagnostik-antal-filer = { $filer ->
        [one] { $filer } file
       *[other] { $filer } files
    }
diagnostik-summa-inga = No errors in { diagnostik-antal-filer }.
diagnostik-summa-fel = { diagnostik-antal-fel } in { diagnostik-antal-filer }.
diagnostik-summa-varningar = No errors, { diagnostik-antal-varningar } in { diagnostik-antal-filer }.
diagnostik-summa-bada = { diagnostik-antal-fel } and { diagnostik-antal-varningar } in { diagnostik-antal-filer }.
diagnostik-antal-rad = { $antal ->
        [one] One piece of advice on the language, which stops nothing.
       *[other] { $antal } pieces of advice on the language, which stop nothing.
    }
diagnostik-antal-rad-av-fler = The first { $antal } pieces of advice on the language, which stop nothing. Type --advice all to see every one.

## Help

hjalp-anvandning = Usage
hjalp-rubrik-val = Options
hjalp-rubrik-argument = Arguments
hjalp-rubrik-kommandon = Commands
hjalp-kommando = COMMAND
hjalp-val = OPTIONS
hjalp-varde-dir = DIR
hjalp-varde-date = DATE
hjalp-varde-url = URL
hjalp-varde-title = TITLE
hjalp-varde-n = N
hjalp-varde-query = QUERY
hjalp-varde-base = BASE
hjalp-varde-name = NAME
hjalp-varde-time = TIME
hjalp-varde-id = ID
hjalp-varde-text = TEXT
hjalp-varde-target = TARGET
hjalp-varde-rule = RULE
hjalp-varde-kind = KIND
hjalp-varde-filter = NAME=VALUE
hjalp-varde-log = LOG
hjalp-varde-file = FILE
hjalp-annars = { $hjalp }. Otherwise { $varde }
hjalp-hjalp = Shows the help
hjalp-version = Shows the version
hjalp-lang = Language of messages: sv or en
hjalp-color = Colour: auto (on a terminal only), always or never
hjalp-content = The folder with the content
hjalp-today = Today's date, year-month-day. Otherwise SOURCE_DATE_EPOCH or the day in Stockholm
hjalp-theme = A folder with a theme of your own. Otherwise the built-in one

hjalp-samverka = Builds a site of described examples of collaboration, and checks the content
hjalp-samverka-exempel =
    Examples:
      samverka serve --open        preview the content in the browser
      samverka check               find every fault
      samverka build               build the site in the folder public

    Exit codes: 0 done, 1 faults in the content, 2 the command could not run.

hjalp-build = Checks the content, builds the site and publishes it in a folder
hjalp-build-out = The folder where the site is put. The whole folder is exchanged at once
hjalp-build-base-url = The address of the site. Otherwise the address in webbplats.yaml
hjalp-build-allow-gap = Exchange the folder even where it cannot be done in a single step
hjalp-build-sync = Wait until all is on the disk, so that a power loss does no harm
hjalp-build-incremental = Keep the site once more in a hidden folder beside it, and write only what has changed next time
hjalp-build-record-addresses = Add the addresses of new pages to adresser.txt
hjalp-build-compress = Add packed files (.br and .gz) that the web server sends instead
hjalp-build-preview = Mark all pages as a preview with this name, and ask search engines not to list them
hjalp-build-exempel =
    Examples:
      samverka build
      samverka build --base-url https://kommunen.example/samverka/ --out /srv/www/samverka
hjalp-search = Searches a built site, as a visitor does
hjalp-search-query = What to search for. Without words the filters are shown
hjalp-search-site = The folder of the built site
hjalp-search-limit = How many hits are shown
hjalp-search-filter = Only hits with this value, such as form=gemensamt-team. May be given several times
hjalp-search-sort = Order: relevans (best first), granskad (latest review first) or titel (by title)
hjalp-search-json = Write the answer as JSON
hjalp-search-explain = Show how each hit came by its weight
hjalp-search-stdin = Read one query per line, and answer each with a line of JSON
hjalp-search-exempel =
    Examples:
      samverka search avtal mellan soc och AF
      samverka search --explain "gemensam kartläggning"
      samverka search --filter lan=skane-lan --limit 5 ungdomar
      samverka search --stdin < queries.txt > answers.jsonl

hjalp-check = Checks all content and shows every fault with its remedy
hjalp-check-format = How the faults are written: text, json, sarif (for editors and hosts of code), github (lines of a pull request) or markdown (a comment on one)
hjalp-check-fix = Mend what is safe to mend: letters in two parts, spaces at line ends, the order of fields, dates and misspelled values
hjalp-check-dry-run = Only show what --fix would change
hjalp-check-advice = How much advice on the language is given: none, some (the first) or all. Advice is never a fault
hjalp-check-exempel =
    Examples:
      samverka check
      samverka check --fix --dry-run
      samverka check --advice all
      samverka check --format json > faults.json
hjalp-diff = Shows what a change does to the site: pages, facts, text, addresses and faults
hjalp-diff-base = What the content is compared with: a folder, or a branch, tag or commit in Git
hjalp-diff-format = How the difference is written: text, markdown (a comment on GitHub) or html (old and new pages side by side)
hjalp-diff-out = The file to write. For html: a folder, which is replaced as a whole
hjalp-diff-exempel =
    Examples:
      samverka diff main                                   compare with the branch main
      samverka diff HEAD                                   what have I changed since I last committed?
      samverka diff ../old/content                         compare with a folder
      samverka diff main --format markdown > comment.md
      samverka diff main --format html --out comparison    then open comparison/index.html

    Exit codes: 0 can be published, 1 a published address vanishes or a new error is introduced (new warnings do not
    count), 2 the command could not run.
hjalp-due = Shows which pages are to be reviewed, when and by whom
hjalp-due-within = How far ahead: 90d (days), 12w (weeks), 3m (months) or 1y (years). 0d is what is late already
hjalp-due-format = How the list is written: text, csv (spreadsheet), ics (calendar) or markdown
hjalp-due-confirmations = Show instead which published examples await that the municipality or Arbetsförmedlingen confirms them
hjalp-due-exempel =
    Examples:
      samverka due
      samverka due --within 0d
      samverka due --within 1y --format ics > reviews.ics
      samverka due --format csv > reviews.csv

    Exit codes: 0 the list is written, also when it is empty, 2 the command could not run.
hjalp-withdraw = Takes a page away at once. Its address then says that it was taken away, and why
hjalp-withdraw-id = The page's id, address or file
hjalp-withdraw-reason = The reason, which readers see
hjalp-withdraw-delete = Delete the file instead of keeping it in a hidden folder
hjalp-withdraw-exempel =
    Examples:
      samverka withdraw umea-ungdomstorget --reason "The municipality asked us to remove the example."
      samverka withdraw /om/urval/ --reason "The facts are no longer right."
      samverka withdraw umea-ungdomstorget --delete --reason "The example was published by mistake."

    Exit codes: 0 done, 1 the page is taken away but something must be mended before publishing, 2 the command could not run.
      samverka check --format sarif > faults.sarif
hjalp-explain = Explains a rule: what is wrong, why it matters and how it should be (in Swedish)
hjalp-explain-rule = The rule's name, as it stands in the message. Without a name every rule is listed
hjalp-explain-exempel =
    Examples:
      samverka explain
      samverka explain okand-nyckel
hjalp-schema = Writes the fields as JSON Schema, for editors and other programs
hjalp-schema-kind = The kind: exempel, fia, erfarenhet, sida, nyhet, aktivitet, vokabular, webbplats, synonymer, ordlista or media. Without a kind and a folder all are listed
hjalp-schema-out = The folder where a schema for each kind is written, with settings for VS Code
hjalp-schema-exempel =
    Examples:
      samverka schema
      samverka schema vokabular
      samverka schema --out schema
hjalp-serve = Previews the content in the browser, drafts included, and reloads on changes
hjalp-serve-port = The port on 127.0.0.1. 0 takes a free one
hjalp-serve-listen = Address or name to answer on, for other computers too. Usually the preview answers this computer only
hjalp-serve-open = Open the browser
hjalp-serve-site = Show a built site instead
hjalp-serve-exempel =
    Examples:
      samverka serve --open
      samverka serve --site public
hjalp-pack = Packs a built site in one archive file, with checksums
hjalp-pack-site = The folder with the built site
hjalp-pack-out = The archive file. Otherwise samverka-DATE.zip, with the day when the site was built
hjalp-pack-verify = Check instead that an archive file is whole
hjalp-pack-exempel =
    Examples:
      samverka pack
      samverka pack --site /srv/www/samverka --out /srv/archive/samverka-2026-11-22.zip
      samverka pack --verify samverka-2026-11-22.zip

    The folder is first compared with the build. If a file is missing, was changed or is not from the build, no archive is made.
    Earlier search indexes in _s/ and the editors' form in admin/ are not packed.

    Exit codes: 0 done, 1 the archive is damaged, 2 the command could not run, or the folder is not whole.
hjalp-new = Creates a new document with all fields and allowed values
hjalp-new-kind = What to create: exempel, fia, erfarenhet, sida or nyhet
hjalp-new-title = The title. The file's name and address are made from it
hjalp-new-exempel =
    Examples:
      samverka new exempel "Jobbtorget i Umeå"
      samverka new sida "Frågor och svar"
hjalp-export = Writes files for other programs, for instance editing in the browser
hjalp-export-format = What is written: cms (Decap CMS)
hjalp-export-out = The folder that the files are written to
hjalp-export-modules = The folder node_modules with the npm packages decap-cms and yaml, which are copied too
hjalp-export-repo = The repository on GitHub, owner/name. Else the one in webbplats.yaml
hjalp-export-branch = The branch that is edited
hjalp-export-folder = The folder of the content in the repository
hjalp-export-local = The address of your own decap-server, to try without signing in
hjalp-export-exempel =
    Examples:
      samverka export --format cms --modules node_modules --out public/admin
      samverka export --format cms --repo owner/repository --branch main
hjalp-varde-repo = OWNER/NAME

## Editing in the browser

cms-exempel = Examples
cms-ett-exempel = Example
cms-nyheter = News
cms-en-nyhet = Notice
cms-sidor = Pages
cms-en-sida = Page
cms-fia = Guidance on FIA
cms-en-fia = Guidance on FIA
cms-erfarenheter = Experiences of FIA
cms-en-erfarenhet = Experience of FIA
cms-text = Text
cms-behovs = Needed to publish.
cms-behovs-eller = Needed to publish. If the sources say nothing, choose the field in “Uppgift saknas i källorna”.
cms-ord-lagg-till = Add { $item }
cms-ord-ny = New: { $collectionLabel }
cms-ord-visa = Expand
cms-ord-dolj = Collapse
cms-ord-falt = The field { $widgetLabel }
cms-ord-utkast = This is a draft. Set the status to “In review” when it is ready.
cms-ord-granskas = Somebody else reviews this. You can still change it.
cms-ord-anteckningar = Show or hide notes
cms-ord-som-lista = Show as a list
cms-ord-som-rutor = Show as a grid
cms-ord-opublicerat = Not published
cms-ord-stang = Close
cms-ord-konto = Your account
cms-ord-forgejo = Sign in with Forgejo
cms-fel-id = Write small letters a–z, digits and hyphens
cms-fel-tal = Write a whole number
cms-fel-datum = Write the date as 2026-11-22
cms-fel-period = Write a year, a month or a day: 2026, 2026-11 or 2026-11-22
cms-fel-datum-nej = Write the date as 2026-11-22, or nej
cms-fel-adress = Write the whole address, beginning with https://
cms-fel-egen-adress = Write an address on the site, beginning with /
cms-fel-e-post = Write an e-mail address
cms-fel-langd = Write at most { $max } characters
export-forrad = The repository that is to be edited is not known.
    .help = Give it with --repo owner/name, or write kodforrad in webbplats.yaml.
export-klar = Wrote { $antal } files and the packages to { $mapp }.
export-utan-paket = Wrote { $mapp } without the npm packages { $paket }. Install them and name the folder with --modules.

hjalp-init = Creates a folder for a new site, with vocabularies to start with
hjalp-init-dir = The new folder
hjalp-init-exempel =
    Examples:
      samverka init my-site

## Commands

fel = error
mapp-saknas = There is no folder { $mapp }.
    .help = Say where the content is with --content. If you stand in the content itself, write --content . (with the full stop). A new site begins with samverka init.
kan-inte-lasa = { $fil } could not be read: { $orsak }
    .help = Check that the folder exists and that you may read it. Name another with --content.
dagens-datum = ”{ $datum }” is not a date.
    .help = Write year-month-day: --today 2026-11-22. SOURCE_DATE_EPOCH is seconds since 1970.
inget-publicerat = Nothing has been published. Mend the faults and build again.
byggt = { $sidor } pages in { $mapp }, { $varningar ->
        [0] no warnings
        [one] 1 warning
       *[other] { $varningar } warnings
    }, { $tid } s.
bygger = Building
tema = The theme cannot be used: { $orsak }
    .help = Mend the theme, or leave out --theme to use the built-in one.
tema-mapp = The theme has no folder { $mapp }.
    .help = A theme has the folders templates and assets. Copy them from themes/standard, or leave out --theme.
tema-olasbart = The theme cannot be read: { $fil } ({ $orsak })
    .help = Check that the file exists, is text in UTF-8 and that you may read it.
tema-saknas = The theme has no { $fil }.
    .help = Copy the file from themes/standard, or leave out --theme.
tema-skript = A script of the theme cannot be used: { $fil }: { $orsak }
    .help = Mend the script on the line that is named, or leave out --theme to use the built-in theme.
adress-fel = ”{ $adress }” cannot be the address of the site: { $orsak }
    .help = Write the whole address: --base-url https://kommunen.example/samverka/
sida-fel = The page { $adress } could not be built: { $orsak }
    .help = The fault is in the theme. Mend the template that is named.
skriva-fel = { $fil } could not be written: { $orsak }
    .help = Check that the folder exists and that you may write in it.
adresser-tillagda = { $antal ->
        [0] No new addresses in { $fil }.
        [one] 1 new address in { $fil }.
       *[other] { $antal } new addresses in { $fil }.
    }
adress-upptagen = The address { $adress } is already used by { $fil }.
    .help = Choose another title, or write in that file.
adress-egen = The address { $adress } belongs to a page that the site makes by itself.
    .help = Choose another title.
finns-redan = { $fil } exists already.
    .help = Choose another title, or open the file.
titel-fel = The title ”{ $titel }” cannot become a file name.
    .help = Write a title with at least one letter.
nytt-dokument = Created { $fil }. Fill in the fields, and preview with samverka serve.
ny-mapp = Created { $mapp } with content to start with. Next: samverka serve --content { $mapp } --open
mapp-inte-tom = The folder { $mapp } is not empty.
    .help = Choose a folder that does not exist, or an empty one.

## The rules

regel-okand = There is no rule “{ $regel }”.
    .help = { $antal ->
        [0] {""}
       *[other] Did you mean { $forslag }?
    } All rules: samverka explain
regel-fel = An error: nothing is published until it is mended.
regel-varning = A warning: the page is published all the same, but somebody should look at it.
regel-rad = Advice: it stops nothing, and may be accepted in the file with a reason.

## What is mended

lagat-rader = { $antal ->
        [one] 1 line
       *[other] { $antal } lines
    }
lagat-filer = { $filer ->
        [one] 1 file
       *[other] { $filer } files
    }
lagat-byteordningsmarke = The invisible character at the start of the file (BOM) is gone.
lagat-form = { lagat-rader }: letters in two parts are now whole (the Unicode form NFC).
lagat-blanksteg = { lagat-rader }: spaces at the end of the line are gone.
lagat-datum = Line { $rad }: “{ $fore }” is now { $efter }.
lagat-varde = Line { $rad }: “{ $fore }” is now { $efter }.
lagat-ordning = The fields now stand in the same order as in other documents.
lagat-andrad = { $fil } changed in the meantime and is left as it is. Run the command again.
lagat-summa = { $filer ->
        [0] There was nothing to mend.
       *[other] Mended { lagat-filer }. Read the changes before you commit them.
    }
lagat-skulle = { $filer ->
        [0] There is nothing to mend.
       *[other] { lagat-filer } would be mended. Nothing is written: run without --dry-run to mend.
    }

## Schemas

sort-exempel = An example of collaboration
sort-fia = Guidance on FIA
sort-erfarenhet = An experience of FIA
sort-sida = Another page
sort-nyhet = A notice
sort-aktivitet = An activity to spread the knowledge
sort-vokabular = A vocabulary
sort-webbplats = The site's settings
sort-synonymer = Synonyms of the search
sort-ordlista = The glossary
sort-media = Facts about a media file
schema-skrivna = { $antal ->
        [one] 1 schema
       *[other] { $antal } schemas
    } in { $mapp }.
schema-installningar = Settings for VS Code with the YAML extension: { $fil }. Move the file to .vscode in the folder that you open, unless it is there already.
schema-installningar-finns = { $fil } exists and is left as it is. Add this to it:
    { $text }

## The archive

packat = { $filer } files in { $fil }
    SHA-256: { $summa }
packat-utan-formular = The editors' form in admin/ is not in the archive. Export it again when you have put a version back.
pack-ingen-webbplats = { $mapp } is no site that samverka has built: { $orsak }
    .help = Build it first: samverka build. Name the folder with --site.
pack-andrad = { $mapp } is not as the build left it, and no archive was made. Files that are missing, changed or not from the build: { $antal }
    .help = Build the site again with samverka build, and then pack it. A file of your own that is to come along goes into the content's folder media.
pack-okand = Not from the build: { $fil }
pack-under-bygge = { $mapp } was built again while it was being packed. No archive was made.
    .help = Wait until the build is done, and pack again.
pack-andrad-nyss = { $fil } was changed while the site was being packed. No archive was made.
    .help = Wait until nobody changes the folder, and pack again.
pack-udda = { $fil } cannot be packed. Its name cannot be written on every computer, or it is no plain file.
    .help = samverka makes no such files. Remove it and try again.
pack-inuti = { $fil } lies in the site's own folder, { $mapp }.
    .help = Name another place with --out.
pack-finns-redan = { $fil } is there already. An archive is never overwritten.
    .help = Name another file with --out.
pack-olasbar = { $fil } cannot be read: { $orsak }
    .help = Check that you may read the file, and that nobody is building the site right now.
pack-inget-arkiv = { $fil } is no archive that samverka has packed, or cannot be read: { $orsak }
    .help = Name a file that samverka pack has made.
arkiv-helt = { $fil } is whole: { $filer } files agree with their checksums.
arkiv-skadat = { $fil } is not as samverka packed it. Faults: { $filer }
arkiv-andrad = Changed or damaged: { $fil }
arkiv-saknas = Missing: { $fil }
arkiv-okand = Not among the checksums: { $fil }
arkiv-utanfor = Before, between or behind the files are { $antal } bytes that belong to none of them.
pack-las-mig =
    The site { $adress } as it was built on { $datum }

    { $mapp } is the whole site: plain files that a browser can open.
    { $mapp }manifest.json lists the pages with title and checksum.
    { $summor } is a list of checksums (SHA-256) of all files.

    Check the files
      Unpack the archive and run, in the folder with { $summor }:
      sha256sum -c { $summor }
      Or run, without unpacking: samverka pack --verify ARCHIVE

    Put the site back
      Unpack the archive and let { $mapp } take the place of the web server's folder.
      The site works only at the address that it was built for.
      The editors' form (admin/) is not here. If you use it, export it again:
      samverka export --format cms

## Preview

serve-visas = The preview is at { $adress } – end with Ctrl-C.
serve-laget = Read again: { $filer } files, { $fel } faults, { $varningar ->
        [one] 1 warning
       *[other] { $varningar } warnings
    }.
serve-vantar = What was last is shown until the fault is mended: { $orsak }
serve-fel-har = The page has faults. If it has been faultless, its last good version is shown.
serve-varning-har = Something on the page needs a look.
serve-fel-annat = { $antal ->
        [one] 1 fault in other files
       *[other] { $antal } faults in other files
    }
serve-forhandsgranskning = Preview
serve-utkast = Draft
serve-regel = Read more about the rule
serve-inga-fel = No faults in the content.
serve-antal-har = { $antal ->
        [one] 1 remark on this page
       *[other] { $antal } remarks on this page
    }
serve-mall-rubrik = The page could not be shown
serve-mall-fel = { $rad ->
        [0] The template { $mall } could not be used for the page { $adress }.
       *[other] The template { $mall } could not be used for the page { $adress }. The fault is on line { $rad }.
    }
serve-mall-rad = Mend the template and save it. The page comes back by itself.
serve-okand-vard = The preview answers only to { $namn }.
serve-oppen = Warning: other computers on the network can read the preview, drafts included. Everyone who reaches { $adress } sees it.
serve-lyssna = “{ $namn }” is no address of this computer: { $orsak }
    .help = Name an address that the computer has, such as 192.168.1.20, or 0.0.0.0 for all.
serve-port = Port { $port } could not be used: { $orsak }
    .help = Is another preview running? Choose another port: --port 0 takes a free one.
serve-ingen-webbplats = { $mapp } is not a site that samverka has built: { $orsak }
    .help = Build it first: samverka build --out { $mapp }
serve-borjar-inte = The preview cannot be shown: { $orsak }
    .help = Try again. If it does not help, build instead: samverka build
serve-ingen-webblasare = No browser was opened ({ $orsak }). Open { $adress } yourself.

## What a change does to the site

andring-rubrik = What the change does to the site
andring-ingenting = Nothing on the site changes.
andring-antal-nya = { $antal ->
        [one] 1 new page
       *[other] { $antal } new pages
    }
andring-antal-andrade = { $antal ->
        [one] 1 changed page
       *[other] { $antal } changed pages
    }
andring-antal-flyttade = { $antal ->
        [one] 1 moved page
       *[other] { $antal } moved pages
    }
andring-antal-avpublicerade = { $antal ->
        [one] 1 withdrawn page
       *[other] { $antal } withdrawn pages
    }
andring-antal-borttagna = { $antal ->
        [one] 1 removed page
       *[other] { $antal } removed pages
    }
andring-antal-utkast = { $antal ->
        [one] 1 draft
       *[other] { $antal } drafts
    }
andring-antal-filer = { $antal ->
        [one] 1 other file
       *[other] { $antal } other files
    }
andring-godkand = Nothing stops it from being published.
andring-godkand-varningar = Nothing stops it from being published. { $antal ->
        [one] There is 1 new warning.
       *[other] There are { $antal } new warnings.
    }
andring-hinder = The change cannot be published as it is: { $hinder }.
andring-hinder-adresser = { $antal ->
        [one] 1 published address vanishes
       *[other] { $antal } published addresses vanish
    }
andring-hinder-rader = { $antal ->
        [one] 1 line was taken out of adresser.txt
       *[other] { $antal } lines were taken out of adresser.txt
    }
andring-hinder-fel = { $antal ->
        [one] 1 new error
       *[other] { $antal } new errors
    }
andring-nya = New pages
andring-andrade = Changed pages
andring-flyttade = Moved pages
andring-avpublicerade = Withdrawn pages
andring-borttagna = Removed pages
andring-utkast = Drafts, which readers do not see yet
andring-filer = Other files
andring-fil-ny = new
andring-fil-andrad = changed
andring-fil-borttagen = removed
andring-exempel = example
andring-fia = guidance on FIA
andring-erfarenhet = experience of FIA
andring-nyhet = news
andring-sida = page
andring-langd = Length: { $ord } words.
andring-lix = Readability (LIX): { $lix }.
andring-uppgifter-antal = { $antal ->
        [one] 1 fact
       *[other] { $antal } facts
    }
andring-text-antal = { $antal ->
        [0] The links have changed
        [one] The text has changed in 1 section
       *[other] The text has changed in { $antal } sections
    }
andring-lankar = Links in the text
andring-inledning = Before the first heading
andring-form = Only the form of the text has changed. The words are the same.
andring-tillagt = Added:
andring-borttaget = Removed:
andring-ja = yes
andring-nej = no
andring-okant = unknown
andring-adresser = Addresses
andring-adresser-borta = These addresses are published and lead nowhere after the change:
andring-adresser-strukna = These lines were taken out of adresser.txt. Put them back, or nobody notices if the addresses vanish:
andring-adresser-vidare = New redirects:
andring-adresser-tagna = It now says here that the page was taken away:
andring-adresser-nya = Other new pages:
andring-adress-flyttad = The page is at { $till } now. Write { $adress } in tidigare-adresser in { $fil }.
andring-adress-narmast = Has the page moved to { $nara }? Then write { $adress } in that page's tidigare-adresser. If it was taken away, run samverka withdraw.
andring-adress-borta = If the page has moved, write { $adress } in the new page's tidigare-adresser. If it was taken away, run samverka withdraw.
andring-fel = Errors and warnings
andring-fel-nya = New:
andring-fel-rattade = Mended:
andring-fel-rattade-antal = { $antal ->
        [one] 1 is mended
       *[other] { $antal } are mended
    }
andring-fler = And { $antal } more.
andring-avkortad = There is no room for everything here. { $korta ->
        [0] {""}
        [one] 1 part is shown without details.
       *[other] { $korta } parts are shown without details.
    } { $utelamnade ->
        [0] {""}
        [one] 1 part is left out.
       *[other] { $utelamnade } parts are left out.
    } For the whole list run the command on your computer.
andring-hela-fore = The whole site before the change
andring-hela-efter = The whole site after the change
andring-fore-andringen = before the change
andring-efter-andringen = after the change
andring-visa = Show before and after: { $titel }
andring-tillbaka = Back to the list
andring-fore = Before
andring-efter = After
andring-oppna = Open the page
andring-ingen-sida = There is no page here.
andring-paverkade = Other pages that look different
andring-skriven = The comparison is written. Pages concerned: { $antal }.
andring-mapp-skriven = Open { $fil } in a browser. Search does not work in the comparison.
andring-hemligt = The comparison shows whole pages, and { $fil } has a personal identity number.
    .help = Remove it first. The command samverka check shows the line.
andring-inget-git = The program git is not on this computer.
    .help = Install git, or compare with a folder: samverka diff DIR
andring-inget-forrad = The folder { $mapp } is in no Git repository, and ”{ $bas }” is no folder.
    .help = Compare with a folder instead: samverka diff DIR
andring-ingen-version = ”{ $bas }” is neither a folder nor a revision in Git.
    .help = { $antal ->
        [0] {""}
       *[other] Did you mean { $forslag }?
    } Give a branch, a tag or a commit. If only a part of the history was fetched, fetch the rest: git fetch --unshallow
andring-git-fel = git could not read the earlier version: { $orsak }
    .help = Check the Git repository, or compare with a folder: samverka diff DIR
forhandsgranskning-inte-publicerad = This is not the published site.

## Reviews

bekrafta-rubrik = To be confirmed
bekrafta-inget = Every published example is confirmed by both parties.
bekrafta-antal = { $antal ->
        [one] One example awaits confirmation
       *[other] { $antal } examples await confirmation
    }
bekrafta-bada = the municipality and Arbetsförmedlingen
bekrafta-kommun = the municipality
bekrafta-af = Arbetsförmedlingen
bekrafta-csv-vantar = Awaits
bekrafta-csv-blankett = Sheet
bekrafta-utan-blanketter = The site has no sheets for the parties' answers. Write bekraftelseblanketter: ja in webbplats.yaml, and each example of the list has one.
bekrafta-kalender = What awaits confirmation has no days and cannot become a calendar.
    .help = Choose --format text, csv or markdown.
granska-rubrik = Pages to review
granska-inget = No page is to be reviewed until { $datum }.
granska-forsenade = { $antal ->
        [one] 1 late page
       *[other] { $antal } late pages
    }
granska-kommande = { $antal ->
        [one] 1 page until { $datum }
       *[other] { $antal } pages until { $datum }
    }
granska-tid = ”{ $tid }” is no length of time.
    .help = Write a number and d, w, m or y: --within 90d
granska-csv-datum = Review by
granska-csv-dagar = Days left
granska-csv-titel = Title
granska-csv-adress = Address
granska-csv-fil = File
granska-csv-ansvarig = Responsible
granska-csv-senast = Last reviewed
granska-handelse = Review: { $titel }
granska-handelse-text = Responsible: { $ansvarig }. Last reviewed { $granskad }. Check facts and links, correct what has changed and write the day's date in granskad in { $fil }.

## Withdrawing a page

dra-tillbaka-skal = The reason must have words, and at most { $antal } characters.
    .help = Write a sentence that readers understand: --reason "The municipality asked us to remove the example."
dra-tillbaka-okand = No page has the id, address or file ”{ $id }”.
    .help = { $antal ->
        [0] {""}
       *[other] Did you mean { $forslag }?
    } You can also write the address: /exempel/name/
dra-tillbaka-flera = Several pages are called ”{ $id }”: { $filer }
    .help = Write the file or the address instead.
dra-tillbaka-egen = The page { $adress } is made by the site itself. It cannot be withdrawn.
    .help = Correct its text instead, or withdraw the examples that it shows.
dra-tillbaka-utkast = { $fil } is a draft that readers have never seen.
    .help = Delete the file.
dra-tillbaka-personnummer = The reason has a personal identity number. Readers see the reason.
    .help = Write the reason without personal data.
dra-tillbaka-klart = { $adress } is withdrawn ({ $fil }). The reason stands in adresser.txt.
dra-tillbaka-sparad = The text is kept in { $fil }, where nothing is published. Delete it too if it should never have existed.
dra-tillbaka-lankar = Pages that still link to it: { $filer }. Readers see there that the page is gone. Remove the links when you have the time.
dra-tillbaka-hinder = Mend this before you publish: { $plats } { $fel }
dra-tillbaka-sedan =
    { $antal ->
        [0] Now do this:
       *[other] When that is mended, do this:
    }
      1. Commit: git add --all { $mapp } && git commit -m "Withdraw a page"
      2. Publish: samverka build, or as you usually do.
      3. The old text is still in Git's history. If it must go from there, too, follow docs/dra-tillbaka.md.

## The command line

rad-kommando = There is no command ”{ $ord }”.
    .help = { $antal ->
        [0] {""}
       *[other] Did you mean { $forslag }?
    } All commands: samverka --help
rad-okant = ”{ $ord }” is no option here.
    .help = { $antal ->
        [0] {""}
       *[other] Did you mean { $forslag }?{" "}
    }{ $bindestreck ->
        [0] {""}
       *[other] If a word begins with a hyphen: write -- before the words.{" "}
    }All options: add --help
rad-varde = ”{ $varde }” is no value of { $ord }.
    .help = Allowed values: add --help
rad-tomt = { $ord } needs a value.
    .help = Allowed values: add --help
rad-saknas = This is missing: { $ord }
    .help = Examples: add --help
rad-krock = { $ord } cannot be used together with { $annat }.
    .help = Remove one of them. More: add --help

## Search

sok-antal = { $antal ->
        [0] No hits.
        [one] One hit.
       *[other] { $antal } hits.
    }
sok-antal-delvis = { $antal ->
        [0] No hits.
        [one] No page has all words. One page has most of them.
       *[other] No page has all words. { $antal } pages have most of them.
    }
sok-menade = Did you mean: { $fraga }?
sok-utan = Without: { $ord }
sok-vikt = weight { $vikt } = { $index } (of the words) × { $lasning } (order and title)
sok-vikt-ord = { $ord } → { $nyckel } ({ $slag }) { $vikt }
sok-saknas = there is no search index in the folder { $mapp }
    .help = Build the site with samverka build, or name its folder with --site.
sok-index-fel = the search index's file { $fil } cannot be read ({ $slag ->
        [newer] it was made by a newer samverka
        [older] it was made by an older samverka
        [foreign] it is not part of a search index
       *[damaged] it is damaged or cut short
    })
    .help = Build the site again with this samverka.
sok-index-gor-fel = the search index could not be made: { $orsak }
    .help = This is a fault in samverka, or there is too little memory. Try again, and report it if it comes back.
sok-filter-fel = the filter { $filter } has no equals sign
    .help = Write the filter as name=value, such as --filter form=gemensamt-team.
sok-filter-okant = there is no filter named { $filter }
    .help = The filters are { $finns }.
sok-filter-varde = the filter { $filter } has no value named { $varde }
    .help = The nearest is { $filter }={ $likt }.
sok-filter-varde-okant = the filter { $filter } has no value named { $varde }
    .help = The values are { $finns }.
sok-indata-fel = the queries could not be read: { $orsak }
    .help = Write one query per line.
