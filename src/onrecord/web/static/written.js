// The editor: a found reference goes to where the cursor was. Without this file references are copied by hand.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const found = document.getElementById("found");
  if (!text || !found) return;
  const show = () => found.querySelectorAll("[data-cite]").forEach((button) => { button.hidden = false; });
  new MutationObserver(show).observe(found, { childList: true, subtree: true });
  found.addEventListener("click", (e) => {
    const button = e.target.closest("[data-cite]");
    if (!button) return;
    text.setRangeText(button.dataset.cite, text.selectionStart, text.selectionEnd, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
