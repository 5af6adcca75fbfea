//! Site → every file beside the pages: those that the program makes, and media.

use std::collections::BTreeMap;

use super::routes::{Page, Route};
use super::{Site, address};
use crate::parse::Status;

/// How many addresses a sitemap may hold.
pub const SITEMAP_LENGTH: usize = 50_000;

/// How many examples lie together in a small file, at most on average: few enough to be fetched for one of them, and
/// enough that a large site does not get a second file for each page.
pub const EXAMPLES_TOGETHER: usize = 16;

/// What a file is. Numbers are indexes into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFile {
    /// As it lies in the content folder.
    Media(usize),
    /// What is new among examples and notices.
    Feed,
    NewsFeed,
    CountyFeed(usize),
    /// Every address, or the sitemaps that hold them.
    Sitemap,
    /// One of several, from 0.
    SitemapPart(usize),
    Robots,
    /// Every example as data.
    ExamplesJson,
    ExamplesCsv,
    ExamplesSchema,
    /// What data portals harvest.
    Catalogue,
    /// A few examples as data: one of several such files, from 0.
    ExamplesPart(usize),
    /// A published report, for programs.
    Report(usize),
    /// Id, title and place of every example, to choose from.
    ExamplesList,
    /// What a host should say of each file.
    Headers(Host),
    /// Which pages there are; made when all of them have been.
    Manifest,
}

/// A kind of host that a header file is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    Apache,
    /// Publishes folders that begin with `_` when there is an empty file for it.
    GitHubPages,
    Iis,
    /// Cloudflare Pages reads the same file.
    Netlify,
    Nginx,
}

impl Host {
    pub const ALL: [Host; 5] = [Host::Apache, Host::GitHubPages, Host::Iis, Host::Netlify, Host::Nginx];

    /// Where the host looks for its file. nginx has none inside a site: its own lies in a folder that is no page.
    pub fn address(self) -> &'static str {
        match self {
            Host::Apache => "/.htaccess",
            Host::GitHubPages => "/.nojekyll",
            Host::Iis => "/web.config",
            Host::Netlify => "/_headers",
            Host::Nginx => "/_hosting/nginx.conf",
        }
    }
}

/// Every file by its address.
pub(super) fn files(site: &Site) -> BTreeMap<String, SiteFile> {
    let mut files = BTreeMap::from([
        (address::FEED.to_owned(), SiteFile::Feed),
        (address::NEWS_FEED.to_owned(), SiteFile::NewsFeed),
        (address::DATA_JSON.to_owned(), SiteFile::ExamplesJson),
        (address::DATA_CSV.to_owned(), SiteFile::ExamplesCsv),
        (address::DATA_SCHEMA.to_owned(), SiteFile::ExamplesSchema),
        (address::DATA_LIST.to_owned(), SiteFile::ExamplesList),
        (address::DATA_CATALOGUE.to_owned(), SiteFile::Catalogue),
        (address::MANIFEST.to_owned(), SiteFile::Manifest),
        (address::ROBOTS.to_owned(), SiteFile::Robots),
        (address::SITEMAP.to_owned(), SiteFile::Sitemap),
    ]);
    for (index, county) in site.geography.counties.iter().enumerate() {
        files.insert(address::county_feed(&county.slug), SiteFile::CountyFeed(index));
    }
    files.extend(Host::ALL.map(|host| (host.address().to_owned(), SiteFile::Headers(host))));
    let examples = site.published_examples();
    let parts = examples_parts(examples.count());
    files.extend((0..parts).map(|part| (address::examples_data(part), SiteFile::ExamplesPart(part))));
    let reports = site.reports.iter().enumerate();
    files.extend(reports.map(|(index, report)| (address::statistic_json(&report.id), SiteFile::Report(index))));
    let media = site.media.iter().enumerate();
    files.extend(media.map(|(index, media)| (media.address.clone(), SiteFile::Media(index))));
    let parts = in_sitemap(site).count().div_ceil(SITEMAP_LENGTH);
    if parts > 1 {
        files.extend((0..parts).map(|part| (address::sitemap_part(part), SiteFile::SitemapPart(part))));
    }
    files
}

/// How many files of a few examples each a site with `examples` of them has: a power of two, so that one more example
/// changes one file and not all after it, until there are twice as many.
pub fn examples_parts(examples: usize) -> usize {
    if examples == 0 { 0 } else { examples.div_ceil(EXAMPLES_TOGETHER).next_power_of_two() }
}

/// In which of `parts` files, a power of two, an example lies, from 0: whoever has its id need not look in a list first.
///
/// FNV-1a of 32 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>), its halves put together. The theme's script does
/// the same.
pub fn examples_part(id: &str, parts: usize) -> usize {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) as usize & parts.saturating_sub(1)
}

/// The pages that search engines are told of.
pub fn in_sitemap(site: &Site) -> impl Iterator<Item = &Route> {
    site.routes.iter().filter(|route| match route.page {
        Page::Document(index) => {
            site.documents[index].status == Status::Published && !address::is_for_editors(&route.address)
        }
        _ => route.page.is_content(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_examples_are_few_and_about_as_full_as_each_other() {
        assert_eq!([0, 1, 16, 17, 10_000].map(examples_parts), [0, 1, 1, 2, 1024]);
        let mut full = vec![0; 1024];
        (0..10_000).for_each(|number| full[examples_part(&format!("exempel-{number}"), 1024)] += 1);
        assert!(*full.iter().max().unwrap() <= 3 * EXAMPLES_TOGETHER, "{full:?}");
        assert_eq!(examples_part("hel", 1), 0);
    }
}
