//! `kill -9` at fifty moments, without and with a spare tree: a second process publishes version after version until it is killed.

use super::*;
use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Tells the second process where to publish; without it the publishing test does nothing.
const OUT: &str = "SAMVERKA_TEST_PUBLISH_OUT";

/// Set when it shall keep a spare tree.
const INCREMENTAL: &str = "SAMVERKA_TEST_PUBLISH_INCREMENTAL";

/// Not a test: what the second process does.
#[test]
fn publishes_until_killed() {
    let Some(out) = env::var_os(OUT).map(PathBuf::from) else {
        return;
    };
    let first = whole_version(&out).unwrap() + 1;
    println!("\nready");
    // An end, should the first process be gone.
    let options = Options { incremental: env::var_os(INCREMENTAL).is_some(), ..Options::default() };
    for version in first..first + 20_000 {
        build(&out, version, options).unwrap();
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_succeeds() {
    kill_at_fifty_moments(Options::default());
}

#[test]
fn a_build_with_a_spare_tree_killed_at_any_moment_leaves_a_whole_site_and_the_next_succeeds() {
    kill_at_fifty_moments(Options { incremental: true, ..Options::default() });
}

fn kill_at_fifty_moments(options: Options) {
    let test = module_path!().split_once("::").unwrap().1.to_owned() + "::publishes_until_killed";
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let mut version = 1;
    build(&out, version, options).unwrap();
    for moment in 0..50 {
        let mut command = Command::new(env::current_exe().unwrap());
        if options.incremental {
            command.env(INCREMENTAL, "1");
        }
        let mut publisher = command
            .args(["--exact", &test, "--nocapture", "--test-threads=1"])
            .env(OUT, &out)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(publisher.stdout.take().unwrap());
        assert!(stdout.lines().any(|line| line.unwrap() == "ready"), "the publisher did not start");
        // Steps of a prime number of microseconds fall on ever other places of a build.
        thread::sleep(Duration::from_micros(moment * 1499));
        publisher.kill().unwrap();
        publisher.wait().unwrap();

        let left = whole_version(&out).expect("no site");
        assert!(left >= version, "version {left} came after {version}");
        version = left + 1;
        build(&out, version, options).unwrap();
        assert_eq!(whole_version(&out), Some(version));
        if options.incremental {
            assert_spare_is_the_site(&out, &format!("moment {moment}"));
        } else {
            assert_eq!(names(home.path()), ["site"]);
        }
    }
    // One version of each round was published above, by this process.
    assert!(version > 51, "the second process published nothing");
}
