// The source page: the lit passage comes into view, zoom, turning and jumping without loading the whole page anew.
(() => {
  "use strict";
  let zoom = Number(sessionStorage.getItem("onrecord-zoom")) || 1;
  const desk = () => document.querySelector(".desk");
  const fit = () => {
    const leaf = document.querySelector("[data-leaf]");
    const lit = document.querySelector("[data-lit]");
    if (!leaf || !desk()) return;
    const narrow = matchMedia("(max-width: 900px)").matches && !document.querySelector(".viewer.whole");
    leaf.style.inlineSize = "";
    if (leaf.querySelector("img")) {
      let factor = zoom;
      if (narrow && lit) {
        // On a narrow screen the strip shows the width of the passage, not of the page.
        const share = lit.getBoundingClientRect().width / leaf.getBoundingClientRect().width;
        factor = Math.min(2.6, Math.max(1, 0.98 / share));
      }
      leaf.style.inlineSize = `${100 * factor}%`;
    }
    if (!lit) return;
    const a = lit.getBoundingClientRect();
    const b = desk().getBoundingClientRect();
    desk().scrollTop += a.top - b.top - Math.max(24, Math.min((b.height - a.height) / 2, b.height * 0.38));
    desk().scrollLeft += a.left - b.left - 16;
  };
  const show = async (address, keep) => {
    const answer = await fetch(address, { headers: { "X-Requested-With": "viewer" } });
    if (!answer.ok) { location.assign(address); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const top = scrollY;
    for (const id of ["viewer", "main"]) {
      const now = document.getElementById(id);
      const next = page.getElementById(id);
      if (now && next && (id === "viewer" || !keep)) {
        const fresh = document.adoptNode(next);
        now.replaceWith(fresh);
        if (window.htmx) window.htmx.process(fresh);
      }
    }
    scrollTo(0, top);
    if (!keep) history.replaceState(null, "", address);
    fit();
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[data-place], a[data-turn]");
    if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      e.preventDefault();
      const id = link.id || link.getAttribute("aria-label");
      show(link.href, link.hasAttribute("data-turn")).then(() => {
        const again = link.id ? document.getElementById(id) : document.querySelector(`.tools a[aria-label="${CSS.escape(id)}"]`);
        (again || desk()).focus({ preventScroll: true });
      });
      return;
    }
    const button = e.target.closest("[data-zoom]");
    if (button) {
      zoom = Math.min(2.6, Math.max(0.6, zoom + 0.2 * Number(button.dataset.zoom)));
      sessionStorage.setItem("onrecord-zoom", String(zoom));
      fit();
      return;
    }
    // On a narrow screen a tap opens the whole page.
    const strip = e.target.closest(".viewer .desk");
    if (strip && matchMedia("(max-width: 900px)").matches && !e.target.closest("a")) {
      strip.parentElement.classList.toggle("whole");
      fit();
    }
  });
  addEventListener("resize", fit);
  const picture = document.querySelector("[data-leaf] img");
  if (picture && !picture.complete) picture.addEventListener("load", fit, { once: true });
  document.fonts.ready.then(fit);
})();
