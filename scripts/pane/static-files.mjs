// Answers requests from a folder, as any web server does that hosts dist/.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.gif': 'image/gif',
};

/** @param folder the only one that anything is given from */
export function answerFrom(folder) {
  return ({ method, url = '/' }, response) => {
    const refuse = (status) => {
      response.writeHead(status, { 'Content-Type': 'text/plain' });
      response.end();
    };
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    let file;
    try {
      const { pathname } = new URL(url, 'http://localhost');
      file = path.join(folder, decodeURIComponent(pathname));
    } catch {
      return refuse(400);
    }
    if (file !== folder && !file.startsWith(folder + path.sep)) return refuse(403);
    try {
      if (statSync(file).isDirectory()) file = path.join(file, 'index.html');
      const body = readFileSync(file);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      // pages are asked for anew; what has a hash in its name stays what it is
      const isHashed = path.relative(folder, file).startsWith(`scripts${path.sep}`);
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': body.length,
        'Cache-Control': isHashed ? 'max-age=31536000, immutable' : 'no-cache',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(method === 'HEAD' ? undefined : body);
    } catch {
      refuse(404);
    }
  };
}
