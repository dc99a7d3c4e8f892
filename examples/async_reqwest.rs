//! Calls from an async program: the decisions are the session's, the requests go over reqwest.
//!
//! ```sh
//! KINDE_DOMAIN=https://acme.kinde.com KINDE_MANAGEMENT_CLIENT_ID=… KINDE_MANAGEMENT_CLIENT_SECRET=… \
//!     cargo run -p async_reqwest
//! ```

use std::error::Error;
use std::time::Duration;

use http::{Request, Response};
use kinde_api::organizations::{GetOrganizationUsers, GetOrganizations};
use kinde_api::{CallError, Clock, Credentials, Endpoint, Failure, Paged, Session, Step, SystemClock};
use tokio::time::{sleep, timeout};

/// Makes a call: all that an async program has to write.
async fn send<E: Endpoint>(
    session: &Session,
    stack: &reqwest::Client,
    endpoint: &E,
) -> Result<Response<E::Output>, CallError> {
    let (clock, mut call) = (SystemClock::new(), session.call(endpoint));
    loop {
        match call.next(clock.now(), clock.jitter()) {
            Step::Send(request) => match exchange(stack, request).await {
                Ok(response) => call.answer(response),
                Err(error) if error.is_builder() => call.fail(Failure::Final),
                Err(error) if error.is_connect() => call.fail(Failure::NotSent),
                Err(_) => call.fail(Failure::Passing),
            },
            Step::Wait(time) => sleep(time).await,
            // Whether it ended in time or not: the call knows what to do.
            Step::WaitForToken(token) => drop(timeout(token.limit(), token).await),
            Step::Done(result) => return result,
        }
    }
}

async fn exchange(stack: &reqwest::Client, request: Request<Vec<u8>>) -> reqwest::Result<Response<Vec<u8>>> {
    let answer = stack.execute(request.try_into()?).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut response = Response::new(answer.bytes().await?.to_vec());
    (*response.status_mut(), *response.headers_mut()) = (status, headers);
    Ok(response)
}

/// All that an endpoint lists.
async fn list<P: Paged>(session: &Session, stack: &reqwest::Client, endpoint: P) -> Result<Vec<P::Item>, CallError> {
    let (mut items, mut next) = (Vec::new(), Some(endpoint.with_largest_page()));
    while let Some(endpoint) = next {
        let page = send(session, stack, &endpoint).await?.into_body();
        next = endpoint.next_page(&page);
        items.extend(P::items(page));
    }
    Ok(items)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let session = Session::new(&std::env::var("KINDE_DOMAIN")?, Credentials::from_env()?)?;
    // A redirect would take the token to another host.
    let stack = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(60))
        .build()?;
    let organizations = list(&session, &stack, GetOrganizations::new()).await?;
    let codes = organizations.into_iter().filter_map(|organization| organization.code);

    // All at once, over one token.
    let mut counts = tokio::task::JoinSet::new();
    for code in codes {
        let (session, stack) = (session.clone(), stack.clone());
        counts.spawn(async move {
            let members = list(&session, &stack, GetOrganizationUsers::new(&code)).await?;
            Ok::<_, CallError>((code, members.len()))
        });
    }
    while let Some(count) = counts.join_next().await {
        let (code, members) = count??;
        println!("{code}: {members} members");
    }
    Ok(())
}
