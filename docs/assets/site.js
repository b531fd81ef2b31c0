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

// The filter of the evidence. Without JavaScript each page shows all its rows and no filter. The page
// that lists the others has no rows of its own: a script brings the text of all of them.

const field = document.getElementById("evidence-filter");

const plain = (text) => text.toLowerCase().trim().replace(/\s+/g, " ");

const filter = (frame, show) => {
  frame.hidden = false;
  field.addEventListener("input", show);
  window.addEventListener("hashchange", () => {
    field.value = "";
    show();
    document.querySelector(":target")?.scrollIntoView();
  });
  show();
};

const filterRows = (frame, count) => {
  const evidence = field.closest("article") ?? document.body;
  const rows = Array.from(document.querySelectorAll("section.evidence"), (row) => ({
    row,
    text: plain(row.textContent),
  }));

  filter(frame, () => {
    const wanted = plain(field.value);
    let shown = 0;
    evidence.classList.toggle("evidence--filtered", wanted !== "");
    for (const { row, text } of rows) {
      row.hidden = !text.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} rows`;
  });
};

const element = (name, ...inside) => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

const linkTo = (address, words) => {
  const link = element("a", words);
  link.href = address;
  return link;
};

const filterPages = (frame, count) => {
  const found = document.getElementById("evidence-found");
  const source = new URL(frame.dataset.rows, location);
  let loaded;
  const load = () => {
    loaded ??= new Promise((resolve) => {
      const script = element("script");
      script.src = source;
      script.addEventListener("load", () => resolve(window.__evidence));
      document.head.append(script);
    });
    return loaded;
  };

  const list = (pages, wanted) => {
    let [shown, all] = [0, 0];
    found.replaceChildren();
    for (const { title, address, rows } of pages) {
      const page = new URL(address, source);
      const hits = rows.filter(([, , text]) => text.includes(wanted));
      shown += hits.length;
      all += rows.length;
      if (hits.length && wanted) {
        const items = hits.map(([id, words]) => element("li", linkTo(`${page}#${id}`, words)));
        found.append(element("h2", linkTo(page, title)), element("ul", ...items));
      }
    }
    count.textContent = wanted ? `${shown} of ${all} rows` : "";
  };

  filter(frame, () => {
    if (plain(field.value) || loaded) load().then((pages) => list(pages, plain(field.value)));
  });

  // The address of a row from when all rows stood on this page.
  const id = decodeURIComponent(location.hash.slice(1));
  if (id && !document.getElementById(id)) {
    load().then((pages) => {
      const home = pages.find(({ rows }) => rows.some(([each]) => each === id));
      if (home) location.replace(`${new URL(home.address, source)}#${id}`);
    });
  }
};

if (field) {
  const frame = field.closest(".evidence__filter");
  const count = document.getElementById("evidence-count");
  (frame.dataset.rows ? filterPages : filterRows)(frame, count);
}
