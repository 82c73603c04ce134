// Comfort only: the page holds all there is without it.
(() => {
  const folded = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...folded()]; opened.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((one) => { one.open = false; }); });
  const filter = document.querySelector(".filter");
  const cards = [...document.querySelectorAll("#disagree .card, #noted .card")];
  const levels = ["error", "warning", "note"].filter((level) => cards.some((card) => card.dataset.severity === level));
  if (!filter || cards.length < 6 || levels.length < 2) return;
  filter.hidden = false;
  for (const level of levels) {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      for (const card of cards) if (card.dataset.severity === level) card.hidden = !box.checked;
    });
    label.append(box, ` ${level}s`);
    filter.append(label);
  }
})();
