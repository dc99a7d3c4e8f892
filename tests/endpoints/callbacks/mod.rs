mod logout_urls;
mod redirect_urls;

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [redirect_urls::requests(), logout_urls::requests()].into_iter().flatten().collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [redirect_urls::answers(), logout_urls::answers()].concat()
}
