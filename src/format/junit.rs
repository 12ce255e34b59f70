//! JUnit XML: one test case per finding; what is not decided is skipped.

use super::finding::{Finding, Level};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

pub(super) struct Junit<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
    findings: Vec<Finding>,
}

impl<'w> Junit<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), findings: Vec::new() }
    }

    fn write(&mut self) -> io::Result<()> {
        let number = |level| self.findings.iter().filter(|finding| finding.level == level).count().to_string();
        let counts = [
            ("name", "mission".to_owned()),
            ("tests", self.findings.len().to_string()),
            ("failures", number(Level::Error)),
            ("errors", "0".to_owned()),
            ("skipped", number(Level::Open)),
        ];
        let mut xml = Writer::new_with_indent(&mut *self.out, b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let attributes = || counts.iter().map(|(name, value)| (*name, value.as_str()));
        let suite = xml.create_element("testsuite").with_attributes(attributes());
        suite.write_inner_content(|xml| self.findings.iter().try_for_each(|finding| test_case(xml, finding)))?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}

fn test_case<W: Write>(xml: &mut Writer<W>, finding: &Finding) -> io::Result<()> {
    let (title, message) = (allowed(&finding.title), allowed(&finding.message));
    let line = finding.line.to_string();
    let place = [("classname", finding.rule.as_str()), ("name", &title), ("file", &finding.file), ("line", &line)];
    let case = xml.create_element("testcase").with_attributes(place);
    let text = BytesText::new(&message);
    match finding.level {
        Level::Error => case.write_inner_content(|xml| {
            let failure = xml.create_element("failure").with_attribute(("message", finding.rule.as_str()));
            failure.write_text_content(text).map(drop)
        }),
        Level::Open => case.write_inner_content(|xml| {
            xml.create_element("skipped").with_attribute(("message", message.as_str())).write_empty().map(drop)
        }),
        Level::Warning | Level::Pass => {
            case.write_inner_content(|xml| xml.create_element("system-out").write_text_content(text).map(drop))
        }
    }
    .map(drop)
}

/// Without the control characters that XML 1.0 cannot hold.
fn allowed(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\t' | '\n' | '\r') { '\u{fffd}' } else { c }).collect()
}

impl Sink for Junit<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.findings.push(Finding::of(&self.columns, row));
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        self.write().map_err(Error::Output)
    }
}
