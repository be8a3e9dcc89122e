// Makes the script that reports draw with, and copies the licences of what is in it:
//   node build.mjs RESOURCES
// where RESOURCES is the folder of the module's resources. The same versions make the same bytes.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const SCRIPT = 'dev/vidiexport/sinks/html/echarts.js';
const LICENCES = 'META-INF/third-party';

// By package, what is kept of it. Anything else in the script is a licence that nobody looked at.
const PACKAGES = {
  echarts: ['LICENSE', 'NOTICE', 'licenses/LICENSE-d3'],
  tslib: ['LICENSE.txt'],
  zrender: ['LICENSE'],
};

const resources = process.argv[2];
if (resources === undefined) {
  throw new Error('Say which folder the resources are in: node build.mjs RESOURCES');
}

const made = await build({
  entryPoints: ['entry.js'],
  outfile: 'echarts.js',
  write: false,
  metafile: true,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'echarts',
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none',
  banner: { js: await banner() },
});

const found = packagesIn(made.metafile);
if (found.join() !== Object.keys(PACKAGES).join()) {
  throw new Error(`The script is made of ${found}, and licences are known for ${Object.keys(PACKAGES)}`);
}

await mkdir(join(resources, dirname(SCRIPT)), { recursive: true });
await writeFile(join(resources, SCRIPT), made.outputFiles[0].contents);
for (const [name, files] of Object.entries(PACKAGES)) {
  for (const file of files) {
    await cp(join('node_modules', name, file), join(resources, LICENCES, name, file));
  }
}

function packagesIn({ inputs }) {
  const names = Object.keys(inputs)
    .filter((input) => input.startsWith('node_modules/'))
    .map((input) => input.split('/')[1]);
  return [...new Set(names)].sort();
}

// A report is sent around by itself, so the licences that want to go along stand in it.
async function banner() {
  const texts = [
    `Apache ECharts ${await versionOf('echarts')}, parts of it, made smaller.`,
    await textOf('echarts/NOTICE'),
    'Licensed under the Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0',
    'It holds parts of d3:',
    await textOf('echarts/licenses/LICENSE-d3'),
    `and of zrender ${await versionOf('zrender')}:`,
    await textOf('zrender/LICENSE'),
    `and of tslib ${await versionOf('tslib')}:`,
    await textOf('tslib/LICENSE.txt'),
  ];
  return `/*!\n${texts.join('\n\n')}\n*/`;
}

async function versionOf(name) {
  return JSON.parse(await textOf(`${name}/package.json`)).version;
}

async function textOf(file) {
  const text = await readFile(join('node_modules', file), 'utf8');
  return text.replaceAll('\r\n', '\n').trim();
}
