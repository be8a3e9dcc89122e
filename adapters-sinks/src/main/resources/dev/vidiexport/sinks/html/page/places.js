// Places ranked by how much they counted, or by how much in an hour that was measured.
const ROW_HEIGHT = 26;
const PAPER_ROW_HEIGHT = 14;
const FIRST_PLACES = 20;
const HEAD_HEIGHT = 18;
let rankedBy = 'total';

function placesChart(look) {
  const { colours, width, narrow, paper } = look;
  const value = (place) => (rankedBy === 'total' ? place[figures.main] : place.per_measured_hour);
  const places = recordsOf('places');
  if (rankedBy === 'hour') {
    places.sort((one, other) => (value(other) ?? -1) - (value(one) ?? -1));
  }
  const trends = trendsOf();
  const trendWidth = paper ? 130 : 240;
  const chart = rowsChart(look, {
    rows: places,
    right: narrow ? 64 : trendWidth + 180,
    value,
    colour: (place) => (place.place === figures.findings.place ? colours.accent : colours.bar),
    text: (place) => orMissing(value(place), countText),
    tooltip: (place) => placeTooltip(place),
  });
  if (!narrow) {
    chart.height += HEAD_HEIGHT;
    chart.option.grid[0].top += HEAD_HEIGHT;
    const columns = [{ x: width - trendWidth - 104, column: 'share', text: words['script.share'] }];
    if (places.some((place) => place.coverage !== null)) {
      columns.push({ x: width - trendWidth - 28, column: 'coverage', text: words['script.coverage'] });
    }
    chart.option.series.push(headings(colours, [
      ...columns.map(({ x, text }) => ({ x, text, align: 'right' })),
      { x: width - trendWidth - 10, align: 'left', text: words['script.trend'] },
    ]));
    for (const { x, column } of columns) {
      chart.option.series.push(textColumn(places, x, colours.quiet, (place) => (place[column] === null ? '' : ratioText(place[column])), 'right'));
    }
    addTrends(chart.option, places, trends, { left: width - trendWidth - 10, width: trendWidth, paper, colours });
  }
  return chart;
}

function placeTooltip(place) {
  const lines = [isolated(shortened(nameOf(place), 60))];
  for (const kind of figures.counts) {
    lines.push(`${capitalised(words[`kind.${kind}`])}: ${orMissing(place[kind], countText)}`);
  }
  if (place.per_measured_hour !== null) {
    lines.push(`${countText(place.per_measured_hour)} ${words['script.per-hour']}`);
  }
  if ((place.conversion ?? null) !== null) {
    lines.push(`${words['script.conversion']}: ${ratioText(place.conversion)}`);
  }
  if (place.coverage !== null) {
    lines.push(`${words['script.coverage']}: ${ratioText(place.coverage)}`);
  }
  return lines.join('\n');
}

// A bar for each row, its name at the left and its figure behind it.
function rowsChart({ colours, narrow, paper }, { rows, right, value, colour, text, tooltip }) {
  const left = narrow ? 118 : paper ? 190 : 240;
  const rowHeight = paper ? PAPER_ROW_HEIGHT : ROW_HEIGHT;
  return {
    height: rows.length * rowHeight + 6,
    option: {
      grid: [{ left, right, top: 2, bottom: 2 }],
      xAxis: [valueAxis(colours, { axisLabel: { show: false }, splitLine: { show: false } })],
      yAxis: [nameAxis(rows, colours, narrow, 0)],
      tooltip: { ...frame({ colours }).tooltip, formatter: ({ dataIndex }) => tooltip(rows[dataIndex]) },
      series: [
        {
          type: 'bar',
          barWidth: '62%',
          emphasis: { disabled: true },
          data: rows.map((row) => ({
            value: value(row) ?? '-',
            itemStyle: { color: colour(row), borderRadius: [0, 2, 2, 0] },
          })),
          label: {
            show: true,
            position: 'right',
            fontSize: 11,
            color: colours.ink,
            formatter: ({ dataIndex }) => (value(rows[dataIndex]) === null ? '' : text(rows[dataIndex])),
          },
        },
        missingRows(rows, value, colours),
      ],
    },
  };
}

function nameAxis(rows, colours, narrow, gridIndex) {
  return categoryAxis(colours, {
    gridIndex,
    inverse: true,
    data: rows.map((row) => row.place),
    axisLine: { show: false },
    axisLabel: {
      interval: 0,
      fontSize: 12,
      color: colours.ink,
      margin: 10,
      formatter: (id, at) => isolated(shortened(nameOf(rows[at]), narrow ? 16 : 34)),
    },
  });
}

// A hatched stub where a row has no figure: it is not zero.
function missingRows(rows, value, colours) {
  return {
    type: 'custom',
    data: rows.map((row, at) => [0, at]).filter(([, at]) => value(rows[at]) === null),
    encode: { x: 0, y: 1 },
    renderItem: ({ coordSys }, api) => {
      const y = api.coord([0, api.value(1)])[1];
      const height = api.size([0, 1])[1] * 0.62;
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: { x: coordSys.x, y: y - height / 2, width: 30, height }, style: { fill: MISSING } },
          { type: 'text', x: coordSys.x + 36, y, style: { text: words['script.not-measured'], fill: colours.quiet, fontSize: 11, verticalAlign: 'middle' } },
        ],
      };
    },
    tooltip: { show: false },
  };
}

// What the columns beside the bars are, above the first row.
function headings(colours, columns) {
  return {
    type: 'custom',
    silent: true,
    data: [[0, 0]],
    encode: { x: 0, y: 1 },
    renderItem: ({ coordSys }) => ({
      type: 'group',
      children: columns.map(({ x, align, text }) => ({
        type: 'text',
        x,
        y: coordSys.y - 4,
        style: { text, align, fill: colours.quiet, fontSize: 11, verticalAlign: 'bottom' },
      })),
    }),
  };
}

function textColumn(rows, x, fill, text, align) {
  return {
    type: 'custom',
    silent: true,
    data: rows.map((row, at) => [0, at]),
    encode: { x: 0, y: 1 },
    renderItem: (params, api) => ({
      type: 'text',
      x,
      y: api.coord([0, api.value(1)])[1],
      style: { text: text(rows[api.value(1)]), fill, fontSize: 11, align, verticalAlign: 'middle' },
    }),
  };
}

function trendsOf() {
  const table = tableOf('trends');
  return new Map((table?.rows ?? []).map((row) => [row[0], row.slice(1, -1)]));
}

// How each place went over time, from zero to its own highest.
function addTrends(option, places, trends, { left, width, paper, colours }) {
  const height = (paper ? PAPER_ROW_HEIGHT : ROW_HEIGHT) * 0.7;
  option.series.push({
    type: 'custom',
    silent: true,
    data: places.map((place, at) => [0, at]),
    encode: { x: 0, y: 1 },
    renderItem: (params, api) => {
      const middle = api.coord([0, api.value(1)])[1];
      const values = trends.get(places[api.value(1)].place) ?? [];
      const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
      const point = (at) => [left + (values.length < 2 ? 0 : (at / (values.length - 1)) * width), middle + height / 2 - (values[at] / most) * height];
      const lines = runsOf(values.length, (at) => values[at] !== null).map(([from, to]) => {
        const points = Array.from({ length: to - from + 1 }, (unused, at) => point(from + at));
        return points.length > 1
          ? { type: 'polyline', shape: { points }, style: { stroke: colours.bar, lineWidth: 1.4, fill: 'none' } }
          : { type: 'circle', shape: { cx: points[0][0], cy: points[0][1], r: 1.2 }, style: { fill: colours.bar } };
      });
      return { type: 'group', children: lines };
    },
  });
}

const presenceChart = (kind) => (look) => {
  const rows = recordsOf(kind).slice(0, FIRST_PLACES);
  const name = capitalised(words[`kind.${kind}`]);
  const seconds = (row) => (row.seconds === null ? '' : ` · ${secondsWithUnit(row.seconds)}`);
  return rowsChart(look, {
    rows,
    right: look.narrow ? 96 : 130,
    value: (row) => row.count,
    colour: () => look.colours.bar,
    text: (row) => countText(row.count) + seconds(row),
    tooltip: (row) =>
      `${isolated(shortened(nameOf(row), 60))}\n${name}: ${orMissing(row.count, countText)}\n${words['script.time-there']}: ${orMissing(row.seconds, secondsWithUnit)}`,
  });
};

function rankWhenAsked() {
  for (const choice of document.querySelectorAll('.choice')) {
    choice.hidden = false;
    choice.addEventListener('click', (event) => {
      const chosen = event.target.closest('button');
      if (chosen !== null) {
        rankedBy = chosen.dataset.rank;
        choice.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button === chosen)));
        const it = drawings.get('places');
        draw(it, widthOf(it), false);
      }
    });
  }
}
