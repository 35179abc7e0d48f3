import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SiteFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/**
 * A web site on this machine alone, for as long as a test runs. It is a proxy too: a browser that is
 * given its origin as proxy asks it for everything, and what belongs to other hosts is refused and kept.
 */
export class LocalSite {
  /** What was asked for of other hosts, in order. */
  readonly outside: string[] = [];

  private constructor(
    private readonly server: Server,
    /** Such as http://127.0.0.1:40321, without a slash at its end. */
    readonly origin: string,
  ) {}

  /** Serves these files by path, such as /index.html. */
  static async open(files: ReadonlyMap<string, SiteFile>): Promise<LocalSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const site = new LocalSite(server, `http://127.0.0.1:${port}`);
    server.on('request', ({ url = '/' }, response) => {
      const { origin, pathname } = new URL(url, site.origin);
      if (origin === site.origin) answer(response, files.get(pathname));
      else {
        site.outside.push(url);
        answer(response, undefined, 403);
      }
    });
    // what is asked for over https arrives as the name of the host alone
    server.on('connect', ({ url = '' }, socket) => {
      site.outside.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    return site;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function answer(response: ServerResponse, file: SiteFile | undefined, missing = 404): void {
  response.writeHead(file ? 200 : missing, { 'Content-Type': file?.type ?? 'text/plain' });
  response.end(file?.body ?? '');
}
