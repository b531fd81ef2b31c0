"use strict";

// The search is a dialog, and a dialog needs a name.
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");

// What scrolls inside itself can be scrolled by keyboard while it is too wide for the window.
const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) {
      target.tabIndex = 0;
      target.setAttribute("role", "group");
      target.setAttribute("aria-label", "Scrolls sideways");
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
    }
  }
});
window.addEventListener("load", () => {
  for (const each of document.querySelectorAll(".md-typeset__scrollwrap, .wide")) reach.observe(each);
});

// The filter of the evidence page. Without JavaScript the page shows all rows and no filter.

const field = document.getElementById("evidence-filter");

if (field) {
  const count = document.getElementById("evidence-count");
  const evidence = field.closest("article") ?? document.body;
  const rows = Array.from(document.querySelectorAll("section.evidence"), (row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));

  const show = () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    evidence.classList.toggle("evidence--filtered", wanted !== "");
    for (const { row, text } of rows) {
      row.hidden = !text.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} rows`;
  };

  field.closest(".evidence__filter").hidden = false;
  field.addEventListener("input", show);
  window.addEventListener("hashchange", () => {
    field.value = "";
    show();
    document.querySelector(":target")?.scrollIntoView();
  });
  show();
}
