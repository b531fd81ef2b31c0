// The filter of the evidence page. Without JavaScript the page shows all rows and no filter.
"use strict";

const field = document.getElementById("evidence-filter");

if (field) {
  const count = document.getElementById("evidence-count");
  const rows = Array.from(document.querySelectorAll("section.evidence"), (row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));

  const show = () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !text.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} claims`;
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
