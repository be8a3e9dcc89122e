// Every chart is drawn for the width that it has, again when that changes, and for paper.
const PAPER_WIDTH = 686;
const NARROW = 560;
const HALF = 0.48;
const halves = new Set(['people', 'people-dayparts', 'attention-dayparts', 'attention-ages']);
const drawings = new Map();

// make(look) gives the height of a chart and its option for ECharts; look has the width and colours.
function drawing(word, make) {
  const figure = document.querySelector(`figure[data-chart="${word}"]`);
  if (figure !== null) {
    drawings.set(word, { word, plot: figure.querySelector('.plot'), make, chart: null });
  }
}

function draw(it, width, paper) {
  const colours = paletteOf();
  const look = { width, paper, narrow: width < NARROW, colours };
  const { height, option } = it.make(look);
  if (it.chart === null) {
    it.chart = echarts.init(it.plot, null, { renderer: 'svg', width, height });
    it.chart.on('rendered', () => markMissing(it.plot));
  } else {
    it.chart.resize({ width, height });
  }
  it.chart.setOption({ ...frame(look), ...option }, { notMerge: true });
  it.chart.getZr().flush();
  markMissing(it.plot);
}

// What was not measured bears one class in every chart, and the pattern of the legend by it.
function markMissing(plot) {
  for (const shape of plot.querySelectorAll('path')) {
    const fill = shape.getAttribute('fill');
    shape.classList.toggle('not-measured', fill === MISSING || fill === 'rgb(1,2,3)');
  }
}

// What all charts have alike. Tooltips are drawn: those of HTML would need style attributes.
function frame({ colours }) {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: colours.ink },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      backgroundColor: colours.card,
      borderColor: colours.line,
      borderWidth: 1,
      padding: [7, 10],
      textStyle: { color: colours.ink, fontSize: 12, lineHeight: 18 },
    },
  };
}

function categoryAxis(colours, more) {
  return {
    type: 'category',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.quiet, fontSize: 11 },
    splitLine: { show: false },
    ...more,
  };
}

function valueAxis(colours, more) {
  return {
    type: 'value',
    min: 0,
    splitNumber: 3,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value) => shortFormat.format(value) },
    splitLine: { lineStyle: { color: colours.line } },
    ...more,
  };
}

const widthOf = (it) => Math.floor(it.plot.clientWidth);
const paperWidthOf = (it) => Math.floor(halves.has(it.word) ? PAPER_WIDTH * HALF : PAPER_WIDTH);

function drawAll() {
  for (const it of drawings.values()) {
    draw(it, widthOf(it), false);
  }
}

function drawForPaper() {
  document.documentElement.dataset.paper = '';
  for (const it of drawings.values()) {
    draw(it, paperWidthOf(it), true);
  }
}

function drawForScreen() {
  delete document.documentElement.dataset.paper;
  drawAll();
}

function redrawWhenNeeded() {
  const widths = new ResizeObserver((entries) => {
    if (document.documentElement.dataset.paper !== undefined) {
      return;
    }
    for (const entry of entries) {
      const it = drawings.get(entry.target.closest('figure').dataset.chart);
      if (it.chart !== null && widthOf(it) > 0 && it.chart.getWidth() !== widthOf(it)) {
        draw(it, widthOf(it), false);
      }
    }
  });
  for (const it of drawings.values()) {
    widths.observe(it.plot);
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('beforeprint', drawForPaper);
  addEventListener('afterprint', drawForScreen);
}
