//! The command line.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use clap::Parser;

/// The client id where none is named: the same at every start, so that it can stand in a file of settings.
const CLIENT_ID: &str = "kinde_emulator";

/// The client secret where none is named. Everybody knows it, and it is for loopback alone.
const CLIENT_SECRET: &str = "kinde_emulator_secret";

/// An emulated Kinde for tests: the whole Management API over HTTP or HTTPS, in memory.
///
/// Prints variables that a shell can source to standard output, and runs until Ctrl-C. Then it forgets what it holds.
#[derive(Clone, Debug, Parser)]
#[command(version, after_help = AFTER_HELP)]
#[expect(clippy::doc_markdown, reason = "a terminal shows it as it is")]
pub(crate) struct Arguments {
    /// The address or name to listen on. If other machines can reach it, --client-secret is needed
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) host: String,

    /// The port to listen on; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(crate) port: u16,

    /// Another name that clients use for it, such as that of a container. The certificate is valid for it too, and
    /// KINDE_DOMAIN has the first one. May be repeated
    #[arg(long = "name", value_name = "NAME", value_parser = name)]
    pub(crate) names: Vec<String>,

    /// Serve HTTPS. The certificate is signed by an authority of its own; KINDE_EMULATOR_CA is the path of its PEM
    #[arg(long)]
    pub(crate) tls: bool,

    /// The folder for the authority, its certificate, and the file with the seed [default: kinde-emulator in
    /// $XDG_STATE_HOME, or in ~/.local/state, or in the folder for temporary files]
    #[arg(long, value_name = "FOLDER", env = "KINDE_EMULATOR_FOLDER")]
    pub(crate) folder: Option<PathBuf>,

    /// What it holds at first and after a reset: demo, empty, or a JSON file as the README describes it
    #[arg(long, value_name = "demo|empty|FILE", default_value = "demo")]
    pub(crate) seed: Seed,

    /// The client id of the machine-to-machine application: letters, digits, `_` and `-`
    #[arg(long, value_name = "ID", default_value = CLIENT_ID, value_parser = credential)]
    pub(crate) client_id: String,

    /// The client secret of that application [default on loopback: kinde_emulator_secret]
    #[arg(
        long,
        value_name = "SECRET",
        env = "KINDE_EMULATOR_CLIENT_SECRET",
        hide_env_values = true,
        value_parser = credential
    )]
    client_secret: Option<String>,

    /// How long a token is valid, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u32).range(1..))]
    token_lifetime: u32,

    /// Limit the rate: 100/60 answers 100 requests in 60 seconds, and the rest with a 429
    #[arg(long, value_name = "N/SECONDS")]
    pub(crate) rate_limit: Option<RateLimit>,

    /// Send webhooks, signed, over HTTP to endpoints on this machine
    #[arg(long)]
    pub(crate) deliver_webhooks: bool,

    /// The RSA key that webhooks are signed with, a PKCS#8 PEM [default: one that everybody knows]
    #[arg(long, value_name = "FILE", requires = "deliver_webhooks")]
    pub(crate) webhook_key: Option<PathBuf>,

    /// Write a line to standard error for each request: time, method, path, operation, status, who
    #[arg(long)]
    pub(crate) log: bool,
}

const AFTER_HELP: &str = "\
Standard output, quoted for a shell:
  KINDE_DOMAIN                    the URL that it serves
  KINDE_MANAGEMENT_CLIENT_ID      for POST /oauth2/token
  KINDE_MANAGEMENT_CLIENT_SECRET  for POST /oauth2/token
  KINDE_EMULATOR_CA               the authority's PEM, with --tls, for SSL_CERT_FILE,
                                  REQUESTS_CA_BUNDLE and NODE_EXTRA_CA_CERTS
  KINDE_EMULATOR_SEED             the path of a file with what it holds, ids included

Below KINDE_DOMAIN/_emulator/ you can steer it: health, reset, state, schema, requests,
faults, clock, webhooks, sign_in. The README explains each.

Exit codes:
  0  ended by Ctrl-C or SIGTERM
  1  something else failed
  2  an argument is wrong
  3  it can't listen on the host and port, such as a port in use
  4  the seed file is refused
  5  a file or standard output can't be read or written";

impl Arguments {
    /// The secret, or why there has to be one. It is for loopback alone that one is known.
    pub(crate) fn client_secret(&self, is_loopback: bool) -> Result<String, String> {
        match &self.client_secret {
            Some(secret) => Ok(secret.clone()),
            None if is_loopback => Ok(CLIENT_SECRET.to_owned()),
            None => Err(format!(
                "{} is not on loopback: others can reach it, so that it needs a --client-secret of your own",
                self.host
            )),
        }
    }

    pub(crate) fn token_lifetime(&self) -> Duration {
        Duration::from_secs(self.token_lifetime.into())
    }
}

/// What there is at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seed {
    Demo,
    Empty,
    File(PathBuf),
}

impl FromStr for Seed {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "demo" => Self::Demo,
            "empty" => Self::Empty,
            file => Self::File(file.into()),
        })
    }
}

/// So many requests in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RateLimit {
    pub(crate) requests: u32,
    pub(crate) window: Duration,
}

impl FromStr for RateLimit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let no_limit = || format!("`{text}` is not a number of requests and seconds, such as 100/60");
        let (requests, seconds) = text.split_once('/').ok_or_else(no_limit)?;
        let requests = requests.parse().map_err(|_| no_limit())?;
        let seconds: u32 = seconds.parse().ok().filter(|seconds| *seconds > 0).ok_or_else(no_limit)?;
        Ok(Self { requests, window: Duration::from_secs(seconds.into()) })
    }
}

/// Some clients put them into a form as they are.
fn credential(text: &str) -> Result<String, String> {
    let is_fit = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    if (1..=200).contains(&text.len()) && text.chars().all(is_fit) {
        return Ok(text.to_owned());
    }
    Err("1 to 200 letters, digits, `_` and `-`, since some clients send it without encoding it".to_owned())
}

fn name(text: &str) -> Result<String, String> {
    let is_fit = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    if (1..=253).contains(&text.len()) && text.chars().all(is_fit) {
        return Ok(text.to_ascii_lowercase());
    }
    Err("a name of letters, digits, `-` and `.`, without a port".to_owned())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use clap::{CommandFactory, Parser};

    use super::{Arguments, RateLimit, Seed};

    fn parse(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(["kinde-emulator"].iter().chain(arguments))
    }

    #[test]
    fn the_command_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn needs_nothing_on_loopback() {
        let arguments = parse(&[]).unwrap();
        assert_eq!((arguments.host.as_str(), arguments.port, &arguments.seed), ("127.0.0.1", 0, &Seed::Demo));
        assert_eq!(arguments.client_id, "kinde_emulator");
        assert_eq!(arguments.client_secret(true).as_deref(), Ok("kinde_emulator_secret"));
        assert_eq!(arguments.token_lifetime(), Duration::from_secs(3600));
    }

    #[test]
    fn needs_a_secret_where_others_reach_it() {
        let refusal = parse(&["--host", "0.0.0.0"]).unwrap().client_secret(false).unwrap_err();
        assert!(refusal.contains("0.0.0.0 is not on loopback"), "{refusal}");
        let arguments = parse(&["--host", "0.0.0.0", "--client-secret", "mine"]).unwrap();
        assert_eq!(arguments.client_secret(false).as_deref(), Ok("mine"));
    }

    #[test]
    fn reads_rate_limits() {
        let limit = RateLimit { requests: 100, window: Duration::from_secs(60) };
        assert_eq!("100/60".parse(), Ok(limit));
        for text in ["", "100", "100/", "/60", "100/0", "-1/60", "1/60s", "1.5/60"] {
            assert!(text.parse::<RateLimit>().is_err(), "{text}");
        }
    }

    #[test]
    fn refuses_what_some_client_could_not_send() {
        for secret in ["", "a b", "a'b", "a&b", "é"] {
            assert!(parse(&["--client-secret", secret]).is_err(), "{secret}");
        }
        for name in ["", "a:80", "a/b"] {
            assert!(parse(&["--name", name]).is_err(), "{name}");
        }
        assert!(parse(&["--token-lifetime", "0"]).is_err());
    }
}
