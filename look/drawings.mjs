// The drawings, written as geometry. No url(#…) and no style attributes: an outside sprite may use neither everywhere.
// Colours: currentColor for ring and handle; --drink, --cup and --foam from the classes in mugs.css.
const n = x => String(Math.round(x * 100) / 100);
const on = (r, turn) => [32 + r * Math.cos(turn * 2 * Math.PI), 32 + r * Math.sin(turn * 2 * Math.PI)];
const pt = (r, turn) => on(r, turn).map(n).join(' ');
const around = (count, draw) => Array.from({ length: count }, (_, i) => draw(i / count, i)).join('');

const inner = 13.2, outer = 21, middle = (inner + outer) / 2;

// A piece of the ring between two radii and two turns.
const block = (r1, r2, t1, t2) => `M${pt(r1, t1)}A${n(r1)} ${n(r1)} 0 0 1 ${pt(r1, t2)}L${pt(r2, t2)}A${n(r2)} ${n(r2)} 0 0 0 ${pt(r2, t1)}Z`;
const path = d => `<path fill="currentColor" d="${d}"/>`;
const line = (d, width = 1.9) => `<path fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`;
const dot = (r, turn, size) => { const [x, y] = on(r, turn); return `<circle cx="${n(x)}" cy="${n(y)}" r="${size}" fill="currentColor"/>`; };

const patterns = {
  plain: '',
  dots: around(11, t => dot(middle + .1, t, 2.2)),
  stripes: path(around(13, t => block(inner, outer, t, t + .036))),
  checks: path(around(10, t => block(inner, middle, t, t + .05) + block(middle, outer, t + .05, t + .1))),
  waves: [15.7, 18.9].map(r => line(Array.from({ length: 81 }, (_, i) => `${i ? 'L' : 'M'}${pt(r + 1.1 * Math.sin(i * Math.PI / 5), i / 80)}`).join(''), 1.5)).join(''),
  zigzag: path('M' + Array.from({ length: 32 }, (_, i) => pt(i % 2 ? 15.2 : 20, i / 32)).join('L') + 'Z' + Array.from({ length: 2 }, (_, i) => `M${pt(inner, 0)}A${inner} ${inner} 0 1 0 ${pt(inner, .5)}A${inner} ${inner} 0 1 0 ${pt(inner, 0)}Z`)[0]),
  flowers: around(6, t => { const [x, y] = on(middle + .25, t); return Array.from({ length: 5 }, (_, k) => { const a = t * 2 * Math.PI + k * 2 * Math.PI / 5; return `<circle cx="${n(x + 2.15 * Math.cos(a))}" cy="${n(y + 2.15 * Math.sin(a))}" r="1.5" fill="currentColor"/>`; }).join(''); }),
  stars: around(7, t => { const [x, y] = on(middle + .1, t); return path('M' + Array.from({ length: 10 }, (_, k) => { const a = t * 2 * Math.PI + k * Math.PI / 5, r = k % 2 ? 1.5 : 3.7; return `${n(x + r * Math.cos(a))} ${n(y + r * Math.sin(a))}`; }).join('L') + 'Z'); }),
};

// What floats in the mug makes the drink known without its colour. Each is shown by its own class (--tea: 1 …).
const foam = (name, inside) => `<g opacity="var(--${name},0)" fill="none" stroke="var(--foam,#fff)" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${inside}</g>`;
const drinks =
  foam('coffee', '<circle cx="32" cy="32" r="7.6" stroke-width="1.3"/>') +
  foam('tea', '<path d="M32 32 24.4 41.2" stroke-width="1.3"/><path d="m29.6 28.4 4.8 0 1.6 2.4v5.2h-8v-5.2z" fill="var(--foam,#fff)" fill-opacity=".35"/>') +
  foam('chocolate', '<path d="M32 32c1.6-1.8 4.2.4 2.8 2.8-1.8 3-6.6 1.8-7-2-.4-4.600 4.600-7.400 8.600-5.400 4.800 2.400 4.800 8.800 1.200 11.600"/>') +
  foam('mint', '<path d="M25.600 37.600C25 30 30 26 38.400 26.400 38.800 34.400 33.600 39 25.600 37.600Zm0 0 7.400-6.200" fill="var(--foam,#fff)" fill-opacity=".35"/>') +
  foam('water', '<circle cx="29.400" cy="30" r="2.800"/><circle cx="35.600" cy="33.800" r="2"/><circle cx="30.600" cy="37.200" r="1.200"/>');

const mug = (name, pattern) => `<symbol id="${name}" viewBox="0 0 64 64">`
  + '<path d="M51 26.500c6-2.200 10.500.6 10.500 5.500S57 39.700 51 37.500" fill="none" stroke="currentColor" stroke-width="4"/>'
  + '<circle cx="32" cy="32" r="22" fill="var(--cup,#fffdf8)" stroke="currentColor" stroke-width="2.200"/>'
  + pattern
  + '<circle cx="32" cy="32" r="12.600" fill="var(--drink,#c98b3a)" stroke="var(--cup,#fffdf8)" stroke-width="1.600"/>'
  + '<circle cx="32" cy="32" r="11.900" fill="none" stroke="currentColor" stroke-width=".8" opacity=".5"/>'
  + drinks
  + '</symbol>';

const sprite = inside => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`.replace(/(\.\d)00/g, '$1');

export const mugs = () => sprite(Object.entries(patterns).map(([name, pattern]) => mug(name, pattern)).join('')
  + '<symbol id="empty" viewBox="0 0 64 64"><circle cx="32" cy="32" r="21" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4.400 4"/></symbol>'
  + '<symbol id="ring" viewBox="0 0 64 64"><path d="M32 11a21 21 0 1 1-15 6.300" fill="none" stroke="currentColor" stroke-width="3.200" stroke-linecap="round" opacity=".75"/></symbol>');

const icon = (name, d, extra = '') => `<symbol id="${name}" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>${extra}</symbol>`;
export const marks = () => sprite([
  icon('eye', 'M2 12c2.600-4.600 6-7 10-7s7.400 2.400 10 7c-2.600 4.600-6 7-10 7s-7.400-2.400-10-7Z', '<circle cx="12" cy="12" r="3.200" fill="currentColor"/>'),
  icon('question', 'M8 8.200C8.300 5.700 9.900 4.500 12.100 4.500c2.300 0 4 1.400 4 3.500 0 3.100-4 3.300-4 6.500', '<circle cx="12.100" cy="19" r="1.500" fill="currentColor"/>'),
  icon('bubble', 'M4 4.500h16v11h-9.500L6 20v-4.500H4Z'),
  icon('look', 'M10.500 17a6.500 6.500 0 1 1 0-13 6.500 6.500 0 0 1 0 13Zm4.800-1.700L21 21'),
  icon('pencil', 'm4 20 1-4.500L16.500 4 20 7.500 8.500 19ZM14 6.500l3.500 3.500'),
  icon('lock', 'M5 11h14v9H5ZM8 11V8a4 4 0 0 1 8 0v3'),
  icon('people', 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6.500 9c.3-4 2.800-6 6.500-6s6.200 2 6.500 6M16 4.300a3.500 3.500 0 0 1 0 6.500M18 14.500c2.200.8 3.400 2.600 3.600 5.500'),
  icon('note', 'M5 3.500h14v12.500l-4.500 4.500H5ZM14.500 20.500V16H19M8.500 8.500h7M8.500 12.500h5'),
  icon('list', 'M9 6h11M9 12h11M9 18h11', '<circle cx="4.500" cy="6" r="1.300" fill="currentColor"/><circle cx="4.500" cy="12" r="1.300" fill="currentColor"/><circle cx="4.500" cy="18" r="1.300" fill="currentColor"/>'),
  icon('print', 'M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7Z'),
  icon('plus', 'M12 5v14M5 12h14'),
  icon('back', 'M20 12H5m6-6-6 6 6 6'),
  icon('fold', 'm6 9 6 6 6-6'),
  icon('mind', 'M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19ZM12 7v6', '<circle cx="12" cy="16.800" r="1.400" fill="currentColor"/>'),
  icon('door', 'M13 4H5v16h8M10 12h11m-4-4 4 4-4 4'),
  icon('phone', 'M6 3.500h3.500l1.500 5-2.300 1.700c1 2.300 2.700 4 5 5l1.800-2.200 5 1.500V18c0 1.600-1.100 2.500-2.500 2.500C10.700 20 4 13.300 3.500 6c0-1.400 1-2.500 2.500-2.500Z'),
  // How something works here: carried, a hill, two at once, a fork in the road. None of them is a plus or a minus.
  icon('speak', 'M4 9.500v5h4l5 4.500V5L8 9.500ZM16.500 9c1.700 1.700 1.700 4.300 0 6M19 6.500c3.300 3.200 3.300 7.800 0 11'),
  icon('undo', 'M9 5 4.500 9.500 9 14M5 9.500h9a5 5 0 0 1 0 10h-3'),
  icon('helps', 'M4 14.500c1.800 3.500 4.500 5.500 8 5.500s6.200-2 8-5.500M12 12.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9Z'),
  icon('hard', 'M2.500 19.500 10 6l4.500 8 2-3 5 8.500Z'),
  icon('both', 'M9 17.500a5.500 5.500 0 1 1 0-11 5.500 5.500 0 0 1 0 11Zm6 0a5.500 5.500 0 1 1 0-11 5.500 5.500 0 0 1 0 11Z'),
  icon('depends', 'M12 21v-6c0-5-6-4-6-11m6 11c0-5 6-4 6-11'),
].join(''));

// Pictures with which a child says something: each one line, the same weight, no face that is better than another.
const picture = (name, d, extra = '') => `<symbol id="${name}" viewBox="0 0 64 64"><g fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="${d}"/>${extra}</g></symbol>`;
const face = (name, mouth, extra = '') => picture(name, 'M32 56a24 24 0 1 1 0-48 24 24 0 0 1 0 48Z' + mouth, '<g fill="currentColor" stroke="none"><circle cx="23.5" cy="27" r="3"/><circle cx="40.5" cy="27" r="3"/></g>' + extra);
const body = (x, y, s) => `M${n(x)} ${n(y)}m${n(-6 * s)} 0a${n(6 * s)} ${n(6 * s)} 0 1 0 ${n(12 * s)} 0a${n(6 * s)} ${n(6 * s)} 0 1 0 ${n(-12 * s)} 0M${n(x - 10 * s)} ${n(y + 30 * s)}v${n(-9 * s)}c0-${n(7 * s)} ${n(4 * s)}-${n(11 * s)} ${n(10 * s)}-${n(11 * s)}s${n(10 * s)} ${n(4 * s)} ${n(10 * s)} ${n(11 * s)}v${n(9 * s)}`;
export const pictures = () => sprite([
  picture('home', 'M8 31 32 10l24 21M14 27v27h36V27M27 54V40h10v14'),
  picture('school', 'M10 54V26h44v28ZM32 26V9m0 0h13v8H32M27 54V44h10v10M18 34h5m18 0h5'),
  picture('sleep', 'M7 52V20m0 26h50v6M57 46V39c0-4-3-7-7-7H26v14M12 38a5 5 0 1 0 10 0 5 5 0 0 0-10 0ZM40 10h9l-9 11h9'),
  picture('eat', 'M13 10v14c0 4 2.500 6 6 6s6-2 6-6V10M19 10v44M46 54V10c-7 3-10 10-10 22h10'),
  picture('play', 'M10 54V34h20v20ZM34 54V34h20v20ZM22 30V10h20v20Z', '<circle cx="20" cy="44" r="4"/><path d="m44 39 5 10H39ZM28 20h8"/>'),
  picture('friend', body(21, 17, 1) + body(43, 17, 1) + 'M14 58h36'),
  picture('pet', 'M14 12v20m36-20v20M14 12l11 8h14l11-8M14 32c0 12 7 20 18 20s18-8 18-20M27 41l5 4 5-4M32 45v3M8 36l9 2m39-2-9 2M8 45l10-2m38 2-10-2', '<g fill="currentColor" stroke="none"><circle cx="24" cy="31" r="2.600"/><circle cx="40" cy="31" r="2.600"/></g>'),
  picture('sport', 'M32 56a24 24 0 1 1 0-48 24 24 0 0 1 0 48ZM32 23l9 6.500-3.500 10.500h-11L23 29.500ZM32 23V9M41 29.500l13-5M37.500 40l8.500 11M26.500 40 18 51M23 29.500l-13-5'),
  picture('outside', 'M24 56V42M24 42c-9 0-14-5-14-12 0-6 4-9 7-10 1-6 4-9 8-9s8 4 8 9c3 1 6 5 6 10 0 7-6 12-15 12ZM8 56h48', '<circle cx="50" cy="16" r="5"/><path d="M50 5v2m0 18v2M39 16h2m18 0h2"/>'),
  picture('screen', 'M18 8h28a3 3 0 0 1 3 3v42a3 3 0 0 1-3 3H18a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3ZM15 46h34M27 20l12 7-12 7Z', '<circle cx="32" cy="51" r="1"/>'),
  picture('going', 'M6 46V30h8l7-11h20l10 11h7v16h-6M26 46h13M6 46h7M21 19v11m12-11v11M14 30h37', '<circle cx="19.500" cy="47" r="6"/><circle cx="45.500" cy="47" r="6"/>'),
  picture('when', 'M10 15h44v39H10ZM10 26h44M21 9v11M43 9v11M28.500 35c0-5 7-5 7 0 0 4-3.500 4-3.500 8', '<circle cx="32" cy="48.500" r=".800"/>'),
  picture('together', body(14, 22, .8) + body(32, 16, .9) + body(50, 22, .8) + 'M5 54h54'),
  picture('alone', body(48, 26, .85) + 'M8 56h48'),
  picture('quarrel', 'M6 12h24v17H18l-7 7v-7H6ZM58 30v17h-5v7l-7-7H34V30ZM38 8l-5 9h8l-6 9M26 40l-5 8h7l-5 8'),
  picture('talk', 'M7 10h33v22H21l-9 9v-9H7ZM46 24h11v20h-5v9l-9-9H25v-6M16 18h15M16 24h9'),
  picture('hug', 'M32 54C14 43 8 34 8 25c0-7 5-12 11.500-12 5.500 0 9.500 3 12.500 8 3-5 7-8 12.500-8C51 13 56 18 56 25c0 9-6 18-24 29Z'),
  picture('quiet', 'M42 9a24 24 0 1 0 14 34c-15 5-27-9-14-34ZM50 16v8m-4-4h8'),
  picture('stop', 'M22 8h20l14 14v20L42 56H22L8 42V22ZM22 32h20'),
  picture('moreoften', 'M52 22A22 22 0 1 0 54 37M54 10v13H41M32 24v16M24 32h16'),
  face('glad', 'M20 37c3 6 7 9 12 9s9-3 12-9'),
  face('sad', 'M21 45c3-5 6-7 11-7s8 2 11 7', '<path d="M20 34v5"/>'),
  face('angry', 'M22 43h20M17 18l10 5m20-5-10 5'),
  face('afraid', 'M20 44l4-4 4 4 4-4 4 4 4-4 4 4M18 19c2-2 5-3 8-2m20 2c-2-2-5-3-8-2'),
].join(''));

const top = (edge, board) => `<rect x="2.500" y="6" width="35" height="28" rx="9" fill="${board}" stroke="${edge}" stroke-width="2"/>`
  + '<circle cx="13.500" cy="15.500" r="4.200" fill="#1f5c4d"/><circle cx="26.500" cy="15.500" r="4.200" fill="#a9481f"/><circle cx="20" cy="26" r="4.200" fill="#2b5c93"/>'
  + '<g fill="#fffdf8"><circle cx="13.500" cy="15.500" r="1.500"/><circle cx="26.500" cy="15.500" r="1.500"/><circle cx="20" cy="26" r="1.500"/></g>';
const small = inside => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inside}</svg>`.replace(/(\.\d)00/g, '$1');
export const logo = () => small(top('#9c6b3a', '#e2c096'));
export const favicon = logo;

// A few lines of wood, stretched over the table.
export const wood = () => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" preserveAspectRatio="none"><g fill="none" stroke="#8a5a2b" stroke-width="1.5" stroke-linecap="round" opacity=".28" vector-effect="non-scaling-stroke">'
  + '<path d="M14 34C90 28 160 42 240 35S350 30 388 38M10 92c50-8 70 6 120 2M300 88c30-6 60 4 92 0M12 150c60 6 90-6 140-1M280 153c40 4 70-6 110-2M18 206c80-8 150 7 220 0s100-4 144 3"/></g></svg>';

// The same along an upright table: only at the edges and down the middle, never under a name.
export const woodLong = () => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 600" preserveAspectRatio="none"><g fill="none" stroke="#8a5a2b" stroke-width="1.5" stroke-linecap="round" opacity=".28">'
  + '<path d="M7 44c4 90-3 180 1 290s-3 160 0 222M118 20c5 80-4 150 0 250M123 320c-5 90 4 150 0 256M232 40c-4 110 4 190 0 300s2 130 0 214"/></g></svg>';
