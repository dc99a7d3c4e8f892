//! A server on loopback that has as many members as it is asked for, page by page.

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::{io, thread};

use http::{Request, Response};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use yardsticks::samples;

/// How many members a page has.
pub const PAGE: usize = 500;

/// Serves from a thread of its own until the program ends, and gives the origin.
///
/// The organization `org_50000` has 50,000 members. Each is sent as good as any other: pages differ by the token alone.
///
/// # Errors
///
/// Where there is no port for it.
pub fn serve() -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let origin = format!("http://{}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    thread::spawn(move || runtime.block_on(accept(listener)));
    Ok(origin)
}

async fn accept(listener: TcpListener) -> io::Result<Infallible> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let page = samples::page_of_members(PAGE);
    loop {
        let (stream, _) = listener.accept().await?;
        let page = page.clone();
        let service = service_fn(move |request| {
            let answer = answer(&page, &request);
            async { Ok::<_, Infallible>(answer) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// The token of a page is how many members come before it.
fn answer(page: &[u8], request: &Request<Incoming>) -> Response<Full<Bytes>> {
    let members = number_after(request.uri().path(), "/org_");
    let before = number_after(request.uri().query().unwrap_or_default(), "next_token=");
    let mut body = page.to_vec();
    if before + PAGE < members {
        let end = body.len() - "\"}".len();
        let start = end - samples::NEXT_TOKEN.len();
        let token = format!("{:0width$}", before + PAGE, width = samples::NEXT_TOKEN.len());
        body[start..end].copy_from_slice(token.as_bytes());
    } else {
        body.truncate(page.len() - samples::NEXT_TOKEN.len() - ",\"next_token\":\"\"}".len());
        body.push(b'}');
    }
    let mut response = Response::new(Full::new(body.into()));
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("application/json"));
    response
}

fn number_after(text: &str, mark: &str) -> usize {
    let Some((_, rest)) = text.split_once(mark) else {
        return 0;
    };
    rest.bytes().take_while(u8::is_ascii_digit).fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}
