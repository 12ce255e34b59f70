use super::*;

#[test]
fn a_first_line_may_name_what_stands_between_cells() {
    assert_eq!(Dialect::named("sep=;\nsource_id;ti"), Some((b';', 6)));
    assert_eq!(Dialect::named("\u{feff}SEP=,\r\nsou"), Some((b',', 10)));
    assert_eq!(Dialect::named("\"sep=\t\"\rsource_i"), Some((b'\t', 8)));
    assert_eq!(Dialect::named("sep=;\n"), Some((b';', 6)));
    for other in ["", "sep=", "sep=;", "sep=x\n", "sep=;x\n", "\"sep=;\n", "separator;id\n", "source_id;title"] {
        assert_eq!(Dialect::named(other), None, "{other}");
    }
}
