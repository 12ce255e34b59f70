//! SARIF 2.1.0 (OASIS): one run with one result per finding.

use super::Look;
use super::finding::{Finding, Level};
use crate::result_set::ResultSet;
use crate::uri;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, _: Look, _: bool) -> io::Result<()> {
    let findings = Finding::all(&result);
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "runs": [{
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(as_result).collect::<Vec<_>>(),
            "tool": { "driver": {
                "name": "mission",
                "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
            }},
        }],
        "version": "2.1.0",
    });
    writeln!(out, "{log:#}")
}

fn as_result(finding: &Finding) -> serde_json::Value {
    let (kind, level) = match finding.level {
        Level::Error => ("fail", "error"),
        Level::Warning => ("fail", "warning"),
        Level::Notice => ("fail", "note"),
        Level::Open => ("open", "none"),
        Level::Pass => ("pass", "none"),
    };
    let mut result = json!({ "kind": kind, "level": level });
    if let Some(location) = location(finding) {
        result["locations"] = json!([location]);
    }
    result["message"] = json!({ "text": format!("{}: {}", finding.title, finding.message) });
    result["ruleId"] = json!(finding.rule);
    result
}

/// The place in a file; where none is known, the claim.
fn location(finding: &Finding) -> Option<serde_json::Value> {
    if let Some(file) = &finding.file {
        let mut place = json!({ "artifactLocation": { "uri": uri::escaped(file.as_bytes()) } });
        if let Some(line) = finding.line {
            place["region"] = json!({ "startLine": line });
        }
        return Some(json!({ "physicalLocation": place }));
    }
    let (mission, claim) = finding.claim.as_ref()?;
    Some(json!({ "logicalLocations": [{ "fullyQualifiedName": format!("{mission}/{claim}") }] }))
}
