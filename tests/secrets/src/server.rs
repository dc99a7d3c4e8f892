//! A server that answers with bytes of which the request is a part.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::thread;

/// Listens on loopback until the program ends. Each connection gets one answer: the bytes that it was made with.
#[derive(Debug)]
pub struct EchoServer {
    origin: String,
}

impl EchoServer {
    /// Answers every request with these bytes, whether they are HTTP or not, and closes the connection.
    ///
    /// # Panics
    ///
    /// Where there is no free port.
    #[must_use]
    pub fn new(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A client that is gone already has nothing to be told.
                let _ = serve(&stream, &answer);
            }
        });
        Self { origin: format!("http://{address}") }
    }

    /// Where it is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

fn serve(mut stream: &TcpStream, answer: &[u8]) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        // What is no text is no HTTP either, but has its answer.
        if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or_default();
        }
    }
    io::copy(&mut reader.take(length), &mut io::sink())?;
    stream.write_all(answer)?;
    stream.shutdown(Shutdown::Write)
}
