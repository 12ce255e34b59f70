//! The line of a defect with a caret below its cell.

use super::Defect;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A defect with the line around it and a caret below its cell; what to do is said last.
pub fn with_excerpt(defect: &Defect, color: bool) -> String {
    let Some(excerpt) = &defect.excerpt else { return defect.to_string() };
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let line = usize::try_from(defect.place.line).unwrap_or(usize::MAX);
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(excerpt.cell.clone()));
    let drawn = renderer.render(&[Group::with_level(Level::ERROR).element(snippet)]);
    format!("{defect}\n{drawn}\n")
}
