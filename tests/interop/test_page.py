"""The pages that mission writes, in a browser. Run by tests/interop/run."""

import csv
import io
import json
import shutil
import subprocess
import sys
import unicodedata

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness import MISSION, ROOT, objects
from playwright.sync_api import sync_playwright
from pyld import jsonld

WIDTHS = [360, 800, 1400]
SCHEMES = ["light", "dark"]

# No last day, long names, large numbers, an event long before the others.
ODD = {
    "sources": f"source_id,title\ns,{'s' * 200}\n",
    "missions": f"mission_id,name,first_day,last_day,source_id\nm,{'M' * 200},2025-01-01,,s\n",
    "cities": f"city_id,name,country\nc,{'C' * 100},BE\n",
    "events": "mission_id,event_id,title,kind,city_id,first_day,last_day,date_basis,source_id\n"
              f"m,a,{'E' * 200},visit,c,2025-01-01,2025-03-01,window,s\nm,b,B,visit,,1999-01-01,1999-01-01,stated,s\n",
    "claims": "mission_id,claim_id,subject,city_id,count,source_id\nm,a,people,,~1000000000,s\n"
              "m,b,agreements,c,>=1000000000000,s\nm,c,agreements,,0,s\n" + f"m,d,{'x' * 100},,1-2,s\n",
}


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=["mission", "missions", "one-of-them", "odd"])
def page(request, tmp_path_factory):
    """The page of the seed, that which compares many missions, one that it leads to, and one of an odd mission."""
    folder = tmp_path_factory.mktemp("pages")
    def run(*arguments):
        subprocess.run([MISSION, *arguments], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    if request.param == "mission":
        run("init", "-q")
        run("page", "-o", "mission.html")
        return folder / "mission.html"
    if request.param == "odd":
        (folder / "data").mkdir()
        for name, text in ODD.items():
            (folder / "data" / f"{name}.csv").write_text(text)
        run("init", "-q", "data")
        run("page", "-o", "odd.html", "--lang", "fr")
        return folder / "odd.html"
    run("init", "-q", str(ROOT / "examples" / "belgian-missions"))
    run("page", "--to", ".")
    return folder / ("index.html" if request.param == "missions" else "japan-2022.html")


def opened(browser, page, width=1400, scheme="light", **settings):
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, **settings)
    said, asked = [], []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    return tab, said, asked


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_says_nothing_asks_for_nothing_and_fits(browser, page, width, scheme):
    tab, said, asked = opened(browser, page, width, scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert asked == [page.as_uri()]
    tab.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(browser, page, width, scheme):
    # axe is a script from elsewhere, which the policy of the page would refuse.
    tab, _, _ = opened(browser, page, width, scheme, bypass_csp=True)
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
    tab.close()


def test_axe_would_find_a_violation(browser, page):
    tab, _, _ = opened(browser, page, bypass_csp=True)
    tab.evaluate("document.querySelector('h1').remove(); document.documentElement.removeAttribute('lang')")
    assert Axe().run(tab).violations_count > 0
    tab.close()


def test_the_policy_of_a_page_refuses_what_is_not_its_own(browser, page):
    tab, said, asked = opened(browser, page)
    tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.com/x.png'}))")
    tab.wait_for_timeout(200)
    assert len(said) == 1 and "Content Security Policy" in said[0]
    tab.close()


def test_every_heading_sorts_by_keyboard_and_says_so(browser, page):
    tab, said, _ = opened(browser, page)
    keys = "(table, column) => [...table.tBodies[0].rows].map(row => row.cells[column].dataset.key)"
    for table in tab.query_selector_all("table.sortable"):
        before = table.evaluate("table => table.tBodies[0].rows.length")
        for column, button in enumerate(table.query_selector_all("th button")):
            for order in ["ascending", "descending"]:
                button.focus()
                tab.keyboard.press("Enter")
                assert table.evaluate("(table, c) => table.tHead.rows[0].cells[c].ariaSort", column) == order
                sorted_keys = table.evaluate(keys, column)
                known = [key for key in sorted_keys if key != ""]
                assert sorted_keys[len(known):] == [""] * (len(sorted_keys) - len(known)), "what is not known comes last"
                if all(key.isdigit() for key in known):
                    assert [int(key) for key in known] == sorted(map(int, known), reverse=order == "descending")
        assert table.evaluate("table => table.tBodies[0].rows.length") == before
        assert len(table.query_selector_all("[aria-sort]")) <= 1
    assert said == []
    tab.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bars_of_a_chart_share_one_scale(browser, page, width):
    tab, _, _ = opened(browser, page, width)
    for chart in tab.query_selector_all(".chart"):
        places = {(round(box["x"]), round(box["width"])) for bar in chart.query_selector_all(".bar") if (box := bar.bounding_box())}
        assert len(places) <= 1, places
    tab.close()


def test_a_page_is_whole_without_its_script(browser, page):
    tab, _, _ = opened(browser, page, java_script_enabled=False)
    assert tab.locator("table").count() > 0 and tab.locator("button").count() == 0
    assert not tab.locator("#filter").is_visible()
    tab.close()


def linked_data(browser, page):
    """The nodes that a JSON-LD processor finds in a page; it is told to fetch nothing."""
    def fetch(address, options):
        raise AssertionError(f"the page asks for {address}")
    tab, said, _ = opened(browser, page)
    text = tab.locator("script[type='application/ld+json']").text_content()
    assert said == []
    tab.close()
    nodes = jsonld.expand(json.loads(text), {"base": "https://example.org/page.html", "documentLoader": fetch})
    assert jsonld.to_rdf(nodes)["@default"], "and it is a graph"
    return nodes


def of_type(nodes, name):
    return [node for node in nodes if node["@type"] == [f"https://schema.org/{name}"]]


def only(node, name):
    [found] = node[f"https://schema.org/{name}"]
    return found.get("@value", found)


def test_a_json_ld_processor_reads_the_mission_its_data_and_its_verdicts(browser, page):
    nodes = linked_data(browser, page)
    missions = objects(page.parent, "report", "missions")
    if page.name == "index.html":
        told = {only(node, "name"): node["@id"] for node in of_type(nodes, "Event")}
        assert told == {m["name"]: f"https://example.org/{m['mission_id']}.html#mission" for m in missions}
        return
    [mission, *events] = of_type(nodes, "Event")
    assert all(only(event, "superEvent")["@id"] == mission["@id"] for event in events)
    [data] = of_type(nodes, "Dataset")
    [known] = [m for m in missions if m["name"] == only(mission, "name")]
    for name, day in [("startDate", known["first_day"]), ("endDate", known["last_day"])]:
        assert [value["@value"] for value in mission.get(f"https://schema.org/{name}", [])] == [day] * (day is not None)
    assert only(data, "about")["@id"] == mission["@id"]
    told = {}
    for review in of_type(nodes, "ClaimReview"):
        claim, rating = only(review, "itemReviewed"), only(review, "reviewRating")
        assert claim["@type"] == ["https://schema.org/Claim"] and rating["@type"] == ["https://schema.org/Rating"]
        assert len(rating) == 2, "a verdict is a word, and no score"
        assert claim["@id"].endswith(only(review, "url"))
        told[claim["@id"].removeprefix("https://example.org/page.html#claim-")] = only(rating, "alternateName")
    language = "fr" if page.name == "odd.html" else "en"
    judged = objects(page.parent, "check", "--exit-zero", "--mission", known["mission_id"])
    words = {"fr": {"unverified": "non vérifié", "inconsistent": "incohérent"}, "en": {}}[language]
    assert told == {claim["claim_id"]: words.get(claim["verdict"], claim["verdict"]) for claim in judged}


def folded(text):
    decomposed = unicodedata.normalize("NFD", text)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).lower().split())


# What each cell of a table says: drawings, signs and the number of a folded list left out; and only the rows that are shown.
SAID = """table => {
  const said = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("svg, [aria-hidden=true], summary").forEach(it => it.remove());
    return copy.textContent;
  };
  const rows = [table.tHead.rows[0], ...table.tBodies[0].rows].filter(row => row.checkVisibility());
  return rows.map(row => [...row.cells].filter(cell => !table.tHead.rows[0].cells[cell.cellIndex].querySelector("svg")).map(said));
}"""


def rows_of(tab):
    """The rows that all tables show, each as one folded text."""
    return [folded(" ".join(row)) for table in tab.query_selector_all("table.sortable") for row in table.evaluate(SAID)[1:]
            if table.is_visible()]


def test_the_box_leaves_the_rows_of_all_tables_that_hold_a_text(browser, page):
    tab, said, _ = opened(browser, page)
    all_rows = rows_of(tab)
    for typed in ["", "BELGIAN ", "é", "unverified", "no such text"]:
        tab.get_by_role("searchbox").fill(typed)
        expected = [row for row in all_rows if folded(typed) in row]
        assert rows_of(tab) == expected
        announced = tab.locator("output[aria-live=polite]").text_content()
        assert [int(word) for word in announced.split() if word.isdigit()] == ([len(expected), len(all_rows)] if typed else [])
        for section in tab.query_selector_all("section"):
            assert typed == "" or section.is_visible() == bool(section.query_selector("tbody tr:not([hidden])"))
    tab.get_by_role("searchbox").fill("")
    assert rows_of(tab) == all_rows and said == []
    tab.emulate_media(media="print")
    assert not tab.get_by_role("searchbox").is_visible() and not tab.locator(".save").first.is_visible()
    tab.close()


def saved(tab, button):
    with tab.expect_download() as download:
        button.click()
    text = download.value.path().read_bytes().decode()
    assert text.count("\r\n") == len(list(csv.reader(io.StringIO(text, newline=""), strict=True))), "RFC 4180"
    return download.value.suggested_filename, [[cell.split() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("typed", ["", "1"])
def test_a_button_saves_what_a_table_shows_as_csv(browser, page, typed):
    tab, said, asked = opened(browser, page, reduced_motion="reduce")
    tab.get_by_role("searchbox").fill(typed)
    # A browser without a head takes no more than ten from one tab.
    for button, table in zip(tab.query_selector_all(".save"), tab.query_selector_all("table.sortable"), strict=True):
        if table.is_visible():
            name, rows = saved(tab, button)
            assert rows == [[cell.split() for cell in row] for row in table.evaluate(SAID)]
            section = table.evaluate("table => table.closest('section').id")
            assert name == f"{page.stem}-{section}.csv"
    assert said == [], "the policy allows it"
    assert all(address == page.as_uri() or address.startswith("blob:") for address in asked)
    tab.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_claim_has_an_address_that_shows_it(browser, page, width):
    if page.name == "index.html":
        page = page.with_name("japan-2022.html")
    tab, _, _ = opened(browser, page, width, reduced_motion="reduce")
    links = tab.locator("#claims a.address")
    for index in {0, links.count() - 1}:
        address = links.nth(index).get_attribute("href")
        for arrive in [lambda: tab.goto(page.as_uri() + address), lambda: links.nth(index).click()]:
            arrive()
            tab.wait_for_function("id => document.querySelector(':target')?.id === id", arg=address[1:])
            place, box = tab.locator(":target").bounding_box(), tab.locator("#filter").bounding_box()
            assert box["y"] + box["height"] <= place["y"] + 1 and place["y"] < 900
        # From a contradiction or the address itself, a link to what the filter hides shows it again.
        tab.get_by_role("searchbox").fill("no such text")
        assert not tab.locator(":target").is_visible()
        tab.locator("nav a[href='#claims']").click()
        assert tab.locator(":target").is_visible() and tab.get_by_role("searchbox").input_value() == ""
    tab.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation_in_what_a_filter_leaves(browser, page, scheme):
    tab, _, _ = opened(browser, page, 360, scheme, bypass_csp=True)
    tab.get_by_role("searchbox").fill("e")
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
    tab.close()


def test_the_picture_of_the_readme_can_be_drawn_again(tmp_path):
    script = shutil.copy(ROOT / "docs" / "picture.py", tmp_path)
    subprocess.run([sys.executable, script, MISSION], check=True)
    drawn, kept = [path.read_bytes()[:24] for path in (tmp_path / "page.png", ROOT / "docs" / "page.png")]
    # The signature of a PNG, and its size.
    assert drawn == kept
