use super::*;
use proptest::prelude::*;
use rusqlite::types::ValueRef;

fn sorted(keys: &[(String, String)], size: usize) -> Vec<(String, String, u64)> {
    let mut sorter = Sorter { size, ..Sorter::new(&std::env::temp_dir()) };
    let mut packet = Vec::new();
    for (number, (first, second)) in keys.iter().enumerate() {
        let values = [ValueRef::Text(first.as_bytes()), ValueRef::Text(second.as_bytes()), ValueRef::Integer(1)];
        packed_row::pack(RowStart(number as u64), 2, &values, &mut packet);
        if number % 3 == 0 {
            sorter.push(&std::mem::take(&mut packet)).unwrap();
        }
    }
    sorter.push(&packet).unwrap();
    let mut rows = sorter.finish().unwrap();
    let mut found = Vec::new();
    while let Some(mut bytes) = rows.next().unwrap() {
        let row = PackedRow::take(&mut bytes).unwrap();
        let mut values = row.values().map(|value| value.as_str_or_null().unwrap().unwrap_or_default().to_owned());
        found.push((values.next().unwrap(), values.next().unwrap(), row.start.0));
    }
    found
}

proptest! {
    #[test]
    fn rows_come_in_the_order_of_their_keys_however_many_runs_there_are(
        keys in prop::collection::vec(("(usa|usa-west-2025-)[a-c]{0,3}", "[a-b0-9-]{0,20}"), 0..200),
        size in 1_usize..4000,
    ) {
        let mut expected: Vec<_> =
            keys.iter().enumerate().map(|(number, (a, b))| (a.clone(), b.clone(), number as u64)).collect();
        expected.sort();
        prop_assert_eq!(sorted(&keys, size), expected.clone());
        prop_assert_eq!(sorted(&keys, RUN), expected);
    }
}
