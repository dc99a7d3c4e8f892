//! Sends one webhook to a receiver on this machine.

use std::net::IpAddr;
use std::time::Duration;

use http::{Request, Uri};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Delivery;

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Host and port of an endpoint on this machine; nothing is ever sent to another one.
pub(super) fn loopback(endpoint: &Uri) -> Result<(String, u16), &'static str> {
    if endpoint.scheme_str() != Some("http") {
        return Err("the endpoint is not one of plain HTTP");
    }
    let host = endpoint.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
    let is_loopback = host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
    if !is_loopback {
        return Err("the endpoint is on another machine");
    }
    Ok((host, endpoint.port_u16().unwrap_or(80)))
}

/// The receiver's status, or why there is none.
pub(super) async fn send(delivery: &Delivery) -> Result<u16, String> {
    match timeout(PATIENCE, exchange(delivery)).await {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
    }
}

async fn exchange(delivery: &Delivery) -> Result<u16, Box<dyn std::error::Error + Send + Sync>> {
    let (host, port) = loopback(&delivery.endpoint)?;
    let stream = TcpStream::connect((host.as_str(), port)).await?;
    // A resolver could send a name anywhere.
    if !stream.peer_addr()?.ip().is_loopback() {
        return Err("the endpoint is on another machine".into());
    }
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::spawn(connection);
    let path = delivery.endpoint.path_and_query().map_or("/", |path| path.as_str());
    let authority = delivery.endpoint.authority().map_or("localhost", |authority| authority.as_str());
    let request = Request::post(path)
        .header("host", authority)
        .header("content-type", "application/jwt")
        .header("webhook-id", &delivery.webhook_id)
        .body(Full::new(Bytes::from(delivery.body.clone())))?;
    let status = sender.send_request(request).await?.status().as_u16();
    connection.abort();
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::loopback;

    #[test]
    fn sends_to_this_machine_alone() {
        for (endpoint, expected) in [
            ("http://localhost:8000/kinde", Ok(("localhost".to_owned(), 8000))),
            ("http://127.0.0.2", Ok(("127.0.0.2".to_owned(), 80))),
            ("http://[::1]:8000/", Ok(("::1".to_owned(), 8000))),
            ("https://localhost/", Err("the endpoint is not one of plain HTTP")),
            ("http://example.com/", Err("the endpoint is on another machine")),
            ("http://localhost.example.com/", Err("the endpoint is on another machine")),
            ("http://10.0.0.1/", Err("the endpoint is on another machine")),
        ] {
            assert_eq!(loopback(&endpoint.parse().unwrap()), expected, "{endpoint}");
        }
    }
}
