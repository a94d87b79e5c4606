// The frame: keys, the list of keys, menus that close. Every page works without this file.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const on = () => localStorage.getItem("onrecord-keys") !== "off";
  const typing = (e) => e.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const press = (selector) => {
    const found = document.querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  };
  const reach = (selector) => {
    const found = document.querySelector(selector);
    if (found) found.focus();
    return Boolean(found);
  };
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const step = (by) => {
    const all = rows();
    if (!all.length) return press(by > 0 ? "[data-key=next]" : "[data-key=previous]");
    const at = all.findIndex((row) => row.classList.contains("at"));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    all.forEach((row) => row.classList.toggle("at", row === next));
    next.querySelector("a").focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  const openRow = () => press("[data-row].at a");
  const help = () => {
    const dialog = document.getElementById("keys");
    if (dialog.open) dialog.close();
    else dialog.showModal();
    return true;
  };
  // By place on the keyboard, so that they work on Cyrillic and Arabic layouts.
  const keys = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyO: openRow,
    KeyC: () => press("[data-key=correct]"),
    KeyU: () => press("[data-key=undo]"),
    KeyE: () => press("[data-key=export]"),
    KeyQ: () => press("[data-key=queue]") || press('a[href="/queue/"]'),
    KeyR: () => reach("[data-key=reason]"),
    KeyA: () => press("[data-key=a]"),
    KeyB: () => press("[data-key=b]"),
    Equal: () => press("[data-key=larger]"),
    Minus: () => press("[data-key=smaller]"),
  };
  for (let n = 1; n <= 5; n += 1) keys[`Digit${n}`] = () => press(`[data-key="${n}"]`);
  document.addEventListener("keydown", (e) => {
    if (!on() || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    if (e.key === "?") { e.preventDefault(); help(); return; }
    if (document.querySelector("dialog[open]")) return;
    if (e.key === "/") { e.preventDefault(); document.getElementById("find")?.focus(); return; }
    if (e.shiftKey && e.code !== "Equal") return;
    if (keys[e.code] && keys[e.code]()) e.preventDefault();
  });
  document.addEventListener("click", (e) => {
    const opener = e.target.closest("[data-opens]");
    const opened = opener && document.getElementById(opener.dataset.opens);
    if (opened) { e.preventDefault(); opened.showModal(); }
    const closer = e.target.closest("[data-closes]");
    if (closer) { e.preventDefault(); closer.closest("dialog").close(); }
    document.querySelectorAll("details.menu[open], details.pop[open]").forEach((menu) => {
      if (!menu.contains(e.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    // Out of a field, so that keys count again.
    if (typing(e) && !document.querySelector("dialog[open]")) e.target.blur();
    const menu = document.querySelector("details.menu[open], details.pop[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  // A facet that is ticked narrows the list at once.
  document.addEventListener("change", (e) => {
    if (e.target.id === "keys-on") localStorage.setItem("onrecord-keys", e.target.checked ? "on" : "off");
    const form = e.target.form && e.target.form.closest("form[data-at-once]");
    if (form && e.target.dataset.one !== undefined && e.target.checked) {
      form.querySelectorAll(`[name="${e.target.name}"]`).forEach((box) => { box.checked = box === e.target; });
    }
    if (form && e.target.type !== "search" && e.target.type !== "text") form.requestSubmit();
  });
  // On a narrow screen the list comes before what narrows it.
  const fold = () => {
    if (!matchMedia("(max-width: 900px)").matches) return;
    document.querySelectorAll("details.narrowing:not([data-folded])").forEach((part) => {
      part.dataset.folded = "";
      part.open = false;
    });
  };
  fold();
  // A time line that is wider than the screen begins with what was last.
  document.querySelectorAll("[data-latest]").forEach((line) => {
    line.scrollLeft = (getComputedStyle(line).direction === "rtl" ? -1 : 1) * line.scrollWidth;
  });
  new MutationObserver(fold).observe(document.body, { childList: true, subtree: true });
  const box = document.getElementById("keys-on");
  if (box) box.checked = on();
})();
