// Comfort only: the page holds all there is without it. `enliven` is called again for a report that is shown later.
const make = (tag, values = {}, ...inside) => {
  const one = Object.assign(document.createElement(tag), values);
  one.append(...inside);
  return one;
};
const words = (one) => one ? one.textContent.replace(/\s+/g, " ").trim() : "";
let turn = () => {};

// Chips, a search and two buttons over all cards; where a draft's text is there, its card opens beside it.
const filters = (root) => {
  const place = root.querySelector(".filter"), cards = [...root.querySelectorAll(".card[id]")];
  const reader = root.querySelector(".reader");
  if (!place || cards.length < (reader ? 2 : 4)) return;
  const told = cards.map((card) => ({
    State: [words(card.querySelector("header .badge")) || card.dataset.severity],
    Rule: [...new Set([...card.querySelectorAll(".finding code")].map(words))],
    Outlet: [...new Set([...card.querySelectorAll("cite:not(.draft)")].map(words))],
    text: words(card).toLowerCase(),
  }));
  const chosen = { State: new Set(), Rule: new Set(), Outlet: new Set() };
  const search = make("input", { type: "search", placeholder: "Search", ariaLabel: "Search the cards" });
  const status = make("span", { className: "status" });
  status.setAttribute("role", "status");
  const shows = (one) => one.text.includes(search.value.trim().toLowerCase())
    && Object.entries(chosen).every(([of, names]) => !names.size || one[of].some((name) => names.has(name)));
  const links = new Map(reader ? [...reader.querySelectorAll("a.figure")].map((link) => [link.hash.slice(1), link]) : []);
  const left = () => cards.filter((card) => !card.classList.contains("out"));
  let current = null;
  const open = (card, focus) => {
    current = card;
    if (reader && reader.contains(card)) {
      for (const other of cards) other.classList.toggle("current", other === card);
      for (const [id, link] of links) {
        if (id === card.id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
      }
      links.get(card.id)?.scrollIntoView({ block: "nearest" });
    } else card.scrollIntoView();
    if (focus) card.focus({ preventScroll: true });
  };
  const apply = () => {
    cards.forEach((card, at) => {
      card.classList.toggle("out", !shows(told[at]));
      links.get(card.id)?.classList.toggle("out", !shows(told[at]));
    });
    const kept = left();
    status.textContent = kept.length === cards.length ? `${cards.length} cards` : `${kept.length} of ${cards.length} cards`;
    if (reader && kept.length && !kept.includes(current)) open(kept[0]);
  };
  turn = (step) => {
    const kept = left(), at = kept.indexOf(current);
    if (kept.length) open(kept[at < 0 ? (step > 0 ? 0 : kept.length - 1) : (at + step + kept.length) % kept.length], true);
  };
  const chips = Object.entries(chosen).map(([of, names]) => {
    const all = [...new Set(told.flatMap((one) => one[of]))].filter(Boolean);
    if (all.length < 2) return "";
    const group = make("span", { className: "chips" }, ...all.map((name) => {
      const chip = make("button", { type: "button", className: "chip" }, `${name} `, make("b", {}, String(told.filter((one) => one[of].includes(name)).length)));
      chip.setAttribute("aria-pressed", "false");
      chip.addEventListener("click", () => {
        if (!names.delete(name)) names.add(name);
        chip.setAttribute("aria-pressed", String(names.has(name)));
        apply();
      });
      return chip;
    }));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", of);
    return all.length > 5 || innerWidth < 640 ? make("details", {}, make("summary", {}, `${of} (${all.length})`), group) : group;
  });
  const step = (name, by, key) => {
    const button = make("button", { type: "button", title: `Alt and ${key}` }, name);
    button.addEventListener("click", () => turn(by));
    return button;
  };
  search.addEventListener("input", apply);
  place.append(...chips);
  place.after(make("div", { className: "turner" }, search, step("Previous", -1, "arrow up"), step("Next", 1, "arrow down"), status));
  place.hidden = false;
  for (const card of cards) card.tabIndex = -1;
  const sought = () => cards.find((card) => `#${card.id}` === location.hash);
  if (reader) {
    reader.classList.add("live");
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#figure-']"), card = link && cards.find((one) => `#${one.id}` === link.hash);
      if (!card) return;
      event.preventDefault();
      open(card, true);
    });
    open(sought() || cards.find((card) => card.dataset.severity) || cards[0]);
    scrollTo(0, 0);
  } else current = sought() || null;
  apply();
};
addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!event.altKey || event.ctrlKey || event.metaKey || !step) return;
  event.preventDefault();
  turn(step);
});

// A table's rows by what stands in one column: numbers, the largest first, or words.
const sorts = (root) => {
  for (const table of root.querySelectorAll("table.sorts")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const turned = head.getAttribute("aria-sort") === "descending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", turned ? "ascending" : "descending");
        const key = (row) => words(row.cells[column]), number = (text) => parseFloat(text.replace(/,/g, ""));
        const compared = (a, b) => column ? (number(b) || 0) - (number(a) || 0) : key(a).localeCompare(key(b));
        const rows = [...table.tBodies[0].rows].sort((a, b) => column ? compared(key(a), key(b)) : compared(a, b));
        table.tBodies[0].append(...(turned ? rows.reverse() : rows));
      });
    });
  }
};

// A chart as a drawing of its own, in the colours that it has now, or its figures as a table.
const drawing = (chart) => {
  const names = "http://www.w3.org/2000/svg", wide = 760, edge = 20, step = 46, rows = [...chart.querySelectorAll("li")];
  const draw = (tag, values, ...inside) => {
    const one = document.createElementNS(names, tag);
    for (const [name, value] of Object.entries(values)) one.setAttribute(name, value);
    one.append(...inside);
    return one;
  };
  const painted = (from) => {
    const one = from.cloneNode(true), of = [from, ...from.querySelectorAll("*")];
    [one, ...one.querySelectorAll("*")].forEach((part, at) => {
      const style = getComputedStyle(of[at]);
      for (const name of ["fill", "opacity", "stroke", "stroke-width"]) part.setAttribute(name, style.getPropertyValue(name));
      part.removeAttribute("class");
    });
    return one;
  };
  const style = getComputedStyle(chart), ink = getComputedStyle(document.body).color;
  const title = words(chart.closest(".card").querySelector("h3"));
  const text = (x, y, size, ...told) => draw("text", { x, y, "font-family": style.fontFamily, "font-size": size, fill: ink }, ...told);
  const high = 60 + rows.length * step + 40;
  const svg = draw("svg", { xmlns: names, width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
  svg.append(draw("rect", { width: "100%", height: "100%", fill: getComputedStyle(chart.closest(".card")).backgroundColor }));
  svg.append(document.querySelector(".defs defs").cloneNode(true), text(edge, 32, 18, title));
  const inner = (from, y, height) => {
    const one = painted(from);
    for (const [name, value] of Object.entries({ x: edge, y, width: wide - 2 * edge, height, overflow: "visible" })) one.setAttribute(name, value);
    svg.append(one);
  };
  inner(chart.querySelector(".grid"), 48, rows.length * step + 6);
  rows.forEach((row, at) => {
    const y = 60 + at * step, said = row.querySelector(".said");
    svg.append(text(edge, y + 4, 13, `${words(row.querySelector(".name"))}: “${words(said)}”`));
    if (row.querySelector(".bar")) inner(row.querySelector(".bar"), y + 9, 22);
  });
  inner(chart.querySelector(".axis"), 60 + rows.length * step, 20);
  const unit = words(chart.querySelector(".unit"));
  if (unit) svg.append(text(edge, high - 8, 12, unit));
  return new XMLSerializer().serializeToString(svg);
};
const spreadsheet = (chart) => {
  const cell = (value) => /[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
  const safe = (value) => /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  const rows = [...chart.querySelectorAll("li")].map((row) => [
    safe(words(row.querySelector(".name"))), safe(words(row.querySelector(".said"))), row.dataset.low, row.dataset.high, row.dataset.unit,
  ]);
  return [["outlets", "as written", "low", "high", "unit"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
};
const save = (blob, name) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
const saves = (root) => {
  for (const chart of root.querySelectorAll(".chart")) {
    const name = `${chart.closest(".card").id}`;
    const ways = {
      SVG: () => save(new Blob([drawing(chart)], { type: "image/svg+xml" }), `${name}.svg`),
      PNG: () => {
        const picture = new Image(), source = URL.createObjectURL(new Blob([drawing(chart)], { type: "image/svg+xml" }));
        picture.addEventListener("load", () => {
          const canvas = make("canvas", { width: 2 * picture.width, height: 2 * picture.height });
          canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
          canvas.toBlob((blob) => save(blob, `${name}.png`));
          URL.revokeObjectURL(source);
        });
        picture.src = source;
      },
      CSV: () => save(new Blob(["\ufeff", spreadsheet(chart)], { type: "text/csv" }), `${name}.csv`),
    };
    chart.after(make("p", { className: "save" }, "Save as ", ...Object.entries(ways).map(([form, way]) => {
      const button = make("button", { type: "button", ariaLabel: `Save the chart as ${form}` }, form);
      button.addEventListener("click", way);
      return button;
    })));
  }
};

const enliven = (root) => {
  filters(root);
  sorts(root);
  saves(root);
};
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
enliven(document);
