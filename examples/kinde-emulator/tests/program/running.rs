//! A running program, and what a client without an SDK does with it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// The program with arguments, each test in a folder of its own.
pub(crate) fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinde-emulator"));
    command.args(arguments).env_remove("KINDE_EMULATOR_CLIENT_SECRET").env("KINDE_EMULATOR_FOLDER", folder.path());
    command
}

/// A program that runs until this is dropped.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) folder: TempDir,
    /// What it printed, without the quotes.
    pub(crate) variables: HashMap<String, String>,
    agent: Agent,
    stderr: Option<BufReader<std::process::ChildStderr>>,
}

impl Running {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), arguments)
    }

    pub(crate) fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        let mut command = command(&folder, arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut variables = HashMap::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        while !variables.contains_key("KINDE_EMULATOR_SEED") {
            let Some(line) = lines.next() else {
                let mut stderr = String::new();
                child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
                panic!("it ended before it was ready: {stderr}");
            };
            let line = line.unwrap();
            let (name, value) = line.split_once('=').unwrap();
            let value = value.strip_prefix('\'').unwrap().strip_suffix('\'').unwrap();
            variables.insert(name.to_owned(), value.to_owned());
        }
        let stderr = child.stderr.take().map(BufReader::new);
        let agent = agent(variables.get("KINDE_EMULATOR_CA").map(String::as_str));
        Self { child, folder, variables, agent, stderr }
    }

    pub(crate) fn variable(&self, name: &str) -> &str {
        &self.variables[name]
    }

    pub(crate) fn domain(&self) -> &str {
        self.variable("KINDE_DOMAIN")
    }

    /// The host and port that it listens on.
    pub(crate) fn address(&self) -> &str {
        self.domain().split_once("://").unwrap().1
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.domain()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = self.agent.run(request.body(body.to_owned()).unwrap()).unwrap();
        let text = response.body_mut().read_to_string().unwrap();
        Answer { status: response.status().as_u16(), json: serde_json::from_str(&text).unwrap_or(Value::Null) }
    }

    /// A request that steers it.
    pub(crate) fn steer(&self, method: &str, resource: &str, body: &str) -> Answer {
        self.send(method, &format!("/_emulator/{resource}"), &[], body)
    }

    pub(crate) fn token(&self) -> Answer {
        self.token_for(self.variable("KINDE_MANAGEMENT_CLIENT_ID"), self.variable("KINDE_MANAGEMENT_CLIENT_SECRET"))
    }

    pub(crate) fn token_for(&self, id: &str, secret: &str) -> Answer {
        let audience = format!("{}/api", self.domain());
        let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}&audience={audience}");
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.send("POST", "/oauth2/token", &headers, &form)
    }

    /// A client of the Management API.
    pub(crate) fn api(&self) -> Api<'_> {
        let token = self.token().json["access_token"].as_str().unwrap().to_owned();
        Api { running: self, authorization: format!("Bearer {token}") }
    }

    /// The next line that it writes to standard error.
    pub(crate) fn log_line(&mut self) -> String {
        let mut line = String::new();
        self.stderr.as_mut().unwrap().read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// Whoever read what it writes to standard error is gone.
    pub(crate) fn close_log(&mut self) {
        self.stderr = None;
    }

    pub(crate) fn seed_file(&self) -> PathBuf {
        self.variable("KINDE_EMULATOR_SEED").into()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn agent(authority: Option<&str>) -> Agent {
    let roots = authority.map(|path| {
        let certificate = Certificate::from_pem(&std::fs::read(path).unwrap()).unwrap().to_owned();
        RootCerts::new_with_certs(&[certificate])
    });
    let mut tls = TlsConfig::builder();
    if let Some(roots) = roots {
        tls = tls.root_certs(roots);
    }
    Agent::config_builder().http_status_as_error(false).tls_config(tls.build()).proxy(None).build().into()
}

#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) json: Value,
}

impl Answer {
    /// What an error says.
    pub(crate) fn message(&self) -> &str {
        self.json["error"]["message"].as_str().unwrap_or_default()
    }
}

pub(crate) struct Api<'a> {
    running: &'a Running,
    authorization: String,
}

impl Api<'_> {
    pub(crate) fn call(&self, method: &str, path: &str, body: &str) -> Answer {
        let mut headers = vec![("authorization", self.authorization.as_str())];
        if !body.is_empty() {
            headers.push(("content-type", "application/json"));
        }
        self.running.send(method, &format!("/api/v1/{path}"), &headers, body)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.call("GET", path, "")
    }
}
