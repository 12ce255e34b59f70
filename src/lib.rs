//! The floors of `mission`, top to bottom. A module uses only floors below its own.
//!
//! | floor | modules |
//! |---|---|
//! | the command line | [`cli`], [`command`] |
//! | pages and comparisons | [`page`], [`diff`](mod@diff) |
//! | the domain | [`report`], [`claim`], [`dataset`] |
//! | the machinery | [`db`], [`format`](mod@format) |
//! | rows | [`result_set`], [`model`] |
//! | closed lists | [`words`], [`language`] |
//! | cells | [`cell`] |
//! | counts | [`count`] |
//! | the failures | [`error`] |

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
pub mod format;
pub mod language;
pub mod load;
pub mod model;
pub mod page;
pub mod report;
pub mod result_set;
pub mod template;
pub mod words;
