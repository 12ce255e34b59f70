//! What an empty cell stands for where it need not be said: the only mission, the one day of an event, a label that is
//! the same in each language.

use super::known_keys::KnownKeys;
use crate::model::Table;
use std::borrow::Cow;

/// Columns whose empty cells may stand for something, by their positions.
pub(super) struct Fallbacks {
    mission: Option<usize>,
    /// First day, last day and basis.
    period: Option<[usize; 3]>,
    labels: Vec<usize>,
}

impl Fallbacks {
    pub(super) fn of(table: Table) -> Self {
        let period = ["first_day", "last_day", "date_basis"].map(|name| table.position(name));
        let columns = table.columns().iter().enumerate();
        Self {
            mission: table.position("mission_id").filter(|_| table != Table::Mission),
            period: if let [Some(first), Some(last), Some(basis)] = period { Some([first, last, basis]) } else { None },
            labels: columns.filter(|(_, column)| column.is_label()).map(|(index, _)| index).collect(),
        }
    }

    /// Fills the empty cells of a record, which has all columns of its table.
    pub(super) fn fill(&self, record: &mut [Cow<'_, str>], folder: usize, keys: &KnownKeys) {
        if let Some(mission) = self.mission.filter(|mission| record[*mission].is_empty())
            && let Some(only) = keys.only(folder, Table::Mission)
        {
            record[mission] = Cow::Owned(only.to_owned());
        }
        if let Some([first, last, basis]) = self.period
            && !record[first].is_empty()
            && record[last].is_empty()
            && matches!(&*record[basis], "" | "stated")
        {
            record[last] = record[first].clone();
            record[basis] = Cow::Borrowed("stated");
        }
        if let Some(given) = self.labels.iter().find(|label| !record[**label].is_empty()) {
            let given = record[*given].clone();
            for label in &self.labels {
                if record[*label].is_empty() {
                    record[*label] = given.clone();
                }
            }
        }
    }
}
