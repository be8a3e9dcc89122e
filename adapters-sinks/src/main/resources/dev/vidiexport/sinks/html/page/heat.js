// Grids of cells whose colour tells how much: hours by day, hours by weekday, coverage by place.
const MOST_DAYS_BY_HOUR = 62;
const FEW_DAYS = 14;
const MOST_PLACES = 40;
const HOURS = [...Array(24).keys()];

// cells: [column, row, value]; an option with a cell for each.
function heatOption({ colours, width }, { columns, rows, cells, most, tooltip, columnLabel, rowLabel, left, outlines, missing }) {
  const gap = width / columns.length < 8 ? 0.5 : 1;
  const cell = (frameOf) => (params, api) => {
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    const [bandWidth, bandHeight] = api.size([1, 1]);
    return frameOf(api, x - bandWidth / 2, y - bandHeight / 2, bandWidth, bandHeight);
  };
  return {
    grid: { left, right: 6, top: 4, bottom: 22 },
    xAxis: categoryAxis(colours, { data: columns, axisLine: { show: false }, axisLabel: { color: colours.quiet, fontSize: 11, hideOverlap: true, ...columnLabel } }),
    yAxis: categoryAxis(colours, { data: rows, inverse: true, axisLine: { show: false }, axisLabel: { color: colours.quiet, fontSize: 11, interval: 0, ...rowLabel } }),
    tooltip: { ...frame({ colours }).tooltip, formatter: ({ value }) => tooltip(...value) },
    series: [
      {
        type: 'custom',
        data: cells.map(([x, y, value]) => [x, y, value ?? '-']),
        encode: { x: 0, y: 1 },
        renderItem: cell((api, x, y, w, h) => {
          const value = api.value(2);
          return {
            type: 'rect',
            shape: { x: x + gap / 2, y: y + gap / 2, width: Math.max(0.5, w - gap), height: Math.max(0.5, h - gap), r: w > 10 && h > 10 ? 2 : 0 },
            style: { fill: missing(value) ? MISSING : colours.shade(most > 0 ? value / most : 0) },
          };
        }),
      },
      {
        type: 'custom',
        silent: true,
        z: 3,
        data: outlines,
        encode: { x: 0, y: 1 },
        renderItem: cell((api, x, y, w, h) => ({
          type: 'rect',
          shape: { x, y, width: w * api.value(2), height: h * api.value(3), r: 3 },
          style: { fill: 'none', stroke: colours.accent, lineWidth: 2.5 },
        })),
      },
    ],
  };
}

const notMeasured = (value) => value === null || Number.isNaN(value);
const hourColumns = { interval: (at) => at % 3 === 0, formatter: (hour) => hourText(Number(hour)) };

function hourCells(days) {
  return days.flatMap((day, row) => HOURS.map((hour) => [hour, row, day[hour]]));
}

const mostOf = (cells) => cells.reduce((most, cell) => Math.max(most, cell[2] ?? 0), 0);
const mainTooltip = (when) => (value) => `${when}\n${capitalised(words[`kind.${figures.main}`])}: ${orMissing(Number.isFinite(value) ? value : null, countText)}`;

function hoursChart(look) {
  const days = recordsOf('hours');
  const byWeek = days.length > MOST_DAYS_BY_HOUR;
  const lines = byWeek ? weeksOf(days) : days;
  const name = (date) => (byWeek ? words['script.week-of'].replace('{date}', fullDayText(date)) : fullDayText(date));
  if (lines.length <= FEW_DAYS) {
    const cells = hourCells(lines);
    const rowHeight = look.paper ? 14 : 24;
    return {
      height: Math.max(2, lines.length) * rowHeight + 26,
      option: heatOption(look, {
        columns: HOURS,
        rows: lines.map((line) => line.date),
        cells,
        most: mostOf(cells),
        tooltip: (hour, row, value) => mainTooltip(`${name(lines[row].date)}, ${hourText(hour)}`)(value),
        columnLabel: hourColumns,
        rowLabel: { formatter: (date) => (byWeek ? shortDayText(date) : dayText(date)) },
        left: 78,
        outlines: [],
        missing: notMeasured,
      }),
    };
  }
  const cells = hourCells(lines).map(([hour, row, value]) => [row, hour, value]);
  const dates = lines.map((line) => line.date);
  const band = (look.width - 50) / dates.length;
  return {
    height: 24 * (look.paper ? 6 : 12) + 26,
    option: heatOption(look, {
      columns: dates,
      rows: HOURS,
      cells,
      most: mostOf(cells),
      tooltip: (row, hour, value) => mainTooltip(`${name(dates[row])}, ${hourText(hour)}`)(value),
      columnLabel: byWeek
        ? { interval: (at) => at === 0 || dates[at].slice(0, 7) !== dates[at - 1].slice(0, 7), formatter: (date) => shortMonthText(date) }
        : dateLabels(dates, band),
      rowLabel: { interval: (at) => at % 6 === 0, formatter: (hour) => hourText(Number(hour)) },
      left: 44,
      outlines: [],
      missing: notMeasured,
    }),
  };
}

// The mean of each hour over the days of a week on which it was measured.
function weeksOf(days) {
  const weeks = new Map();
  for (const day of days) {
    const monday = new Date(`${day.date}T00:00:00Z`);
    monday.setUTCDate(monday.getUTCDate() - weekdayOf(day.date) + 1);
    const date = monday.toISOString().slice(0, 10);
    weeks.set(date, [...(weeks.get(date) ?? []), day]);
  }
  return [...weeks].map(([date, members]) => ({
    date,
    ...Object.fromEntries(HOURS.map((hour) => [hour, meanOf(members.map((day) => day[hour]))])),
  }));
}

function meanOf(values) {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
}

function weekChart(look) {
  const week = recordsOf('week');
  const cells = hourCells(week);
  const part = figures.findings.part;
  return {
    height: 7 * (look.paper ? 14 : 25) + 26,
    option: heatOption(look, {
      columns: HOURS,
      rows: week.map((line) => line.weekday),
      cells,
      most: mostOf(cells),
      tooltip: (hour, row, value) => mainTooltip(`${nameOfWeekday(week[row].weekday)}, ${hourText(hour)}`)(value),
      columnLabel: hourColumns,
      rowLabel: { formatter: (weekday) => nameOfWeekday(weekday) },
      left: 44,
      outlines: part === undefined ? [] : [[part.from, part.weekday - 1, part.until - part.from, 1]],
      missing: notMeasured,
    }),
  };
}

function qualityChart(look) {
  const table = tableOf('quality');
  const columns = table.columns.slice(1, -1);
  let places = table.rows.map((row) => ({ place: row[0], label: row.at(-1), cells: row.slice(1, -1) }));
  if (places.length > MOST_PLACES) {
    const worst = [...places].sort((one, other) => (meanOf(one.cells) ?? 2) - (meanOf(other.cells) ?? 2)).slice(0, MOST_PLACES);
    places = places.filter((place) => worst.includes(place));
  }
  const letters = look.narrow ? 13 : 30;
  const left = look.narrow ? 96 : 200;
  const band = (look.width - left - 6) / columns.length;
  const cells = places.flatMap((place, row) => place.cells.map((value, column) => [column, row, value]))
    .filter(([, , value]) => value !== null);
  const marked = places.findIndex((place) => place.place === figures.findings.quality);
  return {
    height: places.length * (look.paper ? 13 : 18) + 26,
    option: heatOption(look, {
      columns,
      rows: places.map((place) => place.place),
      cells,
      most: 1,
      tooltip: (column, row, value) =>
        `${isolated(shortened(nameOf(places[row]), 40))}\n${figures.byMonth ? monthText(columns[column]) : fullDayText(columns[column])}: ${ratioText(value)}`,
      columnLabel: figures.byMonth ? { formatter: (month) => shortMonthText(month) } : dateLabels(columns, band),
      rowLabel: { formatter: (id, row) => isolated(shortened(nameOf(places[row]), letters)) },
      left,
      outlines: marked < 0 ? [] : [[0, marked, columns.length, 1]],
      // Nothing of what was expected came: that is what hatching means here, too.
      missing: (value) => value === 0,
    }),
  };
}
