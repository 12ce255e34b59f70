//! What stands around the sections: the head with its policy, the contents, the end.

use super::markup::Section;
use crate::format::escape;
use crate::language::{Language, Phrase};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// A page with links to its sections, its data for programs, and a box that its script shows. Nothing but its own style
/// and script may be loaded or run.
pub(super) fn write(
    out: &mut dyn Write,
    language: Language,
    (name, subtitle): (&str, &str),
    index: Option<&str>,
    sections: Vec<Section>,
    data: &str,
) -> io::Result<()> {
    let (name, subtitle) = (escape(name), escape(subtitle));
    let (style, script, code) = (fingerprint(STYLE), fingerprint(SCRIPT), language.code());
    let mut links = String::new();
    if let Some(index) = index {
        links.push_str(&format!("<li><a href=\"{}\">{}</a></li>\n", escape(index), language.say(Phrase::AllMissions)));
    }
    for Section { id, title, .. } in &sections {
        links.push_str(&format!("<li><a href=\"#{id}\">{}</a></li>\n", language.heading(*title)));
    }
    write!(
        out,
        include_str!("head.html"),
        css = STYLE,
        code = code,
        contents = language.say(Phrase::Contents),
        filter = language.say(Phrase::FilterTables),
        left = language.say(Phrase::RowsLeft),
        links = links,
        name = name,
        save = language.say(Phrase::SaveAsCsv),
        script = script,
        skip = language.say(Phrase::SkipToContent),
        style = style,
        subtitle = subtitle
    )?;
    sections.into_iter().try_for_each(|section| section.write(out, language))?;
    let made = language.fill(Phrase::MadeWith, env!("CARGO_PKG_VERSION"));
    writeln!(out, "</main>\n<footer><p>{made}</p></footer>\n{data}\n<script>{SCRIPT}</script>\n</body>\n</html>")?;
    out.flush()
}

/// How a Content-Security-Policy names a style or a script that it allows.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
