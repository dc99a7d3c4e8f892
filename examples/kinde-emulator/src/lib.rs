//! What the program `kinde-emulator` is made of. It is the program's own, and no library to build on: whatever is public
//! here serves its checks, and may change at any time.

mod arguments;
mod body;
mod business;
mod connections;
mod control;
mod failure;
mod folder;
mod in_process;
mod kept;
mod log;
mod moment;
mod serve;
mod site;
mod state;
mod tls;
mod variables;
mod webhooks;

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

use self::arguments::{Arguments, Seed};
use self::business::{Business, Settings};
use self::control::Admission;
use self::failure::Failure;
#[doc(hidden)]
pub use self::in_process::InProcess;
use self::serve::Server;
use self::site::Site;
use self::state::{State, demo, read, tell};
use self::webhooks::signing::SigningKey;

/// The program, from its arguments to its exit code.
#[doc(hidden)]
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return end(&Failure::other(error)),
    };
    let result = runtime.block_on(run(arguments));
    // A slow answer, or a state that is being built, keeps nobody from ending.
    runtime.shutdown_background();
    result.map_or_else(|failure| end(&failure), |()| ExitCode::SUCCESS)
}

fn end(failure: &Failure) -> ExitCode {
    log::write(&format!("kinde-emulator: {failure}"));
    failure.exit_code()
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    // Asked for at once and by name, since a shell lets what it starts with `&` ignore the signal.
    let end = Signals::listen().map_err(Failure::other)?;
    let Arguments { host, port, names, .. } = &arguments;
    let site = Site::find(host, *port, names.clone())
        .map_err(|error| Failure::address(format!("there is no host `{host}`: {error}")))?;
    let secret = arguments.client_secret(site.is_loopback()).map_err(|reason| {
        // Says how the command is used, as any other mistake in its arguments does.
        Failure::arguments(Arguments::command().error(clap::error::ErrorKind::MissingRequiredArgument, reason))
    })?;
    let listener = listen(&site, *port).await?;
    let port = listener.local_addr().map_err(Failure::address)?.port();
    let folder = folder::open(arguments.folder.as_deref())?;
    let tls = arguments.tls.then(|| tls::set_up(&folder, &site.certificate_names())).transpose()?;

    let (outbox, deliveries) = tokio::sync::mpsc::unbounded_channel();
    let settings = Settings {
        // What others can reach must not be guessed; on loopback the same ids at every start are worth more.
        seed: if site.is_loopback() { 0 } else { RandomState::new().hash_one(0) },
        client_id: arguments.client_id.clone(),
        client_secret: secret.clone(),
        token_lifetime: arguments.token_lifetime(),
        rate_limit: arguments.rate_limit,
    };
    let signing_key = SigningKey::read(arguments.webhook_key.as_deref())?;
    let business = business(&arguments.seed, settings, signing_key, arguments.deliver_webhooks.then_some(outbox))?;
    let business = Arc::new(business);
    tokio::spawn(webhooks::deliver_all(deliveries, Arc::clone(&business)));
    let seed = write_seed(&business, &folder.join(format!("seed-{port}.json")))?;

    let domain = site.domain(tls.is_some(), port);
    let admission = Admission { secret: (!site.is_loopback()).then(|| secret.clone()), site };
    let server = Server { business, admission, domain: domain.clone(), logs: arguments.log, states: Semaphore::new(1) };
    let acceptor = tls.as_ref().map(|tls| TlsAcceptor::from(Arc::clone(&tls.config)));
    tokio::spawn(serve::accept(listener, acceptor, Arc::new(server)));
    let authority = tls.map(|tls| tls.authority.display().to_string());
    let seed = seed.display().to_string();
    let mut told = vec![
        ("KINDE_DOMAIN", domain.as_str()),
        ("KINDE_MANAGEMENT_CLIENT_ID", &arguments.client_id),
        ("KINDE_MANAGEMENT_CLIENT_SECRET", &secret),
    ];
    told.extend(authority.as_deref().map(|authority| ("KINDE_EMULATOR_CA", authority)));
    told.push(("KINDE_EMULATOR_SEED", &seed));
    variables::print(io::stdout().lock(), &told).map_err(|error| Failure::file("standard output".as_ref(), error))?;
    log::write(&format!("Serving {domain} until Ctrl-C; what it holds is forgotten then."));
    end.wait().await;
    // It stands for what this program holds, and that is gone.
    let _ = std::fs::remove_file(seed);
    Ok(())
}

async fn listen(site: &Site, port: u16) -> Result<TcpListener, Failure> {
    serve::listen(&site.addresses).await.map_err(|error| {
        let address = site.addresses.first().map_or_else(|| port.to_string(), ToString::to_string);
        match error.kind() {
            io::ErrorKind::AddrInUse => {
                Failure::address(format!("port {port} is in use: end what uses it, or choose another by --port"))
            }
            _ => Failure::address(format!("can't listen on {address}: {error}")),
        }
    })
}

/// The business with its seed; a seed from a file that can't be held is the file's fault.
fn business(
    seed: &Seed,
    settings: Settings,
    signing_key: SigningKey,
    outbox: Option<tokio::sync::mpsc::UnboundedSender<webhooks::Delivery>>,
) -> Result<Business, Failure> {
    let file = match seed {
        Seed::Demo => return Business::new(settings, demo::state(), signing_key, outbox).map_err(Failure::other),
        Seed::Empty => return Business::new(settings, State::default(), signing_key, outbox).map_err(Failure::other),
        Seed::File(file) => file,
    };
    let (state, json) = read::file(file).map_err(|problem| Failure::seed(file, &problem))?;
    let business = Business::new(settings, state, signing_key, outbox);
    business.map_err(|problem| Failure::seed(file, &problem.located_in(&json)))
}

/// Writes down what the business holds, with the ids that it has.
fn write_seed(business: &Business, path: &std::path::Path) -> Result<PathBuf, Failure> {
    let fresh = business.settings.fresh();
    let state = tell::state(&business.inside().emulator, &fresh).map_err(Failure::other)?;
    let mut json = serde_json::to_vec_pretty(&state).map_err(Failure::other)?;
    json.push(b'\n');
    folder::write(path, &json).map_err(|error| Failure::file(path, error))?;
    Ok(path.to_path_buf())
}

/// What ends the program.
struct Signals {
    interrupt: tokio::task::JoinHandle<()>,
}

impl Signals {
    #[cfg(unix)]
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};

        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        let either = std::future::poll_fn(move |context| {
            if interrupt.poll_recv(context).is_ready() {
                return std::task::Poll::Ready(());
            }
            terminate.poll_recv(context).map(|_| ())
        });
        Ok(Self { interrupt: tokio::spawn(either) })
    }

    #[cfg(not(unix))]
    fn listen() -> io::Result<Self> {
        Ok(Self {
            interrupt: tokio::spawn(async {
                let _ = tokio::signal::ctrl_c().await;
            }),
        })
    }

    async fn wait(self) {
        let _ = self.interrupt.await;
    }
}
