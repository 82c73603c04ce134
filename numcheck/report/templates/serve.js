// Any number of sources, dropped, chosen or pasted; the report under the form. Without it the form works as any form does.
(() => {
  const form = document.querySelector("form"), result = document.querySelector(".result");
  const status = form.querySelector("[role=status]"), cancel = form.querySelector(".cancel"), copy = form.querySelector(".copy");
  const edited = form.querySelector(".edited"), list = form.querySelector(".sources"), pattern = list.children[0].cloneNode(true);
  const rows = () => [...list.querySelectorAll(".source")];
  const text = (row) => row.querySelector("textarea"), file = (row) => row.querySelector("input[type=file]");
  let report = "", last = rows().length;

  // The boxes: each gets a button to take it away, and a number of its own for its fields.
  const furnish = (row) => {
    const away = make("button", { type: "button", className: "away" }, "Remove");
    away.setAttribute("aria-label", `Remove ${words(row.querySelector("legend"))}`);
    away.addEventListener("click", () => {
      const next = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      if (!rows().length) add();
      (next && next.querySelector("input") || more).focus();
      changed();
    });
    row.append(away);
    return row;
  };
  const add = () => {
    const row = pattern.cloneNode(true);
    last += 1;
    row.querySelector("legend").textContent = `Source ${last}`;
    for (const one of row.querySelectorAll("[id], [for]")) {
      for (const name of ["id", "for", "name"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/[0-9]+$/, last));
      }
    }
    list.insertBefore(furnish(row), more);
    return row;
  };
  const more = make("button", { type: "button", className: "more" }, "Add a source");
  more.addEventListener("click", () => add().querySelector("input").focus());
  rows().forEach(furnish);
  list.append(more);

  // What was written outlives a reload of this tab, and nothing else. Files cannot.
  const kept = "numcheck";
  const fields = () => [...form.querySelectorAll("textarea, .source input:not([type=file])")];
  const hint = (box) => {
    box.parentElement.querySelector(".address").hidden = !/^(https?:\/\/|www\.)\S+$/i.test(box.value.trim());
  };
  const changed = () => {
    edited.hidden = !report;
    form.querySelectorAll("textarea").forEach(hint);
    try { sessionStorage.setItem(kept, JSON.stringify(fields().map((one) => one.value))); } catch { /* the tab may not store */ }
  };
  try {
    const values = JSON.parse(sessionStorage.getItem(kept) || "[]");
    while (fields().length < values.length) add();
    fields().forEach((one, at) => { one.value = values[at] ?? one.value; });
  } catch { /* what is kept is of another version */ }
  form.addEventListener("input", changed);
  form.querySelectorAll("textarea").forEach(hint);

  // Files that are dropped: the first into the box, each other into one of its own.
  const give = (input, one) => {
    const all = new DataTransfer();
    all.items.add(one);
    input.files = all.files;
  };
  const over = (event) => event.target.closest && event.target.closest(".drop, .sources");
  form.addEventListener("dragover", (event) => {
    if (!over(event) || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(event).classList.add("over");
  });
  form.addEventListener("dragleave", (event) => over(event)?.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    const box = over(event), files = [...event.dataTransfer.files];
    if (!box || !files.length) return;
    event.preventDefault();
    box.classList.remove("over");
    if (box.closest(".sources")) {
      for (const one of files) give(file(rows().find((row) => !file(row).files.length && !text(row).value.trim()) || add()), one);
    } else give(file(box), files[0]);
    changed();
  });

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    const by = event.submitter && event.submitter.name;
    if (by === "download") return;
    event.preventDefault();
    status.textContent = "Checking…";
    form.setAttribute("aria-busy", "true");
    form.elements.check.value = crypto.randomUUID();
    cancel.hidden = false;
    const sent = new FormData(form);
    if (by) sent.append(by, "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent });
      const told = await answer.text();
      // The head stays out: its style is not this page's, and the policy of this page would complain.
      const page = new DOMParser().parseFromString(told.slice(told.indexOf("<body")), "text/html");
      const main = page.querySelector("main");
      if (!main) throw new Error(told);
      const top = page.querySelector("header.top"), parts = document.createElement("div");
      const head = top.querySelector("h1"), smaller = document.createElement("h2");
      smaller.append(...head.childNodes);
      head.replaceWith(smaller);
      top.removeAttribute("role");
      parts.append(...top.childNodes, ...main.childNodes);
      for (const link of parts.querySelectorAll('a[rel~="external"]')) link.target = "_blank";
      result.replaceChildren(...parts.childNodes);
      enliven(result);
      report = answer.ok ? told : "";
      copy.hidden = !report;
      edited.hidden = true;
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
