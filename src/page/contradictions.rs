//! The published counts that cannot all be right as they are read, with the sum that shows it.

use super::Page;
use super::markup::{Section, columns, markup, text};
use crate::error::Error;
use crate::format::escape;
use crate::language::{Phrase, capitalised};

/// `None` = everything fits together.
pub(super) fn section(page: &Page<'_>) -> Result<Option<Section>, Error> {
    let (language, code) = (page.language, page.language.code());
    let [arithmetic, condition] = ["arithmetic", "condition"].map(|column| format!("{column}_{code}"));
    let rows = page.rows(include_str!("sql/contradictions.sql"), |row| {
        let word = |column| Ok::<_, rusqlite::Error>(capitalised(&language.word(&row.get::<_, String>(column)?)));
        let claims: String = row.get("claims")?;
        let linked = claims.split(' ').map(escape).map(|claim| format!("<a href=\"#claim-{claim}\">{claim}</a>"));
        let linked: Vec<String> = linked.collect();
        let folded = format!("<details><summary>{}</summary>{}</details>", linked.len(), linked.join("<br>"));
        Ok(vec![
            text(&word("kind")?),
            text(&format!("{} ({})", word("subject")?, language.word(&row.get::<_, String>("stage")?))),
            text(&row.get::<_, String>(arithmetic.as_str())?),
            text(&row.get::<_, Option<String>>(condition.as_str())?.unwrap_or_default()),
            markup(folded, &claims),
        ])
    })?;
    let headings =
        [Phrase::Contradiction, Phrase::WhatIsCounted, Phrase::Arithmetic, Phrase::Condition, Phrase::Claims];
    let table = |rows| {
        Section::new("contradictions", Phrase::DoNotFitTogether, String::new())
            .table(columns(language, &headings, &[]), rows)
    };
    Ok((!rows.is_empty()).then(|| table(rows)))
}
