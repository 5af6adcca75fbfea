use std::time::Instant;
fn cpu() -> f64 {
    let t = std::fs::read_to_string("/proc/self/stat").unwrap();
    let f: Vec<&str> = t.rsplit(')').next().unwrap().split_whitespace().collect();
    (f[11].parse::<f64>().unwrap() + f[12].parse::<f64>().unwrap()) / 100.0
}
fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let checked = samverka::check::check(
        samverka::source::read(folder.as_ref()).unwrap_or_else(|_| panic!()),
        jiff::civil::date(2026, 11, 22),
    );
    let site = checked.into_site();
    for _ in 0..5 {
        let (at, used) = (Instant::now(), cpu());
        let pages = samverka::index::pages(&site);
        let made = (at.elapsed(), cpu() - used);
        let filters = samverka::index::filters(&site, &pages);
        println!(
            "{} pages {:?} cpu {:.2}; filters {} in {:?}; {} bytes of text",
            pages.len(),
            made.0,
            made.1,
            filters.len(),
            at.elapsed() - made.0,
            pages.iter().flat_map(|p| &p.sections).map(|s| s.text.len()).sum::<usize>()
        );
    }
}
