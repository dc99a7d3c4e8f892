//! `kinde-emulator`: an emulated Kinde for tests in any language.

use std::process::ExitCode;

fn main() -> ExitCode {
    kinde_emulator::main()
}
