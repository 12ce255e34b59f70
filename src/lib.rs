//! The rooms of `mission`. ARCHITECTURE.md says on which floor each of them is, and what goes on there.

pub mod atomic;
pub mod cell;
pub mod claim;
pub mod cli;
pub mod column;
pub mod command;
pub mod count;
pub mod dataset;
pub mod db;
pub mod defect;
pub mod diff;
pub mod display;
pub mod error;
pub mod evidence;
pub mod facts;
pub mod format;
pub mod import;
pub mod language;
pub mod load;
pub mod model;
pub mod page;
pub mod report;
pub mod result_set;
pub mod template;
pub mod uri;
pub mod words;
