use super::all_known;
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A database of 2,000 claims, `c0` to `c1999`.
fn many_claims() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(
        "CREATE TABLE missions (mission_id TEXT PRIMARY KEY) WITHOUT ROWID;
         CREATE TABLE claims (mission_id TEXT, claim_id TEXT, PRIMARY KEY (mission_id, claim_id)) WITHOUT ROWID;
         INSERT INTO missions VALUES ('m');
         WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 1999)
         INSERT INTO claims SELECT 'm', 'c' || n FROM n;",
    )
    .unwrap();
    conn
}

/// The steps that SQLite takes for so many claims, all of which there are.
fn steps(conn: &mut Connection, claims: usize) -> u64 {
    let steps = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&steps);
    let count = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    conn.progress_handler(1, Some(count)).unwrap();
    let ids: Vec<String> = (0..claims).map(|n| format!("c{n}")).collect();
    all_known(conn, None, &serde_json::json!(ids).to_string()).unwrap();
    steps.load(Ordering::Relaxed)
}

#[test]
fn claims_that_are_there_are_not_looked_up_among_all_claims() {
    let mut conn = many_claims();
    let one = steps(&mut conn, 1);
    assert!(one < 200, "{one}");
    assert!(steps(&mut conn, 100) < 100 * one);
}

#[test]
fn the_first_claim_that_is_not_there_is_told_with_its_nearest() {
    let conn = many_claims();
    let unknown = all_known(&conn, None, r#"["c1", "c1999x", "nothing"]"#).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no claim `c1999x`");
    assert_eq!(unknown.hint().as_deref(), Some("did you mean `c1999`?"));
    assert!(all_known(&conn, Some("other"), r#"["c1"]"#).is_err());
    assert!(all_known(&conn, Some("m"), r#"["c1"]"#).is_ok());
    assert!(all_known(&conn, None, "[]").is_ok());
}
