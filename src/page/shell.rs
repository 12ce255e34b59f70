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
    write!(
        out,
        include_str!("head.html"),
        css = STYLE,
        code = code,
        name = name,
        nav = nav,
        script = script,
        skip = skip,
        style = style,
        subtitle = subtitle
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
