//! Any file as a logo: a server finds it in the form, with its name and type.
#![no_main]

use invariants::check_request;
use inventory::Inputs;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|logo: (String, String, bool, Vec<u8>)| {
    let (file_name, content_type, is_content_type, bytes) = logo;
    let texts = vec!["org_1".to_owned(), "light".to_owned(), file_name, content_type];
    let inputs = Inputs { texts, flags: vec![is_content_type], bytes, ..Inputs::default() };
    let operation = inventory::operation("AddOrganizationLogo").expect("it is there");
    check_request(operation, &inputs);
});
