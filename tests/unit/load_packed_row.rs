use super::*;
use crate::cell::CellKind;
use crate::model::{Column, Table};

/// A text that a column takes, and no other column of its table.
fn sample(index: usize, column: &Column) -> String {
    let name = column.name.replace('_', "-");
    let words = if let CellKind::Word(words) = column.kind { words } else { &[] };
    let of_kinds = [
        format!("https://{name}"),
        format!("2025-10-{:02}", index + 1),
        format!("{index}.5"),
        "10-15".to_owned(),
        format!("{index:02}:30"),
    ];
    let codes = ["BE", "EUR", "nl", "0999.200.166"].iter().chain(words).map(|text| (*text).to_owned());
    [name].into_iter().chain(of_kinds).chain(codes).find(|text| (column.check)(text).is_ok()).unwrap()
}

/// Packs a record of one table whose cells are all different, or whose optional cells are all empty, and reads it
/// back field by field.
fn read_back(table: Table, sparse: bool) {
    let text = |(index, column): (usize, &Column)| {
        if sparse && column.optional { String::new() } else { sample(index, column) }
    };
    let texts: Vec<String> = table.columns().iter().enumerate().map(text).collect();
    let record = table.read(texts.iter().map(String::as_str)).unwrap();
    let mut packer = Packer::default();
    let mut row = packer.row(RowStart(1), table.key().len());
    record.bind(&mut |value| row.add(value));
    row.end();

    let packed = PackedRow::take(&mut packer.rows.as_slice()).unwrap();
    let stored = packed.record(table).unwrap();
    assert_eq!(format!("{stored:?}"), format!("{record:?}"));
    for (column, text) in table.columns().iter().zip(&texts) {
        let is_number = matches!(column.kind, CellKind::Degrees(_));
        let expected = Some(text.as_str()).filter(|text| !text.is_empty() && !is_number);
        assert_eq!((column.text)(&stored), expected, "{table:?} {}", column.name);
        if is_number && !text.is_empty() {
            assert!(format!("{stored:?}").contains(&format!("{}: Some(Degrees({text}))", column.name)));
        }
    }
}

#[test]
fn every_field_of_every_table_reads_back_what_was_bound_to_it() {
    for table in Table::ALL {
        let samples: Vec<_> = table.columns().iter().enumerate().map(|(i, column)| sample(i, column)).collect();
        assert!((1..samples.len()).all(|n| !samples[..n].contains(&samples[n])), "{table:?}: {samples:?}");
        read_back(*table, false);
        read_back(*table, true);
    }
}

#[test]
fn values_that_are_too_few_or_too_many_or_of_another_kind_are_no_row() {
    let values = [Value::Text("m"), Value::Text("participants"), Value::Null, Value::Text("s")];
    let stored = |values: &[Value<&'static str>]| Table::CompleteList.stored(values.iter().copied()).is_some();
    assert!(stored(&values));
    assert!(!stored(&values[..3]) && !stored(&[values, values].concat()));
    assert!(!stored(&[values[0], values[0], values[2], values[3]]), "no word");
    assert!(!stored(&[values[0], values[1], Value::Integer(1), values[3]]));
}

#[test]
fn a_row_whose_bytes_are_no_utf_8_is_none() {
    let mut packer = Packer::default();
    let mut row = packer.row(RowStart(1), 3);
    [Value::Text("é"), Value::Text("events"), Value::Null, Value::Text("s")]
        .into_iter()
        .for_each(|value| row.add(value));
    row.end();
    let is_row = |bytes: &[u8]| PackedRow::take(&mut &*bytes).unwrap().record(Table::CompleteList).is_some();
    assert!(is_row(&packer.rows));
    let lead = packer.rows.iter().position(|byte| *byte == 0xc3).unwrap();
    packer.rows[lead] = b'e';
    assert!(!is_row(&packer.rows));
}

fn in_bytes(value: Value<&str>) -> Value<&[u8]> {
    match value {
        Value::Null => Value::Null,
        Value::Integer(integer) => Value::Integer(integer),
        Value::Real(real) => Value::Real(real),
        Value::Text(text) => Value::Text(text.as_bytes()),
    }
}

#[test]
fn a_row_comes_out_as_it_went_in() {
    let values = [
        Value::Text("usa"),
        Value::Null,
        Value::Integer(-7),
        Value::Real(37.77),
        Value::Text("Liège"),
        Value::Null,
        Value::Text(""),
    ];
    let mut packer = Packer::default();
    for (start, key, values) in [(7, 2, &values[..]), (8, 1, &values[..1])] {
        let mut row = packer.row(RowStart(start), key);
        values.iter().for_each(|value| row.add(*value));
        row.end();
    }

    let mut rest = packer.rows.as_slice();
    let row = PackedRow::take(&mut rest).unwrap();
    assert_eq!((row.start, row.key), (RowStart(7), &b"usa\0\0"[..]));
    assert_eq!(row.values().collect::<Vec<_>>(), values.map(in_bytes));
    let row = PackedRow::take(&mut rest).unwrap();
    assert_eq!((row.start, row.values().count()), (RowStart(8), 1));
    assert!(PackedRow::take(&mut rest).is_none());
}
