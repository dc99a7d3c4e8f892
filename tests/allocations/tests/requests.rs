//! A request allocates for its path, its headers and its body, once each.

use allocations::{Counts, count};
use kinde_api::{Api, Endpoint};
use yardsticks::samples;

fn request(endpoint: &impl Endpoint) -> Counts {
    let api = Api::new(samples::ORIGIN, samples::token()).unwrap();
    let (counts, request) = count(|| endpoint.request(&api));
    assert!(request.is_ok());
    counts
}

#[test]
fn without_a_body() {
    // The path with its query; the list of headers and its index.
    let expected = Counts { allocations: 3, reallocations: 0 };
    assert_eq!(request(&samples::get_organization()), expected);
    assert_eq!(request(&samples::get_organization_users()), expected);
}

#[test]
fn with_json() {
    // The body as well.
    assert_eq!(request(&samples::update_organization()), Counts { allocations: 4, reallocations: 0 });
}

#[test]
fn with_a_form() {
    // The boundary in a header as well, whatever the image.
    let expected = Counts { allocations: 5, reallocations: 0 };
    for image in [
        samples::image(samples::LOGO_SIZE),
        samples::line_ends_and_dashes(samples::LOGO_SIZE),
        samples::lines_of_dashes(70, samples::LOGO_SIZE),
    ] {
        assert_eq!(request(&samples::add_organization_logo(image)), expected);
    }
}
