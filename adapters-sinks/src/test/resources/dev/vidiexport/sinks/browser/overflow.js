const width = document.documentElement.clientWidth;
const found = [];

function name(element) {
  const words = [element.localName];
  if (element.id) words.push('#' + element.id);
  for (const each of element.classList) words.push('.' + each);
  for (const attribute of element.attributes) {
    if (attribute.name.startsWith('data-') && attribute.value.length < 40) {
      words.push(`[${attribute.name}="${attribute.value}"]`);
    }
  }
  return words.join('');
}

// Whether something around an element takes care of what is wider than itself.
function isHeld(element) {
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== 'visible') return true;
  }
  return false;
}

for (const element of document.body.querySelectorAll('*')) {
  if (element.ownerSVGElement) continue;
  const box = element.getBoundingClientRect();
  const left = box.left + scrollX;
  const right = box.right + scrollX;
  // What is a pixel large, or wholly where nobody can scroll to, is there for screen readers.
  if (box.width <= 1 || box.height <= 1 || right <= 0) continue;
  if ((left < -1 || right > width + 1) && !isHeld(element)) {
    found.push(`${name(element)} goes from ${Math.round(left)} to ${Math.round(right)} of ${width}`);
  }
}

const all = document.documentElement.scrollWidth;
if (all > width) found.unshift(`the page is ${all} wide, and the window ${width}`);
return found;
