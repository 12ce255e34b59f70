//! What was probably meant.

use mission::error::nearest;

#[test]
fn the_nearest_name_is_suggested_only_when_it_is_near() {
    let names = ["participants", "agreements", "events", "missions"];
    assert_eq!(nearest("Particpants", names).as_deref(), Some("participants"));
    assert_eq!(nearest("event", names).as_deref(), Some("events"));
    assert_eq!(nearest("xyz", names), None);
    assert_eq!(nearest("dya", ["city", "day"]).as_deref(), Some("day"));
}
