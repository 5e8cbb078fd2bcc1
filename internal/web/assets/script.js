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
  sheet.addEventListener("click", (e) => {
    const words = e.target.closest("[data-claims]");
    const id = words && words.dataset.claims.split(" ").filter(Boolean).pop();
    if (id && note(id) && sheet.classList.contains("show-claims")) note(id).open = !note(id).open;
  });
}

// A note that is pointed at opens.
const point = () => {
  const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (at && at.matches("details")) at.open = true;
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
