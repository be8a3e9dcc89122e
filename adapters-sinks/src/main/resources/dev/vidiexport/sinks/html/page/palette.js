// The colours of the page as charts take them. On paper they are the light ones.
const MISSING = '#010203';

function paletteOf() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const steps = [0, 1, 2, 3, 4].map((step) => colour(`step-${step}`));
  const palette = { steps };
  for (const name of ['ground', 'card', 'ink', 'quiet', 'line', 'weekend', 'bar', 'pale', 'accent', 'blue', 'orange', 'grey']) {
    palette[name] = colour(name);
  }
  palette.shade = (part) => shadeOf(steps, part);
  palette.onShade = (part) => (isLight(shadeOf(steps, part)) ? '#17211f' : '#ffffff');
  palette.on = (fill) => (isLight(fill) ? '#17211f' : '#ffffff');
  return palette;
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function isLight(colour) {
  const [red, green, blue] = channels(colour);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140;
}

// From the palest step for nothing to the darkest for all.
function shadeOf(steps, part) {
  const place = Math.min(1, Math.max(0, part)) * (steps.length - 1);
  const lower = Math.min(steps.length - 2, Math.floor(place));
  const from = channels(steps[lower]);
  const to = channels(steps[lower + 1]);
  const mixed = from.map((channel, at) => Math.round(channel + (to[at] - channel) * (place - lower)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
