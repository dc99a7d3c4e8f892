//! Where a client's token comes from: a fixed one, or one that is fetched, kept and renewed.

use std::sync::Arc;
use std::time::Duration;

use crate::client::retry::Patience;
use crate::client::token_cache::{Decision, Ticket, TokenCache};
use crate::wire::origin::Origin;
use crate::{Api, Attempt, Credentials, RequestError, ResponseError, TokenError, TokenRequest, Transport};

#[derive(Clone)]
pub(crate) enum Tokens {
    Fixed(Arc<Api>),
    Fetched(Arc<Source>, Arc<TokenCache>),
}

pub(crate) struct Source {
    request: TokenRequest,
    /// With no token that anybody would take: what inputs are checked with before a token is bought.
    draft: Arc<Api>,
}

impl Tokens {
    pub(crate) fn new(origin: Origin, credentials: &Credentials) -> Result<Self, RequestError> {
        if let Some(token) = credentials.fixed() {
            return Ok(Self::Fixed(Arc::new(Api::with_origin(origin, token)?)));
        }
        let request = TokenRequest::with_origin(credentials, &origin)?;
        let draft = Arc::new(Api::with_origin(origin, "draft")?);
        Ok(Self::Fetched(Arc::new(Source { request, draft }), Arc::default()))
    }

    /// The same, before anything was fetched.
    pub(crate) fn forgotten(self) -> Self {
        match self {
            Self::Fetched(source, _) => Self::Fetched(source, Arc::default()),
            Self::Fixed(api) => Self::Fixed(api),
        }
    }

    /// Makes requests that are not for sending.
    pub(crate) fn draft(&self) -> Arc<Api> {
        match self {
            Self::Fixed(api) => api.clone(),
            Self::Fetched(source, _) => source.draft.clone(),
        }
    }

    pub(crate) fn origin(&self) -> &str {
        match self {
            Self::Fixed(api) => api.origin(),
            Self::Fetched(source, _) => source.draft.origin(),
        }
    }

    pub(crate) fn are_shared_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(api), Self::Fixed(other)) => Arc::ptr_eq(api, other),
            (Self::Fetched(_, cache), Self::Fetched(_, other)) => Arc::ptr_eq(cache, other),
            _ => false,
        }
    }

    pub(crate) fn can_be_renewed(&self) -> bool {
        matches!(self, Self::Fetched(..))
    }

    /// The token, where nothing has to be fetched for it.
    pub(crate) fn ready(&self, now: Duration) -> Option<Arc<Api>> {
        match self {
            Self::Fixed(api) => Some(api.clone()),
            Self::Fetched(_, cache) => cache.ready(now),
        }
    }

    /// Whether there is a token, living or not, that calls share.
    pub(crate) fn are_kept(&self) -> bool {
        match self {
            Self::Fixed(_) => true,
            Self::Fetched(_, cache) => cache.has_token(),
        }
    }

    /// Gives up a token that was refused.
    pub(crate) fn forget(&self, refused: &Arc<Api>) {
        if let Self::Fetched(_, cache) = self {
            cache.forget(refused);
        }
    }

    /// The token, fetched if need be.
    pub(crate) fn get<T: Transport>(&self, transport: &T, patience: &mut Patience<'_>) -> Result<Arc<Api>, TokenError> {
        let (source, cache) = match self {
            Self::Fixed(api) => return Ok(api.clone()),
            Self::Fetched(source, cache) => (source, cache),
        };
        loop {
            match cache.decide(patience.clock.now()) {
                Decision::Use(api) => return Ok(api),
                Decision::Wait(fetch) => {
                    if let Some(api) = fetch.wait()? {
                        return Ok(api);
                    }
                }
                Decision::Fetch(ticket) => return source.fetch(transport, ticket, patience),
                Decision::Renew(ticket) => {
                    if let Some(api) = source.renew_ahead(transport, ticket, patience) {
                        return Ok(api);
                    }
                }
            }
        }
    }
}

impl Source {
    /// Retried like a GET, in spite of its method: a token that nobody got is no harm.
    fn fetch<T: Transport>(
        &self,
        transport: &T,
        ticket: Ticket,
        patience: &mut Patience<'_>,
    ) -> Result<Arc<Api>, TokenError> {
        let mut attempts = 0;
        loop {
            attempts += 1;
            let fetched_at = patience.clock.now();
            let error = match self.fetch_once(transport, attempts) {
                Ok((api, lifetime)) => {
                    ticket.succeed(&api, fetched_at, lifetime);
                    return Ok(api);
                }
                Err(error) => error,
            };
            let asked = error.response().and_then(ResponseError::retry_after);
            if !(error.is_retryable() && patience.wait(attempts, asked)) {
                ticket.fail(error.clone());
                return Err(error);
            }
        }
    }

    /// One try, since the old token still lives. Where there is none, what to do then is decided anew.
    fn renew_ahead<T: Transport>(&self, transport: &T, ticket: Ticket, patience: &Patience<'_>) -> Option<Arc<Api>> {
        let fetched_at = patience.clock.now();
        let Ok((api, lifetime)) = self.fetch_once(transport, 1) else {
            ticket.postpone(patience.clock.now());
            return None;
        };
        ticket.succeed(&api, fetched_at, lifetime);
        Some(api)
    }

    fn fetch_once<T: Transport>(&self, transport: &T, number: u32) -> Result<(Arc<Api>, Option<Duration>), TokenError> {
        let mut request = self.request.request();
        request.extensions_mut().insert(Attempt { operation_id: crate::token::request::OPERATION_ID, number });
        let response = transport.send(request).map_err(|error| {
            let is_retryable = transport.is_retryable(&error);
            TokenError::transport(error, is_retryable)
        })?;
        let token = self.request.response(&response)?;
        let api = Api::with_origin(self.draft.parsed_origin().clone(), &token.access_token).map_err(|_| {
            TokenError::unusable(ResponseError::new(response.status(), response.headers(), response.body()))
        })?;
        Ok((Arc::new(api), token.expires_in))
    }
}
