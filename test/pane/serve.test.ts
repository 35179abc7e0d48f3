import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SERVE = path.join(__dirname, '../../scripts/serve.mjs');
let folder: string;
let served: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tallybook-serve-'));
});
afterEach(async () => {
  const ending = served;
  served = null;
  if (ending?.exitCode === null)
    await new Promise((resolve) => {
      ending.once('exit', resolve);
      ending.kill();
    });
  rmSync(folder, { recursive: true });
});

/** A port that nobody has at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** Starts the server; answers what it says until it says `until`, or ends. */
function start(port: number, until: string): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, [
    ...[SERVE, '--out', folder, '--certificates', folder],
    ...['--http-port', String(port)],
  ]);
  served = child;
  let said = '';
  return new Promise((resolve) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (said.includes(until)) resolve({ said, code: null });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => {
      resolve({ said, code });
    });
  });
}

/** The request as it is written, which fetch would tidy up. */
function ask(port: number, target: string, method = 'GET') {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const request = http.request({ host: 'localhost', port, path: target, method }, (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, type: headers['content-type'] ?? '', body });
      });
    });
    request.on('error', reject).end();
  });
}

test('serves the built pane and nothing beside it, and says how to get a certificate', async () => {
  writeFileSync(path.join(folder, 'index.html'), '<p>pane</p>');
  const port = await freePort();
  const { said } = await start(port, 'start again');
  expect(said).toContain(`http://localhost:${port}/`);
  expect(said).toContain('npx office-addin-dev-certs install');
  expect(await ask(port, '/')).toMatchObject({ status: 200, body: '<p>pane</p>' });
  expect((await ask(port, '/?view=check')).type).toContain('text/html');
  for (const [target, status] of [
    ['/none.js', 404],
    ['/../package.json', 404],
    ['/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 403],
    ['/%00', 404],
    ['/%', 400],
  ] as const)
    expect({ target, ...(await ask(port, target)) }).toMatchObject({ target, status, body: '' });
  expect(await ask(port, '/', 'POST')).toMatchObject({ status: 405 });
});

test('says that there is nothing to serve', async () => {
  const { said, code } = await start(await freePort(), '\0');
  expect(code).toBe(2);
  expect(said).toContain('npm run build');
});

test('says that the port is taken', async () => {
  writeFileSync(path.join(folder, 'index.html'), '');
  const port = await freePort();
  const other = createServer().listen(port, 'localhost');
  const { said, code } = await start(port, '\0');
  other.close();
  expect(code).toBe(2);
  expect(said).toContain(`port ${port} is taken`);
});
