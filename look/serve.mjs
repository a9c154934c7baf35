// Shows the samples with the same rules for the browser as the product has: node serve.mjs, then http://localhost:5090/samples/table.html
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const kinds = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.woff2': 'font/woff2' };

createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  const file = path.startsWith('/samples/') ? join(here, path) : path.startsWith('/look/') ? join(here, '..', 'src', 'Web', 'wwwroot', path) : null;
  try {
    const bytes = readFileSync(file);
    response.setHeader('Content-Type', kinds[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'");
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}).listen(5090, 'localhost', () => console.log('http://localhost:5090/samples/table.html'));
