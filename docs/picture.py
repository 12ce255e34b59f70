"""Draws docs/page.png, the picture in the README: the top of the seed's page in a browser.

    python docs/picture.py MISSION    needs playwright from PyPI, and Chromium
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

program = Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    for arguments in [["init", "-q"], ["page", "-o", "page.html"]]:
        subprocess.run([program, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(f"file://{folder}/page.html")
    page.screenshot(path=Path(__file__).with_name("page.png"))
    browser.close()
