//! `mission explain`: what a defect code means.

use super::{Context, Exit};
use crate::defect::Code;
use crate::error::Error;
use crate::format::{Content, Format};
use crate::language::Phrase;
use crate::result_set::{Caption, ResultSet, Value};
use strum::VariantArray;

/// What a defect code means, why it matters, and how to mend it.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/explain.txt").trim_ascii_end())]
pub struct Args {
    /// The code, as `mission init` shows it
    code: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Anything)?;
    let result = match &args.code {
        None => overview(),
        Some(name) => {
            let names = || Code::VARIANTS.iter().map(|code| code.name());
            explain(name.parse().map_err(|_| Error::unknown("code", name, names(), "mission explain"))?)
        }
    };
    context.show(format, &result)
}

fn overview() -> ResultSet {
    let row = |code: &Code| vec![Value::from(code.name()), Value::from(code.explanation().title)];
    let caption = Caption {
        title: Some(Phrase::DefectsOfADataFolder),
        notes: vec!["mission explain CODE says more.".to_owned()],
        ..Caption::default()
    };
    ResultSet::new(caption, &["code", "defect"], Code::VARIANTS.iter().map(row).collect())
}

fn explain(code: Code) -> ResultSet {
    let explanation = code.explanation();
    let rows = [("matters", explanation.why), ("example", explanation.example), ("mend", explanation.mend)];
    let rows = rows.map(|(about, text)| vec![Value::from(about), Value::from(text)]);
    let caption = Caption::about(format!("{} · {}", code.name(), explanation.title));
    ResultSet::new(caption, &["about", "explanation"], rows.to_vec())
}
