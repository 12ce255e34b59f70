//! The one table of words, in English, Dutch and French: `phrases.csv`, which is read when the program is compiled.

use super::Language;
use strum::VariantArray;

/// A word or a sentence for people; `{}` stands for what is put into it. They come in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
#[rustfmt::skip]
pub enum Phrase {
    // Verdicts, and how they come about.
    Supported, Refuted, Inconsistent, Conflicting, Conditional, Unverified, RefutedMeans, InconsistentMeans,
    ConflictingMeans, ConditionalMeans, SupportedMeans, UnverifiedMeans,

    // What is counted.
    People, Participants, Agreements, Events,

    // Kinds of missions.
    EconomicMission, StateVisit,

    // The columns of tables.
    Mission, Missions, Days, Companies, Region, Category, City, Day, Listed, Published, Verdict, Participant,
    Agreement, Title, Status, Amount, Certain, Possible, Event, Place, When, WhatIsCounted, Allows, Evidence,
    Source, Sources, Parties, Publisher, PublishedOn, Key, Contradictions, WrongAtLeast, Claims, Stated,
    Weekday, Name, FirstDay, LastDay, ParticipantsListed, AgreementsListed, EventsListed, Follows, WrongMin, Origin,
    Arithmetic, Condition, Contradiction, Stage, Expected, Claim, Count, Subject, About, Finding,

    // What differs between two builds, and what the schema says.
    Differences, Change, Added, Removed, Changed, Figure, Table, Column, Old, New, Because, LooksAlike, AndMore,
    Labelled, Kind, Meaning, References, Type, Null, Function, Example, Code, Defect, Explanation, MayBeEmpty,
    Holds, DefectsOfADataFolder, TablesAndViews, FunctionsForQueries,

    // How far an agreement has come.
    Signed, Announced, Planned,

    // Days of the week.
    Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday,

    // A claim explained.
    ReadStrictly, ReadLoosely, TheSame, MayBeRounded, SaidToBeAbout, ReadAsExactly, FromTo, CountedBy, NotKnown,
    MustBeTrue, Hard, Rows, CompleteList, PartAndWhole, ExclusiveParts, Once, AllRegions, Says, Row,
    ProbablyTheSameAs, Reported, ExportListsTheRows,

    // Evidence.
    NoListComplete, NoList, ListedAndPublished, CertainAndPossible, Outcome, InCompleteList,
    InCompleteListAndPublished, CountedIndependently, FollowsFrom, SameNumberIn, AddsUpInItsSource, NotAllSearched,
    NMore, NMoreFindings, AtLeast, AtMost,

    // What would make numbers fit.
    FitsOnlyIf, OrIf, AsWritten, AndIf, IsRounded, AboutAllows, OneInTwoRegions, NInTwoRegions, OneInTwoCategories,
    NInTwoCategories, NInTwoCities, OneInNoRegion, NInNoRegion,

    // What stands where a name or a number could be.
    Nothing, Everywhere, WholeCountry, AllCategories, CityNotStated, WholeMission,

    // Titles.
    AtAGlance, ParticipantsByRegionAndCategory, AgreementsPerCity, EventsPerDay, ListedParticipants,
    ListedAgreements, Programme, PublishedCounts, MissionsCompared, PublishedCountsTitle, DoNotFitTogether,

    // Remarks below reports, for one and for several.
    RegionNotKnown, RegionsNotKnown, EventOutside, EventsOutside, EventUndated, EventsUndated, EventSomewhen,
    EventsSomewhen, ClaimByVerdict, ClaimsByVerdict, OneIsWrong, NAreWrong, MoreContradictions,

    // Sentences.
    SkipToContent, AllMissions, Contents, LedBy, From, Until, DaysNotKnown, OneDayOf, SomeDayOfTheMission,
    NothingPublished, NMoreListed, NListed, NotListed, PublishedBeforehand, ListedForCertain, ListedPossibly,
    PublishedForCertain, PublishedPossibly, Of, TakesPlace, OneOfTheseDays, SameInTable, None, To, FilterTables,
    RowsLeft, SaveAsCsv, DataOfMission, WhatTheDataIs, CountsAreIntervals, ListedMeans, MadeWith, WorstFirst,
}

impl Language {
    /// The phrase in this language.
    pub fn say(self, phrase: Phrase) -> &'static str {
        WORDS[phrase as usize][self as usize]
    }
}

/// Each phrase in each language. A phrase without a line, and a line without a phrase or a language, do not compile.
static WORDS: [[&str; Language::VARIANTS.len()]; Phrase::VARIANTS.len()] = {
    let mut words = [[""; Language::VARIANTS.len()]; Phrase::VARIANTS.len()];
    let (_, mut rest) = split(include_str!("phrases.csv"), b'\n');
    let mut line = 0;
    while line < words.len() {
        let [en, nl, fr] = &mut words[line];
        (_, rest) = cell(rest, b',');
        (*en, rest) = cell(rest, b',');
        (*nl, rest) = cell(rest, b',');
        (*fr, rest) = cell(rest, b'\n');
        line += 1;
    }
    assert!(rest.is_empty(), "phrases.csv has a line that is no phrase");
    words
};

/// The cell that a text begins with, which may be quoted and then holds no quote, and the text behind what ends it.
const fn cell(text: &str, end: u8) -> (&str, &str) {
    if text.as_bytes()[0] != b'"' {
        return split(text, end);
    }
    let (cell, rest) = split(text.split_at(1).1, b'"');
    (cell, split(rest, end).1)
}

/// What stands before the first such byte, and what behind it.
const fn split(text: &str, at: u8) -> (&str, &str) {
    let mut end = 0;
    while text.as_bytes()[end] != at {
        end += 1;
    }
    (text.split_at(end).0, text.split_at(end + 1).1)
}
