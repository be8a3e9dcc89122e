// How long people stay, and within that how long they look.
function timesChart({ colours, narrow, paper }, { rows, name, left, leads, texts }) {
  const rowHeight = paper ? PAPER_ROW_HEIGHT + 2 : ROW_HEIGHT;
  const bar = (column, colour, width) => ({
    type: 'bar',
    barWidth: width,
    barGap: '-100%',
    emphasis: { disabled: true },
    data: rows.map((row) => ({ value: row[column] ?? '-', itemStyle: { color: colour(row), borderRadius: [0, 2, 2, 0] } })),
  });
  const dwell = bar('dwell_seconds', () => colours.pale, '62%');
  dwell.label = {
    show: true,
    position: 'right',
    fontSize: 11,
    color: colours.quiet,
    formatter: ({ dataIndex }) => texts(rows[dataIndex]),
  };
  const attention = bar('attention_seconds', (row) => (leads(row) ? colours.accent : colours.bar), '62%');
  attention.z = 3;
  return {
    height: rows.length * rowHeight + 26,
    option: {
      grid: { left, right: narrow ? 84 : paper ? 92 : 120, top: 2, bottom: 22 },
      xAxis: valueAxis(colours, { axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value) => `${countText(value)}\u00a0${words['script.seconds']}` } }),
      yAxis: categoryAxis(colours, {
        inverse: true,
        data: rows.map((row, at) => at),
        axisLine: { show: false },
        axisLabel: { interval: 0, color: colours.ink, fontSize: 12, margin: 10, formatter: (at) => name(rows[at]) },
      }),
      tooltip: {
        ...frame({ colours }).tooltip,
        formatter: ({ dataIndex }) => {
          const row = rows[dataIndex];
          return `${name(row)}\n${words['script.dwell']}: ${orMissing(row.dwell_seconds, secondsWithUnit)}\n${words['script.attention']}: ${orMissing(row.attention_seconds, secondsWithUnit)}\n${words['script.share']}: ${orMissing(row.attention_share, ratioText)}`;
        },
      },
      series: [dwell, attention, missingRows(rows, (row) => row.dwell_seconds ?? row.attention_seconds, colours)],
    },
  };
}

function timesText(row) {
  const attention = row.attention_seconds === null ? words['missing.sign'] : secondsText(row.attention_seconds);
  const dwell = row.dwell_seconds === null ? words['missing.sign'] : secondsWithUnit(row.dwell_seconds);
  return row.attention_seconds === null && row.dwell_seconds === null ? '' : `${attention} / ${dwell}`;
}

function attentionChart(look) {
  return timesChart(look, {
    rows: recordsOf('attention').slice(0, FIRST_PLACES),
    name: (row) => isolated(shortened(nameOf(row), look.narrow ? 16 : 34)),
    left: look.narrow ? 118 : look.paper ? 190 : 240,
    leads: (row) => row.place === figures.findings.attention,
    texts: timesText,
  });
}

const attentionByChart = (word, name) => (look) =>
  timesChart(look, {
    rows: recordsOf(word),
    name: (row) => capitalised(name(row)),
    left: 116,
    leads: () => false,
    texts: timesText,
  });

function dwellTimesChart({ colours, paper, narrow }) {
  const buckets = recordsOf('dwell-times');
  const all = buckets.reduce((sum, bucket) => sum + bucket.viewers, 0);
  const name = ({ from_seconds: from, until_seconds: until }) =>
    until === null ? `${countText(from)}+` : `${countText(from)}–${countText(until)}`;
  return {
    height: paper ? 130 : 200,
    option: {
      grid: { left: 48, right: 8, top: 20, bottom: 38 },
      xAxis: categoryAxis(colours, {
        data: buckets.map(name),
        name: words['script.seconds'],
        nameLocation: 'middle',
        nameGap: 22,
        nameTextStyle: { color: colours.quiet, fontSize: 11 },
      }),
      yAxis: valueAxis(colours, {}),
      tooltip: {
        ...frame({ colours }).tooltip,
        formatter: ({ dataIndex }) => `${name(buckets[dataIndex])} ${words['script.seconds']}\n${words['script.viewers']}: ${countText(buckets[dataIndex].viewers)}`,
      },
      series: [{
        type: 'bar',
        barCategoryGap: '6%',
        emphasis: { disabled: true },
        itemStyle: { color: colours.bar, borderRadius: [2, 2, 0, 0] },
        data: buckets.map((bucket) => bucket.viewers),
        label: { show: !narrow && all > 0, position: 'top', fontSize: 11, color: colours.quiet, formatter: ({ value }) => wholePercent(value / all) },
      }],
    },
  };
}
