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
site-latest-reviewed = Latest reviewed
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
site-field-uppgift-saknas = Missing in the sources
site-field-ingar-i = Part of
site-field-kallor = Sources
site-field-status = State of the page
site-field-avpublicerad = Withdrawn
site-field-granskad = Last reviewed
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
site-period = { $from } to { $to }
site-period-from = From { $from }
site-period-to = Until { $to }
site-confirmed-municipality = The municipality
site-confirmed-af = Arbetsförmedlingen
site-not-confirmed = not confirmed
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

## FIA
site-fia = FIA
site-fia-pages = Pages on FIA
site-fia-pager = Previous and next page on FIA
site-life-areas = Areas of life
site-experiences = Experiences of FIA
site-experiences-description = Experiences of using FIA, prerequisites for work, in ordinary work.
site-experiences-none = No experience has been described yet.

## Places
site-municipalities = Municipalities
site-counties = Counties
site-counts-hint = The figure in brackets is the number of examples and experiences.
site-municipality-description = Examples of collaboration between social services and Arbetsförmedlingen in { $municipality }.
site-county-description = Examples of collaboration between social services and Arbetsförmedlingen in { $county }.
site-no-example = There is no example from { $place } yet.
site-same-county = Examples from the same county: { $county }
site-same-group = Examples from the same group of municipalities: { $group }
site-contribute-heading = Do you collaborate?
site-contribute-text = Others may learn from what you do.
site-contribute = How to contribute an example

## Topics
site-topics = Topics
site-topics-description = Examples of collaboration by form, target group, purpose and other topics.
site-synonyms = Other words: { $synonyms }

## Other pages
site-news = News
site-news-none = There is no news yet.
site-glossary = Glossary
site-letters = Letters
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
