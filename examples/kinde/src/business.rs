//! A Kinde in memory to try things on.

use std::io::{IsTerminal, stderr};
use std::{thread, time::Duration};

use http::Request;
use kinde_api::Client as AnyClient;
use kinde_api::emulator::{Emulator, Role, User};
use kinde_api::organizations::AddOrganizationUser;

use crate::connection::Client;

pub(crate) fn client() -> Client {
    let emulator = seeded();
    // So that somebody who looks on can see the progress.
    let latency = Duration::from_millis(if stderr().is_terminal() { 300 } else { 0 });
    let (clock, credentials) = (emulator.clone(), emulator.credentials());
    let transport = move |request: Request<Vec<u8>>| {
        thread::sleep(latency);
        emulator.respond(request)
    };
    let client = AnyClient::new(transport, "https://emulator.kinde.com", credentials).expect("it is an origin");
    client.boxed().with_clock(clock)
}

fn seeded() -> Emulator {
    let emulator = Emulator::new();
    emulator.add_role(Role::new("admin").name("Administrator").permissions(["read:reports", "write:reports"]));
    emulator.add_role(Role::new("member").name("Member").permissions(["read:reports"]));
    let mut members = Vec::new();
    for number in 1..=640 {
        let user = User::new(format!("member{number}@example.com")).first_name("Member").last_name(number.to_string());
        let roles = ["member", "admin"].iter().take(if number % 40 == 1 { 2 } else { 1 });
        members.push(AddOrganizationUser::new(emulator.add_user(user)).roles(roles));
    }
    for (name, size) in [("Acme", 250), ("Example Trading", 40), ("Sample Works", 3)] {
        emulator.add_members(emulator.add_organization(name), members[..size].to_vec()).expect("they are users");
    }
    emulator.add_members(emulator.default_organization(), members).expect("they are users");
    emulator
}
