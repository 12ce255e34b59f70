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
    Supported: "supported", "ondersteund", "étayé";
    Refuted: "refuted", "weerlegd", "réfuté";
    Inconsistent: "inconsistent", "inconsistent", "incohérent";
    Conflicting: "conflicting", "tegenstrijdig", "discordant";
    Conditional: "conditional", "voorwaardelijk", "conditionnel";
    Unverified: "unverified", "niet geverifieerd", "non vérifié";
    RefutedMeans: "the listed rows leave nothing of it, however loosely it is read", "de opgelijste rijen laten er niets van over, hoe ruim het ook gelezen wordt", "les lignes recensées n’en laissent rien, si large qu’en soit la lecture";
    InconsistentMeans: "numbers of its own source cannot all be right; which one is wrong, arithmetic cannot tell", "getallen van de eigen bron kunnen niet allemaal kloppen; welk fout is, zegt rekenen niet", "des chiffres de sa propre source ne peuvent pas tous être exacts ; le calcul ne dit pas lequel est faux";
    ConflictingMeans: "it and numbers of other sources cannot all be right; which one is wrong, arithmetic cannot tell", "het en getallen van andere bronnen kunnen niet allemaal kloppen; welk fout is, zegt rekenen niet", "lui et des chiffres d’autres sources ne peuvent pas tous être exacts ; le calcul ne dit pas lequel est faux";
    ConditionalMeans: "it fits the other numbers, or the listed rows, only under the condition that is named", "het past alleen bij de andere getallen, of bij de opgelijste rijen, onder de genoemde voorwaarde", "il ne concorde avec les autres chiffres, ou avec les lignes recensées, qu’à la condition indiquée";
    SupportedMeans: "rows and complete lists, or counts made by others, leave only what it says", "rijen en volledige lijsten, of tellingen door anderen, laten alleen over wat het zegt", "des lignes et des listes complètes, ou des comptages faits par d’autres, ne laissent que ce qu’il dit";
    UnverifiedMeans: "nothing decides it: neither rows nor a count by others", "niets geeft uitsluitsel: geen rijen en geen telling door anderen", "rien ne permet de trancher : ni lignes ni comptage par d’autres";

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
    Contradictions: "contradictions", "tegenspraken", "contradictions";
    WrongAtLeast: "wrong, at least", "minstens fout", "faux, au moins";
    Claims: "claims", "beweringen", "affirmations";

    Stated: "stated", "gepubliceerd", "publié";
    Weekday: "weekday", "weekdag", "jour de la semaine";
    Name: "name", "naam", "nom";
    FirstDay: "first day", "eerste dag", "premier jour";
    LastDay: "last day", "laatste dag", "dernier jour";
    ParticipantsListed: "participants listed", "opgelijste deelnemers", "participants recensés";
    AgreementsListed: "agreements listed", "opgelijste overeenkomsten", "accords recensés";
    EventsListed: "events listed", "opgelijste activiteiten", "activités recensées";
    Follows: "follows", "volgt", "s’ensuit";
    WrongMin: "wrong min", "fout min.", "faux min.";
    Origin: "origin", "geteld door", "compté par";
    Arithmetic: "arithmetic", "rekensom", "calcul";
    Condition: "condition", "voorwaarde", "condition";
    Contradiction: "contradiction", "tegenspraak", "contradiction";
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
    Column: "column", "kolom", "colonne";
    Old: "old", "oud", "ancien";
    New: "new", "nieuw", "nouveau";
    Because: "because", "wegens", "en raison de";
    LooksAlike: "the same letters in another form of Unicode", "dezelfde letters in een andere vorm van Unicode", "les mêmes lettres sous une autre forme d’Unicode";
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
    ReadStrictly: "read strictly", "strikt gelezen", "lu strictement";
    ReadLoosely: "read loosely", "ruim gelezen", "lu largement";
    TheSame: "the same", "hetzelfde", "de même";
    MayBeRounded: "{}: it ends in zeros and may be rounded", "{}: het eindigt op nullen en kan afgerond zijn", "{} : il finit par des zéros et peut être arrondi";
    SaidToBeAbout: "{}: it is said to be about that", "{}: het is bij benadering gezegd", "{} : il est donné comme approximatif";
    ReadAsExactly: "exactly {}", "precies {}", "exactement {}";
    FromTo: "{} to {}", "{} tot {}", "de {} à {}";
    CountedBy: "counted by", "geteld door", "compté par";
    NotKnown: "not known", "niet bekend", "pas connu";
    MustBeTrue: "would have to be true", "zou waar moeten zijn", "devrait être vrai";
    Hard: "cannot all be right", "kunnen niet allemaal kloppen", "ne peuvent pas tous être exacts";
    Rows: "rows", "rijen", "lignes";
    CompleteList: "complete list", "volledige lijst", "liste complète";
    PartAndWhole: "part and whole", "deel en geheel", "partie et tout";
    ExclusiveParts: "exclusive parts", "delen die elkaar uitsluiten", "parties exclusives";
    Once: "nothing counted twice", "niets tweemaal geteld", "rien compté deux fois";
    AllRegions: "all regions are the whole", "alle gewesten samen zijn het geheel", "toutes les régions font le tout";
    Says: "says", "zegt", "dit";
    Row: "row", "rij", "ligne";
    ProbablyTheSameAs: ", probably the same as {}", ", waarschijnlijk hetzelfde als {}", ", probablement la même chose que {}";
    Reported: "reported", "gerapporteerd", "rapporté";
    ExportListsTheRows: "mission export {} lists the rows with all their columns.", "mission export {} toont de rijen met al hun kolommen.", "mission export {} montre les lignes avec toutes leurs colonnes.";

    // Evidence.
    NoListComplete: "no list is declared complete, so rows can show no number to be too high: see complete_lists in `mission help data`", "geen lijst is volledig verklaard, dus kunnen rijen van geen getal tonen dat het te hoog is: zie complete_lists in `mission help data`", "aucune liste n’est déclarée complète, donc les lignes ne peuvent montrer d’aucun nombre qu’il est trop élevé : voir complete_lists dans `mission help data`";
    NoList: "no list", "geen lijst", "pas de liste";
    ListedAndPublished: "{}; {} published", "{}; {} gepubliceerd", "{} ; publié : {}";
    CertainAndPossible: "{} certain, up to {} possible", "{} zeker, tot {} mogelijk", "certain : {}, possible : jusqu’à {}";
    Outcome: "outcome: {}; {} expected", "uitkomst: {}; {} verwacht", "résultat : {} ; attendu : {}";
    InCompleteList: "{} in the complete list ({})", "{} in de volledige lijst ({})", "{} dans la liste complète ({})";
    InCompleteListAndPublished: "{} in the complete list ({}); {} published", "{} in de volledige lijst ({}); {} gepubliceerd", "{} dans la liste complète ({}) ; publié : {}";
    CountedIndependently: "the same number counted by {}", "hetzelfde aantal geteld door {}", "le même nombre compté par {}";
    FollowsFrom: "follows from {}", "volgt uit {}", "découle de {}";
    SameNumberIn: "same number in {} (independence not shown)", "zelfde aantal in {} (onafhankelijkheid niet aangetoond)", "même nombre dans {} (indépendance non établie)";
    AddsUpInItsSource: "adds up within its own source: {}", "de optelling klopt binnen de eigen bron: {}", "la somme est juste dans sa propre source : {}";
    NotAllSearched: "not every combination of numbers was searched", "niet elke combinatie van aantallen is doorzocht", "toutes les combinaisons de nombres n’ont pas été examinées";
    NMore: "({} more)", "(nog {})", "(encore {})";
    NMoreFindings: "{} more contradictions", "nog {} tegenspraken", "encore {} contradictions";
    AtLeast: "at least {}", "minstens {}", "au moins {}";
    AtMost: "at most {}", "hoogstens {}", "au plus {}";

    // What would make numbers fit.
    FitsOnlyIf: "fits only if {}", "past alleen als {}", "ne concorde que si {}";
    OrIf: ", or if ", ", of als ", ", ou si ";
    AsWritten: " with the numbers as written", " met de getallen zoals geschreven", " avec les nombres tels quels";
    AndIf: " and ", " en ", " et si ";
    IsRounded: "{} is rounded ({} allows {})", "{} afgerond is ({} laat {} toe)", "{} est arrondi ({} permet {})";
    AboutAllows: "{} allows {} ({} at the widest)", "{} ook {} toelaat (op zijn ruimst {})", "{} permet {} (au plus large {})";
    OneInTwoRegions: "at least 1 is counted in two regions", "er minstens 1 in twee gewesten geteld is", "au moins 1 est compté dans deux régions";
    NInTwoRegions: "at least {} are counted in two regions (one in three counts as 2)", "er minstens {} in twee gewesten geteld zijn (wie in drie geteld is, telt voor 2)", "au moins {} sont comptés dans deux régions (compté dans trois, il vaut pour 2)";
    OneInTwoCategories: "at least 1 is counted in two categories", "er minstens 1 in twee categorieën geteld is", "au moins 1 est compté dans deux catégories";
    NInTwoCategories: "at least {} are counted in two categories (one in three counts as 2)", "er minstens {} in twee categorieën geteld zijn (wie in drie geteld is, telt voor 2)", "au moins {} sont comptés dans deux catégories (compté dans trois, il vaut pour 2)";
    NInTwoCities: "at least {} are counted in two cities", "er minstens {} in twee steden geteld zijn", "au moins {} sont comptés dans deux villes";
    OneInNoRegion: "at least 1 belongs to no region", "er minstens 1 tot geen gewest behoort", "au moins 1 n’appartient à aucune région";
    NInNoRegion: "at least {} belong to no region", "er minstens {} tot geen gewest behoren", "au moins {} n’appartiennent à aucune région";

    // What stands where a name or a number could be.
    Nothing: "–", "–", "–";
    Everywhere: "everywhere", "overal", "partout";
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
    DoNotFitTogether: "Published counts that do not fit together as read here", "Gepubliceerde aantallen die, zo gelezen, niet samengaan", "Chiffres publiés qui, lus ainsi, ne concordent pas";

    // Remarks below reports, for one and for several.
    RegionNotKnown: "{} participant whose region is not known counts only in the rows of the whole country.", "{} deelnemer waarvan het gewest niet bekend is, telt enkel mee in de rijen van het hele land.", "{} participant dont la région n’est pas connue ne compte que dans les lignes de tout le pays.";
    RegionsNotKnown: "{} participants whose region is not known count only in the rows of the whole country.", "{} deelnemers waarvan het gewest niet bekend is, tellen enkel mee in de rijen van het hele land.", "{} participants dont la région n’est pas connue ne comptent que dans les lignes de tout le pays.";
    EventOutside: "{} event lies wholly or partly outside the days of the mission.", "{} activiteit valt geheel of deels buiten de dagen van de zending.", "{} activité se situe entièrement ou en partie hors des jours de la mission.";
    EventsOutside: "{} events lie wholly or partly outside the days of the mission.", "{} activiteiten vallen geheel of deels buiten de dagen van de zending.", "{} activités se situent entièrement ou en partie hors des jours de la mission.";
    EventUndated: "{} event is not shown: the days of the mission are not known.", "{} activiteit wordt niet getoond: de dagen van de zending zijn niet bekend.", "{} activité n’est pas montrée : les jours de la mission ne sont pas connus.";
    EventsUndated: "{} events are not shown: the days of the mission are not known.", "{} activiteiten worden niet getoond: de dagen van de zending zijn niet bekend.", "{} activités ne sont pas montrées : les jours de la mission ne sont pas connus.";
    EventSomewhen: "{} event took place on one of several days, not known which: possible on every one of them.", "{} activiteit vond plaats op één van meerdere dagen, niet bekend welke: mogelijk op elk ervan.", "{} activité a eu lieu un jour parmi plusieurs, on ne sait lequel : possible chacun de ces jours.";
    EventsSomewhen: "{} events took place on one of several days each, not known which: possible on every one of them.", "{} activiteiten vonden elk plaats op één van meerdere dagen, niet bekend welke: mogelijk op elk ervan.", "{} activités ont eu lieu chacune un jour parmi plusieurs, on ne sait lequel : possibles chacun de ces jours.";
    ClaimByVerdict: "{} claim: {} refuted, {} inconsistent, {} conflicting, {} conditional, {} supported, {} unverified", "{} bewering: {} weerlegd, {} inconsistent, {} tegenstrijdig, {} voorwaardelijk, {} ondersteund, {} niet geverifieerd", "{} affirmation. Réfuté : {}, incohérent : {}, discordant : {}, conditionnel : {}, étayé : {}, non vérifié : {}";
    ClaimsByVerdict: "{} claims: {} refuted, {} inconsistent, {} conflicting, {} conditional, {} supported, {} unverified", "{} beweringen: {} weerlegd, {} inconsistent, {} tegenstrijdig, {} voorwaardelijk, {} ondersteund, {} niet geverifieerd", "{} affirmations. Réfuté : {}, incohérent : {}, discordant : {}, conditionnel : {}, étayé : {}, non vérifié : {}";
    OneIsWrong: "; at least 1 of the numbers is wrong", "; minstens 1 van de getallen is fout", " ; au moins 1 des nombres est faux";
    NAreWrong: "; at least {} of the numbers are wrong", "; minstens {} van de getallen zijn fout", " ; au moins {} des nombres sont faux";
    MoreContradictions: "{} more were found; the view contradictions holds the first of each subject, and one at least of each claim.", "Er zijn er nog {} gevonden; de view contradictions bevat de eerste van elk onderwerp, en minstens één van elke bewering.", "{} autres ont été trouvées ; la vue contradictions contient les premières de chaque sujet, et au moins une de chaque affirmation.";

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
    NMoreListed: "{} more listed", "nog {} opgelijst", "encore {} en liste";
    NListed: "{} listed", "{} opgelijst", "{} en liste";
    NotListed: "only counted, never listed", "enkel geteld, nooit opgelijst", "seulement comptées, jamais recensées";
    PublishedBeforehand: "published beforehand", "vooraf gepubliceerd", "publié au préalable";
    ListedForCertain: "listed, certain", "opgelijst, zeker", "recensés, certains";
    ListedPossibly: "listed, possible", "opgelijst, mogelijk", "recensés, possibles";
    PublishedForCertain: "published, lower bound", "gepubliceerd, ondergrens", "publié, borne inférieure";
    PublishedPossibly: "published, up to", "gepubliceerd, tot", "publié, jusqu’à";
    Of: "of", "van", "sur";
    TakesPlace: "takes place", "vindt plaats", "a lieu";
    OneOfTheseDays: "on one of these days", "op één van deze dagen", "l’un de ces jours";
    SameInTable: "{}: the same numbers stand in the table below.", "{}: dezelfde cijfers staan in de tabel hieronder.", "{} : les mêmes chiffres se trouvent dans le tableau ci-dessous.";
    None: "none", "geen", "aucun";
    To: "to", "tot", "à";
    FilterTables: "Filter rows", "Rijen filteren", "Filtrer les lignes";
    RowsLeft: "{} of {} rows", "{} van {} rijen", "{} lignes sur {}";
    SaveAsCsv: "Save as CSV", "Opslaan als CSV", "Enregistrer en CSV";
    DataOfMission: "{}: rows and published counts", "{}: rijen en gepubliceerde aantallen", "{} : lignes et chiffres publiés";
    WhatTheDataIs: "The listed participants and agreements, the programme and the published counts of the mission, each with its source; each count with a verdict and the evidence for it.", "De opgelijste deelnemers en overeenkomsten, het programma en de gepubliceerde aantallen van de zending, elk met een bron; elk aantal met een oordeel en de onderbouwing ervan.", "Les participants et accords recensés, le programme et les chiffres publiés de la mission, chacun avec sa source ; chaque chiffre avec un verdict et ses éléments.";
    CountsAreIntervals: "A count is an interval: >30 allows 31 or more, 3–7 every number from 3 to 7. Nothing is added: ~ is read as 10 % either side, windows are worked out.", "Een aantal is een interval: >30 laat 31 of meer toe, 3–7 elk getal van 3 tot 7. Niets is toegevoegd: ~ is gelezen als 10 % naar beide kanten, vensters zijn uitgerekend.", "Un nombre est un intervalle : >30 permet 31 ou plus, 3–7 chaque nombre de 3 à 7. Rien n’est ajouté : ~ est lu comme 10 % de part et d’autre, les fenêtres sont calculées.";
    ListedMeans: "Listed are the rows that somebody has recorded, each with its source: a partial list says little about the whole.", "Opgelijst zijn de rijen die iemand heeft opgetekend, elk met een bron: een onvolledige lijst zegt weinig over het geheel.", "Sont recensées les lignes que quelqu’un a notées, chacune avec sa source : une liste partielle dit peu de l’ensemble.";
    MadeWith: "Made with mission {} from the published record; no number on this page was estimated.", "Gemaakt met mission {} uit wat gepubliceerd is; geen enkel cijfer op deze pagina is geschat.", "Réalisé avec mission {} à partir de ce qui a été publié ; aucun chiffre de cette page n’est estimé.";
    WorstFirst: "The worst verdicts come first.", "De ergste oordelen staan bovenaan.", "Les pires verdicts viennent en premier.";
}
