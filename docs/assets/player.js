"use strict";

// The memory player: one step at a time, and lines from pointers to what they point to. Without
// this script all steps stand one below the other, and pointers are links.
{
  const NAMESPACE = "http://www.w3.org/2000/svg";

  const shape = (name, attributes) => {
    const made = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Where a line from a row to a card begins and ends, in pixels of the step; `lane` keeps lines
  // that turn on the same side apart.
  const route = (from, to, lane) => {
    const [startY, endY] = [(from.top + from.bottom) / 2, Math.min(to.top + 12, to.bottom)];
    if (to.left >= from.right) return { startX: from.right, startY, endX: to.left, endY, turn: 0 };
    if (to.right <= from.left) return { startX: from.left, startY, endX: to.right, endY, turn: 0 };
    return { startX: from.right, startY, endX: to.right, endY, turn: 14 + 5 * (lane % 3) };
  };

  const pathOf = ({ startX, startY, endX, endY, turn }) => {
    if (turn) {
      const side = Math.max(startX, endX) + turn;
      return `M${startX} ${startY}C${side} ${startY} ${side} ${endY} ${endX + 6} ${endY}`;
    }
    const middle = (startX + endX) / 2;
    const tip = endX + (endX > startX ? -6 : 6);
    return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${tip} ${endY}`;
  };

  const headOf = ({ startX, endX, endY, turn }) => {
    const back = turn || endX < startX ? 7 : -7;
    return `M${endX} ${endY}l${back} -4v8z`;
  };

  const drawArrows = (step) => {
    const memory = step.querySelector(".player__memory");
    step.parentElement.querySelector(".player__arrows")?.remove();
    const origin = memory.getBoundingClientRect();
    const boxOf = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        left: left - origin.left,
        right: right - origin.left,
        top: top - origin.top,
        bottom: bottom - origin.top,
      };
    };
    const arrows = shape("svg", { class: "player__arrows", "aria-hidden": "true" });
    let lane = 0;
    for (const link of memory.querySelectorAll("a[data-tie]")) {
      const card = document.getElementById(link.hash.slice(1));
      if (!card) continue;
      const rows = Array.from(card.querySelectorAll(":scope > .player__rows > .player__row"));
      const inside = Number(link.dataset.at) > 0;
      const row = rows.findLast((each) => Number(each.dataset.offset) <= Number(link.dataset.at));
      const holder = link.closest(".player__card");
      const from = { ...boxOf(link.closest(".player__row")), ...sidesOf(boxOf(holder)) };
      const to = inside && row ? { ...boxOf(row), ...sidesOf(boxOf(card)) } : boxOf(card);
      const way = route(from, to, lane++);
      const group = shape("g", { class: `player__arrow player__arrow--${link.dataset.tie}` });
      group.append(shape("path", { d: pathOf(way) }), shape("path", { d: headOf(way) }));
      arrows.append(group);
    }
    memory.append(arrows);
  };

  const sidesOf = ({ left, right }) => ({ left, right });

  // How far a listing is to be scrolled for a line of it to stand in its middle.
  const middleOf = (line, listing) => {
    const above = line.getBoundingClientRect().top - listing.getBoundingClientRect().top;
    return listing.scrollTop + above - (listing.clientHeight - line.clientHeight) / 2;
  };

  const start = (player) => {
    const steps = Array.from(player.querySelectorAll(".player__step"));
    const lines = Array.from(player.querySelectorAll(".player__line"));
    const buttons = Array.from(player.querySelectorAll(".player__button"));
    const said = player.querySelector(".player__said");
    const listing = player.querySelector(".player__listing");
    const position = player.querySelector(".player__position");
    const last = steps.length - 1;
    let at = 0;

    const show = (wanted) => {
      at = Math.min(Math.max(wanted, 0), last);
      steps.forEach((step, index) => (step.hidden = index !== at));
      const { now, callers } = steps[at].dataset;
      const waiting = callers.split(" ");
      for (const line of lines) {
        const isNow = line.dataset.line === now;
        line.classList.toggle("player__line--now", isNow);
        line.classList.toggle("player__line--waits", waiting.includes(line.dataset.line));
        if (isNow) line.setAttribute("aria-current", "step");
        if (isNow) listing.scrollTop = middleOf(line, listing);
        else line.removeAttribute("aria-current");
      }
      position.textContent = `${at + 1} / ${steps.length}`;
      for (const button of buttons) {
        const isEnd = ["first", "previous"].includes(button.dataset.go) ? at === 0 : at === last;
        button.setAttribute("aria-disabled", String(isEnd));
      }
      drawArrows(steps[at]);
    };

    // Shows a step and says so to those who do not see it.
    const go = (wanted) => {
      const before = at;
      show(wanted);
      if (at === before) return;
      const heading = steps[at].querySelector(".player__heading").textContent;
      said.textContent = `${heading}. ${steps[at].querySelector(".player__words").textContent}`;
    };

    const places = { first: () => 0, previous: () => at - 1, next: () => at + 1, last: () => last };
    const keys = { ArrowLeft: "previous", ArrowRight: "next", Home: "first", End: "last" };

    player.addEventListener("click", (event) => {
      const button = event.target.closest(".player__button");
      if (button) go(places[button.dataset.go]());
      const link = event.target.closest("a[href^='#']");
      if (link) follow(link.hash);
    });
    player.addEventListener("keydown", (event) => {
      const name = keys[event.key];
      if (!name || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(places[name]());
    });

    // A link leads into a step: that one is shown.
    const follow = (hash) => {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)));
      const index = steps.findIndex((step) => target && step.contains(target));
      if (index < 0) return;
      go(index);
      target.scrollIntoView({ block: "nearest" });
    };

    player.tabIndex = -1;
    player.classList.add("player--live");
    player.querySelector(".player__bar").hidden = steps.length < 2;
    show(0);
    follow(location.hash);
    window.addEventListener("hashchange", () => follow(location.hash));
    new ResizeObserver(() => drawArrows(steps[at])).observe(player);
  };

  for (const player of document.querySelectorAll(".player")) start(player);
}
