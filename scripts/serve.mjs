// Serves dist/ on this machine alone: serve.mjs [--http-port 3001] [--https-port 3000] [--host localhost]
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answerFrom } from './pane/static-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where office-addin-dev-certs puts its certificates. */
const CERTIFICATES = path.join(homedir(), '.office-addin-dev-certs');
const text = { type: 'string' };

try {
  const { values } = parseArgs({
    options: { 'http-port': text, 'https-port': text, out: text, certificates: text },
  });
  const dist = path.resolve(values.out ?? path.join(root, 'dist'));
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error(`${dist} holds no built pane; run npm run build first`);
  const answer = answerFrom(dist);
  const plain = portOf(values['http-port'] ?? '3001');
  await listen(http.createServer(answer), plain);
  console.log(`http://localhost:${plain}/            the pane in a browser`);

  const folder = values.certificates ?? CERTIFICATES;
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((file) => path.join(folder, file));
  if (existsSync(key) && existsSync(cert)) {
    const secure = portOf(values['https-port'] ?? '3000');
    const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
    await listen(server, secure);
    console.log(`https://localhost:${secure}/office.html  the pane for Excel`);
  } else
    console.log(
      [
        `Excel opens add-ins by https only, and ${folder} holds no certificate for localhost.`,
        'Make one and have this machine trust it (asks for your consent once):',
        '  npx office-addin-dev-certs install',
        'then start again. The pane in a browser works without it.',
      ].join('\n'),
    );
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function portOf(value) {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${value} is no port`);
  return port;
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken; choose another with --http-port or --https-port`)
          : error,
      );
    });
    // this machine alone: dist holds no secret, but a test server is nobody else's business
    server.listen(port, 'localhost', resolve);
  });
}
