//! Arguments → run → exit code: 0 done, 1 faults in the content, 2 could not run.

use std::process::ExitCode;

use samverka::{cli, commands};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let typed = match cli::parse(std::env::args_os()) {
        Ok(typed) => typed,
        Err(error) => {
            let arguments: Vec<_> = std::env::args_os().collect();
            match cli::explain(&error, cli::language_of(&arguments)) {
                Some(text) => eprint!("{text}"),
                None => error.exit(),
            }
            return ExitCode::from(2);
        }
    };
    let console = commands::Console::new(typed.lang, typed.color);
    match commands::run(typed.command, &console) {
        Ok(commands::Outcome::Done) => ExitCode::SUCCESS,
        Ok(commands::Outcome::Faults) => ExitCode::from(1),
        Ok(commands::Outcome::Unread) => ExitCode::from(2),
        Err(failure) => {
            console.failure(&failure);
            ExitCode::from(2)
        }
    }
}
