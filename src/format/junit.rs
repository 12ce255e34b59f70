//! JUnit XML: one test case per finding; what is not decided is skipped.

use super::Look;
use super::finding::{Finding, Level};
use crate::result_set::ResultSet;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, _: Look, _: bool) -> io::Result<()> {
    let findings = Finding::all(&result);
    let number = |level| findings.iter().filter(|finding| finding.level == level).count().to_string();
    let counts = [
        ("name", "mission".to_owned()),
        ("tests", findings.len().to_string()),
        ("failures", number(Level::Error)),
        ("errors", "0".to_owned()),
        ("skipped", number(Level::Open)),
    ];
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suite = xml.create_element("testsuite").with_attributes(counts.iter().map(|(name, n)| (*name, n.as_str())));
    suite.write_inner_content(|xml| findings.iter().try_for_each(|finding| test_case(xml, finding)))?;
    out.write_all(b"\n")
}

fn test_case<W: Write>(xml: &mut Writer<W>, finding: &Finding) -> io::Result<()> {
    // The schema that Jenkins holds reports against knows no attributes for a place.
    let message = allowed(&match (&finding.file, finding.line) {
        (Some(file), Some(line)) => format!("{file}:{line}: {}", finding.message),
        (Some(file), None) => format!("{file}: {}", finding.message),
        (None, _) => finding.message.clone(),
    });
    // A history is kept by class and name: they stay when the verdict on a claim changes.
    let (class, name) = match &finding.claim {
        Some((mission, claim)) => (mission, claim),
        None => (&finding.rule, &finding.title),
    };
    let (class, name) = (allowed(class), allowed(name));
    let case = xml.create_element("testcase").with_attributes([("classname", class.as_str()), ("name", &name)]);
    let (element, attribute, text) = match finding.level {
        Level::Error => ("failure", Some(finding.rule.as_str()), Some(BytesText::new(&message))),
        Level::Open => ("skipped", Some(message.as_str()), None),
        Level::Warning | Level::Notice | Level::Pass => ("system-out", None, Some(BytesText::new(&message))),
    };
    let outcome = |xml: &mut Writer<W>| {
        let outcome = xml.create_element(element).with_attributes(attribute.map(|text| ("message", text)));
        match text {
            Some(text) => outcome.write_text_content(text).map(drop),
            None => outcome.write_empty().map(drop),
        }
    };
    case.write_inner_content(outcome).map(drop)
}

/// Without the control characters and the noncharacters that XML 1.0 cannot hold.
fn allowed(text: &str) -> String {
    let is_refused =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if is_refused(c) { '\u{fffd}' } else { c }).collect()
}
