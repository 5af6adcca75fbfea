//! Same site, same bytes.

use std::io::Read;

use flate2::read::DeflateDecoder;
use samverka::index::{Files, files, read};

use crate::index::{own_site, whole_index};

#[test]
fn an_index_is_the_same_on_one_core_and_on_two() {
    let site = own_site();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| files(&site, read(&site))).unwrap()
    };
    let (one, two) = (on(1), on(2));
    assert_eq!((&one.root, &one.folder), (&two.root, &two.folder));
    let content =
        |made: &Files| made.files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect::<Vec<_>>();
    for ((path, first), (other, second)) in content(&one).into_iter().zip(content(&two)) {
        assert!(path == other && first.is_some() && first == second, "{path}");
    }
    assert_eq!(one.files.len(), two.files.len());
}

/// Reading pages one by one, and all of them together.
#[test]
fn a_published_index_is_that_of_all_pages() {
    let site = own_site();
    let whole = whole_index(&site);
    let made = files(&site, read(&site)).unwrap();
    let of_name = |name: &str| {
        let path = format!("{}{name}.bin", made.folder.trim_start_matches('/'));
        let file = made.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        file.bytes.as_deref().unwrap()
    };
    assert_eq!(of_name("root"), whole.root);
    for (name, bytes) in &whole.files {
        let published = of_name(name);
        if name.starts_with("d/") {
            let mut unpacked = Vec::new();
            DeflateDecoder::new(published).read_to_end(&mut unpacked).unwrap();
            assert_eq!(&unpacked, bytes, "{name}");
        } else {
            assert_eq!(published, bytes, "{name}");
        }
    }
    // With the root.
    assert_eq!(made.files.len(), whole.files.len() + 1);
}
