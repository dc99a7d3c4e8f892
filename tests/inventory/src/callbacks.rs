//! The URLs of an application that sign-in and sign-out may lead back to.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::callbacks::*;

use crate::operation::operations;

operations! {
    "getCallbackURLs" GET "/api/v1/applications/{application_id}/auth_redirect_urls"
        "read:applications_redirect_uris"
        GetCallbackUrls::new(application_id: Path text) {}
        -> callbacks::RedirectCallbackUrls listing redirect_urls;
    "addRedirectCallbackURLs" POST "/api/v1/applications/{application_id}/auth_redirect_urls"
        "create:applications_redirect_uris"
        AddRedirectCallbackUrls::new(application_id: Path text, urls: Body texts) {}
        -> SuccessResponse;
    "replaceRedirectCallbackURLs" PUT "/api/v1/applications/{application_id}/auth_redirect_urls"
        "update:applications_redirect_uris"
        ReplaceRedirectCallbackUrls::new(application_id: Path text, urls: Body texts) {}
        -> SuccessResponse;
    "deleteCallbackURLs" DELETE "/api/v1/applications/{application_id}/auth_redirect_urls"
        "delete:applications_redirect_uris"
        DeleteCallbackUrls::new(application_id: Path text, urls: Query nonempty_texts) {}
        -> SuccessResponse;
    "getLogoutURLs" GET "/api/v1/applications/{application_id}/auth_logout_urls" "read:application_logout_uris"
        GetLogoutUrls::new(application_id: Path text) {}
        -> callbacks::LogoutRedirectUrls listing logout_urls;
    "addLogoutRedirectURLs" POST "/api/v1/applications/{application_id}/auth_logout_urls"
        "create:application_logout_uris"
        AddLogoutRedirectUrls::new(application_id: Path text, urls: Body texts) {}
        -> SuccessResponse;
    "replaceLogoutRedirectURLs" PUT "/api/v1/applications/{application_id}/auth_logout_urls"
        "update:application_logout_uris"
        ReplaceLogoutRedirectUrls::new(application_id: Path text, urls: Body texts) {}
        -> SuccessResponse;
    "deleteLogoutURLs" DELETE "/api/v1/applications/{application_id}/auth_logout_urls"
        "delete:application_logout_uris"
        DeleteLogoutUrls::new(application_id: Path text, urls: Query nonempty_texts) {}
        -> SuccessResponse;
}
