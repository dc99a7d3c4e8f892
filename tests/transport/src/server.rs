//! Servers that send byte for byte what a test tells them to.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use socket2::{Domain, Socket, Type};

/// A request as it came over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// All up to the empty line that ends the head.
    pub head: String,
    /// As much as `Content-Length` names.
    pub body: Vec<u8>,
    /// By which of the server's connections it came, from 1.
    pub connection: usize,
    /// How many requests the server had received with it.
    pub number: usize,
}

impl Received {
    /// Method and target, such as `GET /api/v1/organization`.
    #[must_use]
    pub fn target(&self) -> &str {
        self.head.split(" HTTP/1.1").next().unwrap_or_default()
    }

    /// The value of a header, by its name in lower case as it is on the wire.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// What a server does with a request.
#[derive(Clone, Debug)]
pub struct Answer {
    bytes: Vec<u8>,
    is_last: bool,
    pause: Duration,
}

impl Answer {
    /// These bytes, and the connection stays open.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), is_last: false, pause: Duration::ZERO }
    }

    /// Status, further lines of the head, and a body with its length.
    #[must_use]
    pub fn new(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let headers: String = headers.iter().flat_map(|line| [line, "\r\n"]).collect();
        let head = format!("HTTP/1.1 {status} Some Reason\r\n{headers}content-length: {}\r\n\r\n", body.len());
        Self::raw([head.as_bytes(), body].concat())
    }

    /// 200 with JSON.
    #[must_use]
    pub fn json(body: impl AsRef<[u8]>) -> Self {
        Self::new(200, &["content-type: application/json"], body)
    }

    /// A token, good for this many seconds.
    #[must_use]
    pub fn token(token: &str, expires_in: u64) -> Self {
        Self::json(format!(r#"{{"access_token":"{token}","expires_in":{expires_in},"token_type":"bearer"}}"#))
    }

    /// No answer at all: the connection is closed.
    #[must_use]
    pub fn hang_up() -> Self {
        Self::raw("").then_close()
    }

    /// The same, after which the connection is closed.
    #[must_use]
    pub fn then_close(self) -> Self {
        Self { is_last: true, ..self }
    }

    /// The same, byte by byte with a pause before each.
    #[must_use]
    pub fn dribbled(self, pause: Duration) -> Self {
        Self { pause, ..self }
    }

    fn send(&self, stream: &mut impl Write) -> io::Result<()> {
        if self.pause.is_zero() {
            return stream.write_all(&self.bytes);
        }
        for byte in &self.bytes {
            thread::sleep(self.pause);
            stream.write_all(&[*byte])?;
        }
        Ok(())
    }
}

/// A server on a free port of 127.0.0.1 that keeps what it receives. It ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    received: Mutex<Vec<Received>>,
    connections: Mutex<Vec<TcpStream>>,
    is_over: AtomicBool,
}

impl Shared {
    fn received(&self) -> MutexGuard<'_, Vec<Received>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connections(&self) -> MutexGuard<'_, Vec<TcpStream>> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Answers each request as the function says.
    ///
    /// # Panics
    ///
    /// Where there is no free port.
    pub fn new(answer: impl Fn(&Received) -> Answer + Send + Sync + 'static) -> Self {
        Self::over(Some, answer)
    }

    /// Gives the same answer to each request.
    #[must_use]
    pub fn constant(answer: Answer) -> Self {
        Self::new(move |_| answer.clone())
    }

    /// Gives the answers one after the other, and the last one for ever.
    ///
    /// # Panics
    ///
    /// Where there is no answer.
    #[must_use]
    pub fn sequence(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers: Vec<_> = answers.into_iter().collect();
        assert!(!answers.is_empty(), "a server needs something to answer");
        Self::new(move |request| answers[(request.number - 1).min(answers.len() - 1)].clone())
    }

    /// Speaks over what the function makes of a connection, such as TLS.
    ///
    /// # Panics
    ///
    /// Where there is no free port.
    pub fn over<S: Read + Write>(
        wrap: impl Fn(TcpStream) -> Option<S> + Send + Sync + 'static,
        answer: impl Fn(&Received) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the address of a listener");
        let shared = Arc::new(Shared::default());
        let (for_thread, behaviour) = (shared.clone(), Arc::new((wrap, answer)));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if for_thread.is_over.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(copy) = stream.try_clone() else { continue };
                let connection = {
                    let mut connections = for_thread.connections();
                    connections.push(copy);
                    connections.len()
                };
                let (shared, behaviour) = (for_thread.clone(), behaviour.clone());
                thread::spawn(move || {
                    let raw = stream.try_clone();
                    if let Some(stream) = behaviour.0(stream) {
                        // That the client goes away is no failure of a server.
                        let _ = serve(stream, connection, &shared, &behaviour.1);
                    }
                    let _ = raw.and_then(|raw| raw.shutdown(Shutdown::Both));
                });
            }
        });
        Self { address, shared }
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Such as `http://127.0.0.1:49152`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What came so far.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.shared.received().clone()
    }

    /// Method and target of what came so far.
    #[must_use]
    pub fn targets(&self) -> Vec<String> {
        self.shared.received().iter().map(|request| request.target().to_owned()).collect()
    }

    /// How many connections were made so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.connections().len()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        for connection in &*self.shared.connections() {
            let _ = connection.shutdown(Shutdown::Both);
        }
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve<S: Read + Write>(
    mut stream: S,
    connection: usize,
    shared: &Shared,
    answer: &impl Fn(&Received) -> Answer,
) -> io::Result<()> {
    let mut unread = Vec::new();
    while let Some((head, body)) = read_request(&mut stream, &mut unread)? {
        let request = {
            let mut received = shared.received();
            let request = Received { head, body, connection, number: received.len() + 1 };
            received.push(request.clone());
            request
        };
        let answer = answer(&request);
        answer.send(&mut stream)?;
        stream.flush()?;
        if answer.is_last {
            break;
        }
    }
    Ok(())
}

fn read_request(stream: &mut impl Read, unread: &mut Vec<u8>) -> io::Result<Option<(String, Vec<u8>)>> {
    let head_end = loop {
        if let Some(end) = unread.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        if !read_more(stream, unread)? {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&unread[..head_end]).into_owned();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    while unread.len() < head_end + length {
        if !read_more(stream, unread)? {
            return Ok(None);
        }
    }
    let body = unread[head_end..head_end + length].to_vec();
    unread.drain(..head_end + length);
    Ok(Some((head, body)))
}

fn read_more(stream: &mut impl Read, unread: &mut Vec<u8>) -> io::Result<bool> {
    let mut buffer = [0; 16 * 1024];
    let count = stream.read(&mut buffer)?;
    unread.extend_from_slice(&buffer[..count]);
    Ok(count > 0)
}

/// An address where every connection is refused, for as long as the socket lives: bound, but nobody listens.
///
/// # Panics
///
/// Where there is no free port.
#[must_use]
pub fn refusing_address() -> (SocketAddr, Socket) {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into()).expect("a free port");
    let address = socket.local_addr().ok().and_then(|address| address.as_socket()).expect("the address of a socket");
    (address, socket)
}
