// What makes the workplace quicker; every page works without it. No requests but to its own pages.
"use strict";

const POLL_MS = 1500;
const PATIENCE_MS = 10_000;
const field = (element) => element.matches("input, textarea, select");
const isAct = (form) => form.getAttribute("action").startsWith("/workplace/act/"); // fields hide form.method
const find = (selector) => document.querySelector(selector);
const body = document.body;

// ---- forms ----

document.documentElement.classList.add("scripted");

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-send]")) event.target.form.requestSubmit();
});

document.addEventListener("keydown", (event) => {
  const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (!sends || !event.target.matches("textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector("button.primary"));
});

// A form is sent only to a sandbox that answers: otherwise the browser would leave the page, and
// with it what is typed. First it is asked for something small.
const gone = find(".gone-away");
const usual = gone.firstChild.textContent;
let asking = false;

function tellEnd(silent, held = false) {
  body.classList.toggle("cut-off", silent);
  gone.firstChild.hidden = !silent;
  if (held || !silent) gone.firstChild.textContent = held ? gone.dataset.held : usual;
}

async function answers() {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await fetch("/workplace/assets/icon.svg", { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}

async function whenAnswered(act) {
  if (asking) return;
  asking = true;
  const well = await answers();
  if (well) act();
  asking = false;
  tellEnd(!well, !well);
}

let asked = null;
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form === asked || form.hasAttribute("target")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  whenAnswered(() => {
    asked = form;
    form.requestSubmit(submitter);
    asked = null;
  });
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || !body.classList.contains("cut-off") || link.hash === link.getAttribute("href")) return;
  event.preventDefault();
  whenAnswered(() => location.assign(link.href));
});

// A press counts once; the page that comes next has fresh buttons.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!isAct(form)) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// The page that comes next stands where this one stood, and who sent an answer may write on.
const main = find("main");
const here = new URL(document.body.dataset.address, location.href).pathname;
const place = JSON.parse(sessionStorage.getItem("place") ?? "null");
sessionStorage.removeItem("place");
const problem = find("#problem"); // the reason of a refusal is in view instead
const returned = place?.path === here && !problem;
if (returned) main.scrollTop = place.top;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isAct(form)) return;
  const writes = form.id === "work" && !event.submitter?.hasAttribute("formaction");
  sessionStorage.setItem("place", JSON.stringify({ path: here, top: main.scrollTop, writes }));
});

const opening = find("form[data-submit]");
if (opening) opening.submit();

// ---- what is typed stays with its dialog ----

const box = find("textarea[data-draft]");

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 200)}px`;
}

if (box) {
  const kept = sessionStorage.getItem(box.dataset.draft);
  if (kept && !box.value && !("kept" in box.dataset)) box.value = kept;
  grow();
  if (returned && place.writes) box.focus({ preventScroll: true });
  box.addEventListener("input", () => {
    sessionStorage.setItem(box.dataset.draft, box.value);
    grow();
  });
  box.form.addEventListener("submit", (event) => {
    const other = event.submitter && event.submitter.hasAttribute("formaction");
    if (other) sessionStorage.setItem(box.dataset.draft, box.value);
    else sessionStorage.removeItem(box.dataset.draft);
    if (other) box.disabled = true;
  });
}

// ---- pictures of files that were chosen ----

document.addEventListener("change", (event) => {
  if (!event.target.matches(".attach input")) return;
  const names = [...event.target.files].map((file) => file.name).join(", ");
  const label = event.target.parentElement.querySelector("span");
  label.dataset.usual ??= label.textContent;
  label.textContent = names || label.dataset.usual;
});

// ---- menus ----

function closeMenus(except) {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (menu !== except) menu.open = false;
  });
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));

// A question stands in the page; the end of a page is not the end of what can be seen.
document.addEventListener("toggle", (event) => {
  if (event.target.matches(".question[open]")) event.target.querySelector(".popup").scrollIntoView({ block: "nearest" });
}, true);

// ---- fresh parts ----

let mark = body.dataset.mark;

function inUse(part) {
  const focus = document.activeElement;
  if (part.querySelector("details[open], [data-hold]")) return true;
  return focus && part.contains(focus) && field(focus);
}

function replacePart(part, html) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const before = part.scrollTop;
  const atEnd = part.scrollHeight - part.scrollTop - part.clientHeight < 40;
  const log = part.getAttribute("role") === "log";
  const count = part.querySelectorAll(".message").length;
  part.innerHTML = html;
  part.scrollTop = log && atEnd ? part.scrollHeight : before;
  if (log && !atEnd && part.querySelectorAll(".message").length > count) tellNews(part);
  const again = focused && document.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
}

function tellNews(log) {
  let button = find("#below");
  if (!button) {
    button = document.createElement("button");
    button.id = "below";
    button.className = "below primary";
    button.type = "button";
    log.after(button);
    button.addEventListener("click", () => {
      log.scrollTop = log.scrollHeight;
      button.remove();
      log.focus();
    });
  }
  button.textContent = log.dataset.new;
  find("#news").textContent = log.dataset.new;
}

async function refresh() {
  const address = new URL(body.dataset.address, location.href);
  address.searchParams.set("live", mark);
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (answer.status !== 200) return;
  const fresh = await answer.json();
  if (asking) return; // the pressed button stays until its form is sent
  let all = true;
  for (const [name, html] of Object.entries(fresh.parts)) {
    const part = find(`[data-part="${name}"]`);
    if (!part) continue;
    if (inUse(part)) all = false;
    else replacePart(part, html);
  }
  if (all) mark = fresh.mark;
}

async function watch() {
  for (;;) {
    await new Promise((done) => setTimeout(done, POLL_MS));
    if (document.hidden) continue;
    try {
      await (mark ? refresh() : fetch("/workplace/assets/icon.svg", { cache: "no-store" }));
      tellEnd(false);
    } catch {
      tellEnd(true);
    }
  }
}

watch();

find(".row[aria-current]")?.scrollIntoView({ block: "nearest" });

const log = find("#transcript");
if (log) {
  const aimed = location.hash && log.contains(document.getElementById(location.hash.slice(1)));
  if (!aimed) log.scrollTop = log.scrollHeight;
  if (!aimed) window.scrollTo(0, document.body.scrollHeight); // a small window scrolls as a whole
  log.addEventListener("scroll", () => {
    const button = find("#below");
    if (button && log.scrollHeight - log.scrollTop - log.clientHeight < 40) button.remove();
  });
}

if (problem) {
  problem.scrollIntoView({ block: "nearest" });
  problem.focus({ preventScroll: true });
}

// ---- keys ----

const letters = find("#letters");
letters.checked = localStorage.getItem("workplace-letters") !== "off";
letters.addEventListener("change", () => {
  localStorage.setItem("workplace-letters", letters.checked ? "on" : "off");
});
find("#keys").hidden = false;

function go(address) {
  if (address) location.assign(address);
}

function openMenu(selector) {
  const menu = find(selector);
  if (!menu) return;
  closeMenus(menu);
  menu.open = !menu.open;
  const first = menu.querySelector(".popup select, .popup button");
  if (menu.open) (first ?? menu.querySelector("summary")).focus();
}

const KEYS = {
  j: () => go(find(".dialog")?.dataset.next ?? find(".row")?.href),
  k: () => go(find(".dialog")?.dataset.previous),
  r: () => box?.focus(),
  a: () => find("#take")?.click(),
  t: () => openMenu("#transfer"),
  m: () => openMenu("#more"),
  "/": () => find("#search")?.focus(),
  "?": () => openMenu("#keys"),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.activeElement?.closest("details.menu[open]");
    closeMenus();
    if (menu) menu.querySelector("summary").focus();
    else if (field(document.activeElement)) find("#transcript, main").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || field(event.target)) return;
  const help = event.key === "?";
  if (!letters.checked && !help) return;
  const page = /^[1-9]$/.test(event.key) && find(`[data-key="${event.key}"]`);
  const act = page ? () => page.click() : KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
