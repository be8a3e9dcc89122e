// Who watched: genders side by side for each age, and the ages of each part of the day.
const AGES = [1, 2, 3, 4, 0];
const GENDERS = [1, 2, 0];

const genderColour = (gender, colours) => [colours.grey, colours.blue, colours.orange][gender];

function peopleChart({ colours, narrow, paper }) {
  const groups = recordsOf('people');
  const of = (gender, age) => groups.find((group) => group.gender === gender && group.age === age);
  const lead = figures.findings.group;
  const leads = (gender, age) => lead !== undefined && lead.gender === gender && lead.age === age;
  return {
    height: paper ? 140 : 250,
    option: {
      grid: { left: 44, right: 4, top: 18, bottom: 24 },
      xAxis: categoryAxis(colours, { data: AGES, axisLabel: { interval: 0, color: colours.ink, fontSize: narrow || paper ? 10 : 12, width: narrow || paper ? 58 : 110, overflow: 'break', lineHeight: 13, formatter: (age) => words[`age.${age}`] } }),
      yAxis: valueAxis(colours, { axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value) => ratioText(value) } }),
      tooltip: {
        ...frame({ colours }).tooltip,
        formatter: ({ seriesIndex, dataIndex }) => {
          const group = of(GENDERS[seriesIndex % GENDERS.length], AGES[dataIndex]);
          return `${capitalised(words[`gender.${group.gender}`])}, ${words[`age.${group.age}`]}\n${capitalised(words['kind.watchers'])}: ${orMissing(group.watchers, countText)}\n${words['script.share']}: ${orMissing(group.share, ratioText)}`;
        },
      },
      series: GENDERS.map((gender) => ({
        type: 'bar',
        barGap: '8%',
        barCategoryGap: '24%',
        emphasis: { disabled: true },
        data: AGES.map((age) => groupBar(of(gender, age), leads(gender, age), colours)),
        label: {
          show: !narrow && !paper,
          position: 'top',
          fontSize: 10,
          color: colours.quiet,
          formatter: ({ dataIndex }) => {
            const share = of(gender, AGES[dataIndex])?.share ?? null;
            return share === null ? '' : wholePercent(share);
          },
        },
      })),
    },
  };
}

const wholePercentFormat = new Intl.NumberFormat(figures.locale, { style: 'percent', maximumFractionDigits: 0 });
const wholePercent = (value) => wholePercentFormat.format(value);

function groupBar(group, leads, colours) {
  const share = group?.share ?? null;
  return {
    value: share ?? '-',
    itemStyle: {
      color: genderColour(group?.gender ?? 0, colours),
      borderRadius: [2, 2, 0, 0],
      borderColor: leads ? colours.accent : 'transparent',
      borderWidth: leads ? 2.5 : 0,
    },
  };
}

function peopleDaypartsChart({ colours, narrow, paper }) {
  const parts = recordsOf('people-dayparts');
  const colourOf = (age) => (age === 0 ? colours.grey : colours.steps[age]);
  return {
    height: parts.length * (paper ? 22 : 42) + 30,
    option: {
      grid: { left: narrow ? 78 : 92, right: 14, top: 4, bottom: 24 },
      xAxis: valueAxis(colours, { max: 1, interval: 0.25, axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value) => wholePercent(value) } }),
      yAxis: categoryAxis(colours, {
        inverse: true,
        data: parts.map((part) => part.daypart),
        axisLabel: { color: colours.ink, fontSize: 12, formatter: (part) => capitalised(words[`daypart.${part}`]) },
      }),
      tooltip: {
        ...frame({ colours }).tooltip,
        formatter: ({ dataIndex }) =>
          [capitalised(words[`daypart.${parts[dataIndex].daypart}`]), ...AGES.map((age) => `${words[`age.${age}`]}: ${orMissing(parts[dataIndex][age], ratioText)}`)].join('\n'),
      },
      series: AGES.map((age) => ({
        type: 'bar',
        stack: 'ages',
        barWidth: '66%',
        emphasis: { disabled: true },
        itemStyle: { color: colourOf(age), borderColor: colours.card, borderWidth: 1 },
        data: parts.map((part) => part[age] ?? '-'),
        label: {
          show: true,
          fontSize: 11,
          color: colours.on(colourOf(age)),
          formatter: ({ dataIndex }) => ((parts[dataIndex][age] ?? 0) >= (narrow || paper ? 0.12 : 0.07) ? wholePercent(parts[dataIndex][age]) : ''),
        },
      })),
    },
  };
}
