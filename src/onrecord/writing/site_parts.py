"""Style and script of the public site."""

STYLE = """
body{margin:0 auto;padding:1rem 1.25rem 4rem;max-width:60rem;font:1.0625rem/1.55 Georgia,"Times New Roman",serif;
color:#171b1f;background:#fff}
header{display:flex;gap:.5rem 2rem;flex-wrap:wrap;align-items:baseline;border-bottom:1px solid #c9cdca}
nav a{display:inline-block;margin-inline-end:1rem;padding:.3rem 0}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2em}a{color:#1c4e8f}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid #7f8884}
.own{display:block}nav+nav{margin-inline-start:auto}:lang(ar){line-height:1.9}:lang(en){line-height:1.55}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid #c9cdca}
label{display:block}input{font:inherit;padding:.4rem .6rem;border:1px solid #7f8884;width:100%;max-width:30rem;
box-sizing:border-box;background:inherit;color:inherit}
li{margin-block:.5rem}:focus-visible{outline:2px solid #1c4e8f;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#1a1e22;color:#e8e6e0}a{color:#93bbf2}
:focus-visible{outline-color:#93bbf2}}
@media print{header nav{display:none}}
"""

# Looks through an index that stands in the page: nothing is asked of anybody.
SCRIPT = """
(() => {
  "use strict";
  const index = [/* index */];
  const found = "/* found */";
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\\u0300-\\u036f\\u064b-\\u0652]/g, "");
  const rows = index.map(([path, label, words]) => [path, label, words, fold(label + " " + words)]);
  const q = document.getElementById("q");
  const list = document.getElementById("found");
  const count = document.getElementById("count");
  const look = () => {
    const wanted = fold(q.value).split(/\\s+/).filter(Boolean);
    const hits = wanted.length ? rows.filter((row) => wanted.every((word) => row[3].includes(word))) : [];
    count.textContent = wanted.length ? found.replace("#", hits.length) : "";
    list.replaceChildren(...hits.slice(0, 200).map(([path, label, words]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = label;
      item.dir = "auto";
      item.append(link, " " + words);
      return item;
    }));
  };
  q.form.addEventListener("submit", (event) => event.preventDefault());
  q.addEventListener("input", look);
})();
"""
