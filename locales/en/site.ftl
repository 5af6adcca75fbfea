### The words of the site. Those that begin with site- are used in templates, as w.skip_link or t(k="list-count", …).

## Around every page
site-skip-link = Skip to content
site-demonstration = Demonstration. Not a service from Socialstyrelsen or Arbetsförmedlingen.
site-main-menu = Main menu
site-footer-links = Footer links
site-breadcrumbs = You are here
site-start = Start
site-title-page = { $title } (page { $number })
site-preview-faults = Faults in the file of this page
site-draft = Draft
site-draft-text = Only the preview shows this page.
site-reviewed = Last reviewed
site-changed = Last changed
site-overdue = This page should have been reviewed again by { $date }. It may be out of date.
site-responsible = Responsible for the content
site-about-site = About the site
site-sender = Sender
site-contact = Contact
site-licence = Licence
site-on-this-page = On this page
site-pager = Pages of the list
site-pager-place = Page { $number } of { $pages }
site-previous-page = Previous page
site-next-page = Next page
site-previous = Previous:
site-next = Next:
site-picture-credit = Picture: { $origin }. Licence: { $licence }.
site-table = Table

## Sources
site-source = Source
site-sources = Sources
site-source-kind = Type: { $kind }.
site-source-extent = Read: { $extent }.
site-source-copy = Read in a copy.
site-source-read = Read { $date }.

## Start page
site-way-examples = Examples of collaboration
site-way-fia = FIA, prerequisites for work
site-way-topics = Examples by topic
site-way-places = Municipalities and counties
site-way-places-text = The figure is the number of examples and experiences.
site-task-examples = Find an example
site-task-examples-text = See how others work together, who does what and what the sources say about results.
site-task-places = Start from your municipality
site-task-places-text = Examples from the municipality, the county and municipalities like yours.
site-task-fia = Use FIA
site-task-fia-text = Support from interview to plan and systematic follow-up.
site-task-meeting = Prepare a meeting
site-task-meeting-text = Agenda, questions and who does what, on two pages to print.
site-all-topics = All topics
site-find = Find an example that is like your situation
site-latest-reviewed = Latest reviewed
site-figure-examples = { $count ->
    [one] example
   *[other] examples
}
site-figure-municipalities = { $count ->
    [one] municipality
   *[other] municipalities
}
site-figure-sources = { $count ->
    [one] source
   *[other] sources
}
site-all-counties = All counties
site-all-municipalities = All municipalities
site-all-examples = All examples

## What the fields and sections of an example are called
site-field-id = Id
site-field-titel = Title
site-field-sammanfattning = Summary
site-field-kommuner = Municipalities
site-field-kommuner-ofullstandig = More municipalities took part
site-field-nationellt = National
site-field-relation = Who works together?
site-field-parter = Parties
site-field-niva = Level
site-field-former = Way and form of working
site-field-syften = Purpose
site-field-syften-grund = Ground for the purpose
site-field-malgrupper = Target groups
site-field-malgrupp-text = The target group as the source limits it
site-field-livsomraden = Areas of life
site-field-framgangsfaktorer = Success factors
site-field-overenskommelse = Agreement
site-field-ansvar = Who does what?
site-field-period = Time
site-field-verksamhetslage = State of the work
site-field-resultat = Results
site-field-underlag = What do the facts rest on?
site-field-bekraftad = Confirmed by the parties
site-field-godtas = Accepted advice
site-field-uppgift-saknas = Missing in the sources
site-field-ingar-i = Part of
site-field-kallor = Sources
site-field-status = State of the page
site-field-avpublicerad = Withdrawn
site-field-granskad = Last reviewed
site-field-publicerad-datum = Published
site-field-andringar = Changes
site-field-kontakt = Contact
site-field-tidigare-adresser = Former addresses
site-field-sprak = Language
site-field-bakgrund = Background
site-field-arbetssatt = Way of working
site-field-rutiner = Routines
site-field-hinder-och-lardomar = Obstacles and lessons
site-field-kommunens-erfarenheter = Experiences of the municipality
site-field-arbetsformedlingens-erfarenheter = Experiences of Arbetsförmedlingen

## Lists
site-examples = Examples
site-count-examples = { $count ->
    [one] { $count } example
   *[other] { $count } examples
}
site-count-examples-nearby = { $nearby ->
    [0] { $count } examples
   *[other] { $count } examples, { $nearby } of them related approaches
}
site-count-pages = { $count ->
    [0] No examples yet
    [one] { $count } page
   *[other] { $count } pages
}
site-facets = Show examples by topic
site-nearby = Related approach
site-nearby-text = The sources do not name both the social services or municipality and Arbetsförmedlingen as parties.
site-place = Place
site-form = Form
site-target-group = Target group
site-basis = Basis
site-national = The whole country
site-places-among-others = { $places } and others
site-places-more = { $places } and { $count } more
site-kind-fia = Guidance on FIA
site-kind-experience = Experience of FIA
site-kind-news = News
site-kind-page = Page

## An example
site-facts = Facts
site-county = County
site-group = Group of municipalities (SKR)
site-unknown = Unknown
site-more-municipalities = More municipalities took part. The sources do not name all.
site-according-to = Basis: { $basis }
site-agreement-yes = Written
site-agreement-no = None in writing
site-agreement-unknown = Not known whether written
site-agreement-parties = Between: { $parties }
site-agreement-document = Read the agreement
site-diary-number = Registration number { $number }
site-assignments = Government assignments
site-assignment-recipients = Reported to: { $names }
site-period = { $from } to { $to }
site-period-from = From { $from }
site-period-to = Until { $to }
site-confirmed-municipality = The municipality
site-confirmed-af = Arbetsförmedlingen
site-not-confirmed = not confirmed
site-confirmed-by-both = Confirmed by both parties { $date }
site-confirmed-by-none = Not yet confirmed by either party
site-confirmations = To be confirmed
site-confirmations-lead = For editors: published examples that the municipality or Arbetsförmedlingen has not confirmed yet.
site-confirmations-sheets = Ask the parties to go through the sheet.
site-confirmations-without = Ask the parties to read the page and to answer. Do you want a sheet for each example, to print or to e-mail? Write bekraftelseblanketter: ja in webbplats.yaml.
site-confirmations-count = { $count ->
        [0] Every published example is confirmed by both parties.
        [one] One example awaits confirmation.
       *[other] { $count } examples await confirmation.
    }
site-confirm = Confirm: { $title }
site-confirm-lead = Does the work go well, and is it described rightly? Go through the facts and the text. Tick what is right, and write what is to be changed.
site-confirm-example = The example on the site
site-confirm-never = Never write names or other facts about persons, neither clients nor staff.
site-confirm-fact = Fact
site-confirm-stands = As it stands
site-confirm-right = Right
site-confirm-change = To be changed
site-confirm-box = ☐
site-confirm-summary = Summary
site-confirm-whole = Answer
site-confirm-works = The work goes well.
site-confirm-described = The description is right, with the changes above.
site-confirm-not-yet = We cannot confirm yet.
site-confirm-workplace = Municipality or office
site-confirm-role = Role of the one who answers, such as head of unit
site-confirm-date = Date
site-confirm-back = How to send the answer
site-confirm-back-text = Send the sheet when it is filled in, or write the answer in an e-mail, to
site-confirm-no-mailbox = The editors have no mailbox on this site yet.
site-confirm-public = What you send to an authority becomes a public record and is registered there.
site-confirm-ask = E-mail the sheet about { $title }
site-confirm-ask-subject = Is the description right? { $title }
site-confirm-ask-text = Hello!
    We ask you to confirm or correct the description of your work. Go through the sheet and answer by e-mail:
    { $address }
site-confirm-ask-without = E-mail a question about { $title }
site-confirm-ask-without-text = Hello!
    We ask you to confirm or correct the description of your work. Read the page and answer this e-mail. Does the work go well? What is to be changed?
    { $address }
site-confirm-mail-subject = Answer about { $title }
site-confirm-mail-text = Example: { $address }
    We answer for (the social services or Arbetsförmedlingen):
    Municipality or office:
    Role:
    Date:
    Does the work go well (yes or no):
    Is the description right (yes or no):
    To be changed:
site-confirm-awaits-both = Awaits the municipality and Arbetsförmedlingen.
site-confirm-awaits-municipality = Awaits the municipality.
site-confirm-awaits-af = Awaits Arbetsförmedlingen.
site-confirm-then = When the answer has come
site-confirm-then-text = Correct the example and write the day on which the party answered in the field bekraftad, such as kommun: 2026-11-22. When both have answered the example leaves the list, and readers see the day on the page of the example.
site-party = Party
site-does = Does
site-measured = How it was measured
site-result-basis = Basis
site-missing = Not stated in the sources
site-missing-text = The sources say nothing about:
site-missing-tell = Do you know? Tell us
site-related = Belongs together with
site-part-of = Part of
site-has-parts = Parts of this example:
site-related-examples = Similar examples
site-same-form = Same way of working: { $name }
site-same-target-group = Same target group: { $name }
site-same-county-as = Same county: { $name }
site-same-group-as = Same group of municipalities: { $name }
site-all-same-form = All have the same way of working: { $name }
site-all-same-target-group = All have the same target group: { $name }
site-all-same-county = All are from the same county: { $name }
site-all-same-group = All are from the same group of municipalities: { $name }
site-print = Print or save as PDF

## FIA
site-fia = FIA
site-fia-pager = Previous and next page on FIA
site-fia-way = The way through FIA
site-you-are-here = You are here
site-fia-step-of = Step { $number } of { $total }
site-fia-areas = Life areas:
site-fia-step-method = Get to know the method
site-fia-step-need = See the needs
site-fia-step-interview = Hold the interview
site-fia-step-plan = Make a plan
site-fia-step-follow-up = Follow up
site-fia-step-none = Without a step
site-life-areas = Areas of life
site-experiences = Experiences of FIA
site-experiences-description = Experiences of using FIA, prerequisites for work, in ordinary work.
site-experiences-none = No experience has been described yet.

## Finding without search
site-alphabet = A–Ö
site-alphabet-description = Everything on the site in alphabetical order.
site-see = see
site-kind-example = Example
site-kind-municipality = Municipality
site-new-examples = New examples
site-new-examples-text = Examples published in the past year, the latest first.
site-new-examples-none = No example says that it was published in the past year.
site-updated-examples = Updated examples
site-updated-examples-text = Examples changed or reviewed in the past year, the latest first.
site-updated-examples-none = No example has been changed or reviewed again in the past year.
site-review-examples = Examples to review
site-review-examples-text = Examples that should have been reviewed again. They may be out of date. The oldest come first.
site-review-examples-none = No example needs to be reviewed now.
site-voices-factors = What do the examples say about success factors?
site-voices-obstacles = What do the examples say about obstacles?
site-voices-none = No example says anything about it yet.
site-voices-hint = The text below each example is its own section on success factors.

## Places
site-municipalities = Municipalities
site-counties = Counties
site-counties-map-link = See the counties on a map
site-counts-hint = The figure in brackets is the number of examples and experiences.
site-map-title = Map of the counties
site-map-help = The number in the ring is the number of examples from the county. A county without a ring has no example yet.
site-map-to-table = Show as a table
site-map-table = Table of the counties
site-map-county = { $county }, { $count ->
    [0] no example
    [one] { $count } example
   *[other] { $count } examples
}
site-map-counts = An example from several counties counts in each of them.
site-map-where = Map of Sweden with { $county } marked
site-map-source = Shapes of the map:
site-map-changed = The shapes are simplified.
site-municipality-description = Examples of collaboration between social services and Arbetsförmedlingen in { $municipality }.
site-county-description = Examples of collaboration between social services and Arbetsförmedlingen in { $county }.
site-no-example = There is no example from { $place } yet.
site-same-county = Examples from the same county: { $county }
site-same-group = Examples from the same group of municipalities: { $group }
site-contribute-heading = Do you know of an example?
site-contribute-text = Others may benefit from it.
site-contribute = How to contribute an example

## Topics
site-topics = Topics
site-topics-description = Examples of collaboration by form, target group, purpose and other topics.
site-synonyms = Other words: { $synonyms }

## Changes
site-changes = Changes
site-changes-lead = What is new, and what was updated, reviewed and taken away, day by day.
site-changes-description = What is new on the site, and what was updated, reviewed and taken away, day by day.
site-changes-told = News
site-changes-new = New example
site-changes-updated = Updated
site-changes-reviewed = Reviewed
site-changes-removed = Removed
site-changes-latest = The { $count } latest changes are shown.

## Comparing examples
site-compare = Compare examples
site-compare-lead = See two or three examples side by side.
site-compare-description = Compare two or three examples of collaboration, field by field.
site-compare-no-script = The comparison is made in your browser and needs JavaScript. Open the examples one by one instead, in a tab each or on paper:
site-compare-choose = Choose two or three examples
site-compare-first = First example
site-compare-second = Second example
site-compare-third = Third example (if you wish)
site-compare-hint = Type part of the title or a municipality. Then choose in the list that is shown.
site-compare-similar = Compare with a similar example
site-compare-pairs = Compare two that are alike
site-compare-pair-and = and
site-compare-listed = Choose an example in the list or empty the field.
site-compare-no-match = No example matches. Try another word.
site-compare-match-one = 1 example matches. Choose with the arrow keys.
site-compare-match-other = { $count } examples match. Choose with the arrow keys.
site-compare-match-more = { $count } examples match; the first { $shown } are shown. Type more to narrow them down.
site-compare-matches = Examples that match
site-compare-submit = Compare
site-compare-with = Compare with another example
site-compare-caption = The examples side by side
site-compare-loading = Fetching the examples …
site-compare-done = You are comparing { $titles }.
site-compare-one = You have chosen { $title }. Choose at least one more example.
site-compare-none = Choose two or three examples below.
site-compare-unknown = There is no example with the id { $id }. Choose another below.
site-compare-too-many = At most three examples can be compared. The first three are shown.
site-compare-failed = The examples could not be fetched. Check that you are connected to the network and try again.
site-compare-retry = Try again
site-compare-not-given = Not stated
site-compare-in-text = Described on the page of the example
site-compare-nothing-missing = Nothing

## Suggest an example
site-suggest = Suggest an example
site-suggest-lead = Describe how you work together, one question at a time. You get a file that the editors can review and publish.
site-suggest-description = Describe an example of collaboration in a form, without an account and without anything being sent while you write.
site-suggest-count = The form has { $count } questions. Some you have to answer, the others if you can.
site-suggest-stays = The answers are in this tab only, until you save or send them yourself. If you close the tab they are gone.
site-suggest-never = Never write a name, a personal identity number or anything else by which a person can be recognised.
site-suggest-more = Read what an example needs
site-suggest-then = Do you want to see how the editors rewrite, review and publish?
site-suggest-guide = Guide for editors
site-suggest-privacy = Read about privacy on this site
site-suggest-begin = Begin
site-suggest-no-script = The form works in your browser and needs JavaScript. You can print the questions instead.
site-suggest-to-sheet = Print the questions on paper
site-suggest-question = Question { $number } of { $count }
site-suggest-back = Back
site-suggest-continue = Continue
site-suggest-to-summary = Save the change
site-suggest-to-hand-over = Go on to hand over the suggestion
site-suggest-optional = (if you like)
site-suggest-nothing = We have nothing to tell about “{ $label }”
site-suggest-yes = Yes
site-suggest-no = No
site-suggest-date-hint = For instance 2024, 2024-05 or 2024-05-17.
site-suggest-add-municipality = Add a municipality
site-suggest-add-source = Add a source
site-suggest-remove-what = Remove { $label } { $number }
site-suggest-removed = Removed.
site-suggest-municipality = Municipality
site-suggest-source = Source
site-suggest-supports = Which answers does the source support?
site-suggest-supports-help = A reference to the source is put at the end of the answers that you choose.
site-suggest-help-title = The name that you use yourselves.
site-suggest-help-municipalities = Write the name of the municipality, or choose it in the list that is shown.
site-suggest-left = You can write { $count } more characters.
site-suggest-over = The text is { $count } characters too long.
site-suggest-ask-title = What is the collaboration called, and what is it about?
site-suggest-ask-where = Where is the collaboration?
site-suggest-ask-who = Who work together?
site-suggest-ask-form = How is the collaboration arranged?
site-suggest-ask-target = Whom is the collaboration for?
site-suggest-ask-purpose = What is the purpose of the collaboration?
site-suggest-ask-how = How do you work together?
site-suggest-ask-agreed = What have you agreed on?
site-suggest-ask-when = When does or did the collaboration go on?
site-suggest-ask-results = What has the collaboration led to?
site-suggest-ask-lessons = What has helped, and what has been difficult?
site-suggest-ask-experience = What experiences have the parties?
site-suggest-ask-sources = What is the information based on?
site-suggest-ask-contact = Who can answer questions?
site-suggest-error = Put this right first
site-suggest-fill-in = Fill in “{ $label }”.
site-suggest-choose = Choose at least one answer under “{ $label }”.
site-suggest-too-long = “{ $label }” may have at most { $max } characters. It has { $length } now.
site-suggest-both = You have answered “{ $label }” and ticked that you have nothing to tell. Take one of them away.
site-suggest-unknown-municipality = There is no municipality called “{ $value }”. Write its official name.
site-suggest-meant = There is no municipality called “{ $value }”. Did you mean { $guess }?
site-suggest-national-error = Give either municipalities or that the example is national, not both.
site-suggest-date-error = Write a year, a month or a day, for instance 2024, 2024-05 or 2024-05-17.
site-suggest-order-error = The end comes before the start. Check both.
site-suggest-year-error = Write the year with four digits.
site-suggest-email-error = Write an e-mail address, for instance the name of a shared mailbox followed by @ and the domain of the municipality.
site-suggest-web-error = Write the whole address, beginning with https://.
site-suggest-address-error = Take the web address out of the text. Put it among the sources instead.
site-suggest-personal-email = It looks like a person’s own e-mail address. Write a shared mailbox instead.
site-suggest-personal-telephone = It looks like a mobile number. Write the number of the switchboard or of a function instead.
site-suggest-number-error = There seems to be a personal identity number here. Take it away. If it is another number, leave it out or write it in another way.
site-suggest-file-number-error = Together the answers seem to hold a personal identity number. Take long numbers out of the answers.
site-suggest-supports-error = Choose at least one answer that the source supports.
site-suggest-role-error = Give a function when you have written an e-mail address or a telephone number.
site-suggest-uncited = The text refers to [{ $number }], but there is no source with that number. Add the source or take the reference away.
site-suggest-warnings = Read through before you go on
site-suggest-warnings-help = Is it right all the same? Press the button once more. The form knows common names and expressions only, so always read through yourself.
site-suggest-name-warning = Is this a person’s name? “{ $found }” Write the person’s function instead.
site-suggest-group-warning = Is it fewer than ten persons? “{ $found }” In a small group someone can be recognised. Write for instance “some” instead.
site-suggest-quote-warning = Is it a quotation of a participant? “{ $found }” Do not quote what participants have said.
site-suggest-check = Check your answers
site-suggest-no-answer = No answer
site-suggest-missing = Nothing to tell
site-suggest-change = Change
site-suggest-change-what = Change: { $label }
site-suggest-check-warnings = Read these again
site-suggest-hand-over = Hand over the suggestion
site-suggest-before = Before you send
site-suggest-public = What you send to a public authority becomes a public record and is registered there. Others may ask to read it.
site-suggest-licence = The example is published under the licence { $licence }. Then everyone may use and change the text if they name the source. Only whoever has the right to decide on the text where you work can agree to it. Ask your manager if you are not sure. If someone else has written a part of the text, they have to agree as well.
site-suggest-confirm = Agree on the description with the other party before you send it.
site-suggest-correct = Do you want to correct or withdraw the suggestion? Write to whoever received it and give the name of the file. The example can be changed or taken off the site, but what a public authority has received stays there.
site-suggest-file = Save as a file
site-suggest-file-text = The file is called { $name } and is a text file.
site-suggest-save = Save the file
site-suggest-saved = The file is saved among your downloads.
site-suggest-mail = Send by e-mail
site-suggest-mail-text = Send the file or the text to { $email }. Attach the file, or copy the text below and paste it into the letter.
site-suggest-mail-open = Open a letter
site-suggest-mail-subject = A suggested example: { $title }
site-suggest-mail-body = Hello! Here is a suggested example. I attach the file { $file } or paste the text below.
site-suggest-no-mail = The site has no mailbox for suggestions. Save the file or copy the text, and hand it to whoever is responsible for the site in another way.
site-suggest-copy = Copy the text
site-suggest-copied = The text is copied.
site-suggest-not-copied = The browser did not allow copying. The text is selected, so that you can copy it yourself.
site-suggest-text = The text
site-suggest-github = Create the file on GitHub
site-suggest-github-text = For those who have an account on GitHub. What you save there is public at once, and an earlier version can be read even after you have changed it.
site-suggest-github-open = Open a new file on GitHub
site-suggest-github-empty = The suggestion is too long for a link. The text is copied when you open the empty file. Paste it there.
site-suggest-sheet = Suggest an example: form on paper
site-suggest-sheet-description = The questions of the form for suggesting an example, with room to write by hand.
site-suggest-sheet-lead = Print the form and fill it in by hand, for instance at a meeting with the other party.
site-suggest-sheet-online = Fill in the form in the browser instead

## Search
site-search = Search
site-search-description = Search examples, guidance on FIA, law and other pages.
site-search-label = Search the site
site-search-field = What are you looking for?
site-search-submit = Search
site-search-privacy = Do not enter names or personal identity numbers.
site-search-number = A search must not contain a personal identity number.
site-search-number-found = There seems to be a personal identity number in the search field. Remove it to search.
site-search-no-script = Search runs in your browser and needs JavaScript. You can use the lists instead.
site-search-ways = Find without searching
site-search-kind = Kind of page
site-search-filter = Filter
site-search-filter-chosen = Filter ({ $count } chosen)
site-search-hits = Hits
site-search-remove = Remove the filter { $name }
site-search-clear = Remove all filters
site-search-sort = Sort by
site-search-best = Best match
site-search-by-title = Title, A–Ö
site-search-count-one = { $count } hit
site-search-count-other = { $count } hits
site-search-none = No hits
site-search-none-help = Try other words, or fewer.
site-search-none-filtered = There may be hits without the filters.
site-search-unknown-words = Nothing was found for: { $words }.
site-search-partial = No page has all the words as you wrote them. Here are the pages that have most of them.
site-search-lacking = Some of the pages below lack one of the words.
site-search-suggestion = Did you mean { $query }?
site-search-passage = To the place in the text
site-search-more = Show more hits
site-search-waiting = Searching …
site-search-unavailable = Search is not available right now. You can use the lists instead.
site-search-offline = What search needs could not be fetched. Check your connection and try again.
site-search-updated = The site has been updated since you opened this page. Reload the page and search again.
site-search-damaged = One of the search files is damaged. Reload the page. If that does not help, use the lists.
site-search-version = The browser has kept another version of search than the site's. Reload the page and search again.
site-search-unsupported = The browser cannot run the search. Update it, or use the lists.
site-search-retry = Try again
site-search-reload = Reload the page
site-kind-topic = Topic
site-kind-place = Municipality or county

## Open data
site-data = Data on the examples
site-data-lead = Fetch the facts of the examples as files, and read what each field means.
site-data-page-description = The facts of the examples as JSON and CSV, with a description of each field.
site-data-title = Examples of collaboration between social services and Arbetsförmedlingen
site-data-description = Examples of how municipalities and Arbetsförmedlingen, the public employment service, collaborate: parties, ways of working, target groups, purposes, results, sources and what the sources do not say.
site-data-keywords = collaboration, social services, public employment service, municipalities, economic assistance
site-data-country = Sweden
site-data-updated = Last reviewed fact: { $date }.
site-data-files = Files
site-data-file-json = All examples (JSON)
site-data-file-json-help = Every field of every published example, as JSON.
site-data-file-csv = All examples (CSV)
site-data-file-csv-help = The same fields as a table, one row for each example. Opens in Excel as it is.
site-data-file-schema = Schema (JSON Schema)
site-data-file-schema-help = What each field may hold, by JSON Schema 2020-12.
site-data-file-dcat = Catalogue (DCAT-AP-SE)
site-data-file-dcat-help = Describes the data set to data portals, as RDF/XML. The description itself is free to use under CC0.
site-data-file-feed = Feed of examples and news (Atom)
site-data-file-feed-help = The examples that were reviewed last and the latest news.
site-data-file-news-feed = Feed of news (Atom)
site-data-file-news-feed-help = The news alone.
site-data-one = The examples, ten to a file: the first
site-data-county-feeds = Each county has a feed, which its page links to
site-data-fields = Fields
site-data-fields-text = Every example has these fields. What the sources do not say is empty, and named in uppgift-saknas.
site-data-type = Type
site-data-optional = may be missing
site-data-csv = The CSV file in a spreadsheet
site-data-csv-text = The file has semicolons between its columns and is UTF-8 with a byte order mark, so that Excel with Swedish settings opens it as it should. Quotes are used as in RFC 4180.
site-data-csv-columns = Fields of several parts have a column for each part, such as period.fran.
site-data-csv-lists = Several values in one cell are divided by a vertical bar. Values of vocabularies stand by name; their ids are in the JSON file.
site-data-csv-formulas = A cell that begins with a character that starts a formula has an apostrophe before it.
site-data-left-out = What is left out
site-data-left-out-text = The running text and the contacts are on the pages of the examples, where they are kept up to date. The address is in the field adress.
site-data-vocabularies = Vocabularies
site-data-vocabulary-link = Examples by { $name }
site-data-type-text = text
site-data-type-text-max = text, at most { $max } characters
site-data-type-id = id
site-data-type-code = { $digits } digits, as text
site-data-type-address = web address
site-data-type-yes-no = true or false (ja or nej in CSV)
site-data-type-yes-no-unknown = ja, nej or okant
site-data-type-integer = whole number
site-data-type-date = date, YYYY-MM-DD
site-data-type-partial-date = year, month or date: YYYY, YYYY-MM or YYYY-MM-DD
site-data-type-field-name = name of a field or section
site-data-type-record = record with fields of its own
site-data-type-choice = one of { $choices }
site-data-type-term = id and name from a vocabulary
site-data-type-term-unknown = id and name from a vocabulary, or { $unknown }
site-data-type-list = list: { $type }
site-data-field-address = Address
site-data-field-address-help = The page of the example.
site-data-field-sections = Sections
site-data-field-sections-help = The sections of the page of the example. Their text is on the page alone.
site-data-field-copy = Read as a copy
site-data-field-copy-help = Whether the source was read as a copy in place of the original.
site-data-field-code = Municipality code
site-data-field-code-help = The four-digit code of the municipality.
site-data-field-name = Municipality
site-data-field-name-help = The name of the municipality.
site-data-field-county-code = County code
site-data-field-county-code-help = The two-digit code of the county.
site-data-field-county = County
site-data-field-county-help = The name of the county.

## Other pages
site-news = News
site-news-none = There is no news yet.
site-glossary = Glossary
site-letters = Letters
site-components = Components of the theme
site-components-description = This page shows every component of the theme, for those who change the theme or write text. What it shows comes from the site's own examples.
site-components-states = This is a button. Move to it with the tab key to see its focus.
site-fields = Fields with good and poor examples
site-fields-description = Every field of the form, with what it means, what you may write and a good and a poor example. Choose what you are writing.
site-fields-lead = Every field of the form, in the same order: what it means, whether it is needed and how to fill it in.
site-fields-exercise = The examples are made for practice. They describe no real municipality.
site-fields-example = The fields of an example
site-fields-news = The fields of a notice
site-fields-page = The fields of a page
site-fields-fia = The fields of guidance on FIA
site-fields-experience = The fields of an experience of FIA
site-fields-count = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
site-fields-need-always = Always needed, also in a draft.
site-fields-need-to-publish = Needed to publish.
site-fields-need-or-missing = Needed to publish. If the sources say nothing, choose the field in “Uppgift saknas i källorna”.
site-fields-need-optional = May be empty.
site-fields-text = Write text. An empty line begins a new paragraph.
site-fields-text-max = Write text, at most { $max } characters.
site-fields-id = Write small letters a–z, digits and hyphens.
site-fields-integer = Write a whole number.
site-fields-date = Write a date: year, month and day.
site-fields-partial-date = Write a year, a month or a day: 2026, 2026-11 or 2026-11-22.
site-fields-date-or-no = Write a date or nej.
site-fields-choice = Choose from the list.
site-fields-several = You may give several.
site-fields-municipality = Choose among Sweden’s { $count } municipalities.
site-fields-reference = Write the id of another example.
site-fields-sources = Write the source’s number.
site-fields-web-address = Write the whole address, with https:// first.
site-fields-site-address = Write an address on the site, with / first.
site-fields-address = Write an address, with https:// or / first.
site-fields-email = Write an email address.
site-fields-record = Fill in the fields below the heading.
site-fields-records = Add a row for each, and fill in its fields.
site-fields-yes = yes
site-fields-no = no
site-fields-unknown = unknown
site-fields-body = Text
site-fields-body-help = The text of the page. A heading begins with two number signs and a space.
site-fields-good = Good
site-fields-poor = Poorer
site-fields-checked = The check finds it:
site-fields-judged = The check does not see it. Only you do.
site-rules = Rules for the content
site-rules-description = This is everything that the program checks before the site is published: what is wrong, why it matters and how it should be. The rules are explained in Swedish.
site-rules-errors = Errors, which stop the publishing
site-rules-warnings = Warnings
site-rules-advice = Advice on the language, which stops nothing
site-rule-error = The rule { $rule }. An error: nothing is published until it is mended.
site-rule-warning = The rule { $rule }. A warning: the page is published all the same, but somebody should look at it.
site-rule-advice = The rule { $rule }. Advice: it stops nothing, and may be accepted in the file with a reason.
site-kicker-specimen = Place
site-read-more-at = Read more:
site-read-more = Read more
site-see-also = See also:
site-glossary-sources = Source: { $sources }
site-law = Law on this page:
site-law-fetched = The text was fetched on { $date }.
site-law-checked = It was checked against the official text on { $date }.
site-law-unchecked = It has not been checked against the official text.
site-print-hint = This page is made to be printed.
site-removed = The page has been removed
site-removed-text = The page has been removed.
site-removed-date = The page was removed on { $date }.
site-removed-reason = Reason: { $reason }
site-to-list = To the overview
site-to-start = To the start page
site-moved = The page has moved
site-moved-to = It is now here:
site-not-found = There is no such page
site-not-found-text = The address may be wrong, or the page may have moved. Start again here:

## Months
site-month-1 = January
site-month-2 = February
site-month-3 = March
site-month-4 = April
site-month-5 = May
site-month-6 = June
site-month-7 = July
site-month-8 = August
site-month-9 = September
site-month-10 = October
site-month-11 = November
site-month-12 = December

## Faults in --base-url
base-scheme = “{ $address }” is not the address of a web site. Begin with https:// or http://.
base-host = There is no valid host name in “{ $address }”. Write for instance https://samverka.example/.
base-credentials = The address holds a user name or password. Remove it.
base-query = “{ $address }” holds ? or #. Remove what follows the path.
base-path = The path in “{ $address }” cannot be used. Each part must have letters a–z, digits or hyphens.
