// Tables stand in the page once: small ones as markup, large ones as data that fills the markup
// when somebody opens it. Charts read either.
const cellKinds = {
  count: countText,
  ratio: ratioText,
  seconds: secondsText,
  date: fullDayText,
};
const textKinds = new Set(['place', 'label', 'date', 'daypart']);

function tableOf(word) {
  const table = figures.tables[word];
  if (table !== undefined && table.rows === undefined) {
    table.rows = [...document.querySelectorAll(`table[data-table="${word}"] tbody tr`)].map((row) =>
      [...row.cells].map((cell, at) => rawValue(cell.dataset.value, table.kinds[at])));
  }
  return table;
}

function rawValue(text, kind) {
  if (textKinds.has(kind)) {
    return text;
  }
  return text === '' ? null : Number(text);
}

// Each row as an object by the words of the columns.
function recordsOf(word) {
  const table = tableOf(word);
  return table === undefined
    ? []
    : table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at]])));
}

const nameOf = (record) => (record.label ?? '').trim() || record.place || words['place.unnamed'];

function fillTable(details) {
  const table = tableOf(details.dataset.of);
  const body = details.querySelector('tbody');
  const label = table.columns.indexOf('label');
  const rows = table.rows.map((row) => {
    const line = document.createElement('tr');
    row.forEach((value, at) => line.append(cellOf(value, table.kinds[at], label < 0 ? null : row[label])));
    return line;
  });
  body.replaceChildren(...rows);
  details.removeAttribute('data-later');
}

function cellOf(value, kind, label) {
  const cell = document.createElement('td');
  cell.dataset.value = value ?? '';
  if (kind === 'label') {
    cell.hidden = true;
  } else if (kind === 'place') {
    fillName(cell, value, label);
  } else if (value === null) {
    cell.className = 'none';
    cell.textContent = words['missing.sign'];
  } else {
    cell.textContent = cellKinds[kind](value);
  }
  return cell;
}

function fillName(cell, id, label) {
  const name = document.createElement('bdi');
  name.textContent = nameOf({ place: id, label });
  cell.append(name);
  if ((label ?? '').trim()) {
    const aside = document.createElement('small');
    aside.textContent = id;
    cell.append(' ', aside);
  }
}

function fillTablesWhenOpened() {
  for (const details of document.querySelectorAll('details[data-later]')) {
    details.addEventListener('toggle', () => {
      if (details.open && details.hasAttribute('data-later')) {
        fillTable(details);
      }
    });
  }
}
