//! The program as its users run it: what it builds, says and refuses.

mod bad_input;
mod cli;
mod determinism;
mod edits;
mod feeds;
mod golden;
mod guide;
mod harm;
mod hosting;
mod incremental;
mod kill;
mod media;
mod mend;
mod preview;
mod program;
mod record;
mod report;
mod review;
mod withdraw;
