//! Lists, page by page.

use kinde_api::Paged;
use serde::Serialize;

use crate::failure::Failure;
use crate::program::Program;
use crate::rows::Columns;

/// How much of a list is wanted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    /// As much as a page holds.
    FirstPage,
    All,
}

impl Program {
    pub(crate) fn list<P: Paged<Item: Serialize>>(
        &self,
        endpoint: P,
        columns: Columns,
        extent: Extent,
    ) -> Result<(), Failure> {
        let endpoint = endpoint.with_largest_page();
        if self.options.dry_run {
            return self.print(&self.curl(&endpoint)?);
        }
        let mut rows = self.rows(columns)?;
        let mut pages = self.client.pages(endpoint);
        let mut count = 0;
        self.progress.count("listed");
        let listed = pages.by_ref().take(if extent == Extent::All { usize::MAX } else { 1 }).try_for_each(|page| {
            let page = P::items(page?);
            self.progress.suspend(|| rows.add(&page))?;
            self.progress.advance(page.len());
            count += page.len();
            Ok(())
        });
        self.progress.end();
        if count == 0 && listed.is_err() {
            return listed;
        }
        // What came before an error is worth a look.
        let finished = self.finish(rows);
        listed.map_err(|failure: Failure| failure.note(&format!("{count} were listed before")))?;
        if pages.next_endpoint().is_some() {
            self.progress.note(&format!("these are the first {count}: --all lists all of them"));
        }
        finished
    }
}
