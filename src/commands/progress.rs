//! What a terminal shows of work that takes a while.

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;
use crate::i18n::{self, Message};

/// Work that takes longer than this shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a second the line is drawn.
const HZ: u8 = 10;
/// How many steps go between two looks at the clock.
const STEPS: u64 = 64;

/// A line on a terminal, once the work has taken a while. Where standard error is no terminal, nothing is shown.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    /// A bar of so many steps, after the word with the id `word`; the work has gone on since `started`.
    pub fn counted(console: &Console, word: &'static str, steps: usize, started: Instant) -> Progress {
        Progress::new(console, word, Some(steps as u64), "{prefix} {wide_bar} {pos}/{len}", started)
    }

    /// The file that is being read, and how far, after the word with the id `word`.
    pub fn reading(console: &Console, word: &'static str) -> Progress {
        Progress::new(console, word, None, "{prefix} {msg}", Instant::now())
    }

    fn new(console: &Console, word: &'static str, steps: Option<u64>, template: &str, started: Instant) -> Progress {
        let bar = ProgressBar::with_draw_target(steps, ProgressDrawTarget::hidden());
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(i18n::text(console.language, &Message::new(word)));
        Progress { bar, started }
    }

    /// One step has been done. Called from any thread.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.bar.position().is_multiple_of(STEPS) {
            self.show_when_late();
        }
    }

    /// `bytes` of `file` have been read.
    pub fn at(&self, file: &Path, bytes: u64) {
        self.show_when_late();
        if !self.bar.is_hidden() {
            let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
            self.bar.set_message(format!("{name} {}", HumanBytes(bytes)));
        }
    }

    /// Takes the line away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// The target itself stays hidden where standard error is no terminal.
    fn show_when_late(&self) {
        if self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(HZ));
        }
    }
}
