// Any number of sources, dropped, chosen or pasted; the report under the form. Without it the form works as any form does.
(() => {
  const form = document.querySelector("form"), result = document.querySelector(".result");
  const status = form.querySelector("[role=status]"), cancel = form.querySelector(".cancel"), copy = form.querySelector(".copy");
  const copied = async (text, told) => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = told;
    } catch { status.textContent = "The browser lets nothing be copied here: save it as a file."; }
  };
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

  // What was written and answered outlives a reload of this tab, and nothing else. Files cannot.
  const kept = "numcheck", told = "numcheck answers";
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

  // Answers: whether two figures are one quantity. The file of them is made by numcheck and kept there, or in this tab.
  const answers = form.querySelector(".answers"), given = [];
  const keep = (text) => {
    if (!answers.dataset.kept) form.elements.decisions.value = text;
    answers.querySelector(".told").textContent = given.length ? `${given.length === 1 ? "1 answer is" : `${given.length} answers are`} kept and counted from the next check on.` : "No answer is kept.";
    answers.querySelector(".undo").disabled = !given.length;
    answers.hidden = false;
    answers.text = text;
    try { sessionStorage.setItem(told, JSON.stringify([given, text])); } catch { /* the tab may not store */ }
  };
  const answer = async (values) => {
    const sent = new FormData();
    for (const [name, value] of Object.entries({ decisions: form.elements.decisions.value, ...values })) sent.append(name, value);
    try {
      const said = await fetch("/answer", { method: "POST", body: sent }), text = await said.text();
      if (said.ok) return text;
      status.textContent = text;
    } catch { status.textContent = "numcheck does not answer. Is it still running?"; }
    return null;
  };
  const mark = (pair, word) => {
    for (const button of result.querySelectorAll(`.decide[data-pair="${pair}"] button`)) {
      button.setAttribute("aria-pressed", String(button.value === word));
    }
  };
  const asks = () => {
    for (const place of result.querySelectorAll(".decide")) {
      const { pair, oneIn, oneSays, otherIn, otherSays } = place.dataset;
      const ways = { yes: "Same quantity", no: "Not the same", later: "Later" };
      const group = make("div", { className: "decide" }, ...Object.entries(ways).map(([word, name]) => {
        const button = make("button", { type: "button", value: word }, name);
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", async () => {
          const text = await answer({ pair, same: word, one_in: oneIn, one_says: oneSays, other_in: otherIn, other_says: otherSays });
          if (text === null) return;
          if (given.includes(pair)) given.splice(given.indexOf(pair), 1);
          given.push(pair);
          mark(pair, word);
          keep(text);
        });
        return button;
      }));
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", `${words(place.closest(".card").querySelector("h3"))}: one quantity?`);
      group.dataset.pair = pair;
      place.replaceWith(group);
    }
  };
  answers.querySelector(".undo").addEventListener("click", async () => {
    const pair = given[given.length - 1], text = await answer({ pair, same: "undo" });
    if (text === null) return;
    given.pop();
    mark(pair, "");
    keep(text);
  });
  answers.querySelector(".copy-answers").addEventListener("click", () => {
    copied(answers.text, "Copied: a file, numcheck.decisions.yaml, to keep beside the texts.");
  });
  answers.querySelector(".save-answers").addEventListener("click", () => {
    save(new Blob([answers.text], { type: "text/yaml" }), "numcheck.decisions.yaml");
  });
  try {
    const [pairs, text] = JSON.parse(sessionStorage.getItem(told) || "[[], \"\"]");
    given.push(...pairs);
    if (text) keep(text);
  } catch { /* what is kept is of another version */ }

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
      asks();
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
  copy.addEventListener("click", () => copied(report, "Copied: one HTML page, to paste into a file or a mail."));
})();
