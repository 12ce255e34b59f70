//! The one table of words: English, Dutch, French.

use super::Language;

macro_rules! phrases {
    ($($Name:ident: $en:literal, $nl:literal, $fr:literal;)*) => {
        /// A word or a sentence for people; `{}` stands for what is put into it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::VariantArray)]
        #[strum(serialize_all = "snake_case")]
        pub enum Phrase { $($Name),* }

        impl Language {
            /// The phrase in this language.
            pub fn say(self, phrase: Phrase) -> &'static str {
                match phrase {
                    $(Phrase::$Name => match self { Self::En => $en, Self::Nl => $nl, Self::Fr => $fr },)*
                }
            }
        }
    };
}

phrases! {
    // Verdicts, and how they come about.
    Supported: "supported", "bevestigd", "confirmé";
    Refuted: "refuted", "weerlegd", "réfuté";
    Disputed: "disputed", "betwist", "contesté";
    Unverified: "unverified", "niet geverifieerd", "non vérifié";
    SupportedMeans: "a complete list, a sum or another source bears it out", "een volledige lijst, een som of een andere bron bevestigt het", "une liste complète, une somme ou une autre source le confirme";
    RefutedMeans: "the listed rows, or its own source, rule it out", "de opgelijste rijen of de eigen bron sluiten het uit", "les lignes recensées, ou sa propre source, l’excluent";
    DisputedMeans: "other sources rule it out; arithmetic cannot tell which one is wrong", "andere bronnen sluiten het uit; rekenen alleen zegt niet welke fout is", "d’autres sources l’excluent ; le calcul ne dit pas laquelle se trompe";
    UnverifiedMeans: "nothing decides", "niets geeft uitsluitsel", "rien ne permet de trancher";

    // What is counted.
    People: "people", "personen", "personnes";
    Participants: "participants", "deelnemers", "participants";
    Agreements: "agreements", "overeenkomsten", "accords";
    Events: "events", "activiteiten", "activités";

    // Kinds of missions.
    EconomicMission: "Economic mission", "Economische zending", "Mission économique";
    StateVisit: "State visit", "Staatsbezoek", "Visite d’État";

    // The columns of tables.
    Mission: "mission", "zending", "mission";
    Missions: "missions", "zendingen", "missions";
    Days: "days", "dagen", "jours";
    Companies: "companies", "bedrijven", "entreprises";
    Region: "region", "gewest", "région";
    Category: "category", "categorie", "catégorie";
    City: "city", "stad", "ville";
    Day: "day", "dag", "jour";
    Listed: "listed", "opgelijst", "recensés";
    Published: "published", "gepubliceerd", "publié";
    Verdict: "verdict", "oordeel", "verdict";
    Participant: "participant", "deelnemer", "participant";
    Agreement: "agreement", "overeenkomst", "accord";
    Title: "title", "titel", "titre";
    Status: "status", "status", "statut";
    Amount: "amount", "bedrag", "montant";
    Certain: "certain", "zeker", "certain";
    Possible: "possible", "mogelijk", "possible";
    Event: "event", "activiteit", "activité";
    Place: "place", "plaats", "lieu";
    When: "when", "wanneer", "quand";
    WhatIsCounted: "what is counted", "wat geteld wordt", "ce qui est compté";
    Allows: "allows", "laat toe", "permet";
    Evidence: "evidence", "onderbouwing", "éléments";
    Source: "source", "bron", "source";
    Sources: "sources", "bronnen", "sources";
    Parties: "parties", "partijen", "parties";
    Publisher: "publisher", "uitgever", "éditeur";
    PublishedOn: "published on", "gepubliceerd op", "publié le";
    Key: "key", "sleutel", "clé";
    RuledOut: "ruled out", "uitgesloten", "exclus";
    Claims: "claims", "beweringen", "affirmations";

    Stated: "stated", "gepubliceerd", "publié";
    Weekday: "weekday", "weekdag", "jour de la semaine";
    Name: "name", "naam", "nom";
    FirstDay: "first day", "eerste dag", "premier jour";
    LastDay: "last day", "laatste dag", "dernier jour";
    ParticipantsListed: "participants listed", "opgelijste deelnemers", "participants recensés";
    AgreementsListed: "agreements listed", "opgelijste overeenkomsten", "accords recensés";
    EventsListed: "events listed", "opgelijste activiteiten", "activités recensées";
    ListedMin: "listed min", "opgelijst min.", "recensés min.";
    ListedMax: "listed max", "opgelijst max.", "recensés max.";
    StatedMin: "stated min", "gepubliceerd min.", "publié min.";
    StatedMax: "stated max", "gepubliceerd max.", "publié max.";
    CountMin: "count min", "aantal min.", "nombre min.";
    CountMax: "count max", "aantal max.", "nombre max.";
    Stage: "stage", "stadium", "stade";
    Expected: "expected", "verwacht", "attendu";
    Claim: "claim", "bewering", "affirmation";
    Count: "count", "aantal", "nombre";
    Subject: "subject", "onderwerp", "objet";
    About: "about", "over", "à propos de";
    Finding: "finding", "bevinding", "constat";

    // What differs between two builds, and what the schema says.
    Differences: "Differences", "Verschillen", "Différences";
    Change: "change", "wijziging", "changement";
    Added: "added", "toegevoegd", "ajouté";
    Removed: "removed", "verwijderd", "supprimé";
    Changed: "changed", "gewijzigd", "modifié";
    Figure: "figure", "cijfer", "chiffre";
    Table: "table", "tabel", "table";
    ColumnName: "column", "kolom", "colonne";
    Old: "old", "oud", "ancien";
    New: "new", "nieuw", "nouveau";
    Because: "because", "wegens", "en raison de";
    AndMore: " and {} more", " en nog {}", " et {} de plus";
    Labelled: "{}: ", "{}: ", "{} : ";
    Kind: "kind", "soort", "genre";
    Meaning: "meaning", "betekenis", "signification";
    References: "references", "verwijst naar", "renvoie à";
    Type: "type", "type", "type";
    Null: "null", "null", "null";
    Function: "function", "functie", "fonction";
    Example: "example", "voorbeeld", "exemple";
    Code: "code", "code", "code";
    Defect: "defect", "gebrek", "défaut";
    Explanation: "explanation", "uitleg", "explication";
    MayBeEmpty: "may be empty", "mag leeg zijn", "peut être vide";
    Holds: "holds", "bevat", "contient";
    DefectsOfADataFolder: "Defects of a data folder", "Gebreken van een datamap", "Défauts d’un dossier de données";
    TablesAndViews: "Tables and views", "Tabellen en views", "Tables et vues";
    FunctionsForQueries: "Functions for queries", "Functies voor query’s", "Fonctions pour les requêtes";

    // How far an agreement has come.
    Signed: "signed", "ondertekend", "signé";
    Announced: "announced", "aangekondigd", "annoncé";
    Planned: "planned", "gepland", "prévu";

    // Days of the week.
    Monday: "Monday", "maandag", "lundi";
    Tuesday: "Tuesday", "dinsdag", "mardi";
    Wednesday: "Wednesday", "woensdag", "mercredi";
    Thursday: "Thursday", "donderdag", "jeudi";
    Friday: "Friday", "vrijdag", "vendredi";
    Saturday: "Saturday", "zaterdag", "samedi";
    Sunday: "Sunday", "zondag", "dimanche";

    // A claim explained.
    Says: "says", "zegt", "dit";
    Tested: "tested", "getoetst", "testé";
    Rows: "rows", "rijen", "lignes";
    SameScope: "same scope", "zelfde bereik", "même périmètre";
    PartAndWhole: "part and whole", "deel en geheel", "partie et tout";
    Sum: "sum", "som", "somme";
    Row: "row", "rij", "ligne";
    Reported: "reported", "gerapporteerd", "rapporté";
    MeansExactly: "{} means exactly {}", "{} betekent precies {}", "{} signifie exactement {}";
    MeansAtLeast: "{} means at least {}", "{} betekent minstens {}", "{} signifie au moins {}";
    MeansBetween: "{} means {} to {}", "{} betekent {} tot {}", "{} signifie de {} à {}";
    ExportListsTheRows: "mission export {} lists the rows with all their columns.", "mission export {} toont de rijen met al hun kolommen.", "mission export {} montre les lignes avec toutes leurs colonnes.";

    // Evidence.
    NothingToHoldItAgainst: "nothing to hold it against", "niets om het aan te toetsen", "rien à quoi le confronter";
    ListedAndPublished: "{} listed, {} published", "{} opgelijst, {} gepubliceerd", "{} recensés, {} publiés";
    ListedOf: "{} of {} listed", "{} van {} opgelijst", "{} sur {} recensés";
    InCompleteList: "{} in the complete list ({})", "{} in de volledige lijst ({})", "{} dans la liste complète ({})";
    InCompleteListAndPublished: "{} in the complete list ({}), {} published", "{} in de volledige lijst ({}), {} gepubliceerd", "{} dans la liste complète ({}), {} publiés";
    PublishedBy: "{} published by {}", "{} gepubliceerd door {}", "{} publié par {}";
    AlsoPublishedBy: "also {} published by {}", "ook {} gepubliceerd door {}", "{} publié aussi par {}";
    AtLeast: "at least {}", "minstens {}", "au moins {}";
    AtMost: "at most {}", "hoogstens {}", "au plus {}";

    // What stands where a name or a number could be.
    Nothing: "–", "–", "–";
    Everywhere: "everywhere", "overal", "partout";
    AnyDay: "any", "elke", "tous";
    WholeCountry: "whole country", "hele land", "tout le pays";
    AllCategories: "all", "alle", "toutes";
    CityNotStated: "not stated", "niet vermeld", "non précisée";
    WholeMission: "whole mission", "hele zending", "toute la mission";

    // Titles.
    AtAGlance: "At a glance", "In één oogopslag", "En un coup d’œil";
    ParticipantsByRegionAndCategory: "Participants by region and category", "Deelnemers per gewest en categorie", "Participants par région et catégorie";
    AgreementsPerCity: "Agreements per city", "Overeenkomsten per stad", "Accords par ville";
    EventsPerDay: "Events per day", "Activiteiten per dag", "Activités par jour";
    ListedParticipants: "Listed participants", "Opgelijste deelnemers", "Participants recensés";
    ListedAgreements: "Listed agreements", "Opgelijste overeenkomsten", "Accords recensés";
    Programme: "Programme", "Programma", "Programme";
    PublishedCounts: "Published counts and their verdicts", "Gepubliceerde aantallen en hun oordeel", "Les chiffres publiés et leur verdict";
    MissionsCompared: "Economic missions compared", "Economische zendingen vergeleken", "Missions économiques comparées";

    PublishedCountsTitle: "Published counts", "Gepubliceerde aantallen", "Chiffres publiés";
    CannotAllBeRight: "Published counts that cannot all be right", "Gepubliceerde aantallen die niet allemaal kunnen kloppen", "Chiffres publiés qui ne peuvent pas tous être exacts";

    // Remarks below reports, for one and for several.
    RegionNotKnown: "{} participant whose region is not known counts only in the rows of the whole country.", "{} deelnemer waarvan het gewest niet bekend is, telt enkel mee in de rijen van het hele land.", "{} participant dont la région n’est pas connue ne compte que dans les lignes de tout le pays.";
    RegionsNotKnown: "{} participants whose region is not known count only in the rows of the whole country.", "{} deelnemers waarvan het gewest niet bekend is, tellen enkel mee in de rijen van het hele land.", "{} participants dont la région n’est pas connue ne comptent que dans les lignes de tout le pays.";
    EventOutside: "{} event lies wholly or partly outside the days of the mission.", "{} activiteit valt geheel of deels buiten de dagen van de zending.", "{} activité se situe entièrement ou en partie hors des jours de la mission.";
    EventsOutside: "{} events lie wholly or partly outside the days of the mission.", "{} activiteiten vallen geheel of deels buiten de dagen van de zending.", "{} activités se situent entièrement ou en partie hors des jours de la mission.";
    EventUndated: "{} event is not shown: the days of the mission are not known.", "{} activiteit wordt niet getoond: de dagen van de zending zijn niet bekend.", "{} activité n’est pas montrée : les jours de la mission ne sont pas connus.";
    EventsUndated: "{} events are not shown: the days of the mission are not known.", "{} activiteiten worden niet getoond: de dagen van de zending zijn niet bekend.", "{} activités ne sont pas montrées : les jours de la mission ne sont pas connus.";
    EventSomewhen: "{} event took place on one of several days, not known which: possible on every one of them.", "{} activiteit vond plaats op één van meerdere dagen, niet bekend welke: mogelijk op elk ervan.", "{} activité a eu lieu un jour parmi plusieurs, on ne sait lequel : possible chacun de ces jours.";
    EventsSomewhen: "{} events took place on one of several days each, not known which: possible on every one of them.", "{} activiteiten vonden elk plaats op één van meerdere dagen, niet bekend welke: mogelijk op elk ervan.", "{} activités ont eu lieu chacune un jour parmi plusieurs, on ne sait lequel : possibles chacun de ces jours.";
    ClaimByVerdict: "{} claim: {} refuted, {} disputed, {} unverified, {} supported.", "{} bewering: {} weerlegd, {} betwist, {} niet geverifieerd, {} bevestigd.", "{} affirmation : {} réfutée, {} contestée, {} non vérifiée, {} confirmée.";
    ClaimsByVerdict: "{} claims: {} refuted, {} disputed, {} unverified, {} supported.", "{} beweringen: {} weerlegd, {} betwist, {} niet geverifieerd, {} bevestigd.", "{} affirmations : {} réfutées, {} contestées, {} non vérifiées, {} confirmées.";

    // Sentences.
    SkipToContent: "Skip to the content", "Naar de inhoud", "Aller au contenu";
    AllMissions: "All missions", "Alle zendingen", "Toutes les missions";
    Contents: "Contents", "Inhoud", "Contenu";
    LedBy: "led by {}", "geleid door {}", "conduite par {}";
    From: "from {}", "vanaf {}", "à partir du {}";
    Until: "until {}", "tot {}", "jusqu’au {}";
    DaysNotKnown: "days not known", "dagen niet bekend", "jours non connus";
    OneDayOf: "one day of {}", "één dag van {}", "un jour du {}";
    SomeDayOfTheMission: "some day of the mission", "een dag van de zending", "un jour de la mission";
    NothingPublished: "nothing published", "niets gepubliceerd", "rien de publié";
    NListed: "{} listed", "{} opgelijst", "{} recensés";
    NotListed: "only counted, never listed", "enkel geteld, nooit opgelijst", "seulement comptées, jamais recensées";
    PublishedBeforehand: "published beforehand", "vooraf gepubliceerd", "publié au préalable";
    ListedForCertain: "listed, certain", "opgelijst, zeker", "recensés, certains";
    ListedPossibly: "listed, possible", "opgelijst, mogelijk", "recensés, possibles";
    PublishedForCertain: "published, certain", "gepubliceerd, zeker", "publié, certain";
    PublishedPossibly: "published, possible", "gepubliceerd, mogelijk", "publié, possible";
    Of: "of", "van", "sur";
    TakesPlace: "takes place", "vindt plaats", "a lieu";
    OneOfTheseDays: "on one of these days", "op één van deze dagen", "l’un de ces jours";
    SameInTable: "{}: the same numbers stand in the table below.", "{}: dezelfde cijfers staan in de tabel hieronder.", "{} : les mêmes chiffres se trouvent dans le tableau ci-dessous.";
    None: "none", "geen", "aucun";
    To: "to", "tot", "à";
    CountsAreIntervals: "A count is an interval: >30 allows 31 or more, ~500 anything within 10 %, 3–7 every number from 3 to 7. What is not known stays open.", "Een aantal is een interval: >30 laat 31 of meer toe, ~500 alles binnen 10 %, 3–7 elk getal van 3 tot 7. Wat niet bekend is, blijft open.", "Un nombre est un intervalle : >30 permet 31 ou plus, ~500 tout à 10 % près, 3–7 chaque nombre de 3 à 7. Ce qui n’est pas connu reste ouvert.";
    ListedMeans: "Listed are the rows that somebody has recorded, each with its source: a partial list says little about the whole.", "Opgelijst zijn de rijen die iemand heeft opgetekend, elk met een bron: een onvolledige lijst zegt weinig over het geheel.", "Sont recensées les lignes que quelqu’un a notées, chacune avec sa source : une liste partielle dit peu de l’ensemble.";
    MadeWith: "Made with mission {} from the published record; no number on this page was estimated.", "Gemaakt met mission {} uit wat gepubliceerd is; geen enkel cijfer op deze pagina is geschat.", "Réalisé avec mission {} à partir de ce qui a été publié ; aucun chiffre de cette page n’est estimé.";
    WorstFirst: "The worst verdicts come first.", "De ergste oordelen staan bovenaan.", "Les pires verdicts viennent en premier.";
}
