// The figures of the page, and how its language writes them. What the browser is set to is of no
// account.
const figures = JSON.parse(document.getElementById('figures').textContent);
const words = figures.words;

const wholeFormat = new Intl.NumberFormat(figures.locale, { maximumFractionDigits: 0, useGrouping: true });
const decimalFormat = new Intl.NumberFormat(figures.locale, {
  minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: true,
});
const percentFormat = new Intl.NumberFormat(figures.locale, { style: 'percent', maximumFractionDigits: 1 });
const shortFormat = new Intl.NumberFormat(figures.locale, { notation: 'compact', maximumFractionDigits: 1 });

const countText = (value) =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? wholeFormat.format(value) : decimalFormat.format(value);
const ratioText = (value) => percentFormat.format(value < 1 && value > 0.999 ? 0.999 : value);
const secondsText = (value) => decimalFormat.format(value);
const secondsWithUnit = (value) => words.seconds.replace('{value}', secondsText(value));
const orMissing = (value, text) => (value === null ? words['script.not-measured'] : text(value));

// Dates are days of places, in no time zone.
const dateFormat = (options) => {
  const format = new Intl.DateTimeFormat(figures.locale, { timeZone: 'UTC', ...options });
  return (date) => format.format(new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`));
};
const dayText = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' });
const fullDayText = dateFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const shortDayText = dateFormat({ day: 'numeric', month: 'short' });
const weekdayText = dateFormat({ weekday: 'short' });
const dayOfMonthText = dateFormat({ day: 'numeric' });
const monthText = dateFormat({ month: 'short', year: 'numeric' });
const shortMonthText = dateFormat({ month: 'short' });

// The first of January 2024 was a Monday.
const nameOfWeekday = (weekday) => weekdayText(`2024-01-0${weekday}`);
const weekdayOf = (date) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const isWeekend = (date) => weekdayOf(date) > 5;
const hourText = (hour) => `${String(hour).padStart(2, '0')}:00`;

// A name may be anything, and must neither turn the text around it nor fill the chart.
const isolated = (name) => `\u2068${name}\u2069`;
const shortened = (name, most) => {
  const points = [...name.replace(/\s+/g, ' ')];
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
};
