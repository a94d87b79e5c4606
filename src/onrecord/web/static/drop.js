// The drop area: files, folders and ZIPs; sends them with a word on how far it is. Without this file: a plain form.
(() => {
  "use strict";
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const word = form.querySelector("[data-sending]");
  const send = (files) => {
    if (!files.length) return;
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    files.forEach((file) => data.append("files", file, file.name));
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (e) => {
      if (e.lengthComputable) word.textContent = `${Math.round((100 * e.loaded) / e.total)} %`;
    });
    request.addEventListener("load", () => {
      if (request.responseURL && request.status < 400) location.assign(request.responseURL);
      else { document.open(); document.write(request.responseText); document.close(); }
    });
    request.send(data);
  };
  const inside = (entry) => new Promise((done, failed) => {
    if (entry.isFile) { entry.file((file) => done([file]), failed); return; }
    const reader = entry.createReader();
    const all = [];
    const more = () => reader.readEntries(async (entries) => {
      if (!entries.length) { done(all); return; }
      for (const one of entries) all.push(...(await inside(one)));
      more();
    }, failed);
    more();
  });
  input.addEventListener("change", () => send([...input.files]));
  for (const name of ["dragover", "dragenter"]) {
    document.addEventListener(name, (e) => {
      if (![...e.dataTransfer.types].includes("Files")) return;
      e.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", async (e) => {
    e.preventDefault();
    form.classList.remove("over");
    const entries = [...e.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (entries.every(Boolean) && entries.length) {
      const files = [];
      for (const entry of entries) files.push(...(await inside(entry)));
      send(files.filter((file) => !file.name.startsWith(".")));
    } else {
      send([...e.dataTransfer.files]);
    }
  });
})();
