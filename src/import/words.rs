//! The words of other people's lists, in English, Dutch and French: one table of headers, one of values. All are written
//! without capitals, accents, blanks and signs (`squeezed`), with blanks between them.

use crate::cell::squeezed;
use crate::model::Table;

/// What heads a column of a table, by the field that it fills.
pub(super) const HEADERS: &[(Table, &[(&str, &str)])] = &[
    (
        Table::Participant,
        &[
            (
                "name",
                "name naam nom bedrijf bedrijfsnaam naambedrijf naamvanhetbedrijf onderneming naamonderneming company companyname \
                 nameofcompany organisation organization organisatie naamorganisatie organisationname organizationname firma firm \
                 entreprise entreprises nomdelentreprise nomentreprise societe nomdelasociete nomdesocietes raisonsociale \
                 denomination denominationsociale benaming maatschappelijkenaam exposant exposants exhibitor exhibitorname \
                 exhibitors standhouder standhouders deelnemer deelnemendbedrijf participant participants deelnemendeorganisatie \
                 organisme nomdelorganisme instelling institution",
            ),
            (
                "category_id",
                "category categorie categories type soort aard nature typeorganisatie soortorganisatie typeoforganisation \
                 typedorganisation typedorganisme typebedrijf statutjuridique",
            ),
            ("region_id", "region gewest regio regiongewest gewestregio"),
            ("status", "status statut"),
            (
                "enterprise_number",
                "ondernemingsnummer ondernemingsnr kbo kbonummer kbonr bce numerobce nbce numerodentreprise nodentreprise \
                 ndentreprise numeroentreprise kbobce bcekbo enterprisenumber companynumber enterprisenr",
            ),
        ],
    ),
    (
        Table::Agreement,
        &[
            (
                "title",
                "title titel titre intitule onderwerp objet object omschrijving description subject agreement overeenkomst \
                 akkoord accord convention naam name nom projet project verdrag treaty traite",
            ),
            ("kind", "kind soort type nature aard categorie category typeofagreement typedaccord typeovereenkomst"),
            ("status", "status statut"),
            (
                "first_day",
                "date datum day dag jour datedesignature datesignature signaturedate signed signedon dateofsignature \
                 datumondertekening datumvanondertekening ondertekeningsdatum ondertekendop signele firstday eerstedag",
            ),
            ("last_day", "lastday laatstedag einddatum enddate datefin datedefin"),
            ("city_id", "city stad ville gemeente commune"),
            ("place", PLACE),
            ("amount", "amount bedrag montant waarde value valeur contractwaarde"),
            ("currency", "currency munt devise valuta munteenheid monnaie"),
            (
                "party",
                "party parties partijen partij partners partner partnerinstelling partnerinstitution partenaire partenaires \
                 ondertekenaars signatories signataires contractant contractanten contractants parties prenantes between \
                 entre institution",
            ),
        ],
    ),
    (
        Table::Event,
        &[
            (
                "title",
                "title titel titre intitule activiteit activity activite event evenement onderwerp omschrijving description \
                 subject objet programma programme program item agendapunt agenda naam name nom meeting vergadering reunion \
                 topic thema theme sujet",
            ),
            (
                "kind",
                "kind soort type nature aard categorie category typeactiviteit typeofactivity typeofevent typedactivite",
            ),
            (
                "first_day",
                "date datum day dag jour firstday eerstedag begindatum startdatum startdate datededebut datedebut",
            ),
            ("last_day", "lastday laatstedag einddatum enddate datefin datedefin"),
            (
                "start_time",
                "time tijd uur heure heures horaire tijdstip starttime starttijd beginuur aanvang aanvangsuur startuur \
                 heurededebut heuredebut hour hours uren",
            ),
            ("end_time", "endtime eindtijd einduur heuredefin heurefin"),
            ("city_id", "city stad ville gemeente commune"),
            ("place", PLACE),
            ("venue", "venue zaal salle room adres address adresse site"),
            (
                "host",
                "host gastheer gastorganisatie organisator organiser organizer organisateur hote georganiseerddoor organisedby",
            ),
        ],
    ),
    (
        Table::Claim,
        &[
            ("subject", "subject wat onderwerp what quoi sujet objet eenheid unit unite indicator indicateur"),
            ("category_id", "category categorie type soort"),
            ("region_id", "region gewest regio"),
            ("city_id", "city stad ville gemeente"),
            ("place", PLACE),
            ("day", "day dag jour"),
            ("count", "count aantal number nombre cijfer chiffre getal figure total totaal"),
            ("stage", "stage stadium stade"),
            ("origin", "origin origine oorsprong wietelde getelddoor comptepar countedby quiacompte telling"),
            ("source_id", "source bron medium media krant journal newspaper publicatie publication artikel article"),
            (
                "published_on",
                "publishedon published date datum datumbericht datumpublicatie publicatiedatum datedepublication \
                 datepublication dateofpublication publicationdate gepubliceerdop publiele",
            ),
        ],
    ),
];

/// Fills the city, or the venue where another header is a city.
const PLACE: &str = "place plaats lieu locatie location endroit";

/// The fields that every table has.
pub(super) const EVERYWHERE: &[(&str, &str)] = &[("locator", "locator pagina page blz paragraaf")];

/// Heads a column that tells of persons.
const PERSONS: &str = "contact contactpersoon contactpersonen personnedecontact contactperson email mail courriel adressemail \
    emailadres emailaddress telefoon tel telefoonnummer telephone phone phonenumber gsm mobile mobiel portable fax voornaam \
    familienaam achternaam firstname lastname surname prenom nomdefamille functie fonction function jobtitle \
    aanwezig aanwezigen present presents attendees deelnemers persoon personne person naamcontactpersoon nomducontact \
    nomdelapersonne geboortedatum datedenaissance rijksregisternummer registrenational ceo zaakvoerder gerant bestuurder \
    vertegenwoordiger representant representative spreker speaker orateur linkedin delegatielid delegate delegue member lid membre";

pub(super) fn tells_of_persons(header: &str) -> bool {
    let word = squeezed(header);
    is_among(&word, PERSONS) || OF_PERSONS.iter().any(|part| word.contains(part))
}

/// Parts of such words.
const OF_PERSONS: [&str; 8] =
    ["email", "courriel", "telefoon", "telephone", "contact", "voornaam", "prenom", "firstname"];

pub(super) fn is_among(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// Everyday words for the values of a column, and what they are in a data folder.
pub(super) const VALUES: &[(&str, &[(&str, &str)])] = &[
    (
        "region_id",
        &[
            (
                "flanders",
                "flanders vlaanderen vlaams vlaamsgewest vlaamseregio flandre flandres regionflamande flemishregion vl vlg",
            ),
            ("wallonia", "wallonia wallonie waals waalsgewest regionwallonne walloonregion wal rw"),
            (
                "brussels",
                "brussels brussel bruxelles brusselshoofdstedelijkgewest brusselsgewest bruxellescapitale \
                 regiondebruxellescapitale regionbruxelloise brusselscapital brusselscapitalregion bhg rbc bru",
            ),
        ],
    ),
    (
        "category_id",
        &[
            (
                "company",
                "company companies bedrijf bedrijven onderneming ondernemingen entreprise entreprises societe societes firma \
                 firmas firm kmo kmos pme pmes sme smes startup startups scaleup scaleups privebedrijf",
            ),
            (
                "university",
                "university universities universiteit universiteiten universite universites hogeschool hogescholen hauteecole \
                 hautesecoles universitycollege college onderwijsinstelling kennisinstelling",
            ),
            (
                "federation",
                "federation federations federatie federaties federatievanbedrijven kamervankoophandel kamersvankoophandel \
                 chambredecommerce chambresdecommerce chamberofcommerce beroepsfederatie sectorfederatie \
                 federationprofessionnelle",
            ),
            (
                "organisation",
                "organisation organisations organization organizations organisatie organisaties organisme organismes vzw asbl \
                 npo ngo ong cluster agentschap agence agency overheid overheidsinstelling institutionpublique publicbody",
            ),
        ],
    ),
    (
        "events.kind",
        &[
            (
                "visit",
                "visit bezoek bezoeken bedrijfsbezoek werkbezoek plaatsbezoek visite visites visitedentreprise companyvisit sitevisit rondleiding",
            ),
            (
                "meal",
                "meal ontbijt lunch diner avondmaal maaltijd werklunch werkontbijt repas petitdejeuner dejeuner dejeunerdetravail breakfast dinner workinglunch",
            ),
            (
                "meeting",
                "meeting overleg vergadering ontmoeting onderhoud gesprek reunion rencontre entretien bilateral bilateraal bilateraaloverleg werkvergadering reuniondetravail",
            ),
            (
                "seminar",
                "seminar seminarie seminaries seminaire studiedag workshop conference conferentie colloque colloquium",
            ),
            ("reception", "reception receptie receptions cocktail drink"),
            ("speech", "speech toespraak discours allocution keynote lezing"),
            ("panel", "panel panelgesprek paneldebat debat debate rondetafel tableronde roundtable"),
            ("award", "award prijs prijsuitreiking uitreiking remisedeprix prix"),
            (
                "journey",
                "journey reis verplaatsing vlucht vol flight transfer trajet deplacement vertrek aankomst depart arrivee departure arrival",
            ),
            (
                "networking",
                "networking netwerking netwerkevent netwerkmoment netwerkreceptie reseautage evenementdereseautage",
            ),
            ("opening", "opening inhuldiging openingsceremonie inauguration ouverture"),
            ("culture", "culture cultuur concert tentoonstelling exposition exhibition culturel cultureel"),
            (
                "press",
                "press pers presse persconferentie persmoment conferencedepresse pointpresse pressconference interview",
            ),
            ("signing", "signing ondertekening signature ceremoniedesignature signingceremony"),
            ("briefing", "briefing infosessie informatiesessie seancedinformation"),
            ("pitch", "pitch pitches pitchsessie pitchsession"),
        ],
    ),
    (
        "agreements.kind",
        &[
            ("contract", "contract contracten contrat contrats"),
            (
                "memorandum",
                "memorandum memoranda mou mous memorandumofunderstanding protocoledaccord protocole protocol \
                 intentieverklaring declarationdintention letterofintent lettredintention",
            ),
            (
                "partnership",
                "partnership partnerships partnerschap partnerschappen partenariat partenariats samenwerking samenwerkingen cooperation",
            ),
            ("investment", "investment investments investering investeringen investissement investissements"),
            (
                "agreement",
                "agreement agreements overeenkomst overeenkomsten akkoord akkoorden accord accords convention conventions \
                 samenwerkingsovereenkomst samenwerkingsakkoord accorddecooperation cooperationagreement verdrag treaty traite",
            ),
        ],
    ),
    (
        "agreements.status",
        &[
            ("signed", "signed ondertekend getekend signe signee conclu gesloten afgesloten"),
            ("announced", "announced aangekondigd annonce annoncee"),
            ("planned", "planned gepland voorzien prevu prevue tetekenen asigner tobesigned"),
        ],
    ),
    ("participants.status", &[("announced", "announced aangekondigd annonce ingeschreven inscrit registered")]),
    (
        "claims.stage",
        &[
            ("expected", "expected verwacht attendu vooraf avant beforehand aangekondigd annonce announced"),
            ("reported", "reported gerapporteerd rapporte achteraf apres afterwards"),
        ],
    ),
    (
        "subject",
        &[
            (
                "people",
                "people personen personnes persons mensen delegatieleden membresdeladelegation delegates zakenmensen",
            ),
            ("agreements", "agreements overeenkomsten akkoorden accords contractenenakkoorden"),
            ("events", "events activiteiten activites evenementen evenements activities"),
            ("participants", "organisaties organisations deelnemendeorganisaties participatingorganisations"),
        ],
    ),
];

/// Subjects that may be organisations as well as people.
pub(super) const AMBIGUOUS: &str = "deelnemers deelnemer participants participant leden membres members vertegenwoordigers \
    representants representatives delegatie delegation";

/// Says that nothing is known.
pub(super) const NOTHING: &str = "na nvt nb nnb onbekend inconnu inconnue unknown neant none geen nihil tbd tbc tba \
    nietvantoepassing sansobjet so notapplicable null leeg vide";

/// Says that there are none.
pub(super) const ZERO: &str = "nihil geen neant none aucun aucune zero nul";
