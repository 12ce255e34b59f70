//! The line of a defect with a caret below its cell.

use super::Group;
use annotate_snippets::{AnnotationKind, Group as Drawing, Level, Renderer, Snippet};

/// Defects that are told together, with the line around the first one and a caret below its cell.
pub fn with_excerpt(group: &Group<'_>, color: bool) -> String {
    let Some(excerpt) = &group.first.excerpt else { return group.to_string() };
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let line = usize::try_from(group.first.place.line).unwrap_or(usize::MAX);
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(excerpt.cell.clone()));
    let drawn = renderer.render(&[Drawing::with_level(Level::ERROR).element(snippet)]);
    format!("{group}\n{drawn}\n")
}
