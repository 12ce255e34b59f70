//! SARIF 2.1.0 (OASIS): one run with one result per finding.

use super::finding::{Finding, Level};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Write;

pub(super) struct Sarif<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
    findings: Vec<Finding>,
}

impl<'w> Sarif<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), findings: Vec::new() }
    }

    fn log(&self) -> serde_json::Value {
        let rules: BTreeSet<&str> = self.findings.iter().map(|finding| finding.rule.as_str()).collect();
        json!({
            "version": "2.1.0",
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "runs": [{
                "tool": { "driver": {
                    "name": "mission",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
                }},
                "columnKind": "unicodeCodePoints",
                "results": self.findings.iter().map(result).collect::<Vec<_>>(),
            }],
        })
    }
}

fn result(finding: &Finding) -> serde_json::Value {
    let (kind, level) = match finding.level {
        Level::Error => ("fail", "error"),
        Level::Warning => ("fail", "warning"),
        Level::Open => ("open", "none"),
        Level::Pass => ("pass", "none"),
    };
    json!({
        "ruleId": finding.rule,
        "kind": kind,
        "level": level,
        "message": { "text": format!("{}: {}", finding.title, finding.message) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": finding.file },
            "region": { "startLine": finding.line },
        }}],
    })
}

impl Sink for Sarif<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.findings.push(Finding::of(&self.columns, row));
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        let log = self.log();
        let written = serde_json::to_writer_pretty(&mut *self.out, &log).map_err(std::io::Error::from);
        written.and_then(|()| self.out.write_all(b"\n")).and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}
