// What clicks save: everything here can be done without it, by address and form.
"use strict";
document.documentElement.classList.add("scripted");

// Layers of marks switch at once, stand in the address, and are remembered.
const form = document.querySelector(".layers");
const sheet = document.querySelector(".sheet");
if (form && sheet) {
  const boxes = [...form.querySelectorAll("input")];
  const apply = () => boxes.forEach((b) => sheet.classList.toggle("show-" + b.value, b.checked));
  const address = new URL(location.href);
  const kept = localStorage.getItem("layers");
  if (!address.searchParams.has("show") && kept !== null) {
    const on = kept.split(" ");
    boxes.forEach((b) => { b.checked = on.includes(b.value); });
    apply();
  }
  form.addEventListener("change", () => {
    apply();
    const on = boxes.filter((b) => b.checked).map((b) => b.value);
    localStorage.setItem("layers", on.join(" "));
    address.searchParams.delete("show");
    (on.length ? on : ["none"]).forEach((name) => address.searchParams.append("show", name));
    address.hash = location.hash;
    history.replaceState(null, "", address);
  });
  // A claim's words and its note light up together; a click on the words opens the note.
  const note = (id) => document.querySelector('.note[data-claim="' + CSS.escape(id) + '"]');
  const light = (ids, on) => {
    for (const e of document.querySelectorAll("[data-claims], .note")) {
      const mine = (e.dataset.claims || e.dataset.claim || "").split(" ");
      if (ids.some((id) => mine.includes(id))) e.classList.toggle("lit", on);
    }
  };
  const ids = (e) => {
    const at = e.target.closest("[data-claims], .note");
    return at ? (at.dataset.claims || at.dataset.claim || "").split(" ").filter(Boolean) : [];
  };
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    sheet.addEventListener(begin, (e) => light(ids(e), true));
    sheet.addEventListener(end, (e) => light(ids(e), false));
  }
  // A click on a mark within no claim leads to what was understood of it.
  const layer = { q: "quantities", t: "times", m: "actors", e: "events" };
  sheet.addEventListener("click", (e) => {
    const mark = e.target.closest("[data-of]:not([data-claims])");
    if (mark && [...mark.classList].some((c) => layer[c] && sheet.classList.contains("show-" + layer[c]))) location.hash = mark.dataset.of;
    const words = e.target.closest("[data-claims]");
    const id = words && words.dataset.claims.split(" ").filter(Boolean).pop();
    if (id && note(id) && sheet.classList.contains("show-claims")) note(id).open = !note(id).open;
  });
}

// A note that is pointed at opens.
const point = () => {
  const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = at && at.closest("details");
  if (details) {
    details.open = true;
    if (at !== details) at.scrollIntoView({ block: "center" });
  }
};
addEventListener("hashchange", point);
point();

// «Right» and «wrong» by key, within an open note.
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select")) return;
  const open = e.target.closest(".note[open]");
  const button = open && open.querySelector('button[data-key="' + CSS.escape(e.key) + '"]');
  if (button) button.click();
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}

// The graph of a case grows and shrinks, by button and by key, about the middle of what is
// seen.
const graph = document.querySelector(".graph");
const picture = graph && graph.querySelector("svg");
if (picture) {
  const bar = document.querySelector(".zoom");
  let scale = 1;
  const zoom = (to) => {
    const before = { x: graph.scrollLeft / graph.scrollWidth, y: graph.scrollTop / graph.scrollHeight };
    scale = Math.min(Math.max(to, 0.5), 4);
    graph.classList.toggle("zoomed", scale !== 1);
    picture.style.inlineSize = scale === 1 ? "" : 100 * scale + "%";
    picture.style.maxInlineSize = picture.style.minInlineSize = scale === 1 ? "" : "none";
    if (scale < 1) picture.style.minInlineSize = "0";
    graph.scrollTo(before.x * graph.scrollWidth, before.y * graph.scrollHeight);
  };
  const ways = { in: () => zoom(scale * 1.25), out: () => zoom(scale / 1.25), whole: () => zoom(1) };
  bar.hidden = false;
  bar.addEventListener("click", (e) => e.target.dataset.zoom && ways[e.target.dataset.zoom]());
  graph.addEventListener("keydown", (e) => {
    const way = { "+": "in", "=": "in", "-": "out", 0: "whole" }[e.key];
    if (way && !e.ctrlKey && !e.metaKey) { e.preventDefault(); ways[way](); }
  });
}
