//! What stands around the sections: the head with its policy, the contents, the end.

use super::markup::Section;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::io::Write;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The pattern of what is possible; every chart of the page refers to it.
const HATCH: &str = "\
<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"patterns\"><defs>
<pattern id=\"hatch-listed\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"6\" height=\"6\"/><rect class=\"stroke-listed\" width=\"2.5\" height=\"6\"/></pattern>
<pattern id=\"hatch-published\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\"><rect class=\"ground\" width=\"6\" height=\"6\"/><rect class=\"stroke-published\" width=\"2.5\" height=\"6\"/></pattern>
</defs></svg>";

/// The head of a page and the links to its sections. Nothing but its own style and script may be loaded or run.
pub(super) fn begin(
    out: &mut dyn Write,
    language: Language,
    name: &str,
    subtitle: &str,
    index: Option<&str>,
    sections: &[Section],
) -> Result<(), Error> {
    let (name, subtitle) = (escape(name), escape(subtitle));
    let (style, script, code) = (fingerprint(STYLE), fingerprint(SCRIPT), language.code());
    let mut links = String::new();
    if let Some(index) = index {
        links.push_str(&format!("<li><a href=\"{}\">{}</a></li>\n", escape(index), language.say(Phrase::AllMissions)));
    }
    for Section { id, title, .. } in sections {
        links.push_str(&format!("<li><a href=\"#{id}\">{}</a></li>\n", language.heading(*title)));
    }
    let contents = language.say(Phrase::Contents);
    let nav = if links.is_empty() {
        String::new()
    } else {
        format!("<nav aria-label=\"{contents}\">\n<ul>\n{links}</ul>\n</nav>\n")
    };
    let skip = language.say(Phrase::SkipToContent);
    writeln!(
        out,
        "<!DOCTYPE html>
<html lang=\"{code}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"referrer\" content=\"no-referrer\">
<link rel=\"icon\" href=\"data:,\">
<title>{name}</title>
<style>{STYLE}</style>
</head>
<body>
<a class=\"skip\" href=\"#content\">{skip}</a>
{HATCH}
<header>
<h1>{name}</h1>
<p>{subtitle}</p>
{nav}</header>
<main id=\"content\" tabindex=\"-1\">"
    )
    .map_err(Error::Output)
}

pub(super) fn end(out: &mut dyn Write, language: Language) -> Result<(), Error> {
    let made = language.fill(Phrase::MadeWith, env!("CARGO_PKG_VERSION"));
    writeln!(out, "</main>\n<footer><p>{made}</p></footer>\n<script>{SCRIPT}</script>\n</body>\n</html>")
        .and_then(|()| out.flush())
        .map_err(Error::Output)
}

/// How a Content-Security-Policy names a style or a script that it allows.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
