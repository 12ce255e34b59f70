use super::*;

#[test]
fn a_scope_lies_in_every_scope_that_narrows_less() {
    let scope = Scope { region: Some("flanders".into()), day: Some("2025-10-06".into()), ..Scope::default() };
    let region = Scope { day: None, ..scope.clone() };
    let day = Scope { region: None, ..scope.clone() };
    assert_eq!(scope.wider(None), [day.clone(), region, Scope::default()]);
    assert_eq!(Scope::default().wider(None), []);
    let mission = ("2025-10-07".into(), "2025-10-11".into());
    assert_eq!(scope.wider(Some(&mission)), [day]);
}
