//! The folder with what is kept: the authority, its certificate, the file with the seed.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Makes the folder where it isn't there, and tells it in full.
pub(crate) fn open(named: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = named.map_or_else(|| default(|name| std::env::var_os(name)), Path::to_path_buf);
    fs::create_dir_all(&folder).and_then(|()| fs::canonicalize(&folder)).map_err(|error| Failure::file(&folder, error))
}

fn default(variable: impl Fn(&str) -> Option<OsString>) -> PathBuf {
    let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = set("XDG_STATE_HOME").or_else(|| Some(set("HOME")?.join(".local/state")));
    state.unwrap_or_else(std::env::temp_dir).join("kinde-emulator")
}

/// Writes a file that nobody else on this machine may read. Whoever reads meanwhile gets all of the old or the new one.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let temporary = temporary(path);
    write_new(&temporary, content)?;
    fs::rename(&temporary, path)
}

/// Writes a file unless there is one, and tells what it holds then: two programs that begin at once agree.
pub(crate) fn write_once(path: &Path, content: &[u8]) -> io::Result<Vec<u8>> {
    let temporary = temporary(path);
    write_new(&temporary, content)?;
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read(path),
    }
}

fn temporary(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}", std::process::id()));
    name.into()
}

fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(content)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{default, write, write_once};

    #[test]
    fn is_where_the_system_keeps_such_things() {
        let variables = |known: &'static [(&str, &str)]| {
            default(|name| known.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
        };
        assert_eq!(variables(&[("XDG_STATE_HOME", "/s"), ("HOME", "/h")]), Path::new("/s/kinde-emulator"));
        assert_eq!(variables(&[("XDG_STATE_HOME", ""), ("HOME", "/h")]), Path::new("/h/.local/state/kinde-emulator"));
        assert_eq!(variables(&[]), std::env::temp_dir().join("kinde-emulator"));
    }

    #[test]
    fn keeps_what_was_written_first_or_last() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        assert_eq!(write_once(&path, b"1").unwrap(), b"1");
        assert_eq!(write_once(&path, b"2").unwrap(), b"1");
        write(&path, b"3").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"3");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }
}
