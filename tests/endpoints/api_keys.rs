use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    Vec::new()
}

pub(crate) fn answers() -> Vec<&'static str> {
    Vec::new()
}
