use super::*;

/// How many records go into the first batch of a file, and whether it is kept to be filled again.
fn batch(text: String) -> (usize, bool) {
    let file = TableFile::in_memory("x.csv".to_owned(), text.leak());
    let mut batch = Batch::default();
    batch.fill(&mut file.records().unwrap()).unwrap();
    (batch.filled, batch.longest <= KEPT)
}

#[test]
fn a_batch_ends_with_a_record_that_takes_much_whatever_is_in_it() {
    let end = 1;
    assert_eq!(batch("a,b\n".repeat(RECORDS - 1)), (RECORDS - 1 + end, true));
    assert_eq!(batch("a,b\n".repeat(RECORDS + 1)), (RECORDS, true));
    assert_eq!(batch(format!("{}\n", "x".repeat(BYTES)).repeat(3)), (1, false));
    assert_eq!(batch(format!("{}\n", ",".repeat(BYTES / 8)).repeat(3)), (1, false), "empty cells");
}

#[test]
fn behind_the_end_of_a_file_the_end_comes_again_until_the_next_file_begins() {
    let files = ["a\nb\n", "", "c\n"].map(|text| TableFile::in_memory("x.csv".to_owned(), text));
    std::thread::scope(|scope| {
        let mut ahead = Ahead::of(files.iter().collect(), scope).unwrap();
        assert!(matches!(ahead.next().unwrap().next, Next::End), "no file was begun");
        let mut of_files = Vec::new();
        for _ in &files {
            ahead.next_file().unwrap();
            let mut next = || {
                let ReadRecord { next, cells, .. } = ahead.next().unwrap();
                matches!(next, Next::Record).then(|| cells.iter().collect::<String>())
            };
            of_files.push([next(), next(), next(), next()].map(Option::unwrap_or_default));
        }
        assert_eq!(of_files, [["a", "b", "", ""], ["", "", "", ""], ["c", "", "", ""]]);
    });
}
