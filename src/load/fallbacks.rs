//! What an empty cell stands for where it need not be said: the only mission, the one day of an event, a label that is the
//! same in each language.

use super::known_keys::KnownKeys;
use crate::model::Table;
use csv::StringRecord;

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
    pub(super) fn fill(&self, record: &mut StringRecord, folder: usize, keys: &KnownKeys) {
        let is_empty = |at: usize| record.get(at).is_none_or(str::is_empty);
        let text = |at: usize| record.get(at).unwrap_or_default().to_owned();
        let mut filled: Vec<(usize, String)> = Vec::new();
        if let Some(mission) = self.mission.filter(|mission| is_empty(*mission)) {
            filled.extend(keys.only(folder, Table::Mission).map(|only| (mission, only.to_owned())));
        }
        if let Some([first, last, basis]) = self.period
            && !is_empty(first)
            && is_empty(last)
            && matches!(record.get(basis), Some("" | "stated"))
        {
            filled.extend([(last, text(first)), (basis, "stated".to_owned())]);
        }
        let (missing, given): (Vec<usize>, Vec<usize>) = self.labels.iter().partition(|label| is_empty(**label));
        filled.extend(given.first().into_iter().flat_map(|given| missing.iter().map(|label| (*label, text(*given)))));
        if !filled.is_empty() {
            let cell =
                |(at, text)| filled.iter().find(|(filled, _)| *filled == at).map_or(text, |(_, text)| text.as_str());
            *record = record.iter().enumerate().map(cell).collect();
        }
    }
}
