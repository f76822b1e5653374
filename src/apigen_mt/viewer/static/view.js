"use strict";
// All pages work without this: it adds keys, filters that apply themselves, and pages that grow while a run works.

const typing = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
const go = (selector) => { const link = document.querySelector(selector); if (link) link.click(); };
const lines = () => [...document.querySelectorAll("#list .line")];

function step(by) {
  const all = lines();
  if (!all.length) return go(by > 0 ? 'a[rel="next"]' : 'a[rel="prev"]');
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function decide(decision) {
  const button = document.querySelector(`#review button[value="${decision}"]`);
  if (button) button.form.requestSubmit(button);
}

function unfold() {
  const all = [...document.querySelectorAll(".talk details.result")];
  const open = all.some((one) => !one.open);
  all.forEach((one) => { one.open = open; });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  u: () => go("#up"),
  g: () => go(".brand"),
  a: () => decide("accept"),
  r: () => decide("reject"),
  f: () => decide("flag"),
  n: () => document.querySelector("#note")?.focus(),
  e: unfold,
  "/": () => { const box = document.querySelector("#search"); if (box) box.focus(); else location.href = "/items"; },
  "?": () => document.querySelector("#keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.target.id === "note" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    decide(event.target.form.dataset.decision || "flag");
  } else if (event.key === "Escape" && event.target instanceof HTMLElement && !document.querySelector("dialog[open]")) {
    event.target.blur();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector("dialog[open]")) {
    const act = KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  }
});

const keysButton = document.querySelector("#keys-button");
if (keysButton) {
  keysButton.hidden = false;
  keysButton.addEventListener("click", () => document.querySelector("#keys").showModal());
}

document.addEventListener("change", (event) => {
  if (event.target.matches(".filters select")) event.target.form.requestSubmit();
});

// A link to a folded result unfolds it.
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
window.addEventListener("hashchange", reveal);
reveal();

// Pages that show a sum grow with the run; a page about one thing stays as it is.
let mark = document.body.dataset.mark;

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = document.querySelector("main");
  const focused = document.activeElement;
  if (main.contains(focused) && typing(focused)) return;
  const href = focused instanceof HTMLAnchorElement ? focused.getAttribute("href") : null;
  const open = [...main.querySelectorAll("details")].map((one) => one.open);
  main.replaceChildren(...fresh.querySelector("main").childNodes);
  [...main.querySelectorAll("details")].forEach((one, at) => { if (at < open.length) one.open = open[at]; });
  if (href) document.querySelector(`main a[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
}

async function listen() {
  let pause = 2000;
  try {
    if (document.visibilityState === "visible") {
      const pulse = await (await fetch("/pulse")).json();
      const state = document.querySelector("#state");
      const text = pulse.text;
      if (state.textContent !== text) state.textContent = text;
      state.className = `state ${pulse.state}`;
      if (pulse.mark !== mark) {
        mark = pulse.mark;
        if (location.pathname === "/" || location.pathname === "/items") await refresh();
      }
      if (pulse.state === "complete" || pulse.state === "stopped") pause = 5000;
    }
  } catch {
    pause = 5000;
  }
  setTimeout(listen, pause);
}
setTimeout(listen, 1000);
