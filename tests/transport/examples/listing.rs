//! What listing 50,000 members costs: the client against `ureq` and `serde_json` by hand, on the same pages.
//!
//! `cargo run --release -p transport --example listing` prints the time on the processor of the thread that lists, in
//! the same run and turn by turn, and the memory after the tenth and after the last page. Linux only.

use std::error::Error;
use std::fs;
use std::time::Duration;

use kinde_api::organizations::GetOrganizationUsers;
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Credentials};
use serde::Deserialize;
use transport::{Answer, Server, page_of_members};

const PAGES: usize = 100;
const ON_A_PAGE: usize = 500;
const ROUNDS: usize = 15;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(Deserialize)]
struct Page {
    organization_users: Vec<Member>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read to be there, as in the crate")]
struct Member {
    id: Option<String>,
    email: Option<String>,
    full_name: Option<String>,
    last_name: Option<String>,
    first_name: Option<String>,
    picture: Option<String>,
    joined_on: Option<String>,
    last_accessed_on: Option<String>,
    is_suspended: Option<bool>,
    roles: Vec<String>,
}

fn main() -> Outcome<()> {
    let server = server();
    let client = Client::new(UreqTransport::default(), &server.origin(), Credentials::token("a-token"))?;
    let agent = ureq::Agent::new_with_defaults();
    let (mut by_client, mut by_hand) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        // What else the machine does only ever adds to the time.
        by_hand = by_hand.min(timed(|| list_by_hand(&agent, &server.origin()))?);
        by_client = by_client.min(timed(|| list_by_client(&client))?);
    }
    println!("client:  {by_client:?}");
    println!("by hand: {by_hand:?}");
    println!("ratio:   {:.3}", by_client.as_secs_f64() / by_hand.as_secs_f64());
    memory(&client)
}

fn server() -> Server {
    let pages: Vec<_> = (0..PAGES)
        .map(|page| {
            let next_token = (page + 1 < PAGES).then(|| (page + 1).to_string());
            let first = page * ON_A_PAGE;
            Answer::json(page_of_members(first + 1, first + ON_A_PAGE, next_token.as_deref()))
        })
        .collect();
    Server::new(move |request| {
        let token = request.target().split_once("next_token=").map(|(_, token)| token);
        pages[token.map_or(0, |token| token.parse().unwrap_or_default())].clone()
    })
}

fn list_by_client(client: &Client<UreqTransport>) -> Outcome<usize> {
    let mut count = 0;
    for member in client.items(members()) {
        count += usize::from(member?.id.is_some());
    }
    Ok(count)
}

fn members() -> GetOrganizationUsers {
    GetOrganizationUsers::new("org_1").page_size(500)
}

fn list_by_hand(agent: &ureq::Agent, origin: &str) -> Outcome<usize> {
    let mut count = 0;
    let mut next_token = None;
    loop {
        let token = next_token.map(|token| format!("&next_token={token}")).unwrap_or_default();
        let uri = format!("{origin}/api/v1/organizations/org_1/users?page_size=500{token}");
        let request = agent.get(uri).header("authorization", "Bearer a-token").header("accept", "application/json");
        let page: Page = serde_json::from_slice(&request.call()?.body_mut().read_to_vec()?)?;
        count += page.organization_users.iter().filter(|member| member.id.is_some()).count();
        next_token = page.next_token;
        if next_token.is_none() {
            return Ok(count);
        }
    }
}

fn timed(list: impl Fn() -> Outcome<usize>) -> Outcome<Duration> {
    let before = time_on_processor()?;
    assert_eq!(list()?, PAGES * ON_A_PAGE);
    Ok(time_on_processor()?.saturating_sub(before))
}

fn time_on_processor() -> Outcome<Duration> {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = statistics.split(' ').next().ok_or("no time")?;
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}

fn memory(client: &Client<UreqTransport>) -> Outcome<()> {
    for (number, member) in client.items(members()).enumerate() {
        member?;
        if number + 1 == 10 * ON_A_PAGE || number + 1 == PAGES * ON_A_PAGE {
            let status = fs::read_to_string("/proc/self/status")?;
            let resident = status.lines().find(|line| line.starts_with("VmRSS")).ok_or("no memory")?;
            println!("after page {}: {resident}", (number + 1) / ON_A_PAGE);
        }
    }
    Ok(())
}
