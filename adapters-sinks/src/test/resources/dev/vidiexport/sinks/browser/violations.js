const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  ({ violations }) => done(violations.map(({ id, impact, help, nodes }) =>
    `${id} (${impact}): ${help}` + nodes.map(({ target, html, failureSummary }) =>
      `\n  ${target.join(' ')}: ${html.slice(0, 200)}\n    ${failureSummary.replaceAll('\n', '\n    ')}`).join(''))),
  (trouble) => done([`axe-core failed: ${trouble}`]));
