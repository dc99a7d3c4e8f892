//! The guide shows the lines that are tried here.

const GUIDE: &str = include_str!("../../../../src/guide/async_stacks.md");
const STACKS: &str = include_str!("stacks.rs");
const ASYNC_REQWEST: &str = include_str!("../../../../examples/async_reqwest.rs");

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[test]
fn shows_lines_that_work() {
    let code: Vec<&str> = GUIDE.split("```rust,ignore\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(code.len(), 2, "reqwest and hyper");
    let tried = [STACKS, ASYNC_REQWEST].map(|source| lines(source).join("\n"));
    for paragraph in code.iter().flat_map(|code| code.split("\n\n")) {
        let paragraph = lines(paragraph).join("\n");
        assert!(tried.iter().any(|source| source.contains(&paragraph)), "{paragraph}");
    }
}
