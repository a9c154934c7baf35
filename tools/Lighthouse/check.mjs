// node check.mjs [BASE] — looks at the public pages of a running program with Lighthouse, as on a slow phone. Accessibility and best practices must be whole, and a
// page with all it needs stays below 45 KB compressed, without the font. Speed is told and judged by nobody.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const base = process.argv[2] ?? 'http://localhost:5080';
const pages = ['/', '/help', '/young', '/stop', '/work', '/stories', '/think', '/think/together', '/ask', '/ask/for', '/near', '/know', '/know/figures', '/rights', '/words'];
const most = 45 * 1024;

const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
let wrong = 0;
try {
  for (const page of pages) {
    const { lhr } = await lighthouse(base + page, { port: chrome.port, onlyCategories: ['accessibility', 'best-practices', 'performance'], logLevel: 'error' });
    const of = name => Math.round(100 * (lhr.categories[name].score ?? 0));
    const sent = lhr.audits['network-requests'].details?.items ?? [];
    const bytes = sent.filter(one => one.resourceType !== 'Font').reduce((sum, one) => sum + one.transferSize, 0);
    const elsewhere = sent.filter(one => !one.url.startsWith(base) && !one.url.startsWith('data:'));
    const failed = ['accessibility', 'best-practices'].flatMap(name => lhr.categories[name].auditRefs
      .filter(one => one.weight > 0 && lhr.audits[one.id].score !== null && lhr.audits[one.id].score < 1).map(one => one.id));
    const good = of('accessibility') === 100 && of('best-practices') === 100 && bytes <= most && elsewhere.length === 0;
    wrong += good ? 0 : 1;
    console.log(`${good ? 'good ' : 'WRONG'} ${page.padEnd(18)} accessibility ${of('accessibility')}, best practices ${of('best-practices')}, speed ${of('performance')}, `
      + `${(bytes / 1024).toFixed(1)} KB without the font${failed.length ? '; ' + failed.join(', ') : ''}${elsewhere.length ? '; from elsewhere: ' + elsewhere.map(one => one.url).join(' ') : ''}`);
  }
} finally {
  await chrome.kill();
}

console.log(`${pages.length - wrong} good, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
