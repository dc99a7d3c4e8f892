//! Reads the form of a file as a server does, with a parser that knows nothing of the library.

use std::convert::Infallible;

use futures_executor::block_on;
use futures_util::stream;
use http::Request;
use inventory::File;
use multer::Multipart;

/// Reads the form in a request, and finds the file in it, with its name and type, and nothing else.
///
/// # Panics
///
/// Where the form is none, or has something else in it.
pub fn check_file(request: &Request<Vec<u8>>, file: &File) {
    let content_type = request.headers().get("content-type").and_then(|value| value.to_str().ok());
    let boundary = multer::parse_boundary(content_type.expect("there is a content type")).expect("it has a boundary");
    assert!(boundary.len() <= 70, "RFC 2046 has at most 70 characters: {boundary}");
    assert!(!contains(&file.bytes, boundary.as_bytes()), "{boundary} is in the content");
    block_on(check_parts(request.body().clone(), boundary, file));
}

async fn check_parts(body: Vec<u8>, boundary: String, file: &File) {
    let mut form = Multipart::new(stream::iter([Ok::<_, Infallible>(body)]), boundary);
    let part = form.next_field().await.expect("the form is one").expect("it has a part");
    // As the URL standard's form encoding has it: what can't be told apart from the name's own `%22` is by design.
    let file_name = file.file_name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let header = |name| part.headers().get(name).map(http::HeaderValue::as_bytes);
    let disposition = format!("form-data; name=\"logo\"; filename=\"{file_name}\"");
    assert_eq!(header("content-disposition"), Some(disposition.as_bytes()));
    assert_eq!(header("content-type"), Some(file.content_type.trim_matches(' ').as_bytes()));
    assert_eq!(part.headers().len(), 2);
    assert_eq!(part.name(), Some("logo"));
    // This parser takes a backslash before a quote for an escape, which browsers don't write.
    if !file_name.ends_with('\\') {
        assert_eq!(part.file_name(), Some(file_name.as_str()));
    }
    assert_eq!(part.bytes().await.expect("the part is whole"), file.bytes);
    assert!(form.next_field().await.expect("the form ends").is_none(), "there is a second part");
}

fn contains(content: &[u8], text: &[u8]) -> bool {
    content.windows(text.len()).any(|window| window == text)
}
