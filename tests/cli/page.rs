//! Pages for a browser. Chromium and axe look at the same pages in `tests/interop/`.

use crate::harness::{Place, Ran, golden};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mission::model::Table;
use mission::report::REPORTS;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;

/// A mission whose every text would be markup, if it were not escaped.
fn nasty() -> Place {
    let place = Place::empty();
    let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
    fs::create_dir(place.path("data")).unwrap();
    write(
        "sources.csv",
        "source_id,title,publisher,url\ns,<b>S</b>,\"\"\"><script>alert(1)</script>\",\"https://x.be/?a=1&b='\"\"><img/src=x>\"\n",
    );
    write(
        "missions.csv",
        "mission_id,name,lead,first_day,last_day,source_id\nm,</title><script>alert(1)</script>,\"<i>\nX\",2025-01-30,2025-02-02,s\n",
    );
    write("regions.csv", "region_id,label_en,label_nl,label_fr\nr,<R>,<R>,<R>\n");
    write("categories.csv", "category_id,label_en,label_nl,label_fr\nc,\"\"\" onclick=\"\"alert(1)\",c,c\n");
    write("cities.csv", "city_id,name,country\nx,<svg onload=alert(1)>,BE\n");
    write("participants.csv", "mission_id,participant_id,name,category_id,region_id,source_id\nm,p,<p>,c,r,s\n");
    write(
        "agreements.csv",
        "mission_id,agreement_id,title,kind,status,city_id,source_id\nm,a,<a>,contract,planned,x,s\n",
    );
    write(
        "events.csv",
        "mission_id,event_id,title,kind,city_id,venue,first_day,last_day,date_basis,source_id\nm,e,<e>,visit,x,<v>,2025-01-31,2025-02-01,window,s\nm,f,after,visit,,,2025-02-05,2025-02-05,stated,s\nm,g,before,visit,,,2025-01-01,2025-01-01,stated,s\nm,h,some time,visit,,,,,,s\n",
    );
    write(
        "claims.csv",
        "mission_id,claim_id,subject,category_id,region_id,city_id,count,stage,source_id\nm,k,participants,c,r,,>1000,,s\nm,l,agreements,,,x,0,,s\nm,o,people,,,,1-2,expected,s\n",
    );
    let ran = place.run(&["init", "-q", "data"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    place
}

#[test]
fn a_page_shows_everything_and_lets_no_value_become_markup() {
    let page = nasty().run(&["page"]);
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    let (_, body) = page.stdout.split_once("</style>").unwrap();
    golden("page/nasty.html", body);
    for markup in ["<script>alert", "<img", "<b>S", "<i>", "<svg onload", "\" onclick", "<R>", "<e>", "<v>"] {
        assert!(!page.stdout.contains(markup), "{markup}");
    }
}

#[test]
fn a_page_allows_only_its_own_style_and_script() {
    let page = Place::with_seed().run(&["page"]).stdout;
    let between = |from: &str, to: &str| page.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
    let hash = |text: &str| format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(&between("<style>", "</style>")),
        hash(&between("<script>", "</script>"))
    );
    assert_eq!(between("http-equiv=\"Content-Security-Policy\" content=\"", "\">"), policy);
    assert!(!page.contains(" style=") && !page.contains(" src=") && !page.contains(" onclick="));
}

/// What a page says to programs, and the same as it stands there.
fn linked_data(page: &str) -> (Vec<Value>, &str) {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (text, _) = rest.split_once("</script>").unwrap();
    let document: Value = serde_json::from_str(text).unwrap();
    assert_eq!(document["@context"], json!({ "@vocab": "https://schema.org/" }), "nothing has to be fetched");
    (document["@graph"].as_array().unwrap().clone(), text)
}

#[test]
fn a_page_tells_programs_the_mission_its_data_and_every_verdict_as_a_word() {
    let place = Place::with_seed();
    let page = place.run(&["page"]).stdout;
    let (graph, text) = linked_data(&page);
    golden("page/seed.jsonld", text);
    assert!(!text.contains("null") && !text.contains("[]") && !text.contains("{}"), "what is not known is left out");
    let of_type = |name: &str| graph.iter().filter(|node| node["@type"] == name).collect::<Vec<_>>();
    assert_eq!((of_type("Event").len(), of_type("Dataset").len()), (1 + 49, 1));
    let told = of_type("ClaimReview").into_iter().map(|review| {
        let (claim, rating) = (&review["itemReviewed"], review["reviewRating"].as_object().unwrap());
        assert_eq!(claim["@type"], "Claim");
        assert_eq!(rating.keys().collect::<Vec<_>>(), ["@type", "alternateName"], "a verdict is no score");
        let id = claim["@id"].as_str().unwrap().strip_prefix("#claim-").unwrap();
        format!("{id}|{}", rating["alternateName"].as_str().unwrap())
    });
    let mut told: Vec<String> = told.collect();
    told.sort_unstable();
    let judged = place.ask("SELECT claim_id || '|' || verdict FROM claim_verdicts ORDER BY 1");
    assert_eq!(told, judged.lines().collect::<Vec<_>>());
}

#[test]
fn linked_data_invents_no_day_and_no_text_ends_its_element() {
    let page = nasty().run(&["page"]).stdout;
    let (graph, text) = linked_data(&page);
    assert!(!text.contains('<') && text.contains("\\u003c/title>\\u003cscript>"));
    assert_eq!(graph[0]["name"], "</title><script>alert(1)</script>");
    assert_eq!(graph[0]["organizer"], json!({ "name": "<i>\nX" }));
    let days: Vec<_> = graph
        .iter()
        .filter(|node| node["superEvent"]["@id"] == "#mission")
        .map(|event| event.get("startDate"))
        .collect();
    let known = [None, Some(&json!("2025-02-05")), Some(&json!("2025-01-01")), None];
    assert_eq!(days, known, "an event on one of several days, not known which, has none");
}

#[test]
fn linked_data_of_several_missions_names_each_by_its_page() {
    let place = Place::with_data("examples/belgian-missions");
    assert_eq!(place.run(&["page", "--to", "site"]).code, Some(0));
    let read = |file: &str| fs::read_to_string(place.path("site").join(file)).unwrap();
    let (index, page) = (read("index.html"), read("japan-2022.html"));
    let (index, page) = (linked_data(&index).0, linked_data(&page).0);
    let japan = index.iter().find(|event| event["@id"] == "japan-2022.html#mission").unwrap();
    assert_eq!((&page[0]["@id"], &page[0]["name"]), (&json!("#mission"), &japan["name"]));
    assert_eq!(index.len().to_string(), place.ask("SELECT count(*) FROM missions"));
    let unlinked = place.run(&["page"]).stdout;
    assert!(linked_data(&unlinked).0.iter().all(|event| event.get("@id").is_none()));
}

#[test]
fn a_page_shows_the_numbers_of_the_reports() {
    let place = Place::with_seed();
    let page = place.run(&["page", "usa-west-2025"]).stdout;
    for row in [
        "<p><span>Companies</span>",
        "2–5 of <b>112</b>",
        "1–18",
        "12–19 of <b>&gt;30 / 60</b>",
        "<td role=\"cell\" data-label=\"Day\" data-key=\"2025-10-06\">Mon 6 October</td><td role=\"cell\" class=\"number\" data-label=\"Listed\" data-key=\"9\">9–24</td>",
    ] {
        assert!(page.contains(row), "{row}");
    }
    let rows = |section: &str| {
        let (_, rest) = page.split_once(&format!("<section id=\"{section}\"")).unwrap();
        rest.split_once("</section>").unwrap().0.matches("<tr role=\"row\"><td").count().to_string()
    };
    for (section, table) in [
        ("participant-list", "participants"),
        ("agreement-list", "agreements"),
        ("programme", "events"),
        ("claims", "claims"),
    ] {
        assert_eq!(rows(section), place.ask(&format!("SELECT count(*) FROM {table}")), "{section}");
    }
    for report in REPORTS.iter().filter(|report| report.key.len() > 1) {
        assert_eq!(rows(report.name), place.ask(&format!("SELECT count(*) FROM {}", report.view)), "{}", report.name);
    }
}

#[test]
fn a_page_names_the_sources_of_every_table() {
    let place = Place::with_seed();
    let page = place.run(&["page"]).stdout;
    let names_a_source = |table: &&Table| table.columns().iter().any(|column| column.name == "source_id");
    for table in Table::ALL.iter().filter(|table| **table != Table::Source).filter(names_a_source) {
        for source in place.ask(&format!("SELECT DISTINCT source_id FROM {}", table.name())).lines() {
            assert!(page.contains(&format!("id=\"source-{source}\"")), "{source} of {}", table.name());
        }
    }
}

#[test]
fn every_link_within_a_page_leads_somewhere() {
    let place = Place::with_data("examples/belgian-missions");
    assert_eq!(
        place.run(&["page", "--to", "site"]),
        Ran { code: Some(0), stdout: String::new(), stderr: String::new() }
    );
    for entry in place.path("site").read_dir().unwrap() {
        let path = entry.unwrap().path();
        let page = fs::read_to_string(&path).unwrap();
        for link in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            match link.strip_prefix('#') {
                Some(id) => assert!(page.contains(&format!(" id=\"{id}\"")), "{link} in {path:?}"),
                None if link.contains(':') => {
                    assert!(link.starts_with("https:") || link.starts_with("http:") || link == "data:,")
                }
                None => {
                    let (file, id) = link.split_once('#').unwrap_or((link, "content"));
                    let there = fs::read_to_string(place.path("site").join(file)).unwrap_or_default();
                    assert!(there.contains(&format!(" id=\"{id}\"")), "{link} in {path:?}");
                }
            }
        }
    }
}

#[test]
fn of_several_missions_the_page_compares_them() {
    let place = Place::with_data("examples/belgian-missions");
    let ran = place.run(&["page", "-o", "all.html"]);
    let remark = "this page compares the missions; `mission page --to DIR` writes one for each as well\n".to_owned();
    assert_eq!(ran, Ran { code: Some(0), stdout: String::new(), stderr: remark });
    let page = fs::read_to_string(place.path("all.html")).unwrap();
    golden("page/missions.html", page.split_once("</style>").unwrap().1);
    assert!(!page.contains("href=\"japan-2022.html"), "it leads to no page that is not there");
    let overview = place.ask(
        "SELECT name || '|' || wrong_min FROM missions_overview ORDER BY first_day IS NULL, first_day DESC, mission_id",
    );
    for (row, expected) in page.split("<tr role=\"row\"><td").skip(1).zip(overview.lines()) {
        let (name, wrong) = expected.trim_matches('"').split_once('|').unwrap();
        assert!(row.contains(name), "{expected}");
        assert!(row.contains(&format!("data-label=\"Wrong, at least\" data-key=\"{wrong}\">{wrong}<")), "{expected}");
    }
    let (_, contradictions) = page.split_once("<section id=\"contradictions\"").unwrap();
    let told = contradictions.matches("<tr role=\"row\"><td").count();
    assert_eq!(told.to_string(), place.ask("SELECT count(*) FROM contradictions"));
    assert!(page.contains("data-label=\"Participants\" data-key=\"205\"><span class=\"note\">follows: 205+</span>"));
}

#[test]
fn a_page_is_html_and_of_a_mission_that_exists() {
    let place = Place::with_seed();
    let not_html = "error: a page is HTML\n  hint: end the name in .html, or use `mission summary` for another form\n";
    for wrong in [&["page", "-o", "mission.md"][..], &["page", "-f", "json"]] {
        let ran = place.run(wrong);
        assert_eq!(ran, Ran { code: Some(2), stdout: String::new(), stderr: not_html.to_owned() });
    }
    let unknown = "error: there is no mission `usa-west-2026`\n  hint: did you mean `usa-west-2025`?\n";
    assert_eq!(place.run(&["page", "usa-west-2026"]), Ran::failed(2, unknown));
    assert_eq!(place.run(&["page", "--mission", "usa-west-2026"]), Ran::failed(2, unknown));
}

#[test]
fn the_mission_of_a_page_is_named_as_other_commands_have_it_or_by_itself() {
    let place = Place::with_data("examples/belgian-missions");
    let page = place.run(&["page", "japan-2022"]);
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    assert_eq!(place.run(&["page", "--mission", "japan-2022"]), page);
    for twice in [&["page", "japan-2022", "--mission", "japan-2022"][..], &["page", "--mission", "x", "--to", "site"]] {
        let ran = place.run(twice);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{twice:?}");
        assert!(ran.stderr.contains("cannot be used with"), "{}", ran.stderr);
    }
}

#[test]
fn no_page_is_called_like_the_index_or_like_a_device_of_windows() {
    let names = ["peru-2026", "index", "con", "com1", "console"].map(|key| mission::page::file_name(key).unwrap());
    assert_eq!(names, ["peru-2026.html", "index_.html", "con_.html", "com1_.html", "console.html"]);
}
