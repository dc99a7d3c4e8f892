//! What standard output says: variables, as a shell sources them.

use std::io::{self, Write};

/// Names and values, a line each.
pub(crate) fn print(mut output: impl Write, variables: &[(&str, &str)]) -> io::Result<()> {
    for (name, value) in variables {
        writeln!(output, "{name}={}", quoted(value))?;
    }
    output.flush()
}

/// In single quotes nothing but a single quote means anything to a shell.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::print;

    #[test]
    fn prints_what_a_shell_can_source() {
        let mut output = Vec::new();
        print(&mut output, &[("A", "/a b/$HOME"), ("B", "it's")]).unwrap();
        assert_eq!(String::from_utf8(output).unwrap(), "A='/a b/$HOME'\nB='it'\\''s'\n");
    }
}
