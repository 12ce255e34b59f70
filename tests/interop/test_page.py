"""The pages that mission writes, in a browser. Run by tests/interop/run."""

import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness import MISSION, ROOT
from playwright.sync_api import sync_playwright

WIDTHS = [360, 1400]
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
    assert tab.locator("table").count() > 0 and tab.locator("th button").count() == 0
    tab.close()
