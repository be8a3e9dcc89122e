// The counts of each day, each kind on an axis of its own, and how much of the day was measured.
const MAIN_HEIGHT = 178;
const OTHER_HEIGHT = 46;
const BETWEEN = 30;

function daysChart({ width, narrow, colours }) {
  const days = recordsOf('days');
  const dates = days.map((day) => day.date);
  const kinds = [figures.main, ...figures.counts.filter((kind) => kind !== figures.main)];
  const panels = kinds.map((kind, at) => ({
    name: capitalised(words[`kind.${kind}`]),
    values: days.map((day) => day[kind]),
    height: at > 0 ? OTHER_HEIGHT : MAIN_HEIGHT,
    text: countText,
    main: at === 0,
  }));
  if (days.some((day) => day.expected > 0)) {
    panels.push({
      name: words['script.coverage'],
      values: days.map((day) => (day.expected > 0 ? day.measured / day.expected : null)),
      height: 22,
      text: ratioText,
      ratio: true,
      missing: (value) => value === null || value === 0,
    });
  }
  const option = { grid: [], xAxis: [], yAxis: [], series: [] };
  let top = 16;
  panels.forEach((panel, at) => {
    addPanel(option, panel, at, { dates, top, last: at === panels.length - 1, width, narrow, colours });
    top += panel.height + BETWEEN;
  });
  option.tooltip = {
    ...frame({ colours }).tooltip,
    trigger: 'item',
    formatter: ({ dataIndex, name }) => dayTooltip(panels, dates, dates.indexOf(name) >= 0 ? dates.indexOf(name) : dataIndex),
  };
  return { height: top + 2, option };
}

const capitalised = (text) => text.charAt(0).toLocaleUpperCase(figures.locale) + text.slice(1);

function dayTooltip(panels, dates, at) {
  return [fullDayText(dates[at]), ...panels.map((panel) => `${panel.name}: ${orMissing(panel.values[at], panel.text)}`)].join('\n');
}

function addPanel(option, panel, at, { dates, top, last, width, narrow, colours }) {
  const left = narrow ? 40 : 48;
  const band = (width - left - 8) / dates.length;
  option.grid.push({ left, right: 8, top, height: panel.height });
  option.xAxis.push(categoryAxis(colours, {
    gridIndex: at,
    data: dates,
    axisLabel: { show: last, color: colours.quiet, fontSize: 11, hideOverlap: true, ...dateLabels(dates, band) },
  }));
  option.yAxis.push(valueAxis(colours, {
    gridIndex: at,
    name: panel.main ? '' : panel.name,
    nameGap: 10,
    nameTextStyle: { align: 'left', padding: [0, 0, 0, -left + 8], color: colours.quiet, fontSize: 11, fontWeight: panel.main ? 600 : 400 },
    splitNumber: panel.main ? 4 : 1,
    max: panel.ratio ? 1 : undefined,
    interval: panel.ratio ? 1 : undefined,
    axisLabel: {
      color: colours.quiet,
      fontSize: panel.main ? 11 : 10,
      formatter: (value) => (panel.ratio ? ratioText(value) : shortFormat.format(value)),
      showMinLabel: panel.main ? undefined : false,
    },
  }));
  const axes = { xAxisIndex: at, yAxisIndex: at };
  if (!figures.byPeriod) {
    option.series.push(spans(axes, weekendsOf(dates), colours.weekend, '', colours, -1));
  }
  option.series.push({
    type: 'bar',
    ...axes,
    barCategoryGap: band > 10 ? '22%' : band > 4 ? '12%' : '0%',
    barMaxWidth: 72,
    emphasis: { disabled: true },
    data: panel.values.map((value, day) => ({
      value: value ?? '-',
      itemStyle: { color: barColour(panel, dates[day], colours), borderRadius: band > 8 ? [2, 2, 0, 0] : 0 },
    })),
    label: {
      show: panel.main && band > 54,
      position: 'top',
      fontSize: 11,
      color: colours.ink,
      formatter: ({ dataIndex }) => (panel.values[dataIndex] === null ? '' : countText(panel.values[dataIndex])),
    },
  });
  option.series.push(spans(axes, runsOf(dates.length, (day) => (panel.missing ?? isNull)(panel.values[day])), MISSING, panel.main ? words['script.not-measured'] : '', colours, 1));
}

function barColour(panel, date, colours) {
  if (panel.main) {
    return date === figures.findings.day ? colours.accent : colours.bar;
  }
  return colours.pale;
}

// Dates that are labelled: all where there is room, else Mondays, else the first of each month.
function dateLabels(dates, band) {
  if (band >= 40 && !figures.byPeriod) {
    return { interval: 0, formatter: (date) => dayText(date) };
  }
  if (figures.byPeriod || dates.length <= 100) {
    const mondays = !figures.byPeriod && dates.length > FEW_DAYS && band * 7 >= 44;
    return {
      interval: mondays ? (at) => weekdayOf(dates[at]) === 1 : 'auto',
      formatter: (date) => shortDayText(date),
    };
  }
  return { interval: (at) => dates[at].endsWith('-01'), formatter: (date) => shortMonthText(date) };
}

// Runs of days, each as the first and the last of them.
function runsOf(length, belongs) {
  const runs = [];
  for (let at = 0; at < length; at += 1) {
    if (belongs(at)) {
      if (runs.length > 0 && runs.at(-1)[1] === at - 1) {
        runs.at(-1)[1] = at;
      } else {
        runs.push([at, at]);
      }
    }
  }
  return runs;
}

const weekendsOf = (dates) => runsOf(dates.length, (at) => isWeekend(dates[at]));
const isNull = (value) => value === null;

// Areas from top to bottom of a panel, with a text in them where it fits.
function spans(axes, runs, fill, text, colours, z) {
  return {
    type: 'custom',
    ...axes,
    z,
    silent: fill !== MISSING,
    data: runs,
    encode: { x: [0, 1] },
    renderItem: ({ coordSys }, api) => {
      const band = api.size([1, 0])[0];
      const left = api.coord([api.value(0), 0])[0] - band / 2;
      const width = api.coord([api.value(1), 0])[0] + band / 2 - left;
      const area = { type: 'rect', shape: { x: left, y: coordSys.y, width, height: coordSys.height }, style: { fill } };
      const upright = width < 90;
      if (text === '' || (upright && (width < 13 || coordSys.height < 90))) {
        return area;
      }
      const label = {
        type: 'text',
        x: left + width / 2,
        y: coordSys.y + coordSys.height / 2,
        rotation: upright ? Math.PI / 2 : 0,
        style: {
          text, fill: colours.ink, fontSize: 11, align: 'center', verticalAlign: 'middle',
          backgroundColor: colours.card, padding: [2, 5], borderRadius: 3,
        },
      };
      return { type: 'group', children: [area, label] };
    },
  };
}
