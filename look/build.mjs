// Rebuilds everything in ../src/Web/wwwroot/look from the packages in package-lock.json and from ./src:
//   npm ci --ignore-scripts && node build.mjs
// The result is committed, so running the product needs no Node.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { mugs, marks, pictures, logo, favicon, wood, woodLong } from './drawings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'src', 'Web', 'wwwroot', 'look');
const pkg = (name, ...path) => join(here, 'node_modules', name, ...path);
const read = path => readFileSync(path, 'utf8');

// 1. Components of NL Design System that the pages use, and what of each we leave out.
const components = [
  ['@nl-design-system-candidate/button-css', 'dist/button.css'],
  ['@nl-design-system-candidate/heading-css', 'dist/heading.css'],
  ['@nl-design-system-candidate/link-css', 'dist/link.css'],
  ['@nl-design-system-candidate/paragraph-css', 'dist/paragraph.css'],
  ['@nl-design-system-candidate/skip-link-css', 'dist/skip-link.css'],
  ['@utrecht/alert-css', 'dist/index.css'],
  ['@utrecht/checkbox-css', 'dist/index.css'],
  ['@utrecht/form-field-css', 'dist/index.css'],
  ['@utrecht/form-field-description-css', 'dist/index.css'],
  ['@utrecht/form-field-error-message-css', 'dist/index.css'],
  ['@utrecht/form-fieldset-css', 'dist/index.css'],
  ['@utrecht/form-label-css', 'dist/index.css'],
  ['@utrecht/radio-button-css', 'dist/index.css'],
  ['@utrecht/select-css', 'dist/index.css'],
  ['@utrecht/textarea-css', 'dist/index.css'],
  ['@utrecht/textbox-css', 'dist/index.css'],
];
const fonts = [
  ['@fontsource-variable/atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', 'atkinson-hyperlegible-next', '200 800'],
  ['@fontsource-variable/literata', 'Literata', 'literata', '200 900'],
];

// Selectors that only exist for showing states in a style book, or for variants that have no meaning here:
// nothing is "positive" or "negative", nothing is marked wrong before it was sent.
const unwanted = /--(positive|negative|pressed|busy|disabled|hover|focus|focus-visible|active|read-only|valid|warning|ok|error|subtle|level-[56])(?![\w-])|:invalid|:read-only|__placeholder|--icon-only|\.nl-link--(disabled|inline-box|current)|--section/;

const split = (text, at) => {
  const parts = []; let depth = 0, start = 0;
  for (let i = 0; i < text.length; i++) {
    if ('([{'.includes(text[i])) depth++;
    else if (')]}'.includes(text[i])) depth--;
    else if (text[i] === at && depth === 0) { parts.push(text.slice(start, i)); start = i + 1; }
  }
  parts.push(text.slice(start));
  return parts.map(p => p.trim()).filter(Boolean);
};

const parse = css => {
  const rules = []; let i = 0;
  while (i < css.length) {
    const open = css.indexOf('{', i);
    if (open < 0) break;
    let depth = 1, end = open + 1;
    while (depth) { if (css[end] === '{') depth++; else if (css[end] === '}') depth--; end++; }
    const head = css.slice(i, open).trim(), body = css.slice(open + 1, end - 1);
    rules.push(head.startsWith('@media') ? { head, rules: parse(body) } : { head, body: split(body, ';') });
    i = end;
  }
  return rules;
};

// Writes out var(): a token that the theme does not set gives way to its fallback, or the declaration goes.
const resolve = (value, known) => {
  let result = '', i = 0;
  while (i < value.length) {
    const at = value.indexOf('var(', i);
    if (at < 0) { result += value.slice(i); break; }
    let depth = 1, end = at + 4;
    while (depth) { if (value[end] === '(') depth++; else if (value[end] === ')') depth--; end++; }
    const [name, ...rest] = split(value.slice(at + 4, end - 1), ',');
    const fallback = rest.length ? resolve(rest.join(','), known) : null;
    result += value.slice(i, at);
    if (known.has(name)) result += name.startsWith('--_') && fallback !== null ? `var(${name},${fallback})` : `var(${name})`;
    else if (fallback !== null) result += fallback;
    else return null;
    i = end;
  }
  return result;
};

const prune = (rules, known) => rules.flatMap(rule => {
  if (rule.rules) { const inner = prune(rule.rules, known); return inner.length ? [{ ...rule, rules: inner }] : []; }
  const head = split(rule.head, ',').filter(s => !unwanted.test(s)).join(',');
  const body = rule.body.flatMap(line => {
    const colon = line.indexOf(':'), value = resolve(line.slice(colon + 1).trim(), known);
    return value === null ? [] : [`${line.slice(0, colon).trim()}:${value}`];
  });
  return head && body.length ? [{ head, body }] : [];
});
const write = rules => rules.map(r => `${r.head}{${r.rules ? write(r.rules) : r.body.join(';')}}`).join('');
const defined = css => new Set([...css.matchAll(/(?<![\w-])(--[\w-]+)\s*:/g)].map(m => m[1]));
const strip = css => css.replace(/\/\*[\s\S]*?\*\//g, '');

const theme = strip(read(join(here, 'src', 'theme.css')));
const tokens = defined(theme);
let rules = parse(strip(components.map(([name, path]) => read(pkg(name, path))).join('\n')));
for (let before = ''; before !== write(rules);) {
  before = write(rules);
  rules = prune(rules, new Set([...tokens, ...[...defined(before)].filter(n => n.startsWith('--_'))]));
}
const used = write(rules);
const own = readdirSync(join(here, 'src')).filter(f => f.endsWith('.css') && f !== 'theme.css').sort()
  .map(f => strip(read(join(here, 'src', f)))).join('\n');
const unreached = [...tokens].filter(t => ![used, own, theme].some(css => css.includes(`var(${t}`)));
if (unreached.length) throw new Error(`theme.css sets tokens that nothing reaches: ${unreached.join(', ')}`);
const unknown = [...own.matchAll(/var\((--[\w-]+)\)/g)].map(m => m[1]).filter(n => !tokens.has(n) && !defined(own).has(n));
if (unknown.length) throw new Error(`src uses tokens that theme.css does not set: ${[...new Set(unknown)].join(', ')}`);

// 2. Fonts: Latin, and Latin extended that is fetched only when a name needs it (Çağla, Łukasz).
mkdirSync(join(out, 'fonts'), { recursive: true });
// The scripts beside the look are written by hand: everything else here is made anew.
for (const name of readdirSync(out)) {
  if (!name.endsWith('.js')) rmSync(join(out, name), { recursive: true, force: true });
}
mkdirSync(join(out, 'fonts'), { recursive: true });
const faces = fonts.map(([name, family, file, weight]) => ['latin-ext', 'latin'].map(subset => {
  const face = read(pkg(name, 'wght.css')).split('@font-face').find(f => f.includes(`${file}-${subset}-wght-normal.woff2`));
  copyFileSync(pkg(name, 'files', `${file}-${subset}-wght-normal.woff2`), join(out, 'fonts', `${file}-${subset}.woff2`));
  return `@font-face{font-family:"${family}";font-style:normal;font-display:swap;font-weight:${weight};src:url(fonts/${file}-${subset}.woff2) format("woff2");unicode-range:${/unicode-range: ([^;]+);/.exec(face)[1]}}`;
}).join('')).join('');

// 3. One stylesheet.
const banner = `/*! Keukentafel, EUPL-1.2. Contains parts of NL Design System (EUPL-1.2), Copyright (c) Frameless B.V. and Gemeente Utrecht, adapted: unused rules and tokens left out. See LICENSES.txt */\n`;
const { code } = transform({
  filename: 'keukentafel.css', minify: true,
  code: Buffer.from(faces + theme + used + own),
  targets: { chrome: 117 << 16, firefox: 121 << 16, safari: (16 << 16) | (5 << 8) },
});
writeFileSync(join(out, 'keukentafel.css'), banner + code);

// 4. Drawings.
for (const [file, text] of Object.entries({ 'mugs.svg': mugs(), 'marks.svg': marks(), 'pictures.svg': pictures(), 'logo.svg': logo(), 'favicon.svg': favicon(), 'wood.svg': wood(), 'wood-long.svg': woodLong() }))
  writeFileSync(join(out, file), text + '\n');

// 5. Licences of all that is inside.
const about = name => JSON.parse(read(pkg(name, 'package.json')));
const line = ([name]) => { const p = about(name); return `- ${p.name} ${p.version}, ${p.license}`; };
const rulesOff = '\n' + '='.repeat(78) + '\n\n';
writeFileSync(join(out, 'LICENSES.txt'), [
  'Keukentafel: drawings and own stylesheet, EUPL-1.2.\n\nkeukentafel.css contains parts of these packages of NL Design System, adapted\n(unused rules and tokens are left out):\n' + components.map(line).join('\n')
  + '\n\nfonts/ contains these typefaces, unchanged:\n' + fonts.map(line).join('\n') + '\n',
  ...fonts.map(([name, family]) => `${family}\n\n${read(pkg(name, 'LICENSE')).trim()}\n`),
  `EUPL-1.2 (as in @utrecht/form-field-css)\n\n${read(pkg('@utrecht/form-field-css', 'LICENSE.md')).trim()}\n`,
].join(rulesOff));

for (const file of ['keukentafel.css', 'mugs.svg', 'marks.svg', 'pictures.svg', 'wood.svg', 'wood-long.svg', 'logo.svg', 'favicon.svg']) {
  const bytes = readFileSync(join(out, file));
  console.log(`${file.padEnd(18)} ${String(bytes.length).padStart(7)} bytes, brotli ${brotliCompressSync(bytes).length}`);
}
