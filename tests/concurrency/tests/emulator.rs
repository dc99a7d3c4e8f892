//! One emulator for many threads: each call is carried out as a whole, and none is lost.
//!
//! Each test was seen to fail on bugs that were put into the emulator on purpose, and names them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Barrier};

use concurrency::{Chance, together};
use http::StatusCode;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
use kinde_api::organizations::{
    AddOrganizationUser, AddOrganizationUsers, CreateOrganization, GetOrganizationUsers, GetOrganizations,
    RemoveOrganizationUser, UpdateOrganization,
};
use kinde_api::{Api, Client, Credentials, Endpoint, OrgCode, Retry};

const THREADS: u64 = 8;

fn client(emulator: &Emulator) -> Client<Emulator> {
    let credentials = Credentials::token(emulator.token());
    let client = Client::new(emulator.clone(), "https://acme.kinde.com", credentials).unwrap();
    client.with_retry(Retry::none())
}

fn names(emulator: &Emulator) -> Vec<String> {
    let organizations = client(emulator).items(GetOrganizations::new().page_size(500));
    organizations.map(|organization| organization.unwrap().name.unwrap()).collect()
}

/// Caught: a state that is taken out, changed and put back without a lock.
#[test]
fn nothing_that_was_created_is_lost() {
    let emulator = Emulator::new();
    let client = client(&emulator);
    let codes = together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        let create = |number: u64| {
            chance.dawdle();
            let created = client.send(&CreateOrganization::new(format!("{thread}-{number}"))).unwrap();
            created.organization.unwrap().code.unwrap()
        };
        (0..400).map(create).collect::<Vec<OrgCode>>()
    });
    let codes: BTreeSet<_> = codes.into_iter().flatten().collect();
    assert_eq!(codes.len(), 3_200, "a code was given twice");
    let expected = (0..THREADS).flat_map(|thread| (0..400).map(move |number| format!("{thread}-{number}")));
    let expected: BTreeSet<String> = expected.chain(["Default Organization".to_owned()]).collect();
    let names = names(&emulator);
    assert_eq!(names.len(), 3_201);
    assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), expected);
    assert_eq!(emulator.requests().len(), 3_200 + 7, "all of them, and the seven pages of the list");
}

/// Caught: a handle that is looked for under one lock and set under another.
#[test]
fn a_handle_is_given_to_one_of_those_who_want_it() {
    const HANDLES: usize = 200;
    let emulator = Emulator::new();
    let client = client(&emulator);
    let all = Arc::new(Barrier::new(usize::try_from(THREADS).unwrap()));
    let taken = together(THREADS, move |thread| {
        let created = client.send(&CreateOrganization::new(thread.to_string())).unwrap();
        let code = created.organization.unwrap().code.unwrap();
        let mut chance = Chance::new(thread);
        let mut takes = |handle: usize| {
            all.wait();
            chance.dawdle();
            client.send(&UpdateOrganization::new(&code).handle(handle.to_string())).is_ok()
        };
        (0..HANDLES).map(&mut takes).collect::<Vec<bool>>()
    });
    for handle in 0..HANDLES {
        assert_eq!(taken.iter().filter(|taken| taken[handle]).count(), 1, "{handle}");
    }
}

/// Caught: a request that is written down under another lock than the one it is carried out under.
#[test]
fn requests_are_kept_in_the_order_in_which_they_were_carried_out() {
    let emulator = add_and_remove().0;
    let mut is_member = false;
    for request in emulator.requests() {
        if request.operation_id == Some(AddOrganizationUsers::OPERATION_ID) {
            is_member = true;
        } else {
            let was_removed = request.status == Some(StatusCode::OK);
            assert_eq!(was_removed, is_member, "of one who is a member, and of nobody else");
            is_member = false;
        }
    }
}

/// Caught: a member who is looked for under one lock and added under another.
#[test]
fn a_user_is_added_once_before_being_removed() {
    let (emulator, acme, balance) = add_and_remove();
    let members = client(&emulator).items(GetOrganizationUsers::new(acme));
    assert_eq!(balance, i64::try_from(members.count()).unwrap());
}

/// All threads add and remove the same user: how much oftener it was added, and to which organization.
fn add_and_remove() -> (Emulator, OrgCode, i64) {
    let emulator = Emulator::new();
    let acme = emulator.add_organization("Acme");
    let user = emulator.add_user("member17@example.com");
    let (client, code) = (client(&emulator), acme.clone());
    let balances = together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        let mut balance = 0_i64;
        for _ in 0..500 {
            chance.dawdle();
            if chance.below(2) == 0 {
                let added = client.send(&AddOrganizationUsers::new(&code, [AddOrganizationUser::new(&user)])).unwrap();
                balance += i64::try_from(added.users_added.len()).unwrap();
            } else if client.send(&RemoveOrganizationUser::new(&code, &user)).is_ok() {
                balance -= 1;
            }
        }
        balance
    });
    (emulator, acme, balances.iter().sum())
}

/// Caught: faults that are counted without the lock.
#[test]
fn a_fault_happens_as_often_as_it_was_asked_for() {
    let emulator = Emulator::new();
    emulator.misbehave(Misbehaviour::new(Fault::Closed).every(7).times(100));
    emulator.misbehave(Misbehaviour::new(Fault::ServerError(StatusCode::BAD_GATEWAY)).times(300));
    let client = client(&emulator);
    let failed = together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        let mut failed = BTreeMap::new();
        for _ in 0..250 {
            chance.dawdle();
            if let Err(error) = client.send(&GetOrganizations::new()) {
                *failed.entry(error.response().map(|answer| answer.status().as_u16())).or_insert(0) += 1;
            }
        }
        failed
    });
    let sum = |status| failed.iter().filter_map(|failed| failed.get(&status)).sum::<u32>();
    assert_eq!((sum(None), sum(Some(502))), (100, 300));
    let closed = emulator.requests().iter().filter(|request| request.status.is_none()).count();
    assert_eq!(closed, 100);
}

/// Caught: a rate limit that is counted without the lock.
#[test]
fn a_rate_limit_lets_pass_as_many_as_it_says() {
    let emulator = Emulator::new();
    emulator.limit_rate(777, std::time::Duration::from_secs(60));
    let client = client(&emulator);
    let passed = together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        let mut passes = |_: &u64| {
            chance.dawdle();
            client.send(&GetOrganizations::new()).is_ok()
        };
        (0..250).filter(|call| passes(call)).count()
    });
    assert_eq!(passed.iter().sum::<usize>(), 777);
}

/// Caught: tokens that are revoked while a request is being checked; a request that is written down too late.
#[test]
fn no_request_is_carried_out_after_its_token_was_revoked() {
    let emulator = Emulator::new();
    for round in 0..50 {
        let api = Api::new("https://acme.kinde.com", emulator.token()).unwrap();
        let everybody = emulator.clone();
        emulator.clear_requests();
        together(THREADS, move |thread| {
            let create = CreateOrganization::new(format!("{round}-{thread}"));
            if thread == 0 {
                everybody.revoke_tokens();
            } else {
                everybody.respond(create.request(&api).unwrap()).unwrap();
            }
        });
        let statuses: Vec<_> = emulator.requests().iter().map(|request| request.status.unwrap().as_u16()).collect();
        let refused = statuses.iter().position(|status| *status == 401).unwrap_or(statuses.len());
        assert!(statuses[..refused].iter().all(|status| *status == 200), "{statuses:?}");
        assert!(statuses[refused..].iter().all(|status| *status == 401), "{statuses:?}");
        let created = names(&emulator).iter().filter(|name| name.starts_with(&format!("{round}-"))).count();
        assert_eq!(created, refused);
    }
}
