//! `mission import`: lists as people make them.

use crate::harness::{Place, Ran, golden, root};
use rust_xlsxwriter::{Format, Workbook};
use std::fs;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const LISTS: [(&str, &[&str]); 4] = [
    ("deelnemers.csv", &[]),
    ("programma.csv", &["--country", "PE"]),
    ("accords.csv", &["--set", "status=signed"]),
    ("cijfers.csv", &["--value", "subject:deelnemers=people"]),
];

fn lists() -> Place {
    let place = Place::empty();
    for (name, _) in LISTS {
        fs::copy(root().join("examples/lists").join(name), place.path(name)).unwrap();
    }
    place
}

fn import(place: &Place, list: &str, options: &[&str]) -> Ran {
    place.run(&[&["import", list, "--into", "data", "--mission", "peru-2026"], options].concat())
}

/// Imports a list of this text.
fn import_text(place: &Place, text: impl AsRef<[u8]>, options: &[&str]) -> Ran {
    fs::write(place.path("list.csv"), text).unwrap();
    import(place, "list.csv", options)
}

/// The files of a folder, each with its text.
fn files(place: &Place, folder: &str) -> Vec<(String, String)> {
    let entries = place.path(folder).read_dir().unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut files: Vec<_> = entries.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect();
    files.sort();
    files
}

fn text(place: &Place, name: &str) -> String {
    fs::read_to_string(place.path("data").join(name)).unwrap()
}

#[test]
fn a_list_in_somebody_s_own_words_becomes_rows_and_every_choice_is_told() {
    let place = lists();
    for (list, options) in LISTS {
        let ran = import(&place, list, options);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{}", ran.stderr);
        golden(&format!("import/{list}.txt"), &ran.stderr);
    }
    let told = import(&place, "deelnemers.csv", &["--dry-run"]).stderr;
    let again =
        "deelnemers.csv:8:1: notice[N402]: the same organisation as at deelnemers.csv:4:1; the first row counts";
    assert!(told.contains(again), "{told}");
    let tables = files(&place, "data").into_iter().filter(|(name, _)| name.ends_with(".csv"));
    let all: String = tables.map(|(name, text)| format!("{name}\n{text}\n")).collect();
    golden("import/data.txt", &all);
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    for word in ["Proefpersoon", "pieter", "Aanwezig"] {
        assert!(!files(&place, "data").iter().any(|(_, text)| text.contains(word)), "{word} is of a person");
    }
}

#[test]
fn the_same_list_again_changes_no_byte_and_a_corrected_one_its_rows_alone() {
    let place = lists();
    for (list, options) in LISTS {
        import(&place, list, options);
    }
    let before = files(&place, "data");
    for (list, options) in LISTS {
        let ran = import(&place, list, options);
        assert_eq!(ran.code, Some(0));
        assert!(ran.stderr.ends_with("data has all of it already\n"), "{}", ran.stderr);
    }
    assert_eq!(files(&place, "data"), before);

    // A region is corrected, a row is new, and one is gone.
    let list = fs::read(place.path("deelnemers.csv")).unwrap();
    let list: String = list.iter().map(|byte| char::from(*byte)).collect();
    let corrected = list
        .replace("KMO;Brussel", "KMO;Wallonië")
        .replace("3;Hogeschool Zuid;;Hogeschool;Vlaanderen;Petra Proefpersoon;\r\n", "6;Nieuw BV;;Bedrijf;;;\r\n");
    fs::write(place.path("deelnemers.csv"), corrected.chars().map(|c| c as u8).collect::<Vec<u8>>()).unwrap();
    let ran = import(&place, "deelnemers.csv", &["--plain"]);
    assert!(
        ran.stderr.contains("participants: added 1, changed 1, unchanged 2, no longer listed 1")
            || ran.stderr.contains("no longer in the list, and kept in participants: hogeschool-zuid"),
        "{}",
        ran.stderr
    );
    let after = text(&place, "participants.csv");
    assert!(after.contains("zenne-foods,Zenne Foods,company,wallonia,,0999.200.265,"), "{after}");
    assert!(after.contains("hogeschool-zuid,") && after.contains("nieuw-bv,Nieuw BV,company,,,,"), "{after}");
}

#[test]
fn nothing_is_written_by_a_dry_run_or_where_a_word_is_not_known() {
    let place = lists();
    let ran = import(&place, "deelnemers.csv", &["--dry-run"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.ends_with("nothing was written (--dry-run)\n"));
    let ran = import(&place, "cijfers.csv", &[]);
    let expected = "\
cijfers.csv:4:1: error[E502]: subject: `deelnemers` may be organisations (participants) or people; --value \"subject:deelnemers=people\" or =participants decides
  |
4 | deelnemers,,bijna 300,De Proefkrant,2026
  | ^^^^^^^^^^

1 defect; nothing was written, data is as it was
  hint: correct the list, or say what a text means with --value COLUMN:TEXT=VALUE
";
    assert_eq!(ran, Ran::failed(1, expected));
    let ran = import_text(&place, "bedrijf,type\nA,Bedrijf\nB,Bedrijv\n,Bedrijf\n", &[]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("error[")).collect();
    let known = "company, federation, organisation, university";
    let unknown = format!(
        "list.csv:3:3: error[E501]: category_id: `Bedrijv` is none of: {known}; --value \"category_id:Bedrijv=company\" says what it means"
    );
    assert_eq!(told, [unknown.as_str(), "list.csv:4: error[E201]: name is empty, and must not be"]);
    assert!(!place.path("data").exists());
}

#[test]
fn what_the_list_does_not_tell_is_asked_for() {
    let place = lists();
    let usage = |arguments: &[&str], message: &str, hint: &str| {
        assert_eq!(place.run(arguments), Ran::failed(2, &format!("error: {message}\n  hint: {hint}\n")));
    };
    let write = |name: &str, text: &str| fs::write(place.path(name), text).unwrap();
    usage(
        &["import", "deelnemers.csv", "--into", "data"],
        "the data folder has no mission yet",
        "give it a key with --mission, such as peru-2026",
    );
    let to = ["--into", "data", "--mission", "m"];
    usage(
        &[&["import", "accords.csv"], &to[..]].concat(),
        "no header fills status, which every row of agreements needs",
        "--map status=HEADER, or for all rows --set status=VALUE (signed, announced, planned)",
    );
    write("two.csv", "naam,bedrijf,gewest\nA,B,Brussel\n");
    usage(
        &[&["import", "two.csv"], &to[..]].concat(),
        "the headers `bedrijf` and `naam` both fill name",
        "say which does with --map name=bedrijf, and drop the other with --map=-=naam",
    );
    write("dates.csv", "titel,type,datum\nA,Bezoek,04/03/2026\n");
    usage(
        &[&["import", "dates.csv", "--as", "events"], &to[..]].concat(),
        "`04/03/2026` may be day first or month first, and no date of the list tells",
        "say which with --dates day-first or --dates month-first",
    );
    write("titles.csv", "titel,datum\nA,2026-03-09\n");
    usage(
        &[&["import", "titles.csv"], &to[..]].concat(),
        "the headers fit agreements and events alike",
        "say which with --as, such as --as agreements",
    );
    usage(
        &[&["import", "two.csv", "--map", "nam=naam"], &to[..]].concat(),
        "participants has no column `nam` to import",
        "did you mean `name`?",
    );
    usage(
        &[&["import", "two.csv", "--as", "participants", "--map", "x=naam"], &to[..]].concat(),
        "participants has no column `x` to import",
        "`participants` has name, category_id, region_id, status, enterprise_number, source_id, locator",
    );
    assert!(!place.path("data").exists());
}

#[test]
fn choices_can_be_saved_and_do_the_same_again() {
    let place = Place::empty();
    fs::write(place.path("list.csv"), "wie,wat voor,waar\nAcme,x,Gent\nBeta,y,\n").unwrap();
    let options = [
        "--as",
        "participants",
        "--map",
        "name=wie",
        "--map",
        "category_id=wat voor",
        "--value",
        "category_id:x=company",
        "--value",
        "category_id:y=university",
        "--save-mapping",
        "mapping.csv",
    ];
    assert_eq!(import(&place, "list.csv", &options).code, Some(0));
    let mapping = fs::read_to_string(place.path("mapping.csv")).unwrap();
    let expected = "kind,column,from,to\nas,,,participants\nmission,,,peru-2026\nsource,,,list\nmap,name,wie,\n\
                    map,category_id,wat voor,\nmap,-,waar,\nvalue,category_id,x,company\nvalue,category_id,y,university\n";
    assert_eq!(mapping, expected);
    let first = files(&place, "data");
    fs::remove_dir_all(place.path("data")).unwrap();
    let ran = place.run(&["import", "list.csv", "--into", "data", "--mapping", "mapping.csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(files(&place, "data"), first);
}

#[test]
fn a_place_without_a_country_goes_to_the_venue_and_what_cannot_be_read_stays_empty_with_its_place() {
    let place = lists();
    let ran = import(&place, "programma.csv", &[]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("notice[")).collect();
    assert_eq!(
        told,
        [
            "programma.csv:2:60: notice[N207]: `Lima` is no known city: the cell is passed over; --country XX adds it as one",
            "programma.csv:3:51: notice[N207]: `Callao` is no known city and goes to venue; --country XX adds it as one",
            "programma.csv: notice[N207]: `Lima` is no known city and goes to venue; --country XX adds it as one (in 2 rows, at 4:49, 6:44)",
            "programma.csv:5:22: notice[N206]: first_day: `begin maart` is not a day of the calendar, such as 2025-10-04; the cell is passed over",
        ]
    );
    assert!(text(&place, "events.csv").contains("bezoek-aan-de-haven-2026-03-09,Bezoek aan de haven,visit,,Callao,"));
    let ran = import(&place, "programma.csv", &["--strict"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("programma.csv:5:22: error[E203]: first_day: `begin maart` is not a day"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_another_source_said_stays_and_is_told() {
    let place = lists();
    import(&place, "deelnemers.csv", &[]);
    fs::write(place.path("other.csv"), "naam,type,gewest,status\nZenne Foods BV,Bedrijf,Vlaanderen,aangekondigd\n")
        .unwrap();
    let ran = import(&place, "other.csv", &[]);
    assert!(
        ran.stderr.contains("other.csv:2:1: notice[N205]: region_id: this list has `flanders`, the data folder has `brussels` of another source, which stays"),
        "{}", ran.stderr
    );
    assert!(
        text(&place, "participants.csv")
            .contains("zenne-foods,Zenne Foods,company,brussels,announced,0999.200.265,deelnemers,")
    );
}

#[test]
fn a_workbook_is_read_as_people_see_it() {
    let place = Place::empty();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Lijst").unwrap();
    sheet.write(0, 0, "Programma Peru").unwrap();
    for (column, header) in ["activiteit", "soort", "datum", "uur", "stad"].iter().enumerate() {
        sheet.write(2, column as u16, *header).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("hh:mm");
    for (row, (title, kind)) in [("Ontbijt", "Ontbijt"), ("Bezoek", "Bezoek"), ("Geheim", "Bezoek")].iter().enumerate()
    {
        let row = row as u32 + 3;
        sheet.write(row, 0, *title).unwrap();
        sheet.write(row, 1, *kind).unwrap();
        sheet.write_with_format(row, 3, 0.395_833_333_333_333_3 + f64::from(row) / 24.0, &time).unwrap();
        sheet.write(row, 4, "Lima").unwrap();
    }
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 3, 9).unwrap();
    sheet.merge_range(3, 2, 5, 2, "", &day).unwrap();
    sheet.write_with_format(3, 2, &date, &day).unwrap();
    sheet.set_row_hidden(5).unwrap();
    book.add_worksheet().set_name("Intern").unwrap().set_hidden(true).write(0, 0, "x").unwrap();
    book.save(place.path("programma.xlsx")).unwrap();
    let ran = import(&place, "programma.xlsx", &["--country", "PE"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for remark in [
        "the hidden sheet `Intern` was left out",
        "1 hidden row of the sheet `Lijst` was left out",
        "1 row above the header was passed over",
    ] {
        assert!(ran.stderr.contains(remark), "{}", ran.stderr);
    }
    let events = text(&place, "events.csv");
    let rows: Vec<&str> = events.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "peru-2026,ontbijt-2026-03-09,Ontbijt,meal,lima,,,2026-03-09,2026-03-09,stated,12:30,,programma,",
            "peru-2026,bezoek-2026-03-09,Bezoek,visit,lima,,,2026-03-09,2026-03-09,stated,13:30,,programma,",
        ]
    );
}

#[test]
fn every_encoding_and_delimiter_of_a_list_gives_the_same_rows() {
    let list = "bedrijfsnaam,soort,gewest\nÉlan détaché,Société,Région wallonne\nÀ côté,Entreprise,Brüssel\n"
        .replace("Brüssel", "Bruxelles");
    let utf16 = |little: bool| {
        list.encode_utf16()
            .flat_map(move |unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect::<Vec<u8>>()
    };
    let bytes = |map: &dyn Fn(char) -> u8| list.chars().map(map).collect::<Vec<u8>>();
    let mac = |c: char| match c {
        'É' => 0x83,
        'é' => 0x8e,
        'À' => 0xcb,
        'ô' => 0x99,
        c => c as u8,
    };
    let ways = [
        list.clone().into_bytes(),
        list.replace(',', "| ").into_bytes(),
        list.replace(',', ";").into_bytes(),
        list.replace(',', "\t").into_bytes(),
        utf16(true),
        utf16(false),
        bytes(&|c| c as u8),
        bytes(&mac),
    ];
    let mut expected = None;
    for way in ways {
        let place = Place::empty();
        fs::write(place.path("lijst.csv"), way).unwrap();
        let ran = import(&place, "lijst.csv", &[]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let rows = text(&place, "participants.csv");
        assert_eq!(&rows, expected.get_or_insert(rows.clone()));
    }
    assert!(expected.unwrap().contains("elan-detache,Élan détaché,company,wallonia,"));
}

#[test]
fn a_list_of_persons_fills_no_names() {
    let place = Place::empty();
    fs::write(
        place.path("contacten.csv"),
        "Voornaam;Naam;E-mail;Bedrijf;Type\nProef;Persoon;p@proef.example;Acme;Bedrijf\n",
    )
    .unwrap();
    assert_eq!(import(&place, "contacten.csv", &[]).code, Some(0));
    let rows = "peru-2026,acme,Acme,company,,,,contacten,";
    assert_eq!(text(&place, "participants.csv").lines().nth(1), Some(rows));
    fs::write(place.path("personen.csv"), "Voornaam;Naam;Functie;Type\nProef;Persoon;CEO;Bedrijf\n").unwrap();
    let ran = import(&place, "personen.csv", &["--as", "participants"]);
    let expected = "error: no header fills name, which every row of participants needs\n  hint: --map name=HEADER, or for all rows --set name=VALUE\n";
    assert_eq!(ran, Ran::failed(2, expected));
}

#[test]
fn values_and_rows_that_a_data_folder_cannot_have_are_refused() {
    let place = Place::empty();
    let write = |text: &str| fs::write(place.path("list.csv"), text).unwrap();
    write("titel,soort,datum,einddatum,bedrag\nA,Contract,2026-03-09,2026-03-01,5000 EUR\n");
    let ran = import(&place, "list.csv", &["--as", "agreements", "--set", "status=signd"]);
    assert_eq!(
        ran,
        Ran::failed(
            2,
            "error: --set status: `signd` is not one of: signed, announced, planned\n  hint: `mission help data` says what status of agreements holds\n"
        )
    );
    let ran = import(&place, "list.csv", &["--as", "agreements", "--set", "status=signed"]);
    assert!(
        ran.code == Some(1) && ran.stderr.starts_with("list.csv:2: error[E301]: last_day comes before first_day\n"),
        "{}",
        ran.stderr
    );
    write("titel,soort,bedrag\nA,Contract,5000\n");
    let ran = import(&place, "list.csv", &["--as", "agreements", "--set", "status=signed"]);
    let notice =
        "list.csv:2:12: notice[N206]: amount and currency must both be given, or neither; the cell is passed over";
    assert!(ran.code == Some(0) && ran.stderr.contains(notice), "{}", ran.stderr);
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
}

#[test]
fn counts_amounts_days_and_times_are_read_as_people_write_them() {
    let counts = [
        ("ruim 120", "~>120"),
        ("bijna 300", "~<300"),
        ("meer dan 30", ">30"),
        ("een dertigtal", "~30"),
        ("une trentaine", "~30"),
        ("près de 1.200", "~<1.200"),
        ("plus de 30", ">30"),
        ("no fewer than 300", ">=300"),
        ("zo'n 40", "~40"),
        ("ca. 218", "~218"),
        ("500 à 600", "500 à 600"),
        ("tussen 10 en 15", "10-15"),
        ("exact 500", "500="),
        ("een 30-tal", "~30"),
        ("~ 500", "~ 500"),
        ("geen", "0"),
        ("1,5 duizend", "1500"),
        ("≥ 30", "≥ 30"),
        ("plus d'une centaine", ""),
        ("enkele", ""),
        ("1.5", ""),
        ("een", ""),
        ("±30", "~30"),
        ("une bonne centaine", "~>100"),
        ("bijna een honderdtal", "~<100"),
        ("dertig", "30"),
        ("1.500,00", "1.500"),
    ];
    for (written, read) in counts {
        let place = Place::empty();
        let ran = import_text(&place, format!("wat,aantal,bron\ncontracten,\"{written}\",S\n"), &[]);
        assert_eq!(ran.code, Some(if read.is_empty() { 1 } else { 0 }), "{written}: {}", ran.stderr);
        if !read.is_empty() {
            assert_eq!(text(&place, "claims.csv").lines().nth(1).unwrap().split(',').nth(7), Some(read), "{written}");
        }
    }
    let days = [
        ("9 mars 2026", "2026-03-09"),
        ("maandag 9 maart 2026", "2026-03-09"),
        ("March 9, 2026", "2026-03-09"),
        ("1er août 2026", "2026-08-01"),
        ("2026-03-09 00:00:00", "2026-03-09"),
        ("2026-03-09T00:00:00", "2026-03-09"),
        ("9/3/2026", "2026-03-09"),
        ("13.3.2026", "2026-03-13"),
        ("ma 9/3/2026", "2026-03-09"),
        ("16-17 oktober 2026", "2026-10-16"),
        ("van 18 tot 19 oktober 2026", "2026-10-18"),
        ("30 september - 2 oktober 2026", "2026-09-30"),
        ("mardi 9 mars 2026", ""),
        ("di 9/3/2026", ""),
        ("9/3/26", ""),
        ("begin maart", ""),
        ("9 maart", ""),
        ("30 februari 2026", ""),
        ("2026-03-09 14:00:00", "2026-03-09"),
    ];
    let rows: String = days.iter().map(|(day, _)| format!("A,Bezoek,\"{day}\",\n")).collect();
    let times = [
        ("9.30", "09:30,"),
        ("14u30", "14:30,"),
        ("09h30", "09:30,"),
        ("11u", "11:00,"),
        ("08.30 - 10.00", "08:30,10:00"),
        ("2:15 pm", "14:15,"),
        ("09:30:00", "09:30,"),
        ("14 h", "14:00,"),
        ("14 uur", "14:00,"),
        ("14uur30", "14:30,"),
        ("14 uur 30", "14:30,"),
        ("om 9 uur", "09:00,"),
        ("14.30 uur", "14:30,"),
        ("14 heures", "14:00,"),
        ("1 heure", "01:00,"),
        ("14 heures 30", "14:30,"),
        ("14 uur - 15 uur 30", "14:00,15:30"),
        ("14-15 uur", "14:00,15:00"),
        ("14-15u", "14:00,15:00"),
        ("14 - 16 h", "14:00,16:00"),
        ("van 14 tot 15 uur", "14:00,15:00"),
        ("de 14h à 15h30", "14:00,15:30"),
        ("de 9 à 10 heures", "09:00,10:00"),
        ("9–10 u.", "09:00,10:00"),
        ("14-15u30", "14:00,15:30"),
        ("14u-15", "14:00,15:00"),
        ("19u-0u", "19:00,00:00"),
        ("10 pm - 1 am", "22:00,01:00"),
        ("9u-9u", "09:00,09:00"),
        ("12u-1u", ","),
        ("12-1 uur", ","),
        ("12.00 - 1.00", ","),
        ("22u-2u", ","),
        ("9.30-11 uur", "09:30,11:00"),
        ("3-4", ","),
        ("14 tot 15", ","),
        ("15-14 uur", ","),
        ("22-24 uur", ","),
        ("14-25 uur", ","),
        ("114-115 uur", ","),
        ("14-15-16 uur", ","),
        ("2-3 pm", ","),
        ("14-u", ","),
        ("-15 uur", ","),
        ("14 uur 5", ","),
        ("14 30", ","),
        ("uur", ","),
        ("14", ","),
        ("9", ","),
        ("25.00", ","),
        ("de hele dag", ","),
    ];
    let timed: String = times.iter().map(|(time, _)| format!("B,Bezoek,9/3/2026,{time}\n")).collect();
    let place = Place::empty();
    let ran = import_text(&place, format!("titel,soort,datum,uur\n{rows}{timed}"), &["--as", "events"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let events = text(&place, "events.csv");
    let cells: Vec<Vec<&str>> = events.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(cells[..days.len()].iter().map(|row| row[7]).collect::<Vec<_>>(), days.map(|(_, day)| day));
    let read = cells[days.len()..].iter().map(|row| format!("{},{}", row[10], row[11]));
    assert_eq!(read.collect::<Vec<_>>(), times.map(|(_, time)| time.to_owned()));
    for (text, _) in times.iter().filter(|(_, read)| *read == ",") {
        let told = format!("start_time: `{text}` is not a time of day, such as 09:30; the cell is passed over");
        assert!(ran.stderr.contains(&told), "{told}: {}", ran.stderr);
    }
}

#[test]
fn the_days_of_a_period_tell_the_order_of_all_and_an_order_that_was_chosen_is_told() {
    let place = Place::empty();
    let days = |list: &str, options: &[&str]| {
        fs::write(place.path("list.csv"), format!("titel,soort,datum\n{list}")).unwrap();
        fs::remove_dir_all(place.path("data")).ok();
        let ran = import(&place, "list.csv", &[&["--as", "events"], options].concat());
        let days = |row: &str| row.split(',').skip(7).take(2).collect::<Vec<_>>().join(" ");
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        (text(&place, "events.csv").lines().skip(1).map(days).collect::<Vec<_>>(), ran.stderr)
    };
    let (read, told) = days("A,Bezoek,9/3/2026 - 13/3/2026\nB,Bezoek,van 4/3/2026 tot 5/3/2026\n", &[]);
    assert_eq!(read, ["2026-03-09 2026-03-13", "2026-03-04 2026-03-05"], "{told}");
    assert!(told.contains("dates are read day first, as `13/3/2026` can be nothing else\n"), "{told}");
    let (read, told) = days("A,Bezoek,9/3/2026 - 11/3/2026\n", &["--dates", "month-first"]);
    assert_eq!(read, ["2026-09-03 2026-11-03"], "{told}");
    assert!(told.contains("dates are read month first, as --dates says\n"), "{told}");
    fs::write(place.path("list.csv"), "titel,soort,datum\nA,Bezoek,9/3/2026 - 11/3/2026\n").unwrap();
    let message = "`9/3/2026` may be day first or month first, and no date of the list tells";
    let hint = "say which with --dates day-first or --dates month-first";
    assert_eq!(
        import(&place, "list.csv", &["--as", "events"]),
        Ran::failed(2, &format!("error: {message}\n  hint: {hint}\n"))
    );
}

#[test]
fn a_day_alone_in_its_row_is_that_of_the_rows_below() {
    let place = Place::empty();
    let list = "Programma;;;\nDag;Tijd;Activiteit;Locatie\nMaandag 9 maart 2026;;;\n;08:30;Ontbijt;\n;11:00;Bezoek;\nDinsdag 10 maart 2026;;;\n;;Slot;\n";
    fs::write(place.path("programma.csv"), list).unwrap();
    let ran = import(&place, "programma.csv", &["--set", "kind=visit"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("2 rows that hold only a day: the rows below are of that day\n"), "{}", ran.stderr);
    let events = text(&place, "events.csv");
    let days: Vec<_> =
        events.lines().skip(1).map(|row| row.split(',').skip(7).take(4).collect::<Vec<_>>().join(",")).collect();
    let expected =
        ["2026-03-09,2026-03-09,stated,08:30", "2026-03-09,2026-03-09,stated,11:00", "2026-03-10,2026-03-10,stated,"];
    assert_eq!(days, expected);
}

#[test]
fn totals_are_passed_over_and_times_without_a_day_and_names_of_persons_are_told() {
    let place = Place::empty();
    let list = "datum;uur;activiteit;soort\nbegin maart;14u30;Overleg met Mme Proef;Overleg\n9/3/2026;van 9h à 10h;Slot;Receptie\nTotaal;;2;\n";
    fs::write(place.path("agenda.csv"), list).unwrap();
    let ran = import(&place, "agenda.csv", &["--as", "events"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told: Vec<&str> =
        ran.stderr.lines().filter(|line| line.contains("notice[") || line.contains("passed over")).collect();
    let expected = [
        "1 row of totals or notes was passed over: Totaal",
        "agenda.csv:2: notice[N206]: start_time: `14:30`: a time of day is for an event whose first day is its last; the cell is passed over",
        "agenda.csv:2:1: notice[N206]: first_day: `begin maart` is not a day of the calendar, such as 2025-10-04; the cell is passed over",
        "agenda.csv:2:19: notice[N208]: title: `Overleg met Mme Proef` may name a person",
    ];
    assert_eq!(told, expected);
    assert!(text(&place, "events.csv").contains("2026-03-09,2026-03-09,stated,09:00,10:00,"));
}

#[test]
fn headers_and_words_in_two_languages_are_read_where_both_agree() {
    let place = Place::empty();
    let list = "Bedrijfsnaam / Nom de l'entreprise,Type (Catégorie),Gewest/Région\n\
                Acme,Bedrijf / Entreprise,Brussel - Bruxelles\nBeta,KMO/PME,Vlaanderen / Wallonie\n";
    fs::write(place.path("lijst.csv"), list).unwrap();
    let ran = import(&place, "lijst.csv", &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("notice[N206]: region_id: `Vlaanderen / Wallonie` is none of"), "{}", ran.stderr);
    let participants = text(&place, "participants.csv");
    assert!(
        participants.contains("acme,Acme,company,,,,lijst,\n")
            && participants.contains("beta,Beta,company,,,,lijst,\n"),
        "{participants}"
    );
}

#[test]
fn what_would_say_something_else_if_it_were_left_out_is_a_defect() {
    let cases: [(&[&str], &str, &str); 8] = [
        (
            &[],
            "wat,gewest,aantal,bron\nbedrijven,Atlantis,5,S\n",
            "list.csv:2:11: error[E501]: region_id: `Atlantis` is none of",
        ),
        (
            &[],
            "wat,stad,aantal,bron\ncontracten,Lima,5,S\n",
            "list.csv:2:12: error[E501]: city_id: `Lima` is not known; --value",
        ),
        (
            &[],
            "wat,aantal,bron\nbedrijvn,5,S\n",
            "list.csv:2:1: error[E501]: subject: `bedrijvn` is not known; --value",
        ),
        (
            &[],
            "bedrijf,type,status\nA,Bedrijf,Geannuleerd\n",
            "list.csv:2:11: error[E501]: status: `Geannuleerd` is none of",
        ),
        (
            &[],
            "bedrijf,type\nA,Bedrijf,en meer\n",
            "list.csv:2:11: error[E122]: this column has a value, but no name in the header",
        ),
        (
            &[],
            "bedrijf,type\nA (a@proef.example),Bedrijf\n",
            "list.csv:2:1: error[E503]: name: there is an e-mail address or a telephone number in this cell",
        ),
        (
            &["--as", "agreements", "--set", "status=signed"],
            "titel,partijen\nA,B +32 2 000 00 00\n",
            "list.csv:2:3: error[E503]: party: there is an e-mail address or a telephone number in this cell",
        ),
        (
            &["--as", "agreements", "--set", "status=signed", "--strict"],
            "titel,bedrag\nA,1.234 million EUR\n",
            "list.csv:2:3: error[E204]: amount: `1.234 million EUR` is not a count",
        ),
    ];
    for (options, list, expected) in cases {
        let place = Place::empty();
        let ran = import_text(&place, list, options);
        assert!(ran.code == Some(1) && ran.stderr.starts_with(expected), "{list}: {}", ran.stderr);
        assert!(!place.path("data").exists());
    }
    let place = Place::empty();
    let ran =
        import_text(&place, "bedrijf,type,contactpersoon\nA,Bedrijf,Proef\n", &["--map", "locator=contactpersoon"]);
    let message = "error: the column `contactpersoon` tells of persons, and is never imported\n  hint: leave it out, or drop it with --map=-=contactpersoon\n";
    assert_eq!(ran, Ran::failed(2, message));
}

/// A spreadsheet of OpenDocument with one sheet.
fn open_document(rows: &str) -> Vec<u8> {
    let names = ["office", "table", "text"]
        .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<office:document-content {}><office:body><office:spreadsheet><table:table table:name=\"Peru &amp; Chili\">{}</table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        names.join(" "),
        rows
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (part, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", &content),
    ] {
        archive.start_file(part, stored).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_an_open_document_says_once_and_means_many_times_is_counted_before_it_is_read() {
    let cell = |inside: &str| format!("<table:table-cell office:value-type=\"string\">{inside}</table:table-cell>");
    let row = |times: &str, cells: &str| format!("<table:table-row {times}>{cells}</table:table-row>");
    let header =
        row("", &["Naam", "Categorie", "Gewest"].map(|text| cell(&format!("<text:p>{text}</text:p>"))).concat());
    let many = "table:number-rows-repeated=\"1000000000\"";
    let wide =
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"99999999\"><text:p>A</text:p>";
    let place = Place::empty();
    for rows in [
        row("", &cell("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>")),
        row(many, &["A", "Bedrijf", "Vlaanderen"].map(|text| cell(&format!("<text:p>{text}</text:p>"))).concat()),
        row("", &format!("{wide}</table:table-cell>")),
        row(
            many,
            &format!("<table:table-cell office:value-type=\"string\" office:string-value=\"{}\"/>", "x".repeat(1_000)),
        ),
        row("", &cell(&format!("<text:p>{}</text:p>", "&#65;".repeat(2_000_000)))),
        row("", &format!("<table:table-cell table:number-columns-repeated=\"16383\"/>{}", cell("<text:p>v</text:p>")))
            .repeat(8_000),
    ] {
        fs::write(place.path("list.ods"), open_document(&format!("{header}{rows}"))).unwrap();
        let ran = import(&place, "list.ods", &[]);
        let refused = "cannot read the workbook list.ods: it is far larger than it looks, as no workbook should be";
        assert_eq!(ran, Ran::failed(2, &format!("error: {refused}\n")));
    }
    // Programs write the empty rest of a sheet this way.
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let rest = row("table:number-rows-repeated=\"1048000\"", empty);
    let one = row("", &["A", "Bedrijf", "Vlaanderen"].map(|text| cell(&format!("<text:p>{text}</text:p>"))).concat());
    fs::write(place.path("list.ods"), open_document(&format!("{header}{one}{rest}"))).unwrap();
    let ran = import(&place, "list.ods", &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(text(&place, "participants.csv").lines().count(), 2);
}

#[test]
fn a_sheet_of_open_document_is_read_as_people_see_it() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let day = "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>09/03/2026 14:30</text:p></table:table-cell>";
    let rows = [
        row(&["Datum", "Activiteit", "Type"].map(cell).concat()),
        row(&format!("{day}{}{}", cell("Bezoek haven"), cell("Bezoek"))),
        row(&format!("<table:covered-table-cell/>{}{}", cell("Seminarie water"), cell("Seminarie"))),
        format!(
            "<table:table-row table:visibility=\"collapse\">{}</table:table-row>",
            ["13/03/2026", "X", "Diner"].map(cell).concat()
        ),
        row(&["13/03/2026", "Diner", "Diner"].map(cell).concat()),
    ];
    let (place, bytes) = (Place::empty(), open_document(&rows.concat()));
    // What it is called says nothing.
    for (index, name) in ["agenda.ods", "agenda.xlsx"].into_iter().enumerate() {
        fs::write(place.path(name), &bytes).unwrap();
        let ran = import(&place, name, &["--source", "agenda"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let hidden = "1 hidden row of the sheet `Peru & Chili` was left out";
        assert!(ran.stderr.contains(hidden), "{}", ran.stderr);
        assert_eq!(ran.stderr.contains("has all of it already"), index == 1);
    }
    let rows: Vec<String> = text(&place, "events.csv").lines().skip(1).map(str::to_owned).collect();
    assert_eq!(
        rows,
        [
            "peru-2026,bezoek-haven-2026-03-09,Bezoek haven,visit,,,,2026-03-09,2026-03-09,stated,14:30,,agenda,",
            "peru-2026,seminarie-water-2026-03-09,Seminarie water,seminar,,,,2026-03-09,2026-03-09,stated,14:30,,agenda,",
            "peru-2026,diner-2026-03-13,Diner,meal,,,,2026-03-13,2026-03-13,stated,,,agenda,",
        ]
    );
}

#[test]
fn the_header_of_an_amount_may_name_its_currency_and_one_party_spelt_twice_is_one() {
    let place = Place::empty();
    for (header, code) in
        [("Bedrag (EUR)", "EUR"), ("Montant en €", "EUR"), ("Amount USD", "USD"), ("Amount in US$", "USD")]
    {
        let list = format!(
            "Titel;{header};Partijen;Datum\nA;1.000;Acme NV, Acme;2026-03-09T00:00:00Z\nB;5 GBP;Beta;2026-03-10 09:15\n"
        );
        fs::write(place.path("list.csv"), list.replace("Acme NV, Acme", "\"Acme NV; ACME\"")).unwrap();
        fs::remove_dir_all(place.path("data")).ok();
        let ran = import(&place, "list.csv", &["--set", "status=signed"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let agreements = text(&place, "agreements.csv");
        let amounts: Vec<&str> = agreements.lines().skip(1).collect();
        assert_eq!(
            amounts,
            [
                format!("peru-2026,a-2026-03-09,A,agreement,signed,,2026-03-09,2026-03-09,stated,1.000,{code},list,"),
                "peru-2026,b-2026-03-10,B,agreement,signed,,2026-03-10,2026-03-10,stated,5,GBP,list,".to_owned(),
            ],
            "{header}"
        );
        assert_eq!(text(&place, "agreement_parties.csv").lines().count(), 3, "one of each agreement");
        assert!(ran.stderr.contains("ACME") && ran.stderr.contains("2026-03-10 09:15"), "{}", ran.stderr);
    }
    fs::write(place.path("two.csv"), "Titel;Bedrag;Munt\nA;5000 GBP;EUR\n").unwrap();
    let ran = import(&place, "two.csv", &["--set", "status=signed", "--as", "agreements", "--strict"]);
    let two = "two.csv:2:3: error[E504]: the amount is in GBP, and the cell beside it says EUR";
    assert!(ran.stderr.starts_with(two), "{}", ran.stderr);
    fs::write(place.path("places.csv"), "Titel;Plek\nA;Lima\n").unwrap();
    let ran = import(&place, "places.csv", &["--as", "events", "--map", "city_id=Plek", "--map", "venue=Plek"]);
    let hint = "a header fills one column: map it to one of them";
    assert_eq!(
        ran,
        Ran::failed(2, &format!("error: the header `Plek` is to fill both city_id and venue\n  hint: {hint}\n"))
    );
}

#[test]
fn a_subject_that_says_another_category_than_its_row_is_a_defect() {
    let place = Place::empty();
    fs::write(
        place.path("list.csv"),
        "subject;count;category\nbedrijven;12;universiteiten\nbedrijven;5;\nuniversities;6;university\n",
    )
    .unwrap();
    let ran = import(&place, "list.csv", &["--as", "claims"]);
    let told = "list.csv:2: error[E505]: the subject says company, and the cell of the category university";
    assert_eq!((ran.code, ran.stderr.lines().next()), (Some(1), Some(told)));
}

#[test]
fn totals_and_notes_below_the_rows_are_no_organisations_and_a_name_that_begins_alike_is_one() {
    let place = Place::empty();
    let notes = [
        "Totaal aantal deelnemers;12",
        "Total général;",
        "Aantal bedrijven: 3;",
        "Totaal: 3 bedrijven;",
        "Grand total: 7;",
        "* onder voorbehoud;",
        "Bron: FIT;",
        "Source : Awex;",
        "Note: list may change;",
        "legende: V = Vlaanderen;",
    ];
    let list = format!("Bedrijf;Gewest\nTotal Energies NV;Wallonië\nSource Telecom;Vlaanderen\n{}\n", notes.join("\n"));
    let ran = import_text(&place, list, &["--set", "category_id=company"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("10 rows of totals or notes were passed over"), "{}", ran.stderr);
    let names: Vec<String> =
        text(&place, "participants.csv").lines().skip(1).map(|row| row.split(',').nth(2).unwrap().to_owned()).collect();
    assert_eq!(names, ["Total Energies NV", "Source Telecom"]);
}

#[test]
fn a_number_by_which_a_person_is_reached_or_known_never_gets_into_the_folder() {
    for text in [
        "Acme (02/555.12.12)",
        "Acme 0475123456",
        "Acme tel 0032 475 12 34 56",
        "Acme +51 1 555 1234",
        "Acme 0475/12.34.56",
        "Acme jan[at]acme.be",
        "Acme jan@acme.be",
        "Acme 85.07.30-033.28",
    ] {
        let place = Place::empty();
        let ran =
            import_text(&place, format!("Bedrijf;Gewest\n{text};Vlaanderen\n"), &["--set", "category_id=company"]);
        assert!(ran.stderr.starts_with("list.csv:2:1: error[E503]: "), "{text}: {}", ran.stderr);
        assert!(!place.path("data").exists());
    }
    // Of the others, none is.
    for text in [
        "Acme 0403.170.701",
        "Acme 2025",
        "Acme 2026-03-09",
        "3M 1000000",
        "Route 66 2024-2025",
        "7 x 7 (2.000.000)",
        "Acme 09/03/2026 14u30",
    ] {
        let place = Place::empty();
        let ran =
            import_text(&place, format!("Bedrijf;Gewest\n{text};Vlaanderen\n"), &["--set", "category_id=company"]);
        assert_eq!(ran.code, Some(0), "{text}: {}", ran.stderr);
    }
}

#[test]
fn a_header_of_sources_names_the_source_of_each_row_in_every_table() {
    for (table, headers, cells, set) in [
        ("participants", "Bedrijf", "Acme", "category_id=company"),
        ("agreements", "Titel", "Akkoord", "status=signed"),
        ("events", "Titel", "Bezoek", "kind=visit"),
    ] {
        let place = Place::empty();
        fs::write(
            place.path("list.csv"),
            format!("{headers};Bron\n{cells} A;De Proefkrant\n{cells} B;Source proche\n"),
        )
        .unwrap();
        let ran = import(&place, "list.csv", &["--as", table, "--set", set]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let rows = text(&place, &format!("{table}.csv"));
        let sources =
            rows.lines().skip(1).filter(|row| row.contains(",de-proefkrant,") || row.contains(",source-proche,"));
        assert_eq!(sources.count(), 2, "{rows}");
        assert!(text(&place, "sources.csv").contains("de-proefkrant,De Proefkrant,"));
    }
}

#[test]
fn an_event_with_two_ends_is_told_and_neither_is_chosen_in_silence() {
    let place = Place::empty();
    let ran =
        import_text(&place, "titel;soort;datum;uur;einduur\nA;Bezoek;2026-03-09;08.30 - 10.00;11:00\n", &["--strict"]);
    let told = "list.csv:2:35: error[E506]: end_time is 11:00 by one cell, and 10:00 by another";
    assert_eq!((ran.code, ran.stderr.lines().next()), (Some(1), Some(told)));
    let ran = import(&place, "list.csv", &[]);
    assert!(
        ran.stderr
            .contains("notice[N206]: end_time is 11:00 by one cell, and 10:00 by another; the cell is passed over"),
        "{}",
        ran.stderr
    );
}

#[test]
fn names_that_begin_alike_get_keys_of_their_own_and_the_same_ones_on_every_import() {
    let long = "Vereniging van steden en gemeenten langs de grote rivieren van het noorden en het";
    let row =
        |title: &str, city: &str, source: &str, day: u8| format!("{title},2026-03-0{day},{city},{source},visit\n");
    let one = row(&format!("{long} oosten"), &format!("{long} oosten"), &format!("{long} oosten"), 1);
    let other = row(&format!("{long} westen"), &format!("{long} westen"), &format!("{long} westen"), 1);
    let greek = row("Xλ", "Xλ", "Xλ", 2) + &row("Xμ", "Xμ", "Xμ", 2);
    let place = Place::empty();
    let header = "title,date,city,source,kind\n";
    fs::write(place.path("list.csv"), format!("{header}{one}{other}{greek}")).unwrap();
    let options = ["--as", "events", "--country", "PE"];
    assert_eq!(import(&place, "list.csv", &options).code, Some(0));
    let keys = |table: &str, column: usize| {
        let table = text(&place, table);
        table.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (table, column) in [("cities.csv", 0), ("sources.csv", 0), ("events.csv", 1), ("events.csv", 4)] {
        let mut all = keys(table, column);
        all.retain(|key| key != "list");
        let several: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!((all.len(), several.len()), (4, 4), "{table}: {all:?}");
        assert!(all.iter().all(|key| key.len() <= 72), "{table}: {all:?}");
    }
    assert!(
        keys("cities.csv", 0)[0].starts_with("vereniging-van-steden-en-gemeenten-langs-de-"),
        "{:?}",
        keys("cities.csv", 0)
    );
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    let first = files(&place, "data");
    // Neither the order of the rows nor what is in the folder already makes other keys.
    let ran = import_text(&place, format!("{header}{greek}{other}{one}"), &options);
    assert!(ran.stderr.ends_with("data has all of it already\n"), "{}", ran.stderr);
    fs::remove_dir_all(place.path("data")).unwrap();
    import(&place, "list.csv", &options);
    let sorted = |files: Vec<(String, String)>| {
        let lines = |text: String| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        files.into_iter().map(|(name, text)| (name, lines(text))).collect::<Vec<_>>()
    };
    assert_eq!(sorted(files(&place, "data")), sorted(first));
}

#[test]
fn the_key_of_a_claim_of_long_names_is_one_that_a_data_folder_can_have() {
    let place = Place::empty();
    let long = "Vereniging van steden en gemeenten langs de grote rivieren van het";
    assert_eq!(
        import_text(&place, format!("wat,aantal,bron\n{long} oosten,12,{long} westen\n"), &["--as", "claims"]).code,
        Some(0)
    );
    let ran = place.run(&["init", "-q", "data"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn where_a_cell_stays_empty_as_is_told_nothing_else_fills_it() {
    let place = Place::empty();
    // The last day of B is not known, so that nobody knows how long it takes.
    let list = "\
title,date,end date,time,end time,city,kind
A,2026-03-09,2026-03-10,,,,visit
B,2026-03-09,16-17 maart 2026,,,,visit
C,2026-03-09,,08.30 - 10.00,11:00,,visit
D,2026-03-09,,08:30,10.00 - 11.00,,visit
,9 maart 2026,,,,,
E,begin maart,,,,,visit
F,2026-03-09,,,,Callao,visit
";
    let ran = import_text(&place, list, &["--as", "events", "--set", "venue=Haven"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("notice[")).collect();
    let expected = [
        "list.csv:3: notice[N206]: first_day: `2026-03-09`: first_day and last_day must both be given, or neither; the cell is passed over",
        "list.csv:3:14: notice[N206]: last_day: `16-17 maart 2026` is not a day of the calendar, such as 2025-10-04; the cell is passed over",
        "list.csv:4:29: notice[N206]: end_time is 11:00 by one cell, and 10:00 by another; the cell is passed over",
        "list.csv:5:21: notice[N206]: end_time: `10.00 - 11.00` is not a time of day, such as 09:30; the cell is passed over",
        "list.csv:7:3: notice[N206]: first_day: `begin maart` is not a day of the calendar, such as 2025-10-04; the cell is passed over",
    ];
    assert_eq!(told[..5], expected);
    let events = text(&place, "events.csv");
    let days = events.lines().skip(1).map(|row| row.split(',').skip(7).take(5).collect::<Vec<_>>().join(","));
    let expected = [
        "2026-03-09,2026-03-10,stated,,",
        ",,,,",
        "2026-03-09,2026-03-09,stated,08:30,",
        "2026-03-09,2026-03-09,stated,08:30,",
        ",,,,",
        "2026-03-09,2026-03-09,stated,,",
    ];
    assert_eq!(days.collect::<Vec<_>>(), expected);

    fs::write(place.path("cijfers.csv"), "wat,aantal,bron,datum\npeople,30,De Krant,16-17 oktober 2025\n").unwrap();
    let ran = import(&place, "cijfers.csv", &["--as", "claims"]);
    let told = "cijfers.csv:2:20: notice[N206]: published_on: `16-17 oktober 2025` is not a day of the calendar, such as \
                2025-10-04; the cell is passed over";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(text(&place, "sources.csv").contains("\nde-krant,De Krant,,,,\n"), "{}", text(&place, "sources.csv"));

    let list = "bedrijf,type,gewest\nA,Bedrijf,Vlanderenland\nB,Bedrijf,\n";
    let ran = import_text(&place, list, &["--set", "region_id=brussels"]);
    assert!(ran.stderr.contains("the cell is passed over"), "{}", ran.stderr);
    let participants = text(&place, "participants.csv");
    assert!(
        participants.contains(",a,A,company,,,,") && participants.contains(",b,B,company,brussels,,,"),
        "{participants}"
    );
}

#[test]
fn a_party_that_may_be_several_is_told_and_taken_as_one() {
    let place = Place::empty();
    let list = "titel;status;partijen\nA;getekend;VUB / UT Dallas\nB;getekend;Proef, NV\nC;getekend;VUB, UT Dallas en Proef\n\
                D;getekend;\"VUB; Proef N.V.\"\nE;getekend;Proef–Essai & Co\n";
    let ran = import_text(&place, list, &[]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("N209")).collect();
    let notice = |place: &str, text: &str| {
        format!("{place}: notice[N209]: `{text}` is taken as one party; put semicolons between several")
    };
    let expected = [notice("list.csv:2:12", "VUB / UT Dallas"), notice("list.csv:4:12", "VUB, UT Dallas en Proef")];
    assert_eq!((ran.code, told), (Some(0), expected.iter().map(String::as_str).collect()), "{}", ran.stderr);
    let parties = text(&place, "agreement_parties.csv");
    let of_list = |line: &&str| line.starts_with("peru-2026");
    assert_eq!(parties.lines().filter(of_list).count(), 6, "{parties}");
}

#[test]
fn an_agreement_whose_kind_cannot_be_read_is_told_to_become_one_of_no_special_kind() {
    let place = Place::empty();
    let ran = import_text(&place, "titel;status;type\nA;getekend;handdruk\n", &[]);
    let told = ran.stderr.lines().find(|line| line.contains("N206")).unwrap_or_default();
    assert!(told.starts_with("list.csv:2:12: notice[N206]: kind: `handdruk` is none of"), "{}", ran.stderr);
    assert!(told.ends_with("; the cell becomes `agreement`"), "{told}");
    let agreements = text(&place, "agreements.csv");
    assert!(agreements.contains("peru-2026,a,A,agreement,signed"), "{agreements}");
}

#[test]
fn what_two_cells_say_differently_of_a_time_or_a_day_is_told_and_neither_is_taken() {
    let told = |list: &str, options: &[&str]| {
        let place = Place::empty();
        let ran = import_text(&place, list, &[&["--as", "events", "--set", "kind=visit"], options].concat());
        let events = text(&place, "events.csv");
        let row = events.lines().nth(1).unwrap_or_default().split(",,,,").last().unwrap_or_default().to_owned();
        let notices: Vec<String> = ran.stderr.lines().filter(|line| line.contains("N206")).map(str::to_owned).collect();
        (row, notices.join("\n"))
    };
    // What --set says is for cells that say nothing.
    let (row, notices) =
        told("end time,title,date,start time\n10:00,A,2025-10-04,9.00-11.00\n", &["--set", "end_time=12:00"]);
    assert_eq!(row, "2025-10-04,2025-10-04,stated,09:00,,list,");
    assert_eq!(
        notices,
        "list.csv:2:1: notice[N206]: end_time is 10:00 by one cell, and 11:00 by another; the cell is passed over"
    );
    let (row, notices) = told("start time,title,first day\n10:00,A,2025-10-04 09:00\n", &[]);
    assert_eq!(row, "2025-10-04,2025-10-04,stated,,,list,");
    assert!(notices.contains("start_time is 10:00 by one cell, and 09:00 by another"), "{notices}");
    let (row, notices) = told("start time,title,first day\nsoon,A,2025-10-04 09:00\n", &[]);
    assert_eq!(row, "2025-10-04,2025-10-04,stated,,,list,");
    assert!(notices.contains("start_time: `soon` is not a time of day"), "{notices}");
    let (row, notices) = told("title,last day,first day\nA,8 oktober 2025,4-6 oktober 2025\n", &[]);
    assert!(row.ends_with(",list,") && !row.contains("2025-10-0"), "{row}");
    assert!(notices.contains("last_day is 2025-10-08 by one cell, and 2025-10-06 by another"), "{notices}");
    let (_, notices) = told("title,date,time\nA,2025-10-04,9 uur 12 uur\nB,2025-10-04,9u 12u\n", &[]);
    assert!(notices.contains("`9 uur 12 uur` is not a time of day") && notices.contains("`9u 12u`"), "{notices}");
}

#[test]
fn a_currency_that_cannot_be_read_is_none_of_the_others() {
    let place = Place::empty();
    let list = "title,status,amount (USD),currency\nA,signed,100,florins\nB,signed,100,\nC,signed,100 GBP,florins\n";
    let ran = import_text(&place, list, &["--set", "currency=EUR"]);
    let agreements = text(&place, "agreements.csv");
    let amounts: Vec<&str> = agreements.lines().skip(1).map(|row| row.split(",,,,,").last().unwrap()).collect();
    assert_eq!(amounts, [",,list,", "100,USD,list,", "100,GBP,list,"], "{agreements}");
    let none =
        "notice[N206]: currency: `florins` is not a currency code (ISO 4217), such as EUR; the cell is passed over";
    assert!(ran.code == Some(0) && ran.stderr.contains(none), "{}", ran.stderr);
    // What is said for all rows goes together.
    let place = Place::empty();
    import_text(&place, "title,status\nA,signed\n", &["--set", "amount=100", "--set", "currency=EUR"]);
    let agreements = text(&place, "agreements.csv");
    assert!(agreements.contains(",100,EUR,"), "{agreements}");
}

#[test]
fn many_notices_do_not_hide_what_is_wrong() {
    let place = Place::empty();
    let notices: String = (0..100_050).map(|n| format!("A{n},signed,handshake\n")).collect();
    let ran = import_text(&place, format!("title,status,kind\n{notices}B,maybe so,contract\n"), &[]);
    assert_eq!(ran.code, Some(1));
    let first = ran.stderr.lines().next().unwrap_or_default();
    assert!(first.starts_with("list.csv:100052:3: error[E501]: status: `maybe so`"), "{first}");
}

#[test]
fn a_source_that_has_the_key_of_the_list_is_one_source() {
    let place = Place::empty();
    assert_eq!(import_text(&place, "title,status,source\nA,signed,list\nB,signed,\n", &[]).code, Some(0));
    let sources = text(&place, "sources.csv");
    assert_eq!(sources.lines().filter(|line| line.starts_with("list,")).count(), 1, "{sources}");
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
}

#[test]
fn what_a_new_mission_still_lacks_is_said_once() {
    let place = Place::empty();
    fs::write(place.path("list.csv"), "titel;status\nA;getekend\n").unwrap();
    let says = "peru-2026 is new: missions.csv waits for its name, and for its first and last day\n";
    let ran = import(&place, "list.csv", &[]);
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
    let ran = import_text(&place, "titel;status\nA;getekend\nB;getekend\n", &[]);
    assert!(ran.code == Some(0) && !ran.stderr.contains("is new"), "{}", ran.stderr);
}

#[test]
fn two_addresses_in_one_cell_of_parties_are_one_defect() {
    let place = Place::empty();
    let list = "titel,status,partij\nX,getekend,Acme; een@proef.example; twee@proef.example\n";
    let ran = import_text(&place, list, &[]);
    let told: Vec<&str> =
        ran.stderr.lines().filter(|line| line.contains("error[") || line.contains("defect")).collect();
    assert_eq!((ran.code, told.len()), (Some(1), 2), "{}", ran.stderr);
    assert!(told[0].starts_with("list.csv:2:12: error[") && told[1].starts_with("1 defect;"), "{told:?}");
}

#[test]
fn what_a_mapping_cannot_say_is_told_also_where_an_option_says_otherwise() {
    let place = Place::empty();
    fs::write(place.path("list.csv"), "title,date,kind\nA,2026-03-09,visit\n").unwrap();
    let refused = |row: &str, option: [&str; 2], expected: &str| {
        fs::write(place.path("mapping.csv"), format!("kind,column,from,to\nmap,title,title,\n{row}\n")).unwrap();
        let ran = import(&place, "list.csv", &["--mapping", "mapping.csv", option[0], option[1]]);
        assert_eq!(ran, Ran::failed(2, expected));
        assert!(!place.path("data").exists());
    };
    refused(
        "as,,,evnts",
        ["--as", "events"],
        "error: mapping.csv:3: there is no table to import `evnts`\n  hint: did you mean `events`?\n",
    );
    refused(
        "source,,,Mijn lijst",
        ["--source", "lijst"],
        "error: mapping.csv:3: source: `Mijn lijst` is no key\n  hint: a key has lower-case letters a-z, digits and hyphens\n",
    );
    refused(
        "country,,,Peru",
        ["--country", "PE"],
        "error: mapping.csv:3: country: `Peru` is no country code\n  hint: write the two capitals of ISO 3166-1 alpha-2, such as PE\n",
    );
}

#[test]
fn what_cannot_be_chosen_is_told_as_the_option_or_as_the_field_of_the_mapping_that_chooses_it() {
    let place = Place::empty();
    fs::write(place.path("list.csv"), "title,date,kind\nA,2026-03-09,visit\n").unwrap();
    let key = "a key has lower-case letters a-z, digits and hyphens";
    let code = "write the two capitals of ISO 3166-1 alpha-2, such as PE";
    for (kind, value, is, hint) in [
        ("mission", "Peru 2026", "no key", key),
        ("source", "x y", "no key", key),
        ("country", "Peru", "no country code", code),
    ] {
        let ran = |option: &str, value: &str| place.run(&["import", "list.csv", "--into", "data", option, value]);
        let told = |of: &str| Ran::failed(2, &format!("error: {of}{kind}: `{value}` is {is}\n  hint: {hint}\n"));
        assert_eq!(ran(&format!("--{kind}"), value), told("--"));
        fs::write(place.path("mapping.csv"), format!("kind,column,from,to\n{kind},,,{value}\n")).unwrap();
        assert_eq!(ran("--mapping", "mapping.csv"), told("mapping.csv:2: "));
    }
}

#[test]
fn a_currency_that_is_said_for_all_rows_is_that_of_the_amounts_and_stands_beside_nothing_else() {
    let place = Place::empty();
    let ran = import_text(
        &place,
        "titel,status,bedrag\nX,getekend,250.000\nY,getekend,\nZ,getekend,1 mln USD\n",
        &["--as", "agreements", "--set", "currency=EUR"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let agreements = text(&place, "agreements.csv");
    let amounts = agreements.lines().skip(1).map(|row| row.split(',').skip(9).take(2).collect::<Vec<_>>().join(" "));
    assert_eq!(amounts.collect::<Vec<_>>(), ["250.000 EUR", " ", "1000000 USD"]);
}

#[test]
fn a_row_that_heads_others_or_repeats_the_header_is_no_organisation() {
    let place = Place::empty();
    let list = "Bedrijf;Plaats\nA;Gent\nBedrijf;Plaats\nB;Gent\n2 bedrijven;\nTotaal;2\n";
    fs::write(place.path("list.csv"), list).unwrap();
    let options = ["--as", "participants", "--set", "category_id=company"];
    let ran = import(&place, "list.csv", &options);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for told in [
        "1 row that repeats the header was passed over\n",
        "2 rows of totals or notes were passed over: 2 bedrijven; Totaal\n",
    ] {
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    let rows = text(&place, "participants.csv");
    let names: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').nth(2)).collect();
    assert_eq!(names, ["A", "B"]);

    let ran =
        import_text(&place, "Bedrijf;Plaats\nVlaanderen;\nC;Gent\nWaals Gewest;\nUniversiteiten;\nD;Luik\n", &options);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("error[")).collect();
    let heading = |line: u8, text: &str, column: &str| {
        format!(
            "list.csv:{line}: error[E507]: `{text}` stands alone in its row and is a {column}: give the rows below it \
                 cells that say so; --value \"name:{text}={text}\" says that it is a name"
        )
    };
    let expected = [
        heading(2, "Vlaanderen", "region"),
        heading(4, "Waals Gewest", "region"),
        heading(5, "Universiteiten", "category"),
    ];
    assert_eq!((ran.code, told), (Some(1), expected.iter().map(String::as_str).collect()));
    let names = ["Vlaanderen", "Waals Gewest", "Universiteiten"].map(|name| format!("name:{name}={name}"));
    let names = names.iter().flat_map(|name| ["--value", name]);
    let ran = import(&place, "list.csv", &options.into_iter().chain(names).collect::<Vec<_>>());
    assert_eq!((ran.code, text(&place, "participants.csv").lines().count()), (Some(0), 8), "{}", ran.stderr);

    // Nor is what is still to be named.
    for text in ["Nog te bevestigen", "À confirmer", "to be confirmed"] {
        let ran = import_text(&place, format!("Bedrijf;Plaats\n{text};Gent\n"), &options);
        assert!(ran.stderr.starts_with("list.csv:2: error[E201]: name is empty"), "{text}: {}", ran.stderr);
    }
}

#[test]
fn what_may_be_a_day_a_heading_or_a_total_is_neither_a_row_nor_lost() {
    let told = |list: &str, options: &[&str]| {
        let place = Place::empty();
        let ran = import_text(&place, list, options);
        let found = ran.stderr.lines().filter(|line| line.contains("error["));
        let found =
            found.map(|line| line.split(": give the rows").next().unwrap().split(": leave out").next().unwrap());
        (ran.code, found.map(str::to_owned).collect::<Vec<_>>())
    };
    let events = ["--as", "events", "--set", "kind=visit"];
    for day in
        ["vrijdag 13 maart", "13 maart 2026?", "13 maart 2026 (onder voorbehoud)", "maandag 13 maart 2026", "Dag 2"]
    {
        let list = format!("Activiteit;Uur\n12 maart 2026;\nA;9u\n{day};\nB;10u\n");
        let heading = format!("list.csv:4: error[E507]: `{day}` stands alone in its row and is a day");
        assert_eq!(told(&list, &events), (Some(1), vec![heading]));
    }
    let agreements = ["--as", "agreements", "--set", "status=signed"];
    for (text, says) in [("Vlaanderen", "region"), ("Getekend", "status"), ("Contracten", "kind")] {
        let list = format!("Titel;Partijen\n{text};\nX;A\n");
        let heading = format!("list.csv:2: error[E507]: `{text}` stands alone in its row and is a {says}");
        assert_eq!(told(&list, &agreements), (Some(1), vec![heading]));
    }
    let participants = ["--as", "participants", "--set", "category_id=company"];
    for text in ["1. Brussel", "Vlaanderen (12)", "Vlaanderen?", "A. Universiteiten"] {
        let says = if text.contains("Univ") { "category" } else { "region" };
        let heading = format!("list.csv:2: error[E507]: `{text}` stands alone in its row and is a {says}");
        assert_eq!(told(&format!("Bedrijf;Plaats\n{text};\nX;Gent\n"), &participants), (Some(1), vec![heading]));
    }
    let maybe = |line: u8, text: &str| {
        format!("list.csv:{line}: error[E508]: `{text}` may be a name, or a note or a sum of rows")
    };
    let list = "Bedrijf;Ondernemingsnummer\nTotal Energies;0403.053.608\nTotal;\n* Acme;\nX;0999.200.166\n";
    assert_eq!(told(list, &participants), (Some(1), vec![maybe(2, "Total Energies"), maybe(4, "* Acme")]));
    assert_eq!(told("Bedrijf;Type\nTotal;Bedrijf\nX;Bedrijf\n", &["--as", "participants"]), (Some(0), vec![]));
    let all_starred = "Bedrijf;Plaats\n* Acme;\n* Beta;\n";
    assert_eq!(told(all_starred, &participants), (Some(1), vec![maybe(2, "* Acme"), maybe(3, "* Beta")]));
    let days = "Activiteit;Uur\n12/03/2026;\nA;9u\n13/03/2026;\nB;10u\n";
    assert_eq!(told(days, &events), (Some(0), vec![]));
    let claims = "Onderwerp;Aantal;Type\nTotaal;51;\nX;3;\n";
    assert_eq!(told(claims, &["--as", "claims"]).0, Some(1));
}

#[test]
fn what_is_still_to_be_known_is_not_taken_for_sure() {
    let place = Place::empty();
    for (list, options, field) in [
        ("Naam;Type;Status\nC;Bedrijf;nog te bevestigen\n", &["--as", "participants"][..], "status"),
        ("Titel;Status\nD;à confirmer\n", &["--as", "agreements", "--set", "status=signed"], "status"),
        ("Onderwerp;Aantal;Wie telde\nbedrijven;3;FIT?\n", &["--as", "claims"], "origin"),
    ] {
        let ran = import_text(&place, list, options);
        let is_told = ran.stderr.contains(&format!("error[E501]: {field}: `"));
        assert_eq!((ran.code, is_told), (Some(1), true), "{}", ran.stderr);
    }
    let list = "Datum;Activiteit\n9 maart 2026;\nnog te bevestigen;B\n";
    assert_eq!(import_text(&place, list, &["--as", "events", "--set", "kind=visit"]).code, Some(0));
    let events = text(&place, "events.csv");
    assert!(!events.contains("2026-03-09"), "{events}");

    for (name, region) in [("Acme", "Vlaanderen"), ("Acme", "Vlaanderen?")] {
        let ran =
            import_text(&place, format!("Naam;Type;Gewest\n{name};Bedrijf;{region}\n"), &["--as", "participants"]);
        let is_told = ran.stderr.contains("`Vlaanderen?` is none of: brussels, flanders, wallonia");
        let is_passed_over = ran.stderr.contains("; the cell is passed over\n");
        let is_doubtful = region.ends_with('?');
        assert_eq!((ran.code, is_told, is_passed_over), (Some(0), is_doubtful, is_doubtful), "{}", ran.stderr);
        assert!(text(&place, "participants.csv").contains(",acme,Acme,company,flanders,"));
    }
    assert_eq!(
        import_text(&place, "Titel;Partijen\nE;Acme\nF;Acme?\n", &["--as", "agreements", "--set", "status=signed"])
            .code,
        Some(0)
    );
    let parties = text(&place, "agreement_parties.csv");
    assert!(parties.contains(",e,Acme,,acme\n") && parties.contains(",f,Acme?,,\n"), "{parties}");

    assert_eq!(
        import_text(&place, "Titel;Bedrag;Munt\nD;500;€\n", &["--as", "agreements", "--set", "status=signed"]).code,
        Some(0)
    );
    assert!(text(&place, "agreements.csv").contains(",500,EUR,"));
}

#[test]
fn the_rows_below_one_of_another_day_are_not_of_the_day_that_heads_them_all() {
    let place = Place::empty();
    let list = "Datum;Uur;Activiteit\n9 maart 2026;;\n;9u;A\n9/3/2026;;B\n10 maart 2026;9u;C\n;10u;D\n;;11 maart 2026\n;9u;E\n";
    let ran = import_text(&place, list, &["--as", "events", "--set", "kind=visit"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for told in [
        "2 rows that hold only a day: the rows below are of that day\n",
        "1 row does not say the day that heads it: what follows without a day of its own has none\n",
        "list.csv:6: notice[N206]: start_time: `10:00`: a time of day is for an event whose first day is its last",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    let events = text(&place, "events.csv");
    let cell = |row: &str, at: usize| row.split(',').nth(at).unwrap_or_default().to_owned();
    let days: Vec<String> = events.lines().skip(1).map(|row| format!("{} {}", cell(row, 2), cell(row, 7))).collect();
    assert_eq!(days, ["A 2026-03-09", "B 2026-03-09", "C 2026-03-10", "D ", "E 2026-03-11"]);
}

#[test]
fn a_title_that_is_merged_over_all_columns_is_no_row_of_headers_and_a_day_heads_its_rows() {
    let place = Place::empty();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 4, "Programma", &plain).unwrap();
    for (column, header) in ["Datum", "Uur", "Activiteit", "Type"].iter().enumerate() {
        sheet.write(1, column as u16, *header).unwrap();
    }
    sheet.merge_range(2, 0, 2, 3, "Maandag 9 maart 2026", &plain).unwrap();
    for (column, cell) in ["", "9-10u", "Haven", "Bezoek"].iter().enumerate() {
        sheet.write(3, column as u16, *cell).unwrap();
    }
    book.save(place.path("list.xlsx")).unwrap();
    let ran = import(&place, "list.xlsx", &["--as", "events"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(text(&place, "events.csv").contains(",Haven,visit,,,,2026-03-09,2026-03-09,stated,09:00,10:00,"));
}

#[test]
fn a_sign_of_doubt_makes_no_sure_word_or_day() {
    let place = Place::empty();
    let list = "titel;status;datum;plaats\nA;getekend;9 maart 2026?;Lima?\nB;getekend;~9 maart 2026;\n";
    let ran = import_text(&place, list, &["--as", "agreements", "--country", "PE"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("notice[")).collect();
    let no_day = |day: &str| {
        format!("N206]: first_day: `{day}` is not a day of the calendar, such as 2025-10-04; the cell is passed over")
    };
    for no in [no_day("9 maart 2026?"), no_day("~9 maart 2026"), "city_id: `Lima?` is not known; ".to_owned()] {
        assert!(told.iter().any(|line| line.contains(&no)), "{no}: {}", ran.stderr);
    }
    let rows = text(&place, "agreements.csv");
    assert!(rows.contains(",a,A,agreement,signed,,,,,,,list,\n"), "{rows}");

    let ran = import_text(&place, "titel;status\nA;getekend?\nB;getekend*\nC;getekend\n", &["--as", "agreements"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("error[")).collect();
    assert!(
        told.len() == 2 && told[0].starts_with("list.csv:2:3: error[E501]: status: `getekend?` is none of"),
        "{told:?}"
    );
    // What it means is said of it alone.
    let values = ["--value", "status:getekend?=planned", "--value", "status:getekend*=announced"];
    let ran = import(&place, "list.csv", &[&["--as", "agreements"], &values[..]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let rows = text(&place, "agreements.csv");
    for row in [",A,agreement,planned,", ",B,agreement,announced,", ",C,agreement,signed,"] {
        assert!(rows.contains(row), "{row}: {rows}");
    }
    let ran = import_text(&place, "wat;aantal;bron\nbedrijven?;12;S\n", &["--as", "claims"]);
    assert!(
        ran.stderr.starts_with("list.csv:2:1: error[E501]: subject: `bedrijven?` is not known; --value"),
        "{}",
        ran.stderr
    );
}

#[test]
fn an_amount_is_one_number_or_range_in_one_currency() {
    let place = Place::empty();
    let amounts = [
        ("500 EUR 600 USD", ","),
        ("500 EUR 600", ","),
        ("€ 500 $ 600", ","),
        ("12 € 500", ","),
        ("EUR USD 500", ","),
        ("C$ 500", ","),
        ("500 EUR -600 USD", ","),
        ("500. EUR 600", ","),
        ("500-550 EUR - 600 EUR", ","),
        ("500 EUR - 600 EUR", "500 - 600,EUR"),
        ("€500-€600", "500- 600,EUR"),
        ("500 EUR – EUR 600", "500 – 600,EUR"),
        ("500 EUR tot 600 EUR", "500-600,EUR"),
        ("€ 500 EUR", "500,EUR"),
        ("500 euros", "500,EUR"),
        ("US$ 1,5 mln", "1500000,USD"),
        ("EUR 1 500 000", "1 500 000,EUR"),
        ("2,5M$", "2500000,USD"),
    ];
    let rows: String = amounts.iter().map(|(amount, _)| format!("A;getekend;{amount}\n")).collect();
    let ran = import_text(&place, format!("titel;status;bedrag\n{rows}"), &["--as", "agreements"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let rows = text(&place, "agreements.csv");
    let read = rows.lines().skip(1).map(|row| row.split(',').skip(9).take(2).collect::<Vec<_>>().join(","));
    assert_eq!(read.collect::<Vec<_>>(), amounts.map(|(_, read)| read.to_owned()));
    for (amount, _) in amounts.iter().filter(|(_, read)| *read == ",") {
        assert!(ran.stderr.contains(&format!("amount: `{amount}` is not a count")), "{amount}: {}", ran.stderr);
    }
}

#[test]
fn several_names_in_one_cell_are_told_apart_at_bullets_and_numbers_or_told_to_be_taken_as_one() {
    let place = Place::empty();
    let list = "titel;status;partijen\nA;getekend;\"- Acme\n- Beta\"\nB;getekend;\"1. Acme\n2. Beta\"\nC;getekend;•Acme •Beta\n\
                D;getekend;Acme|Beta\nE;getekend;1. Acme\nF;getekend;\"1. Acme\n1. Beta\"\n";
    let ran = import_text(&place, list, &[]);
    assert!(ran.stderr.contains("notice[N209]: `Acme|Beta` is taken as one party"), "{}", ran.stderr);
    let parties = text(&place, "agreement_parties.csv");
    let parties: Vec<String> =
        parties.lines().skip(1).map(|row| row.split(',').skip(1).take(2).collect::<Vec<_>>().join(" ")).collect();
    let expected = [
        "a Acme",
        "a Beta",
        "b Acme",
        "b Beta",
        "c Acme",
        "c Beta",
        "d Acme|Beta",
        "e 1. Acme",
        "f 1. Acme",
        "f 1. Beta",
    ];
    assert_eq!(parties, expected);

    let list =
        "bedrijf;type\n\"Acme NV\nBeta NV\";Bedrijf\nGamma / Delta;Bedrijf\nEpsilon A/S;Bedrijf\nZeta - Eta;Bedrijf\n";
    let ran = import_text(&place, list, &[]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("N209")).collect();
    let several = |place: &str, name: &str| {
        format!("list.csv:{place}: notice[N209]: `{name}` is taken as one organisation; give each of several a row")
    };
    assert_eq!(told, [several("2:1", "Acme NV Beta NV"), several("4:1", "Gamma / Delta")]);
}

#[test]
fn a_number_of_an_enterprise_is_none_of_a_telephone_however_it_is_spelt() {
    let place = Place::empty();
    for number in ["BE-0403-170-701", "BE 0403 170 701", "0403/170/701", "TVA: BE0403.170.701", "403170701"] {
        fs::write(place.path("list.csv"), format!("bedrijf;type;btw\nAcme;Bedrijf;{number}\n")).unwrap();
        fs::remove_dir_all(place.path("data")).ok();
        let ran = import(&place, "list.csv", &[]);
        assert!(text(&place, "participants.csv").contains(",0403.170.701,"), "{number}: {}", ran.stderr);
    }
    for number in ["02/555.12.12", "0403-170-702"] {
        fs::write(place.path("list.csv"), format!("bedrijf;type;btw\nAcme;Bedrijf;{number}\n")).unwrap();
        fs::remove_dir_all(place.path("data")).ok();
        let ran = import(&place, "list.csv", &[]);
        let told = format!("enterprise_number: `{number}` is not a Belgian enterprise number");
        assert!(ran.stderr.contains(&told), "{}", ran.stderr);
        assert!(text(&place, "participants.csv").contains(",acme,Acme,company,,,,list,"));
    }
}

#[test]
fn what_stands_before_a_party_is_told_from_its_name_by_a_blank_and_leaves_a_name_behind() {
    let place = Place::empty();
    let list = "titel;partijen\nA;\"1) Acme; 2) n.v.t.; 3) Beta\"\nB;- Acme -\nC;-5 Degrees\nD;\"1.5 Group; 2.Beta\"\n\
                E;1. Acme 2. Beta\nF;- Acme\nG;1. tbc\nH;\"1) Acme; 2)\"\n";
    let ran = import_text(&place, list, &["--as", "agreements", "--set", "status=signed"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("N209")).collect();
    let several = "list.csv:6:3: notice[N209]: `1. Acme 2. Beta` is taken as one party; put semicolons between several";
    assert_eq!(told, [several]);
    let parties = text(&place, "agreement_parties.csv");
    let parties = parties.lines().skip(1).map(|row| row.split(',').skip(1).take(2).collect::<Vec<_>>().join(" "));
    let expected = [
        "a Acme",
        "a Beta",
        "b - Acme -",
        "c -5 Degrees",
        "d 1.5 Group",
        "d 2.Beta",
        "e 1. Acme 2. Beta",
        "f Acme",
        "h Acme",
    ];
    assert_eq!(parties.collect::<Vec<_>>(), expected);
}

#[test]
fn two_cities_in_one_cell_or_one_that_is_not_sure_are_no_new_city() {
    let place = Place::empty();
    let doubtful = [
        "Lima/Callao",
        "Lima + Cusco",
        "Cusco + Puno",
        "Lima, Callao",
        "Lima - Cusco",
        "Lima & Cusco",
        "Lima en Cusco",
        "Lima → Cusco",
        "Lima of Cusco",
        "Lima (tbc)",
        "Lima?",
    ];
    let rows: String = doubtful.iter().map(|city| format!("A;Bezoek;getekend;{city};12;bedrijven\n")).collect();
    let rows = format!("A;Bezoek;getekend;Lima;12;bedrijven\n{rows}B;Bezoek;getekend;Halle/Saale;12;bedrijven\n");
    fs::write(place.path("list.csv"), format!("titel;type;status;stad;aantal;wat\n{rows}")).unwrap();
    let cities = ["halle-saale,Halle/Saale,,PE,,", "lima,Lima,,PE,,"];
    let ran = import(&place, "list.csv", &["--as", "events", "--country", "PE"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for text in doubtful {
        let told = format!(
            "notice[N207]: `{text}` is no known city and goes to venue; it may hold two cities, or none for sure: \
             --value says which"
        );
        assert!(ran.stderr.contains(&told), "{text}: {}", ran.stderr);
    }
    let added = || {
        let mut added: Vec<String> = text(&place, "cities.csv").lines().skip(1).map(str::to_owned).collect();
        added.sort();
        added
    };
    assert_eq!(added(), cities);
    assert!(text(&place, "events.csv").contains(",,Lima & Cusco,"), "{}", text(&place, "events.csv"));

    fs::write(place.path("lines.csv"), "titel;stad\nC;\"Lima\nCusco\"\n").unwrap();
    let ran = import(&place, "lines.csv", &["--as", "events", "--set", "kind=visit", "--country", "PE"]);
    assert!(ran.stderr.contains("notice[N207]: `Lima | Cusco` is no known city and goes to venue"), "{}", ran.stderr);
    assert_eq!(added(), cities);

    // Where there is no venue, the cell is passed over, or is a defect where the row would say something else.
    fs::remove_dir_all(place.path("data")).unwrap();
    let ran = import(&place, "list.csv", &["--as", "agreements", "--map", "kind=type", "--country", "PE"]);
    assert_eq!((ran.code, added()), (Some(0), cities.map(str::to_owned).to_vec()), "{}", ran.stderr);
    let several = "city_id: `Lima en Cusco` is not known; it may hold two: give each a row of its own, or --value \
                   \"city_id:Lima en Cusco=...\" says what it means";
    assert!(ran.stderr.contains(&format!("notice[N206]: {several}; the cell is passed over")), "{}", ran.stderr);
    let ran = import(&place, "list.csv", &["--as", "claims", "--map=-=type", "--country", "PE"]);
    let several = several.replace("not known", "none of: lima, halle-saale");
    assert!(ran.code == Some(1) && ran.stderr.contains(&format!("error[E501]: {several}")), "{}", ran.stderr);
}
