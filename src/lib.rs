//! The floors of `mission`, top to bottom. A module uses only floors below its own.
//!
//! | floor | modules |
//! |---|---|
//! | the command line | [`cli`], [`command`] |
//! | the domain | [`report`], [`claim`], [`dataset`] |
//! | the machinery | [`db`], [`format`](mod@format) |
//! | rows | [`result_set`], [`model`] |
//! | closed lists | [`words`] |
//! | cells | [`cell`] |
//! | counts | [`count`] |
//! | the failures | [`error`] |

pub mod cell;
pub mod claim;
pub mod cli;
pub mod command;
pub mod count;
pub mod dataset;
pub mod db;
pub mod error;
pub mod format;
pub mod model;
pub mod report;
pub mod result_set;
pub mod words;
