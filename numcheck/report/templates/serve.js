// Shows the report under the form, and takes files that are dropped. Without it the form works as any form does.
(() => {
  const form = document.querySelector("form");
  const result = document.querySelector(".result");
  const status = document.querySelector(".status");
  const cancel = document.querySelector(".cancel");
  const copy = document.querySelector(".copy");
  const chosen = document.querySelector(".chosen");
  const sources = form.elements.source_file;
  let report = "";

  const listed = () => {
    chosen.replaceChildren(...[...sources.files].map((file, at) => {
      const item = document.createElement("li");
      const out = Object.assign(document.createElement("button"), { type: "button", textContent: "Leave out" });
      out.setAttribute("aria-label", `Leave out ${file.name}`);
      out.addEventListener("click", () => give(sources, [...sources.files].filter((_, other) => other !== at)));
      item.append(file.name, out);
      return item;
    }));
  };
  const give = (input, files) => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input.files = all.files;
    listed();
  };
  let before = [];
  sources.addEventListener("click", () => { before = [...sources.files]; });
  sources.addEventListener("change", () => {
    const again = new Set([...sources.files].map((file) => file.name));
    give(sources, [...before.filter((file) => !again.has(file.name)), ...sources.files]);
    before = [];
  });

  for (const field of document.querySelectorAll(".drop")) {
    const input = form.elements[field.dataset.for];
    const carries = (event) => [...event.dataTransfer.types].includes("Files");
    field.addEventListener("dragover", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      field.classList.add("over");
    });
    field.addEventListener("dragleave", () => field.classList.remove("over"));
    field.addEventListener("drop", (event) => {
      field.classList.remove("over");
      if (!carries(event)) return;
      event.preventDefault();
      const dropped = [...event.dataTransfer.files];
      give(input, input.multiple ? [...input.files, ...dropped] : dropped.slice(0, 1));
    });
  }

  form.addEventListener("submit", async (event) => {
    if (event.submitter && event.submitter.name === "download") return;
    event.preventDefault();
    status.textContent = "Checking…";
    form.setAttribute("aria-busy", "true");
    form.elements.check.value = crypto.randomUUID();
    cancel.hidden = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const text = await answer.text();
      // The head stays out: its style is not this page's, and the policy of this page would complain.
      const page = new DOMParser().parseFromString(text.slice(text.indexOf("<body")), "text/html");
      const main = page.querySelector("main");
      if (!main) throw new Error(text);
      const top = page.querySelector("header.top"), parts = document.createElement("div");
      const head = top.querySelector("h1"), smaller = document.createElement("h2");
      smaller.append(...head.childNodes);
      head.replaceWith(smaller);
      parts.append(top, ...main.childNodes);
      for (const link of parts.querySelectorAll('a[rel~="external"]')) link.target = "_blank";
      result.replaceChildren(...parts.childNodes);
      report = answer.ok ? text : "";
      copy.hidden = !report;
      status.textContent = answer.ok ? "" : "Not checked; see below.";
      result.focus();
      result.scrollIntoView();
    } catch (error) {
      status.textContent = error instanceof TypeError ? "numcheck does not answer. Is it still running?" : error.message;
    }
    form.removeAttribute("aria-busy");
    cancel.hidden = true;
  });
  cancel.addEventListener("click", () => {
    const named = new FormData();
    named.append("check", form.elements.check.value);
    fetch("/cancel", { method: "POST", body: named });
  });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(report);
    status.textContent = "Copied: one HTML page, to paste into a file or a mail.";
  });
})();
