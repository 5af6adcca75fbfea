//! Municipalities, counties and SKR's groups of municipalities.

use std::collections::HashMap;
use std::fmt;

use crate::words::{nearest, slug, swedish_order};

/// The four-digit code of a known municipality. Only a [`Geography`] makes one, or a build that knew the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct KommunKod([u8; 4]);

impl fmt::Display for KommunKod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{}", *b as char))
    }
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    pub code: KommunKod,
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// Index into [`Geography::counties`].
    pub county: usize,
    /// Code of the SKR group, where known.
    pub group: Option<String>,
}

/// A county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    /// Two digits.
    pub code: String,
    /// `Skåne län`.
    pub name: String,
    pub slug: String,
}

/// All places, in Swedish order of name.
#[derive(Clone, Debug, Default)]
pub struct Geography {
    pub municipalities: Vec<Municipality>,
    pub counties: Vec<County>,
    /// Code and name of SKR's groups.
    pub groups: Vec<(String, String)>,
    by_name: HashMap<String, usize>,
    by_slug: HashMap<String, usize>,
    by_code: HashMap<KommunKod, usize>,
}

/// Where the municipalities stand.
pub const MUNICIPALITIES: &str = "geografi/kommuner.csv";
/// Where the names of the groups of municipalities stand.
pub const GROUPS: &str = "geografi/kommungrupper.csv";

/// What was wrong with a line of a geography file, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// [`MUNICIPALITIES`] or [`GROUPS`].
    pub file: &'static str,
    pub line: usize,
    pub kind: LineFaultKind,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFaultKind {
    /// Not comma-separated values of the expected number of columns.
    Csv,
    /// The code is not four digits, or stands twice.
    Code,
    /// Two places would have the same address.
    Name,
    /// The SKR group is not among the groups.
    Group,
    /// A group is a code and a name.
    GroupColumns,
    /// The first line does not name the columns, so that it would be taken for them.
    Header,
}

impl Geography {
    /// Reads `kommuner.csv` (kod, namn, lanskod, lan, skr-grupp) and `kommungrupper.csv` (kod, namn), each with a
    /// header line. The column `skr-grupp` may be left out.
    pub fn read(municipalities: &str, groups: Option<&str>) -> (Geography, Vec<LineFault>) {
        let mut geography = Geography::default();
        let mut faults = Vec::new();
        for (line, row) in rows(GROUPS, groups.unwrap_or(""), &mut faults) {
            match row.as_slice() {
                [code, name] if !code.is_empty() && !name.is_empty() => {
                    geography.groups.push((code.clone(), name.clone()));
                }
                _ => faults.push(LineFault { file: GROUPS, line, kind: LineFaultKind::GroupColumns }),
            }
        }
        if municipalities.trim().is_empty() {
            faults.push(LineFault { file: MUNICIPALITIES, line: 1, kind: LineFaultKind::Header });
        }
        let mut rows = rows(MUNICIPALITIES, municipalities, &mut faults);
        rows.sort_by(|a, b| match (a.1.get(1), b.1.get(1)) {
            (Some(a), Some(b)) => swedish_order(a, b),
            _ => a.0.cmp(&b.0),
        });
        for (line, row) in rows {
            if let Err(kind) = geography.add(&row) {
                faults.push(LineFault { file: MUNICIPALITIES, line, kind });
            }
        }
        geography.sort_counties();
        (geography, faults)
    }

    fn add(&mut self, row: &[String]) -> Result<(), LineFaultKind> {
        let [code, name, county_code, county_name, rest @ ..] = row else { return Err(LineFaultKind::Csv) };
        let digits: [u8; 4] = code.as_bytes().try_into().map_err(|_| LineFaultKind::Code)?;
        let code = KommunKod(digits);
        if !digits.iter().all(u8::is_ascii_digit) || self.by_code.contains_key(&code) {
            return Err(LineFaultKind::Code);
        }
        let by_name = name.to_lowercase();
        let mut address = slug(name);
        if self.by_slug.contains_key(&address) {
            // Håbo and Habo are two municipalities: the later one has its county in its address.
            address = format!("{address}-{}", slug(county_name));
        }
        if slug(name).is_empty() || self.by_name.contains_key(&by_name) || self.by_slug.contains_key(&address) {
            return Err(LineFaultKind::Name);
        }
        let group = rest.first().filter(|group| !group.is_empty()).cloned();
        if group.as_ref().is_some_and(|group| !self.groups.iter().any(|(code, _)| code == group)) {
            return Err(LineFaultKind::Group);
        }
        let county = self.counties.iter().position(|c| c.code == *county_code).unwrap_or_else(|| {
            let slug = slug(county_name);
            self.counties.push(County { code: county_code.clone(), name: county_name.clone(), slug });
            self.counties.len() - 1
        });
        let index = self.municipalities.len();
        self.by_name.insert(by_name, index);
        self.by_slug.insert(address.clone(), index);
        self.by_code.insert(code, index);
        self.municipalities.push(Municipality { code, name: name.clone(), slug: address, county, group });
        Ok(())
    }

    fn sort_counties(&mut self) {
        let mut order: Vec<usize> = (0..self.counties.len()).collect();
        order.sort_by(|&a, &b| swedish_order(&self.counties[a].name, &self.counties[b].name));
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        self.counties = order.iter().map(|&old| self.counties[old].clone()).collect();
        for municipality in &mut self.municipalities {
            municipality.county = place[municipality.county];
        }
    }

    /// The municipality with an official name (also with "kommun" or "stad" after it) or a code.
    pub fn find(&self, text: &str) -> Option<KommunKod> {
        if let Ok(digits) = <[u8; 4]>::try_from(text.as_bytes()) {
            let code = KommunKod(digits);
            if self.by_code.contains_key(&code) {
                return Some(code);
            }
        }
        // The whole name first, letter by letter: Håbo and Habo are two municipalities.
        let whole = text.trim().to_lowercase();
        let plain = whole.trim_end_matches(" kommun").trim_end_matches(" stad");
        let forms = [whole.as_str(), plain, plain.trim_end_matches('s')];
        let by_name = forms.iter().find_map(|form| self.by_name.get(*form));
        let index = by_name.or_else(|| forms.iter().find_map(|form| self.by_slug.get(&slug(form))))?;
        Some(self.municipalities[*index].code)
    }

    /// The municipality of a code. Codes are only made from this geography, or one read before it changed.
    pub fn get(&self, code: KommunKod) -> Option<&Municipality> {
        self.by_code.get(&code).map(|&index| &self.municipalities[index])
    }

    /// The names that look most like what was written.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        nearest(text, self.municipalities.iter().map(|m| m.name.as_str()), 3).into_iter().map(str::to_owned).collect()
    }

    /// The name of an SKR group.
    pub fn group_name(&self, code: &str) -> Option<&str> {
        self.groups.iter().find(|(c, _)| c == code).map(|(_, name)| name.as_str())
    }
}

/// The rows below the header, each with its line number.
fn rows(file: &'static str, text: &str, faults: &mut Vec<LineFault>) -> Vec<(usize, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    if !text.is_empty() && reader.headers().ok().and_then(|header| header.get(0)) != Some("kod") {
        faults.push(LineFault { file, line: 1, kind: LineFaultKind::Header });
    }
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |p| p.line() as usize);
                rows.push((line, record.iter().map(str::to_owned).collect()));
            }
            Err(error) => {
                let line = error.position().map_or(1, |p| p.line() as usize);
                faults.push(LineFault { file, line, kind: LineFaultKind::Csv });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = "kod,namn,lanskod,lan,skr-grupp\n1440,Ale,14,Västra Götalands län,A2\n\
                       0180,Stockholm,01,Stockholms län,A1\n1280,Malmö,12,Skåne län,\n";

    #[test]
    fn places_are_found_by_name_and_code() {
        let (geography, faults) = Geography::read(CSV, Some("kod,namn\nA1,Storstäder\nA2,Pendlingskommun\n"));
        assert!(faults.is_empty(), "{faults:?}");
        let stockholm = geography.find("Stockholms stad").unwrap();
        assert_eq!(stockholm.to_string(), "0180");
        assert_eq!(geography.find("0180"), Some(stockholm));
        assert_eq!(geography.find("malmo"), geography.find("Malmö"));
        assert_eq!(geography.find("Malmö kommun").map(|c| c.to_string()).as_deref(), Some("1280"));
        assert_eq!(geography.find("Alle"), None);
        assert_eq!(geography.nearest("Alle"), ["Ale"]);
        let names: Vec<_> = geography.counties.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Skåne län", "Stockholms län", "Västra Götalands län"]);
        assert_eq!(geography.counties[geography.get(stockholm).unwrap().county].code, "01");
    }

    #[test]
    fn names_that_differ_only_in_dots_are_two_places() {
        let csv = "kod,namn,lanskod,lan,skr\n0305,Håbo,03,Uppsala län,\n0643,Habo,06,Jönköpings län,\n";
        let (geography, faults) = Geography::read(csv, None);
        assert!(faults.is_empty(), "{faults:?}");
        let slug = |name: &str| geography.get(geography.find(name).unwrap()).unwrap().slug.clone();
        assert_eq!((slug("Habo").as_str(), slug("Håbo").as_str()), ("habo", "habo-uppsala-lan"));
        assert_eq!(geography.find("habo kommun"), geography.find("Habo"));
        assert_eq!(geography.find("Håbo kommun"), geography.find("Håbo"));
    }

    #[test]
    fn every_bad_line_is_reported() {
        let text =
            "kod,namn,lanskod,lan,skr\n18,A,01,S,\n0180,B,01,S,\n0180,C,01,S,\n0181,B,01,S,\n0182,D\n0183,E,01,S,Z9\n";
        let (_, faults) = Geography::read(text, None);
        assert_eq!(faults.len(), 5, "{faults:?}");
    }
}
