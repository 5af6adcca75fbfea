//! Same site, same bytes.

use samverka::index::{analysed, files};

use crate::index::own_site;

#[test]
fn an_index_is_the_same_on_one_core_and_on_two() {
    let site = own_site();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| files(&analysed(&site))).unwrap()
    };
    let (one, two) = (on(1), on(2));
    assert_eq!((&one.root, &one.folder), (&two.root, &two.folder));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&one.files), names(&two.files));
    for ((name, first), (_, second)) in one.files.iter().zip(&two.files) {
        assert!(first == second, "{name}");
    }
}
