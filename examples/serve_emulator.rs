//! Serves an emulated Kinde over HTTP on loopback, for clients in any language, until Ctrl-C.
//!
//! ```sh
//! cargo run --features emulator --example serve_emulator -- [--port PORT] [--rate-limit REQUESTS_A_MINUTE]
//! ```
//!
//! Standard output has four lines: three of variables, as Kinde's clients read them, and one of JSON with what the
//! business holds.

mod loopback;
#[path = "loopback/seed.rs"]
mod seed;

use std::error::Error;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use kinde_api::emulator::Emulator;
use serde_json::Value;

#[derive(Debug, Default)]
struct Arguments {
    port: u16,
    rate_limit: Option<u32>,
}

const USAGE: &str =
    "cargo run --features emulator --example serve_emulator -- [--port PORT] [--rate-limit REQUESTS_A_MINUTE]";

fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), Box<dyn Error>> {
    let arguments = arguments().map_err(|error| format!("{error}\nusage: {USAGE}"))?;
    // Secrets that nobody on this machine can guess: the hasher has random keys.
    let emulator = Emulator::with_seed(RandomState::new().hash_one(0));
    emulator.follow_wall_clock();
    let seed = seed::fill(&emulator)?;
    // Nobody looks at them here, and a server may run for long.
    emulator.keep_requests(false);
    emulator.clear_requests();
    emulator.revoke_tokens();
    if let Some(requests) = arguments.rate_limit {
        emulator.limit_rate(requests, Duration::from_secs(60));
    }
    let address = loopback::serve(emulator.clone(), arguments.port)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Asked for by name, since a shell lets what it starts with `&` ignore the signal.
        let ctrl_c = tokio::spawn(tokio::signal::ctrl_c());
        // Once that task has begun, whoever reads the lines may send it.
        tokio::task::yield_now().await;
        print(&emulator, address, &seed)?;
        eprintln!("Serving until Ctrl-C.");
        Ok(ctrl_c.await??)
    })
}

fn print(emulator: &Emulator, address: SocketAddr, seed: &Value) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "KINDE_DOMAIN=http://{address}")?;
    writeln!(stdout, "KINDE_MANAGEMENT_CLIENT_ID={}", emulator.client_id())?;
    writeln!(stdout, "KINDE_MANAGEMENT_CLIENT_SECRET={}", emulator.client_secret())?;
    writeln!(stdout, "KINDE_EMULATOR_SEED={seed}")?;
    stdout.flush()
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    use lexopt::prelude::{Long, ValueExt};

    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => arguments.port = parser.value()?.parse()?,
            Long("rate-limit") => arguments.rate_limit = Some(parser.value()?.parse()?),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(arguments)
}
