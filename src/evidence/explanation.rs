//! A claim explained: how it is read, what speaks for and against it by which laws, and what would have to be true.

use super::sentences::MOST_FINDINGS;
use crate::claim::Verdict;
use crate::count::{Interval, Softness};
use crate::error::Error;
use crate::facts::{Claim, Names, claim as read_claim};
use crate::language::{Language, Phrase};
use crate::words::Stage;
use rusqlite::{Connection, OptionalExtension, named_params};

/// What a line is about, and its text.
pub type Line = (String, String);

/// A claim and the lines that explain it, as `mission init` found them; `None` = the mission has no such claim.
///
/// # Errors
/// The database cannot be read.
pub fn explain(conn: &Connection, mission: &str, id: &str, names: &Names) -> Result<Option<(Claim, Vec<Line>)>, Error> {
    let language = names.language;
    let about = named_params! { ":mission": mission, ":claim": id, ":language": language.code() };
    let mut statement = conn.prepare_cached(include_str!("sql/explained.sql"))?;
    let found = statement.query_row(about, |row| {
        let bounds = |min: Option<i64>, max| min.map(|min| Interval { min, max });
        let implied = bounds(row.get("implied_min")?, row.get("implied_max")?);
        let verdict = row.get::<_, String>("verdict")?.parse::<Verdict>().map_err(|_| rusqlite::Error::InvalidQuery)?;
        Ok((read_claim(row)?, verdict, implied, row.get::<_, String>("findings")?))
    });
    let Some((claim, verdict, implied, findings)) = found.optional()? else { return Ok(None) };
    let line = |about: Phrase, text: String| (language.say(about).to_owned(), text);
    let stage = language.say(match claim.stage {
        Stage::Expected => Phrase::PublishedBeforehand,
        Stage::Reported => Phrase::Reported,
    });
    let origin = claim.origin.clone().unwrap_or_else(|| language.say(Phrase::NotKnown).to_owned());
    let mut lines = vec![
        line(Phrase::Claim, claim.id.clone()),
        line(Phrase::Says, language.labelled(&names.describe(&claim.subject, &claim.scope), claim.count.notation())),
        line(Phrase::ReadStrictly, in_words(claim.count.strict(), language)),
        line(Phrase::ReadLoosely, loosely(&claim, language)),
        line(Phrase::Source, format!("{}, {stage}", claim.source)),
        line(Phrase::CountedBy, origin),
        line(Phrase::Verdict, language.labelled(&language.word(verdict.word()), meaning(verdict, language))),
    ];
    if let Some(implied) = implied.filter(|implied| *implied != claim.count.strict()) {
        lines.push(line(Phrase::Follows, in_words(implied, language)));
    }
    let contradictions = contradictions(conn, mission, id, language)?;
    // The findings begin with the same contradictions, a sentence each.
    let others = findings.lines().skip(contradictions.len());
    lines.extend(contradictions.into_iter().flatten());
    lines.extend(others.map(|sentence| line(Phrase::Evidence, sentence.to_owned())));
    Ok(Some((claim, lines)))
}

/// The contradictions that are told of a claim, each in lines.
fn contradictions(conn: &Connection, mission: &str, id: &str, language: Language) -> Result<Vec<Vec<Line>>, Error> {
    let most = i64::try_from(MOST_FINDINGS).unwrap_or(i64::MAX);
    let about = named_params! { ":mission": mission, ":claim": id, ":language": language.code(), ":most": most };
    let mut statement = conn.prepare_cached(include_str!("sql/contradictions_of_claim.sql"))?;
    let rows = statement.query_map(about, |row| {
        let kind: String = row.get("kind")?;
        let laws: String = row.get("laws")?;
        let condition: Option<String> = row.get("condition")?;
        let laws: Vec<String> = laws.split_whitespace().map(|law| language.word(law)).collect();
        let kind = language.word(&kind);
        let about = if laws.is_empty() { kind } else { format!("{kind} ({})", laws.join(", ")) };
        let mut lines = vec![(about, row.get("arithmetic")?)];
        lines.extend(condition.map(|condition| (language.say(Phrase::MustBeTrue).to_owned(), condition)));
        Ok(lines)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a verdict means, in words.
pub fn meaning(verdict: Verdict, language: Language) -> &'static str {
    language.say(match verdict {
        Verdict::Refuted => Phrase::RefutedMeans,
        Verdict::Inconsistent => Phrase::InconsistentMeans,
        Verdict::Conflicting => Phrase::ConflictingMeans,
        Verdict::Conditional => Phrase::ConditionalMeans,
        Verdict::Supported => Phrase::SupportedMeans,
        Verdict::Unverified => Phrase::UnverifiedMeans,
    })
}

fn loosely(claim: &Claim, language: Language) -> String {
    let why = match claim.count.softness() {
        Softness::Firm => Phrase::TheSame,
        Softness::Rounded => Phrase::MayBeRounded,
        Softness::About => Phrase::SaidToBeAbout,
    };
    language.fill(why, &in_words(claim.count.loose(), language))
}

/// "exactly 112", "at least 31", "450 to 550".
fn in_words(count: Interval, language: Language) -> String {
    let min = language.number(count.min);
    match count.max {
        None => language.fill(Phrase::AtLeast, &min),
        Some(max) if max == count.min => language.fill(Phrase::ReadAsExactly, &min),
        Some(max) => language.fill_all(Phrase::FromTo, &[&min, &language.number(max)]),
    }
}
