### The report on how the knowledge was spread: samverka report.

## The page
site-report-title = How the site has been used
site-report-demonstration = Demonstration. The figures are made from made-up log lines and say nothing about real visits.
site-report-period = From { $from } to { $to }, both included.
site-report-empty = The logs have no lines for the period.
site-report-visits = visits
site-report-page-views = page views
site-report-visitor-days = visitor-days
site-report-also-upper = At most { $count }, when only robots that say what they are are left out
site-report-also-main = { $count }, when visitors that never fetch the style sheet are left out too
site-report-proxied = Warning: nearly all lines have the same address. The web server stands behind another and logs that one's address. Visits and visitor-days cannot be told apart.
site-report-truncated = Warning: the addresses in the log are cut short. Several visitors may be counted as one.
site-report-without-headers = The host does not say how long the style sheet is kept. The tables therefore count all but robots that say what they are, and may be too high.
site-report-days-missing = { $count ->
    [one] The log has no lines for one day of the period. The figures may be too low.
   *[other] The log has no lines for { $count } days of the period. The figures may be too low.
}
site-report-definitions = How it is counted
site-report-define-page-views = A page of the site that a browser has fetched, or asked about and been told that it is unchanged. Robots are not counted. A page that the browser shows from its own memory is not in the log.
site-report-define-visits = Page views of the same visitor-day with at most 30 minutes between one page and the next.
site-report-define-visitor-days = The same address and the same browser during one day in Stockholm. Over several days it is a sum, never a number of persons. Several persons behind one address may count as one, and one person who changes address as several.
site-report-define-robots = Programs that say what they are, by a dated list. In the main figures also whoever never fetched the site's style sheet during a day, which browsers do at least every twelve hours. A robot that does all that a browser does cannot be told from a visitor.
site-report-months = Month by month
site-report-months-text = The chart shows visits. The same numbers stand in the table.
site-report-month = Month
site-report-pages = Pages
site-report-pages-text = The { $count } most visited pages. Entrances are visits that began on the page. A download is of the page where the link stood.
site-report-page = Page
site-report-address = Address
site-report-entrances = entrances
site-report-channels = How visitors came
site-report-channels-text = Visits by how they began. Each number is rounded to the nearest { $rounding }. Their sum may therefore differ from the number of visits.
site-report-channel = Way
site-report-channel-direct = Direct, or unknown
site-report-channel-search = Search engine
site-report-channel-municipality = Link from a municipality
site-report-channel-agency = Link from an agency or SKR
site-report-channel-letter = Letter or mailing
site-report-channel-feed = Feed
site-report-channel-link = Link from another site
site-report-channel-inside = Went on from a page of the site
site-report-searches = Searches on the site
site-report-searches-text = { $count } searches by Enter. After { $followed } percent of them an example was read within half an hour. A search is shown when at least { $day } visitors on one day and { $days } visitor-days used it, and it cannot be a personal identity number, an address or a code. The numbers are rounded to the nearest { $rounding }.
site-report-searches-without = { $share } percent of the searches found nothing.
site-report-query = Search
site-report-result = Hits
site-report-finds = Yes
site-report-finds-nothing = No, nothing was found
site-report-unanswered = Searches without a result: to do
site-report-unanswered-text = Many searched for this and found nothing. If the site has the answer, add the word as a synonym in the glossary or to the text. If it has not, it is a subject to write about.
site-report-reach = Visits from the municipalities' networks
site-report-reach-unknown = No list of the municipalities' networks was given. The report cannot say which municipalities have visited the site.
site-report-reach-text = { $reached } of { $known } municipalities with known networks, of 290, made at least { $visits } visits on at least { $days } days. It is a lower bound: whoever works from home or in a shared network is not counted.
site-report-reach-agency = About { $visits } visits came from Arbetsförmedlingen's networks.
site-report-municipality = Municipality
site-report-downloads = Downloaded files
site-report-downloads-text = Files that browsers have fetched.
site-report-file = File
site-report-count = Number
site-report-robots = Robots
site-report-robots-text = Page views by programs that say what they are. The list is of { $date }. They are part of no other figure.
site-report-robot = Robot
site-report-no-agent = Does not say what it is
site-report-quality = What it rests on
site-report-quality-text = Counted by { $program } against the site built { $site }. The list of robots is of { $robots }. The logs' checksums stand in rapport.json.
site-report-what = What
site-report-lines = Lines
site-report-malformed = Lines that could not be read
site-report-outside = Lines outside the period
site-report-out-of-order = Lines older than the line before
site-report-without-address = Lines without a readable address
site-report-head = Questions whether a page is there (HEAD)
site-report-prefetch = Pages that the browser fetched ahead
site-report-not-found = Questions for pages that are not there
site-report-repeated = (the same content as an earlier file, not counted)
site-report-overlaps = ({ $count } lines stood in an earlier file too, and are not counted again)
site-report-overlaps-text = Some lines stood in several files, and are counted once. At each end of such an overlap about { $lines } lines may have been counted twice all the same. Page views and downloads are then a few too many, visits and visitor-days are not.
site-report-privacy = Personal data
site-report-privacy-text = The report is made from the web server's own log. Addresses, browsers and referring pages are only in memory while the log is read, and are not kept. Visitors are told apart by a random key that changes every day and is gone when the program ends.
site-report-csv = Get the table (CSV)
site-report-nothing = Nothing to show.

site-report-months-marked = A diamond shows that something was done outside the site too that month. What it was stands in the table.
site-report-activities = Activities outside the site
site-report-activities-text = What the editors have noted for the period, with its source. A number stands only where somebody counted.
site-report-when = When
site-report-activity = What
site-report-audience = For whom
site-report-counted = Number
site-report-not-counted = Not counted
site-report-source = Source
site-report-page-months = Month by month for every example and page of guidance
site-report-page-months-text = Visits to the page. The { $pages } most visited pages and at most the latest { $months } months are shown. All months, with entrances and downloads, are in the table file.
site-report-page-months-without-logs = A dash means that there are no logs of the month.
site-report-without-logs = no logs
site-report-days-without-logs = days without logs
site-report-page-downloads = downloads
site-report-page-channels = The way to each example and page of guidance
site-report-page-channels-text = Visits to the page by how the visitor came to it. The { $pages } most visited pages are shown, the rest are in the file of the table. Each number is rounded to the nearest { $rounding }, and a page of which all numbers become nothing is left out.
site-report-municipalities = Municipalities reached
site-report-municipalities-text = The municipalities that made so many visits that they count as reached.
site-report-known = municipalities with known networks
site-report-reached = municipalities reached
site-report-map = Map of the counties. The number is how many municipalities were reached. The same numbers stand in the table.
site-report-searched = searches
site-report-comparison = Beside an earlier period
site-report-comparison-text = The earlier period is from { $from } to { $to }, both included. Ways in are rounded one by one.
site-report-before = before
site-report-now = now
site-report-change = change
site-report-caution-definitions = Warning: the figures are defined differently in the two periods. The numbers cannot be compared as they are.
site-report-caution-leading = Warning: one period leaves out visitors that never fetch the style sheet, the other does not.
site-report-caution-program = Be careful: the periods were counted by different versions of the program.
site-report-caution-lists = Be careful: the lists of robots, ways in or networks are not the same.
site-report-caution-length = Be careful: the periods are of different length.
site-report-caution-quality = Be careful: in one of the periods days are missing, or addresses say too little.
site-report-caution-demonstration = Warning: one of the periods is made from made-up log lines.
site-report-provenance = How the figures can be explained afterwards
site-report-provenance-text = Versions, lists and checksums (BLAKE3). The lists lie in the folder underlag beside the report. With them it can be told how each number came about, also when the logs are gone.
site-report-program = Program
site-report-definitions-version = Version of the definitions
site-report-site = The site
site-report-version = Version or checksum

## Published reports
site-statistics = Statistics
site-statistics-lead = How the examples and the guidance on FIA were spread, period by period. The figures come from the web server's own log and say nothing about single visitors.
site-statistics-description = Reports on how the site's examples and guidance were spread.
site-statistics-title = How the site was used from { $from } to { $to }, both included
site-statistics-summary = { $visits } visits and { $views } page views.
site-statistics-json = Get the report as open data (JSON)

## Forms of activities
site-activity-konferens = Conference
site-activity-webbseminarium = Webinar
site-activity-utbildning = Training
site-activity-brev = Letter
site-activity-nyhetsbrev = Newsletter
site-activity-publikation = Publication
site-activity-webbplats = Another site
site-activity-mote = Meeting
site-activity-annat = Other

## The account to the government
site-account-title = Account: how knowledge of collaboration between social services and Arbetsförmedlingen was spread
site-account-left = { $count ->
    [one] One place is left to write
   *[other] { $count } places are left to write
}
site-account-left-text = The document is not done until every place is written. Take the mark away, and this list, when you are done.
site-account-place = To write { $number }:
site-account-to = To
site-account-from = From
site-account-agencies = Socialstyrelsen and Arbetsförmedlingen
site-account-diary-number = The government's registration number
site-account-assignment = Assignment
site-account-assignment-of = { $title }, government decision of { $date }
site-account-period = Period
site-account-own-diary-number = The agencies' registration numbers
site-account-date = Date
site-account-place-recipients = To whom the assignment is accounted for. It can be given in webbplats.yaml.
site-account-place-from = Who gives the account.
site-account-place-diary-number = The registration number of the government's decision. It can be given in webbplats.yaml.
site-account-place-assignment = Title and date of the assignment. They can be given in webbplats.yaml.
site-account-place-period = The period of the account. The logs have no lines.
site-account-place-own-diary-number = The agencies' own registration numbers.
site-account-place-date = The day on which the account is decided.
site-account-summary = Summary
site-account-place-summary = Sum up on half a page at most: what you did, whom it reached and what you conclude.
site-account-site = Spreading through the site
site-account-site-text = The examples and the guidance on FIA are published on an open site. The figures come from the web server's own log. Nothing about a visitor was kept.
site-account-site-figures = From { $from } to { $to }, both included, there were { $visits } visits with { $views } page views. The sum of visitor-days is { $days }. It is not a number of persons.
site-account-compared-text = The table shows at most { $pages } pages. All of them are in rapport.json.
site-account-read-text = The pages with most visits:
site-account-place-site = Tell what was published and changed on the site during the period, and why.
site-account-place-change = Explain the changes that can be explained. Say so where the reason is not known.
site-account-other = Spreading in other ways
site-account-other-text = This is noted for the period:
site-account-other-none = No activities that spread knowledge are noted for the period.
site-account-place-other = Tell how you spread the knowledge in other ways, and to whom: conferences, letters, training, publications. Give numbers only if you counted.
site-account-dialogue = Dialogue with SKR and others
site-account-dialogue-text = This is noted for the period:
site-account-dialogue-none = No dialogue is noted for the period.
site-account-place-dialogue = Tell of the dialogue with SKR and other parties that matter: who, about what, and what it led to.
site-account-whom = Who was reached
site-account-municipalities = Municipalities reached: { $names }.
site-account-place-municipalities = Judge how well the knowledge reached social services in the municipalities. Say what the judgement rests on.
site-account-place-agency = Judge how well the knowledge reached Arbetsförmedlingen locally. Say what the judgement rests on.
site-account-limits = What the figures cannot say
site-account-limit-persons = They do not say how many persons have read. One person may count several times, and several persons as one.
site-account-limit-effect = They do not say whether the knowledge was used, or whether collaboration has changed.
site-account-limit-reach = A municipality that is not seen may have read all the same: from home, in a shared network or in one that is not known.
site-account-limit-robots = Robots that pass for browsers may be left in, and browsers that look like robots may be left out.
site-account-limit-search = Only common searches are shown. What a single person searched for is never told.
site-account-limit-rounding = Numbers of ways in, searches and Arbetsförmedlingen's networks are rounded to the nearest 5, so that nobody can be singled out.
site-account-place-limits = Add what you know of the logs' faults: breaks, a move to another server, your own visits.
site-account-conclusions = Conclusions and further work
site-account-place-conclusions = What you learnt about spreading the knowledge, and what you do next.
site-account-signed = Decision
site-account-place-signed-socialstyrelsen = Decision for Socialstyrelsen: who decided, and who presented the matter.
site-account-place-signed-arbetsformedlingen = Decision for Arbetsförmedlingen: who decided, and who presented the matter.

## The command line
rapport-klar = The report is in { $mapp }: { $visningar } page views, { $besok } visits. { $felaktiga } lines could not be read.
rapport-redovisning-klar = The account is in { $fil }, as a web page and as Markdown. { $stallen } places are left to write.
rapport-innehall-fel = The content in { $mapp } has faults in its activities or in webbplats.yaml.
    .help = Run samverka check and mend the faults, or name another folder with --content.
rapport-jamfor-fel = { $fil } cannot be compared with: { $orsak }
    .help = Name the rapport.json of an earlier report, written by this version of the program or an older one.
rapport-period-fel = The period begins on { $fran } and ends before that, on { $till }.
    .help = Give the first day before the last one.
rapport-laser = Reading
rapport-ingen-webbplats = { $fil } describes no site that samverka has built: { $orsak }
    .help = Name the folder of the built site with --site, or its manifest.json with --manifest.
rapport-nat-fel = The list of networks, { $fil }, cannot be used: { $orsak }
    .help = The first line is part,natverk,kalla,kontrollerad,delas-med. Part is a municipality or Arbetsförmedlingen, natverk for example 192.0.2.0/24, kontrollerad a date.
rapport-logg-fel = The log { $fil } could not be read to its end: { $orsak }
    .help = No report was written. See that the file is there and whole, and run the command again.
rapport-slump-fel = The computer has no random numbers to give: { $orsak }
    .help = Without them visitors could be known again from one day to the next. Run the command on another computer.
rapport-panik = The report stopped at a fault in the program, { $plats }. What it was about is not shown, because it may stand in the log. The report is not finished. Please tell those who maintain the program where the fault is.
rapport-upptagen = The folder { $mapp } holds something else than a report.
    .help = Choose another folder with --out, or move its files.
rapport-integritet =
    What samverka report keeps, why and how long. For the record of processing.

      Of each line are read: address, time, what was asked for, the answer, referring page, browser.
      They are needed to count visits and to tell readers from robots.
      In memory, while the program runs: for each page view a number instead of the visitor, the time, the
      page, the way in and whose network. With the same number: what was searched for, which files were taken and
      whether the style sheet was fetched. The number is made from address and browser with a random key
      that is new each day. The key is never written and is gone when the program ends.
      They are needed to count visits, entrances, searches and downloads.
      On disk are written: the report, checksums of the logs, and the lists that lines were judged by
      (robots, ways in, and the list of networks that you named). No address, browser, referring page or visitor's number.
      They are kept as long as the authority decides, so that a figure can be explained after the logs are gone.
      Rounding: numbers by municipality, way in and search are rounded to the nearest { $avrundning }.
      A municipality is named when at least { $besok } visits on at least { $dagar } days came from its networks.
      Which municipality has read which example is never in the report.
      A search is shown when at least { $besokare } visitors on one day and { $dagsbesokare } visitor-days used it, and it does not
      look like a personal identity number, a telephone number, an e-mail address or a code.

    The authority itself must decide: purpose, legal ground, who may read the logs, and when they are
    disposed of. The program never changes the logs.

## The help
hjalp-report = Reads the web server's logs and tells how the knowledge was spread
hjalp-report-logs = Logs of nginx, Apache, Caddy or IIS, also packed (gz, zst). A hyphen - reads standard input
hjalp-report-site = The folder of the built site
hjalp-report-manifest = The site's manifest.json, instead of the folder
hjalp-report-from = The first day that counts, year-month-day. Else the logs' first
hjalp-report-to = The last day that counts, year-month-day. Else the logs' last
hjalp-report-networks = A list of the municipalities' networks (CSV): part,natverk,kalla,kontrollerad,delas-med
hjalp-report-address-field = The field of the visitor's address, when another server stands in front: for example X-Forwarded-For
hjalp-report-without-headers = The host does not send our headers: do not leave out whoever never fetches the style sheet
hjalp-report-out = The folder of the report
hjalp-report-demo = Report on made-up log lines of a year, to show what the report looks like
hjalp-report-mall = Also write an account to the government: uppfoljande-redovisning
hjalp-report-content = The folder of the content, for activities and assignments. Else content, if there is one
hjalp-report-compare = Compare with the rapport.json of an earlier report
hjalp-report-compare-from = Compare with an earlier period of the same logs: its first day
hjalp-report-compare-to = Its last day
hjalp-report-explain-privacy = Show what is kept, why and how long, instead of reading logs
hjalp-report-exempel =
    Examples:
      samverka report /var/log/nginx/access.log*
      samverka report --from 2026-01-01 --to 2026-06-30 --networks nat.csv access.log.gz
      zcat access.log.gz | samverka report -
      samverka report --mall uppfoljande-redovisning --compare forra/rapport.json access.log
      samverka report --demo
