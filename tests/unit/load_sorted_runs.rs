use super::super::packed_row::Packer;
use super::*;
use crate::cell::Value;
use proptest::prelude::*;

fn sorted(keys: &[(String, String)], run: usize) -> Vec<(String, String, u64)> {
    let folder = std::env::temp_dir();
    let mut sorter = Sorter::new(&folder, std::sync::mpsc::channel().0);
    let mut packer = Packer::default();
    for (number, (first, second)) in keys.iter().enumerate() {
        let values = [Value::Text(first.as_str()), Value::Text(second.as_str()), Value::Integer(1)];
        let mut row = packer.row(RowStart(number as u64), 2);
        values.into_iter().for_each(|value| row.add(value));
        row.end();
        if packer.rows.len() >= run {
            sorter.push(std::mem::take(&mut packer.rows)).unwrap();
        }
    }
    sorter.push(packer.rows).unwrap();
    let mut rows = sorter.finish().unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let mut values = row.values().map(|value| match value {
            Value::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
            _ => String::new(),
        });
        found.push((values.next().unwrap(), values.next().unwrap(), row.start.0));
    }
    found
}

proptest! {
    #[test]
    fn rows_come_in_the_order_of_their_keys_however_many_runs_there_are(
        keys in prop::collection::vec(("(usa|usa-west-2025-)[a-c]{0,3}", "[a-b0-9-]{0,20}"), 0..200),
        run in 1_usize..4000,
    ) {
        let mut expected: Vec<_> =
            keys.iter().enumerate().map(|(number, (a, b))| (a.clone(), b.clone(), number as u64)).collect();
        expected.sort();
        prop_assert_eq!(sorted(&keys, run), expected.clone());
        prop_assert_eq!(sorted(&keys, RUN), expected);
    }
}

#[test]
fn rows_that_are_longer_than_what_is_read_at_a_time_are_read_whole() {
    let long = |letter: &str| (letter.to_owned(), letter.repeat(3 * BUFFER));
    let keys = [long("c"), long("a"), ("b".to_owned(), "b".to_owned())];
    let expected = [(long("a"), 1), ((keys[2].clone()), 2), (long("c"), 0)];
    let expected: Vec<_> = expected.into_iter().map(|((first, second), start)| (first, second, start)).collect();
    assert_eq!(sorted(&keys, 1), expected);
}
