//! Same site, same bytes.

use samverka::index::{Files, files, read};

use crate::index::own_site;

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
