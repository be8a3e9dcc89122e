const found = [];
for (const drawing of document.querySelectorAll('svg')) {
  if (drawing.ownerSVGElement) continue;
  const frame = drawing.getBoundingClientRect();
  if (frame.width === 0 || frame.height === 0) continue;
  for (const label of drawing.querySelectorAll('text')) {
    const box = label.getBoundingClientRect();
    if (box.width === 0) continue;
    const beyond = Math.max(
      frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
    if (beyond > 1.5) {
      const chart = drawing.closest('[data-chart]')?.dataset.chart ?? 'a drawing';
      found.push(`"${label.textContent}" reaches ${Math.round(beyond)} beyond ${chart}`);
    }
  }
}
return found;
