//! How much a browser has to draw. A few lines can ask for a thousand million shapes: ten groups, each with ten `<use>` of the
//! one before.
//!
//! Each element and each set of inherited colours is a node; what it shows is an edge. A node weighs what its edges lead
//! to, so each is weighed once, those first that lead nowhere. What is left when no more can be weighed goes round in a
//! circle.
//!
//! The weight is never less than what is drawn, and may be more: that an inner colour replaces an outer one is not looked at.

use std::collections::HashMap;

use super::super::Fault;
use super::css::{self, Use};
use super::sheet::Sheet;

/// Most elements that a drawing may have, each counted as often as it is shown.
pub const MAX_SHOWN: u64 = 100_000;

/// Most edges: a drawing in which everything refers to everything takes time to weigh, too.
const MAX_EDGES: usize = 2_000_000;

/// Elements that are painted with the colours and markers that they inherit. `a` is one of them within a text.
const SHAPES: [&str; 11] =
    ["a", "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text", "textPath", "tspan"];

/// An element as far as it matters how often others are shown.
#[derive(Debug, Default)]
pub(super) struct Element {
    name: &'static str,
    parent: Option<usize>,
    id: Option<String>,
    classes: Vec<String>,
    /// What `href` leads to.
    target: Option<String>,
    parts: Vec<(Use, String)>,
    /// No fewer than the corners of a shape.
    corners: u64,
}

impl Element {
    pub(super) fn new(name: &'static str, parent: Option<usize>) -> Self {
        Self { name, parent, ..Self::default() }
    }

    pub(super) fn is_link(&self) -> bool {
        self.name == "a"
    }

    /// Whether its address is a picture's, which is in the address itself.
    pub(super) fn is_picture(&self) -> bool {
        self.name == "image"
    }

    /// Takes in an attribute.
    ///
    /// # Errors
    /// [`Fault::TooMuch`] for a value that names more than it has room for.
    pub(super) fn read(&mut self, name: &str, value: &str) -> Result<(), Fault> {
        match name {
            "id" => self.id = Some(value.to_owned()),
            "class" => self.classes.extend(value.split_ascii_whitespace().map(str::to_owned)),
            "href" => self.target = css::fragment(value),
            "style" => self.parts.extend(css::declared(value)?),
            "d" | "points" => {
                let numbers = value.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
                // A line to the beginning is a letter without numbers.
                self.corners = (numbers.count() + value.matches(['z', 'Z']).count()) as u64;
            }
            _ => self.parts.extend(css::references(value)?.into_iter().map(|id| (Use::of_property(name), id))),
        }
        Ok(())
    }

    /// The names that selectors know it by.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().chain(&self.id).map(String::as_str).chain([self.name])
    }
}

/// What is inherited at a place: the parts of the parent, and some more.
#[derive(Debug, Default)]
struct Inherited {
    parent: Option<usize>,
    paint: Vec<usize>,
    markers: Vec<usize>,
    /// Markers at the ends of shapes.
    ends: Vec<usize>,
}

impl Inherited {
    fn is_empty(&self) -> bool {
        self.paint.is_empty() && self.markers.is_empty() && self.ends.is_empty()
    }

    /// All that it holds, itself and from those around it, without one part. It stays as it is when it does not hold that.
    fn without(self, part: usize, all: &[Self], left: &mut usize) -> Result<Self, Fault> {
        let mut flat = Self::default();
        let mut from = Some(&self);
        while let Some(own) = from {
            let count = own.paint.len() + own.markers.len() + own.ends.len();
            *left = left.checked_sub(1 + count).ok_or(Fault::TooMuch)?;
            flat.paint.extend(&own.paint);
            flat.markers.extend(&own.markers);
            flat.ends.extend(&own.ends);
            from = own.parent.map(|parent| &all[parent]);
        }
        let count = flat.paint.len() + flat.markers.len() + flat.ends.len();
        for list in [&mut flat.paint, &mut flat.markers, &mut flat.ends] {
            list.retain(|other| *other != part);
        }
        let is_same = count == flat.paint.len() + flat.markers.len() + flat.ends.len();
        Ok(if is_same { self } else { flat })
    }
}

/// Parts that are shown only as a whole: nothing names what is in them. What is in such a part is shown only while the part is, and
/// browsers do not paint a part within itself. So what it inherits of the part, or gets of it by a style sheet, is not
/// drawn.
struct Closed {
    /// The element after the last within each, and nothing where one of those is named.
    ends: Vec<Option<usize>>,
}

impl Closed {
    fn new(elements: &[Element], by_id: &HashMap<&str, usize>, sheets: &Sheet) -> Self {
        let mut ends: Vec<Option<usize>> = (1..=elements.len()).map(Some).collect();
        for (at, element) in elements.iter().enumerate().rev() {
            if let (Some(parent), Some(end)) = (element.parent, ends[at]) {
                ends[parent] = ends[parent].max(Some(end));
            }
        }
        let own = elements.iter().flat_map(|element| element.parts.iter().map(|(_, id)| id).chain(&element.target));
        let mut is_open = vec![false; elements.len()];
        for named in own.chain(sheets.named()).filter_map(|id| by_id.get(id.as_str())) {
            let mut around = elements[*named].parent;
            while let Some(at) = around.filter(|at| !std::mem::replace(&mut is_open[*at], true)) {
                around = elements[at].parent;
            }
        }
        for (end, is_open) in ends.iter_mut().zip(is_open) {
            *end = end.filter(|_| !is_open);
        }
        Self { ends }
    }

    fn is_closed(&self, part: usize) -> bool {
        self.ends[part].is_some()
    }

    /// Whether an element is a closed part or in it.
    fn is_within(&self, at: usize, part: usize) -> bool {
        self.ends[part].is_some_and(|end| (part..end).contains(&at))
    }
}

/// The names of an element and of those around it.
#[derive(Default)]
struct Around<'e> {
    open: Vec<usize>,
    names: HashMap<&'e str, usize>,
}

impl<'e> Around<'e> {
    /// Elements come as in the file: each after the one that it is in.
    fn enter(&mut self, at: usize, elements: &'e [Element]) {
        while let Some(last) = self.open.pop_if(|last| Some(*last) != elements[at].parent) {
            for name in elements[last].names() {
                if let Some(count) = self.names.get_mut(name) {
                    *count -= 1;
                }
            }
        }
        self.open.push(at);
        for name in elements[at].names() {
            *self.names.entry(name).or_default() += 1;
        }
    }

    fn has(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|count| *count > 0)
    }
}

/// Whether a drawing is small enough.
///
/// # Errors
/// [`Fault::Circle`] and [`Fault::TooMuch`].
pub(super) fn check(elements: &[Element], sheets: &[String]) -> Result<(), Fault> {
    if Graph::new(elements, sheets)?.weigh(elements)? > MAX_SHOWN { Err(Fault::TooMuch) } else { Ok(()) }
}

/// The nodes are the elements, and after them what is inherited.
struct Graph {
    edges: Vec<Vec<usize>>,
    inherited: Vec<Inherited>,
    /// What each element inherits, with what it says itself.
    of_element: Vec<Option<usize>>,
    /// Where the addresses of elements lead.
    targets: Vec<Option<usize>>,
}

impl Graph {
    fn new(elements: &[Element], sheets: &[String]) -> Result<Self, Fault> {
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        for (at, element) in elements.iter().enumerate() {
            if let Some(id) = &element.id {
                by_id.entry(id).or_insert(at);
            }
        }
        let sheet = Sheet::new(sheets)?;
        let closed = Closed::new(elements, &by_id, &sheet);
        let mut around = Around::default();
        let count = elements.len();
        let mut edges: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut inherited: Vec<Inherited> = Vec::new();
        let mut of_element: Vec<Option<usize>> = Vec::with_capacity(count);
        let mut targets = Vec::with_capacity(count);
        let mut left = MAX_EDGES;
        for (at, element) in elements.iter().enumerate() {
            around.enter(at, elements);
            let mut own =
                Inherited { parent: element.parent.and_then(|parent| of_element[parent]), ..Default::default() };
            if closed.is_closed(at) {
                own = own.without(at, &inherited, &mut left)?;
            }
            let from_rules = sheet.parts_for(element.names(), |name| around.has(name), &mut left)?;
            let own_parts = element.parts.iter().map(|part| (part, false));
            for ((used, id), is_from_rule) in own_parts.chain(from_rules.into_iter().map(|part| (part, true))) {
                left = left.checked_sub(1).ok_or(Fault::TooMuch)?;
                let Some(part) = by_id.get(id.as_str()) else { continue };
                // Nothing is painted with what it is a part of.
                if is_from_rule && closed.is_within(at, *part) {
                    continue;
                }
                match used {
                    Use::Once => edges[at].push(*part),
                    Use::Paint => own.paint.push(*part),
                    Use::Marker => own.markers.push(*part),
                    Use::End => own.ends.push(*part),
                }
            }
            let target = element.target.as_ref().and_then(|id| by_id.get(id.as_str()).copied());
            edges[at].extend(target);
            targets.push(target);
            if let Some(parent) = element.parent {
                edges[parent].push(at);
            }
            of_element.push(if own.is_empty() {
                own.parent
            } else {
                inherited.push(own);
                Some(inherited.len() - 1)
            });
            if SHAPES.contains(&element.name) || element.name == "use" {
                edges[at].extend(of_element[at].map(|inherited| count + inherited));
            }
        }
        for own in &inherited {
            let parts = own.paint.iter().chain(&own.markers).chain(&own.ends).copied();
            edges.push(parts.chain(own.parent.map(|parent| count + parent)).collect());
        }
        Ok(Self { edges, inherited, of_element, targets })
    }

    /// The weight of the outermost element.
    fn weigh(&self, elements: &[Element]) -> Result<u64, Fault> {
        let count = elements.len();
        let most_corners = elements.iter().map(|element| element.corners).max().unwrap_or_default();
        let mut weights =
            Weights { nodes: vec![0; self.edges.len()], inherited: vec![(0, 0, 0); self.inherited.len()] };
        let mut led_to_from: Vec<Vec<usize>> = vec![Vec::new(); self.edges.len()];
        for (from, edges) in self.edges.iter().enumerate() {
            for to in edges {
                led_to_from[*to].push(from);
            }
        }
        let mut waits_for: Vec<usize> = self.edges.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..waits_for.len()).filter(|node| waits_for[*node] == 0).collect();
        let mut weighed = 0;
        while let Some(node) = ready.pop() {
            weighed += 1;
            match elements.get(node) {
                Some(element) => weights.nodes[node] = self.element(node, element, &weights, most_corners),
                None => weights.inherited[node - count] = weights.of_inherited(&self.inherited[node - count]),
            }
            for from in &led_to_from[node] {
                waits_for[*from] -= 1;
                if waits_for[*from] == 0 {
                    ready.push(*from);
                }
            }
        }
        if weighed < waits_for.len() {
            Err(Fault::Circle)
        } else {
            Ok(weights.nodes.first().copied().unwrap_or_default())
        }
    }

    fn element(&self, at: usize, element: &Element, weights: &Weights, most_corners: u64) -> u64 {
        let below = self.edges[at].iter().filter(|to| **to < weights.nodes.len() - self.inherited.len());
        let shown = below.fold(1_u64, |sum, to| sum.saturating_add(weights.nodes[*to]));
        let inherited = |corners: u64| {
            let Some(inherited) = self.of_element[at] else { return 0 };
            let (paint, markers, ends) = weights.inherited[inherited];
            let markers = markers.saturating_mul(corners).saturating_add(ends);
            // What is in a marker can be painted as the shape is.
            paint.saturating_add(markers.saturating_mul(paint.saturating_add(1)))
        };
        if SHAPES.contains(&element.name) {
            shown.saturating_add(inherited(element.corners.max(2)))
        } else if element.name == "use" {
            // Each shape in what it shows inherits from it.
            let target = self.targets[at].map_or(0, |target| weights.nodes[target]);
            shown.saturating_add(target.saturating_mul(inherited(most_corners.max(2))))
        } else {
            shown
        }
    }
}

struct Weights {
    /// Of elements, and nothing where a node is none.
    nodes: Vec<u64>,
    /// Of what is inherited: paint, markers, and those at the ends.
    inherited: Vec<(u64, u64, u64)>,
}

impl Weights {
    fn of_inherited(&self, own: &Inherited) -> (u64, u64, u64) {
        let sum =
            |parts: &[usize], first| parts.iter().fold(first, |sum: u64, part| sum.saturating_add(self.nodes[*part]));
        let (paint, markers, ends) = own.parent.map_or((0, 0, 0), |parent| self.inherited[parent]);
        (sum(&own.paint, paint), sum(&own.markers, markers), sum(&own.ends, ends))
    }
}
