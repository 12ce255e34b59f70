use super::*;

#[test]
fn a_date_proves_an_order_where_it_can_be_read_in_no_other() {
    let proves = |text| LocalDate::of(text).map(LocalDate::proves);
    assert_eq!(proves("13/03/2025"), Some(Some(DayOrder::DayFirst)));
    assert_eq!(proves("3/13/2025"), Some(Some(DayOrder::MonthFirst)));
    assert_eq!(proves("4-3-2025"), Some(Some(DayOrder::DayFirst)), "dashes are never month first");
    assert_eq!(proves("4.3.2025"), Some(Some(DayOrder::DayFirst)), "nor are dots");
    assert_eq!(proves("04/10/2025"), Some(None));
    assert_eq!(proves("13/13/2025"), Some(None));
    let others = "2025-10-04|4/10/25|4/10|4/10/2025/1|4/x/2025|004/10/2025|4/10-2025|4.10-2025||x";
    for other in others.split('|') {
        assert_eq!(proves(other), None, "{other}");
    }
}

#[test]
fn a_date_is_read_in_the_order_of_the_data_folder() {
    let days = |order| Dates { order: Some(order), proofs: Vec::new() };
    assert_eq!(days(DayOrder::DayFirst).in_iso("4/10/2025"), "2025-10-04");
    assert_eq!(days(DayOrder::MonthFirst).in_iso("4/10/2025"), "2025-04-10");
    assert_eq!(days(DayOrder::MonthFirst).in_iso("13/10/2025"), "13/10/2025");
    assert_eq!(days(DayOrder::MonthFirst).in_iso("2025-10-04"), "2025-10-04");
    assert_eq!(Dates::default().in_iso("4/10/2025"), "4/10/2025");
}
