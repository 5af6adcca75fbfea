//! The 21 counties as shapes. `README.md` beside this file says where they come from and under which licence.
//!
//! The shapes are the same for every site, so they are divided once for the program; what a page adds is links and numbers.

use std::sync::LazyLock;

use tera::Value;

use super::Renderer;
use super::context::map;
use super::wording::Wording;
use crate::model::address;
use crate::schema::Kind;

static DATA: &str = include_str!("counties.csv");

/// In the order of the map, from north to south: so does the keyboard go through it.
static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    let mut shapes: Vec<Shape> = DATA.lines().skip(1).filter_map(Shape::read).collect();
    shapes.sort_by_key(|shape| (shape.number.1, shape.number.0));
    shapes
});

/// One county.
struct Shape {
    /// Two digits.
    code: &'static str,
    /// Where a number fits best.
    number: (u32, u32),
    path: &'static str,
    /// Coarser, and a quarter of the size.
    small: &'static str,
}

impl Shape {
    fn read(line: &'static str) -> Option<Shape> {
        let mut columns = line.split(',');
        let mut next = || columns.next();
        let (code, x, y) = (next()?, next()?.parse().ok()?, next()?.parse().ok()?);
        Some(Shape { code, number: (x, y), path: next()?, small: next()? })
    }
}

/// The counties as shapes with a number: how many of their municipalities were reached; none for a county of which nothing is
/// known.
pub(super) fn reached(count: impl Fn(&str) -> Option<u64>) -> Vec<Value> {
    let shapes = SHAPES.iter().map(|shape| {
        let (x, y) = shape.number;
        map! { path: shape.path, count: count(shape.code), x: x, y: y }
    });
    shapes.collect()
}

impl Renderer<'_> {
    /// The map of all counties: each a link with its name and the number of its examples.
    pub(super) fn county_map(&self, words: &Wording) -> Value {
        let counties = &self.site.geography.counties;
        let shapes = SHAPES.iter().map(|shape| {
            let index = counties.iter().position(|county| county.code == shape.code);
            // A site of one region has the others as shapes without links.
            let Some(index) = index else { return map! { path: shape.path, count: 0_usize } };
            let county = &counties[index];
            let count = self.examples_in_county(index);
            let (x, y) = shape.number;
            map! {
                path: shape.path,
                href: self.base.page(&address::county(&county.slug)),
                name: words.with("map-county", &[("county", &county.name), ("count", &count.to_string())]),
                count: count,
                x: x,
                y: y,
            }
        });
        shapes.collect::<Vec<_>>().into()
    }

    /// The counties as a table: name, municipalities, examples.
    pub(super) fn county_rows(&self) -> Value {
        let geography = &self.site.geography;
        let rows = geography.counties.iter().enumerate().map(|(index, county)| {
            let municipalities = geography.municipalities.iter().filter(|m| m.county == index).count();
            map! {
                title: county.name.as_str(),
                href: self.base.page(&address::county(&county.slug)),
                municipalities: municipalities,
                count: self.examples_in_county(index),
            }
        });
        rows.collect::<Vec<_>>().into()
    }

    fn examples_in_county(&self, index: usize) -> usize {
        self.site.in_county(index).iter().filter(|document| document.kind == Kind::Example).count()
    }

    /// Where in the country a county is. Nothing for one that the map does not know.
    pub(super) fn locator(&self, words: &Wording, index: usize) -> Value {
        let county = &self.site.geography.counties[index];
        let Some(own) = SHAPES.iter().find(|shape| shape.code == county.code) else { return Value::none() };
        let others: String = SHAPES.iter().filter(|s| s.code != own.code).map(|shape| shape.small).collect();
        map! {
            own: own.small,
            others: others,
            name: words.with("map-where", &[("county", &county.name)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::geography::Geography;

    fn geography() -> Geography {
        let csv = include_str!("../../../content/geografi/kommuner.csv");
        let groups = include_str!("../../../content/geografi/kommungrupper.csv");
        let (geography, faults) = Geography::read(csv, Some(groups));
        assert!(faults.is_empty(), "{faults:?}");
        geography
    }

    fn shape(code: &str) -> &'static Shape {
        SHAPES.iter().find(|shape| shape.code == code).unwrap()
    }

    /// Every point of a path, in whole numbers.
    fn points(path: &str) -> Vec<(i32, i32)> {
        let (mut at, mut begin, mut points) = ((0, 0), (0, 0), Vec::new());
        let spaced = path.replace('-', " -");
        for ring in spaced.split('z').filter(|ring| !ring.is_empty()) {
            let is_absolute = ring.starts_with('M');
            at = if is_absolute { (0, 0) } else { begin };
            let numbers: Vec<i32> =
                ring.replace(['M', 'm', 'l'], " ").split_whitespace().map(|n| n.parse().unwrap()).collect();
            assert_eq!(numbers.len() % 2, 0, "{ring}");
            for (step, pair) in numbers.chunks(2).enumerate() {
                at = (at.0 + pair[0], at.1 + pair[1]);
                if step == 0 {
                    begin = at;
                }
                points.push(at);
            }
        }
        let _ = at;
        points
    }

    #[test]
    fn every_county_has_a_shape_and_no_other_has() {
        let geography = geography();
        let mut known: Vec<&str> = geography.counties.iter().map(|county| county.code.as_str()).collect();
        known.sort_unstable();
        let mut drawn: Vec<&str> = SHAPES.iter().map(|shape| shape.code).collect();
        drawn.sort_unstable();
        assert_eq!(drawn.len(), 21);
        assert_eq!(drawn, known);
        assert!(DATA.len() < 12_000, "{} bytes", DATA.len());
    }

    #[test]
    fn shapes_and_numbers_are_inside_the_picture() {
        for shape in SHAPES.iter() {
            for (path, width, height) in [(shape.path, 692, 1586), (shape.small, 173, 397)] {
                let points = points(path);
                assert!(points.len() > 5, "{}", shape.code);
                assert!(points.iter().all(|&(x, y)| (0..=width).contains(&x) && (0..=height).contains(&y)), "{path}");
            }
            let points = points(shape.path);
            let xs = points.iter().map(|p| p.0 as u32);
            let ys = points.iter().map(|p| p.1 as u32);
            assert!((xs.clone().min().unwrap()..xs.max().unwrap()).contains(&shape.number.0));
            assert!((ys.clone().min().unwrap()..ys.max().unwrap()).contains(&shape.number.1));
        }
    }

    /// The package has two counties under each other's name.
    #[test]
    fn each_code_is_on_its_own_county() {
        let north_to_south = ["25", "24", "22", "21", "03", "01", "05", "08", "10", "12"];
        for pair in north_to_south.windows(2) {
            assert!(shape(pair[0]).number.1 < shape(pair[1]).number.1, "{pair:?}");
        }
        let west_to_east = ["14", "05", "09"];
        for pair in west_to_east.windows(2) {
            assert!(shape(pair[0]).number.0 < shape(pair[1]).number.0, "{pair:?}");
        }
        // Counties that share a border share points of it; others share none.
        let meet = |a: &str, b: &str| {
            let others = points(shape(b).path);
            points(shape(a).path).iter().any(|point| others.contains(point))
        };
        let neighbours = [
            ("19", "20"),
            ("19", "18"),
            ("19", "03"),
            ("19", "04"),
            ("22", "24"),
            ("22", "23"),
            ("22", "21"),
            ("12", "13"),
            ("12", "10"),
            ("12", "07"),
            ("06", "14"),
            ("06", "05"),
            ("06", "08"),
            ("17", "20"),
            ("17", "14"),
            ("01", "03"),
            ("01", "04"),
            ("25", "24"),
            ("23", "20"),
            ("21", "03"),
        ];
        for (a, b) in neighbours {
            assert!(meet(a, b), "{a} and {b} should meet");
        }
        for (a, b) in [("19", "22"), ("22", "20"), ("09", "08"), ("01", "05"), ("12", "14"), ("25", "22")] {
            assert!(!meet(a, b), "{a} and {b} should not meet");
        }
    }
}
