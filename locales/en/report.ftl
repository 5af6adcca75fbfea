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
site-report-define-page-views = A page of the site that a browser has fetched, or asked about and been told that it is unchanged. Robots are not counted.
site-report-define-visits = Page views of the same visitor-day with at most 30 minutes between one page and the next.
site-report-define-visitor-days = The same address and the same browser during one day in Stockholm. Over several days it is a sum, never a number of persons. Several persons behind one address may count as one, and one person who changes address as several.
site-report-define-robots = Programs that say what they are, by a dated list. In the main figures also whoever never fetched the site's style sheet during a day, which browsers do at least every twelve hours.
site-report-months = Month by month
site-report-months-text = The chart shows visits. The same numbers stand in the table.
site-report-month = Month
site-report-pages = Pages
site-report-pages-text = The { $count } most visited pages. Entrances are visits that began on the page.
site-report-page = Page
site-report-address = Address
site-report-entrances = entrances
site-report-channels = How visitors came
site-report-channels-text = Visits by how they began. Each number is rounded to the nearest { $rounding }.
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
site-report-privacy = Personal data
site-report-privacy-text = The report is made from the web server's own log. Addresses, browsers and referring pages are only in memory while the log is read, and are not kept. Visitors are told apart by a random key that changes every day and is gone when the program ends.
site-report-csv = Get the table (CSV)
site-report-nothing = Nothing to show.

## The command line
rapport-klar = The report is in { $mapp }: { $visningar } page views, { $besok } visits. { $felaktiga } lines could not be read.
rapport-laser = Reading
rapport-ingen-webbplats = { $fil } describes no site that samverka has built: { $orsak }
    .help = Name the folder of the built site with --site, or its manifest.json with --manifest.
rapport-nat-fel = The list of networks, { $fil }, cannot be used: { $orsak }
    .help = The first line is part,natverk,kalla,kontrollerad,delas-med. Part is a municipality or Arbetsförmedlingen, natverk for example 192.0.2.0/24, kontrollerad a date.
rapport-logg-fel = The log { $fil } could not be read to its end: { $orsak }
    .help = No report was written. See that the file is there and whole, and run the command again.
rapport-slump-fel = The computer has no random numbers to give: { $orsak }
    .help = Without them visitors could be known again from one day to the next. Run the command on another computer.
rapport-upptagen = The folder { $mapp } holds something else than a report.
    .help = Choose another folder with --out, or move its files.
rapport-integritet =
    What samverka report keeps, why and how long. For the record of processing.

      Of each line are read: address, time, what was asked for, the answer, referring page, browser.
      In memory, while the program runs: for each page view a number instead of the visitor, the time, the
      page, the way in and whose network. The number is made from address and browser with a random key
      that is new each day. The key is never written and is gone when the program ends.
      On disk is written: the report alone. No address, browser, referring page or visitor's number.
      Rounding: numbers by municipality, way in and search are rounded to the nearest 5.
      A search is shown when at least 3 visitors on one day and 10 visitor-days used it, and it does not
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
hjalp-report-explain-privacy = Show what is kept, why and how long, instead of reading logs
hjalp-report-exempel =
    Examples:
      samverka report /var/log/nginx/access.log*
      samverka report --from 2026-01-01 --to 2026-06-30 --networks nat.csv access.log.gz
      zcat access.log.gz | samverka report -
      samverka report --demo
