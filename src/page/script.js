
"use strict";
// Without this script, a page is whole; with it, its tables can be sorted, filtered and saved.
const tables = [...document.querySelectorAll("table.sortable")];
const language = document.documentElement.lang;

// What a cell says: without drawings and signs, and without the number that a folded list is opened by.
function said(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("[aria-hidden], summary").forEach((part) => part.remove());
  return copy.textContent.replace(/ +/g, " ").replace(/ ?\n ?/g, "\n").trim();
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(label);
  made.addEventListener("click", act);
  return made;
}

// The headings become buttons that sort the rows. Empty cells come last, equal ones keep their order.
for (const table of tables) {
  const body = table.tBodies[0];
  if (body.rows.length < 2) continue;
  const headings = [...table.tHead.rows[0].cells];
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  headings.forEach((heading, column) => {
    heading.prepend(button(heading.firstChild, () => {
      const falling = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [row.cells[column].dataset.key, row]);
      rows.sort(([a], [b]) => {
        if (a === "" || b === "") return (a === "") - (b === "");
        return falling ? compare(b, a) : compare(a, b);
      });
      body.append(...rows.map(([, row]) => row));
    }));
  });
}

// One box leaves of all tables the rows that hold a text, whatever its case and accents.
const box = document.getElementById("filter");
const [input, left] = box.querySelectorAll("input, output");
const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let texts;
function filter() {
  const wanted = fold(input.value.trim());
  texts ??= rows.map((row) => fold([...row.cells].map(said).join("\n")));
  rows.forEach((row, index) => { row.hidden = !texts[index].includes(wanted); });
  for (const section of document.querySelectorAll("section")) {
    section.hidden = wanted !== "" && !section.querySelector("tbody tr:not([hidden])");
  }
  const numbers = [rows.filter((row) => !row.hidden), rows].map((some) => some.length.toLocaleString(language));
  left.dataset.wanted = input.value;
  left.textContent = wanted && box.dataset.left.replace(/{}/g, () => numbers.shift());
}
box.hidden = rows.length === 0;
input.addEventListener("input", () => {
  filter();
  // The box stays in sight where the page is scrolled; what it leaves begins below it.
  if (scrollY > box.parentElement.offsetTop) box.parentElement.scrollIntoView({ behavior: "instant" });
});

// What a link of the page leads to is shown again, before the browser goes there.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || !document.getElementById(link.hash.slice(1))?.closest("[hidden]")) return;
  input.value = "";
  filter();
});

// A button above each table saves the rows that it shows as CSV (RFC 4180), without columns of drawings.
for (const table of tables) {
  const section = table.closest("section");
  const headings = [...table.tHead.rows[0].cells].filter((heading) => !heading.querySelector("svg"));
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells) => cells.map(said).map(quoted).join(",") + "\r\n";
  const save = button(box.dataset.save, () => {
    const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const lines = shown.map((row) => line(headings.map((heading) => row.cells[heading.cellIndex])));
    const file = new Blob([line(headings), ...lines], { type: "text/csv;charset=utf-8" });
    const page = location.pathname.split("/").pop().replace(/\.html?$/, "");
    const link = document.createElement("a");
    link.download = [page, `${section.id}.csv`].filter(Boolean).join("-");
    link.href = URL.createObjectURL(file);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
  save.className = "save";
  save.setAttribute("aria-label", `${box.dataset.save}: ${table.caption.textContent}`);
  table.before(save);
}
