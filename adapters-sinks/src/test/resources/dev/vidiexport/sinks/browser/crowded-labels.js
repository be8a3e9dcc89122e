// Lines of one label lie this much on each other without harm.
const HARMLESS = 4;
const found = [];
for (const drawing of document.querySelectorAll('svg')) {
  const labels = [...drawing.querySelectorAll('text')]
    .map((label) => ({ text: label.textContent, box: label.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
    .sort((one, other) => one.box.left - other.box.left);
  labels.forEach((one, index) => {
    for (const other of labels.slice(index + 1)) {
      if (other.box.left >= one.box.right - 2) break;
      const depth = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (depth > HARMLESS) {
        const chart = drawing.closest('[data-chart]')?.dataset.chart ?? 'a drawing';
        found.push(`"${one.text}" lies on "${other.text}" in ${chart}`);
      }
    }
  });
}
return found;
