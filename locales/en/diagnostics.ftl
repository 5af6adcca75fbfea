# What is wrong with the content: one message for every way to break a rule. `.help` is the remedy.

yaml-syntax-kolon = A colon inside a text makes the line unreadable.
    .help = Put the whole value in quotation marks: titel: "Torget: en väg in". If the colon belongs to a new field, begin a new line.
yaml-syntax-tabb = There is a tab where spaces are needed.
    .help = Remove the tab. When the line belongs to the field above, write two spaces instead.
yaml-syntax-citat = A quotation mark is not closed, or has more text after it.
    .help = Check that the text has one quotation mark first and one last. A quotation mark inside the text is written \".
yaml-syntax-enkelcitat = An apostrophe inside the text ends it, because the text stands in single quotes.
    .help = Use double quotes instead: "It's on". Or write the apostrophe twice: 'It''s on'.
yaml-syntax-wordcitat = Quotation marks such as ” and “ from Word do not count as such in the fields, and the text has a colon.
    .help = Put straight quotation marks around the whole value: titel: "Torget: en väg in".
yaml-syntax-bakstreck = A backslash, \, means something special in quotation marks.
    .help = Write two backslashes for one, \\, or put the text in single quotation marks: 'C:\mapp'.
yaml-syntax-parentes = A bracket, [ or { "{" }, is not closed.
    .help = Check that every [ has its ] and every { "{" } its { "}" }, and that commas separate the values.
yaml-syntax-indrag = The line does not begin in the right column.
    .help = Let lines that belong together begin equally far in. Use spaces, not tabs.
yaml-syntax-tecken = A text may not begin with this character without quotation marks.
    .help = Put the value in quotation marks: "@exempel".
yaml-syntax-osynligt = There is a control character here, which cannot be seen.
    .help = Delete the character, or delete the word and write it again. Such characters often come with copied text.
yaml-syntax-djup = The values are nested too deeply.
    .help = Write the fields in a few levels at most. Check that all brackets are closed.
yaml-syntax-annat = The fields cannot be read from here.
    .help = Compare with another document, or make a new one with samverka new and move the text over.
yaml-syntax-nyckel = The name of a field must be a plain word.
    .help = Write a word, a colon, a space and the value: titel: Torget.
yaml-ankare = The characters &, * and ! at the beginning of a value mean something special in YAML and are not used here.
    .help = Write the value out. If the character belongs to the text, put it in quotation marks.
flera-dokument = A second document begins here in the same file.
    .help = Move it to a file of its own. If --- is meant as a line in the text, write *** instead.
saknad-inledning = The file does not begin with a line ---.
    .help = Put a line with only --- at the top, then the fields and another line ---. The text comes after that.
saknad-inledning-slut = The fields at the top never end: the second line --- is missing.
    .help = Put a line with only --- between the fields and the text.
okand-nyckel = There is no field ”{ $nyckel }”.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Correct the name or remove the line.
dubbel-nyckel = The field ”{ $nyckel }” stands once more.
    .help = Keep one of them. Several values are written in a list: [Nacka, Värmdö].
saknad-uppgift-alltid = The field ”{ $nyckel }” ({ $namn }) is missing.
    .help = Add { $nyckel }: and the value.
saknad-uppgift-publicera = { $namn } (”{ $nyckel }”) is missing and needed to publish.
    .help = Give it. If the page is not ready, write status: utkast.
saknad-uppgift = { $namn } (”{ $nyckel }”) is not given.
    .help = Give it. If the sources say nothing about it, add { $nyckel } to uppgift-saknas.
saknad-uppgift-rad = A row of ”{ $lista }” has no ”{ $nyckel }”.
    .help = Add { $nyckel } to the row.
saknad-uppgift-skal = The page is withdrawn without reason and date.
    .help = Add: avpublicerad: { "{" }skal: "…", datum: 2026-11-22{ "}" }
given-och-saknad = ”{ $nyckel }” is given but also named in uppgift-saknas.
    .help = Remove { $nyckel } from uppgift-saknas, or remove the fact.
fel-typ-text = ”{ $nyckel }” must be a text.
    .help = Write a single value, without a list and without fields inside.
fel-typ-ja-nej = ”{ $nyckel }” must be ja or nej.
    .help = Write { $nyckel }: ja or { $nyckel }: nej.
fel-typ-ja-nej-okant = ”{ $nyckel }” must be ja, nej or okänt.
    .help = Write { $nyckel }: okänt if the sources say nothing.
fel-typ-tal = ”{ $nyckel }” must be a whole number within reason.
    .help = Write digits only, for example { $nyckel }: 10.
fel-typ-datum = ”{ $nyckel }” must be a date.
    .help = Write year-month-day: 2026-11-22.
fel-typ-datum-nej = ”{ $nyckel }” must be a date or nej.
    .help = Write the day it happened, 2026-11-22, or nej.
fel-typ-kallor = ”{ $nyckel }” must be numbers of sources.
    .help = Write one number, { $nyckel }: 1, or several: { $nyckel }: [1, 3].
fel-typ-e-post = ”{ $nyckel }” must be an e-mail address.
    .help = Write the address of a shared mailbox: forsorjningsstod@kommunen.se.
fel-typ-falt = ”{ $nyckel }” must have fields inside.
    .help = Write them on lines of their own with two spaces first, or in braces: { "{" }namn: värde{ "}" }.
fel-typ-filen = There should be fields here.
    .help = Write each field on a line of its own, with name, colon, space and value: titel: Torget.
fel-typ-lista = ”{ $nyckel }” must be a list.
    .help = Write the values in brackets: [ett, två].
okant-varde = ”{ $varde }” is not one of the values allowed for ”{ $nyckel }”.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } The allowed values stand in the folder vokabular and in the template of samverka new.
okant-varde-val = ”{ $varde }” is none of the allowed values of ”{ $nyckel }”.
    .help = Write one of them: { $tillatna }.
okant-varde-faltnamn = ”{ $varde }” is no field or section.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Write the name of the field or the id of the section.
okand-kommun = ”{ $kommun }” is not a municipality.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Write the official name or the four-digit code.
omojligt-datum = ”{ $datum }” is not a day of the calendar.
    .help = Write year-month-day, for example 2026-11-22. Where the day is unknown 2026-11 or 2026 is often enough.
omojligt-datum-dag = ”{ $datum }” is no day of the calendar.
    .help = Write year-month-day, for example 2026-11-22.
omojligt-datum-form = ”{ $datum }” is not written as year-month-day.
    .help = Write the date like this: 2026-11-22. Where the day is unknown 2026-11 or 2026 is often enough.
omojligt-datum-form-dag = ”{ $datum }” is not written as year-month-day.
    .help = Write the date like this: 2026-11-22.
omojligt-datum-del = ”{ $datum }” is not a whole day.
    .help = Write the day too, year-month-day: 2026-11-22.
omojligt-datum-framtid = ”{ $nyckel }” is in the future (today is { $idag }).
    .help = Correct the date. It is about something that has happened.
slut-fore-start = The end { $till } comes before the start { $fran }.
    .help = Check both dates. Have they changed places?
framtida-datum = The date is in the future (today is { $idag }).
    .help = Correct the date. If the page is to wait until then, write status: utkast.
motsagelse-nationellt = The example is of the whole country (nationellt: ja) but names municipalities.
    .help = Remove the line kommuner, or write nationellt: nej.
motsagelse-utan-af = The relation says that Arbetsförmedlingen takes part, but it is not among the parties.
    .help = Add { "{" }part: arbetsformedlingen{ "}" } to parter, or change relation to kommunintern, annan or okänt.
motsagelse-utan-kommun = The relation says that the municipality or its social services take part, but neither is among the parties.
    .help = Add { "{" }part: socialtjanst{ "}" } or { "{" }part: kommun{ "}" } to parter, or change relation to annan or okänt.
motsagelse-utan-bada = The relation says that the municipality and Arbetsförmedlingen take part, but neither is among the parties.
    .help = Add them to parter, or change relation to annan or okänt.
upprepat-varde = The value stands once more in ”{ $nyckel }”.
    .help = Remove one of them, or write the value that was meant.
for-lang-text = ”{ $nyckel }” has { $langd } characters. At most { $hogst } fit.
    .help = Shorten the text, or move part of it to the text of the page.
felaktigt-id = ”{ $id }” cannot be an id.
    .help = Use only a–z, digits and hyphens: { $battre }.
felaktigt-id-filnamn = The name of the file or folder cannot become an address.
    .help = Rename it to { $battre }. Use only small letters a–z, digits and hyphens.
felaktigt-id-annat-namn = The id is not the name of the file, ”{ $namn }”.
    .help = Write id: { $namn }, or rename the file if it is new.
dubbelt-id = ”{ $id }” stands twice.
    .help = Give one of them another id, or remove it.
dubbelt-id-kalla = Two sources have the number { $nummer }.
    .help = Give one of them a free number and change the references in the text.
dubbelt-id-adress = The address { $adress } is already used by { $annan }.
    .help = Rename the newer file, or remove the address from tidigare-adresser.
dubbelt-id-upptagen = The address { $adress } belongs to a page or file that the site makes itself.
    .help = Rename the file, or remove the address from tidigare-adresser.
felaktig-adress = ”{ $nyckel }” is not an address that can be used.
    .help = Begin with https://, or write a page of the site: /exempel/namn/.
felaktig-adress-webb = ”{ $nyckel }” is no web address.
    .help = Write the whole address, from https:// and without spaces: https://www.skr.se/.
felaktig-adress-sida = ”{ $nyckel }” is no address on the site.
    .help = Begin and end with a slash, and use only a–z, digits and hyphens: /exempel/namn/.
felaktig-adress-farlig = ”{ $nyckel }” does not lead to a web page and may harm the reader.
    .help = Remove the address. Allowed addresses begin with https:// or http://.
felaktig-adress-lank = The link or image does not lead to a web page and may harm the reader.
    .help = Remove it. Allowed are https://, http://, mailto:, tel: and pages of the site.
felaktig-adress-tom = The link has no address.
    .help = Write the address between the parentheses: [Så görs FIA-intervjun](/fia/intervjun/).
felaktig-adress-vard = The address begins with two slashes and leads to another site.
    .help = Begin with https://, or with one slash if the page is here: /exempel/namn/.
felaktig-adress-inloggning = The address holds a user name or a password.
    .help = Remove what stands between // and @, and the @. If the password was real, change it.
felaktig-adress-ofullstandig = The address is no whole web address.
    .help = Write the whole address, from https:// and without spaces: https://www.skr.se/.
felaktig-adress-bild = The image is fetched from another site, which then learns who is reading.
    .help = If you may use the image, put it in the folder media: ![Karta över länet](/media/karta.svg).
felaktig-adress-ingen-bild = What would be shown is no image.
    .help = Write the address of an image in the folder media, or remove the exclamation mark to make it a link.
okant-avsnitt = There is no section ”{ $rubrik }” in an example.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Your own headings may stand inside a section: ### Heading.
okant-avsnitt-dubbelt = The section ”{ $rubrik }” stands twice.
    .help = Move the text together under the first heading.
okant-avsnitt-fore = Text before the first section.
    .help = Move the text to a section, for example ## Bakgrund, or to sammanfattning.
bruten-lank = There is no page at the address { $adress }.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Correct the address or remove the link.
bruten-lank-fil = There is no file { $adress }.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Put the file in the folder media and write /media/name.pdf, or remove the link.
bruten-lank-sjalv = ”{ $id }” is the document itself.
    .help = Write the id of another document, or remove the line.
bruten-lank-rubrik = The page { $adress } has no heading ”{ $rubrik }”.
    .help = Open the page in the preview and copy the address of the heading.
bruten-lank-utkast = The page { $adress } is a draft that readers do not see.
    .help = Publish that page too, or remove the link.
bruten-lank-utanfor = The link ”{ $mal }” leads out of the content of the site.
    .help = Write an address of the site, /exempel/namn/, or one that begins with https://.
bruten-lank-id = There is no such document: ”{ $id }”.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Write the id of a published document.
bruten-lank-text = This becomes no link but is shown as text.
    .help = Write the address in parentheses right after the brackets, without spaces: [Torget](/exempel/torget/). If it is no link, write \[ instead of [.
bruten-lank-term = The glossary has no term ”{ $term }”.
    .help = { $antal ->
        [0] {""}
        [one] Did you mean { $forslag }?
       *[other] Did you mean one of { $forslag }?
    } Write the term exactly as it stands in the glossary, or remove it from se-aven.
bruten-lank-sjalv-term = ”{ $term }” is the term itself.
    .help = Write another term of the glossary, or remove it from se-aven.
intetsagande-lank = The link text ”{ $text }” does not say where the link leads.
    .help = Write what the page is about: [Så görs FIA-intervjun](/fia/intervjun/).
intetsagande-lank-text = The address stands as text and becomes no link.
    .help = Write a link with words: [SKR om ekonomiskt bistånd](https://…).
intetsagande-lank-tom = The link has no text.
    .help = Write what the page is about between the brackets.
intetsagande-lank-adress = The link text is a bare address.
    .help = Write what the page is about: [SKR om ekonomiskt bistånd](https://…).
bild-utan-alt = The image has no alternative text.
    .help = Write what the image shows between the brackets: ![Karta över länet](…).
rubrikniva = The heading has level { $niva }, but at most level { $hogst } can come here.
    .help = Remove one #, or add the heading that is missing above.
rubrikniva-ett = The text has a heading of level one.
    .help = Begin the heading with ## instead of # or a line ===. The title of the page is level one already.
rubrikniva-tom = The heading is empty.
    .help = Write a heading, or remove the line.
rubrikniva-mellanslag = The line becomes no heading, because the space after # is missing.
    .help = Write a space between # and the heading: ## Bakgrund.
trasig-tabell = The line seems to belong to a table, but becomes text.
    .help = Below the names of the columns there is a line with as many columns: | --- | --- |. Leave an empty line before the table, but none in it.
ojamn-tabell = The row has more cells than the table has columns, and this is not shown.
    .help = Put it into another cell, or add a column at the top. A pipe that is to be seen is written \|.
ojamn-tabell-farre = The row has fewer cells than the table has columns.
    .help = Write a cell for each column. An empty cell is written | |.
dold-rad = The line is the address of a link, and is not shown.
    .help = Write the link in the text: [what the page is about](the address). If it is a source, write it under kallor at the top of the file. If the line is to be seen, begin it with \[.
dubbel-lankadress = The link has its address from a line above, and this one does not count.
    .help = Remove the line that is wrong. When both addresses are to be used, write them in the links of the text: [what the page is about](the address).
ra-html = HTML is not taken into the text.
    .help = Write Markdown instead: **bold**, *italic*, [link](…). If the character < is to be seen, write \<.
for-djup-text = The text has too many levels inside one another.
    .help = Divide the list or quotation into several after one another.
kalla-saknas = There is no source with the number { $nummer }.
    .help = Correct the number, or add the source to kallor.
oanvand-kalla = Nothing refers to source { $nummer }.
    .help = Write [{ $nummer }] after the sentence that the source supports, or remove the source.
politisk-kalla = The claim is supported by a political source only.
    .help = Cite a source of another kind too, or remove the claim.
personlig-kontakt-e-post = The e-mail address seems to belong to a person.
    .help = Write a shared mailbox instead: forsorjningsstod@kommunen.se.
personlig-kontakt-telefon = The number seems to be the mobile telephone of a person.
    .help = Write the number of the switchboard or function instead.
personnummer = The text contains a personal identity number or coordination number.
    .help = Remove the number. If the file has been saved in the version history, contact the editors.
personnummer-filnamn = The name of the file or folder contains a personal identity number or coordination number.
    .help = Rename the file. If it has been saved in the version history, contact the editors.
konfliktmarkering = There is an unresolved conflict between two versions here.
    .help = Choose which version is right, remove the other and the lines with <<<<<<<, ======= and >>>>>>>.
teckenkodning = The file is not saved as UTF-8: the first error is byte { $plats }.
    .help = Open the file, choose Save with encoding and UTF-8. Check å, ä and ö.
teckenkodning-utf16 = The file is saved as UTF-16, not as UTF-8.
    .help = Open the file, choose Save with encoding and UTF-8. Word and Notepad sometimes save like that.
olasbar-fil = The file or folder cannot be read: { $orsak }
    .help = Check that the disk is connected, or copy the file here again.
olasbar-fil-behorighet = You may not read the file or folder.
    .help = Ask its owner to let you read it, or copy it here again.
byteordningsmarke = The file begins with an invisible character, a byte order mark (BOM).
    .help = Run samverka check --fix, or save the file as UTF-8 without BOM.
inte-nfc = The letter is stored in two parts and is not found by searching.
    .help = Write the letter again, or save the file in the Unicode form NFC.
inte-nfc-filnamn = The name of the file has letters that are stored in two parts.
    .help = Rename the file and use only a–z, digits and hyphens.
for-stor-fil = The file is { $storlek } MiB. At most { $hogst } MiB is taken.
    .help = Make the image smaller or divide the text.
okand-fil = The file does not belong here.
    .help = Examples lie in exempel/name.md, pages in sidor/, images in media/ with small letters in the name. Move the file, rename or remove it.
trasig-rapport = The report cannot be shown: { $orsak }
    .help = Put rapport.json here as samverka report wrote it. Do not change it by hand.
okand-fil-media = Files of this kind are not published.
    .help = The folder media may hold svg, png, jpg, jpeg, webp, gif, pdf, csv and txt. Save the file as one of them.
okand-fil-lank = This is no file, but a link to something that lies elsewhere.
    .help = Replace the link by the file itself.
okand-fil-mapp = This is a folder, but it has the name of a file.
    .help = Put the files directly into the folder above, or rename the folder. Its name may not have a full stop.
okand-fil-namn = The name of the file has characters that cannot be read.
    .help = Rename the file and use only a–z, digits and hyphens.
lang-mening = The sentence has { $ord } words.{ $fler ->
        [0] {""}
        [one] {" "}The file has one more long sentence.
       *[other] {" "}The file has { $fler } more long sentences.
    }
    .help = Divide it, or make a list of what is enumerated.
byrakratiskt-ord = “{ $ord }” is officialese.{ $antal ->
        [one] {""}
       *[other] {" "}It comes { $antal } times.
    }{ $fler ->
        [0] {""}
        [one] {" "}The file has one more such word.
       *[other] {" "}The file has { $fler } more such words.
    }
    .help = Rather write { $battre }, where it fits.
oforklarad-forkortning = “{ $namn }” is not explained.{ $fler ->
        [0] {""}
        [one] {" "}The file has one more abbreviation that is not explained.
       *[other] {" "}The file has { $fler } more abbreviations that are not explained.
    }
    .help = Write the name in full the first time, with the abbreviation in brackets, or add it to ordlista.yaml.
svarlast-text = The text is very hard to read: LIX { $lix }, and at most { $grans } is advised.
    .help = Divide long sentences, and take common words for long ones.
intetsagande-rubrik = The heading “{ $text }” does not say what the text is about.{ $fler ->
        [0] {""}
        [one] {" "}The file has one more such heading.
       *[other] {" "}The file has { $fler } more such headings.
    }
    .help = Make the heading of what matters most in the text, or of the reader's question.
onodigt-godtagande = The rule { $regel } is accepted, but has nothing to say of the page.
    .help = Take the line out of godtas.
granskning-passerad = The page was due for review by { $datum }.
    .help = Read the page, correct what has changed and write today's date in granskad.
forsvunnen-adress = The address { $adress } has been published, but no page answers there.
    .help = { $antal ->
        [0] {""}
       *[other] Perhaps { $forslag } has replaced it.
    } Write it in tidigare-adresser of the page that replaces it, or write on the line: { $adress } borttagen 2026-11-22 The reason.
forsvunnen-adress-rad = The line is not an address.
    .help = Write /address/ or /address/ borttagen 2026-11-22 The reason.
forsvunnen-adress-dubbel = The address stands twice.
    .help = Keep one of the lines.
oinskriven-adress = { $antal ->
        [one] One address does not stand in adresser.txt: { $adress }
       *[other] { $antal } addresses do not stand in adresser.txt. The first is { $adress }
    }
    .help = Record them when the site is published: samverka build --record-addresses.
oinskriven-adress-fil = The file adresser.txt is missing, so nobody notices when a published address vanishes.
    .help = Bring the file back, or make it: samverka build --record-addresses.
medieuppgifter = The file has no facts about origin, licence and alternative text.
    .help = Create { $fil } with upphov, licens and alt.
medieuppgifter-utan-fil = The facts are about a file that does not exist: { $fil }.
    .help = Add the file, or remove the facts.
osaker-bild = The image contains something that can run: { $del }
    .help = Save the image as plain SVG in the drawing program, or remove it from the file.
osaker-bild-utifran = The image fetches or links to something outside itself: { $del }
    .help = Embed it in the image, or remove it from the file.
osaker-bild-okant = The image contains something that is not published: { $del }
    .help = Save the image as plain SVG in the drawing program, or remove it from the file.
osaker-bild-for-mycket = The image shows the same parts so many times that a browser gets stuck. At most { $hogst } parts are shown.
    .help = Simplify the image in the drawing program, or save it as PNG.
osaker-bild-cirkel = A part of the image shows itself.
    .help = Look for <use>, mask, pattern and marker in the file. Remove what leads back to itself, or save the image as PNG.
rorlig-bild = The image is a { $sort } with several frames. The reader cannot stop it.
    .help = Save one of the frames as a still image in an image program. If the motion is needed, link to a film that can be stopped.
rorlig-bild-svg = The image moves: { $del }. The reader cannot stop it.
    .help = Remove the motion in the drawing program or from the file, and save the image as plain SVG.
trasig-bild = The image cannot be read as { $sort }.
    .help = Open the image in an image program and save it again.
trasig-bild-svg = The image cannot be read as SVG.
    .help = The file should be XML in UTF-8 with svg as its outermost element. Save it again as plain SVG.
trasig-bild-annan = The file's name says { $sort }, but the image is { $annan }.
    .help = Give the file the ending that the image has, also the file with .yaml after it. Change the links to the image.
trasig-bild-stor = The image has { $bredd } × { $hojd } pixels. At most { $hogst } million are accepted.
    .help = Make the image smaller in an image program. A width of 1,600 pixels is enough.
trasig-bild-djup = The image has { $bredd } × { $hojd } pixels with more colours than screens show. In memory it takes more than { $hogst } MB.
    .help = Save the image with 8 bits per colour in an image program, and make it smaller. A width of 1,600 pixels is enough.
trasig-bild-lang = The image has { $bredd } × { $hojd } pixels. The long side may be at most { $hogst } times the short one.
    .help = Crop the image, or divide it into several.
trasig-bild-vriden = The photo lies on its side. The program cannot turn a photo in WebP without making the file many times as large.
    .help = Turn the photo in an image program and save it again, or save it as JPEG. Then it is turned when the site is built.
tung-bild = The image is { $storlek } kB when published. Above { $hogst } kB, readers on telephones have to wait.
    .help = Save a photo as JPEG or WebP, at most 1,600 pixels wide and with quality 80. Crop a screenshot. Simplify an SVG.
bild-med-plats = The image tells where it was taken.
    .help = Save the image again without its location. If it has been saved in the version history, contact the editors.
kommunlista-kolumner = The line does not have the right number of columns.
    .help = Write code,name,county code,county,group.
kommunlista-kod = The code is not four digits, or stands on another line already.
    .help = Correct the code.
kommunlista-namn = The municipality has the same name as another, or no name.
    .help = Correct the name.
kommunlista-grupp = The group is not in geografi/kommungrupper.csv.
    .help = Correct the group, or add it to kommungrupper.csv.
saknad-fil = The file { $fil } is missing.
    .help = Bring it back, or copy it from a new site: samverka init.
skarpt-lage-kontakt = In live mode a true e-mail address to turn to is needed.
    .help = Give kontakt with funktion and e-post, or write lage: demonstration.
skarpt-lage-adress = In live mode the true address of the site is needed.
    .help = Give adress, or write lage: demonstration.
skarpt-lage-lag = The legal text of the page has not been checked against the official text.
    .help = Check it and write the date in kontrollerad, or let the site be a demonstration.
teckenkodning-binar = The file has characters that are no text: the first is byte { $plats }.
    .help = Save the text again from the editor. If it is a picture or a document, the file belongs in media/.
kommunlista-gruppkolumner = The line is not a code and a name.
    .help = Write code,name, for example A1,Storstäder.
kommunlista-rubrik = The file does not begin with a line that names the columns.
    .help = Write kod,namn,lanskod,lan,skr-grupp on the first line of kommuner.csv, and kod,namn in kommungrupper.csv.
forsvunnen-adress-finns = The address is said to be removed, but there is a page.
    .help = Remove borttagen, date and reason from the line, or remove the page.
