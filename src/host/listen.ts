/** A server on the loopback address for one handler: small requests, whole, one answer each. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonical } from '../base/canonical.ts';

export interface Asked { readonly method: string; readonly path: string; readonly type: string; readonly body: Uint8Array }
export interface Answered { readonly status: number; readonly body: unknown }
export interface Listening { readonly url: string; close(): Promise<void> }

const LOOPBACK = '127.0.0.1';
/** What a browser sends as Host when it means this machine; another name is a page that was led here (DNS rebinding). */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;
const TIMEOUT_MS = 10_000;

/** `port` 0: any that is free. Only programs on this machine reach it. */
export async function listen(port: number, mostBytes: number, handle: (asked: Asked) => Promise<Answered>): Promise<Listening> {
  const server: Server = createServer({ connectionsCheckingInterval: TIMEOUT_MS / 4 }, (request, response) => {
    const reply = ({ status, body }: Answered): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(`${canonical(body)}\n`);
    };
    if (!OWN_HOST.test(request.headers.host ?? '')) return reply({ status: 421, body: { errors: [{ code: 'another-host', at: '' }] } });
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= mostBytes) pieces.push(piece);
    });
    request.on('end', () => {
      if (size > mostBytes) return reply({ status: 413, body: { errors: [{ code: 'input/too-large', at: '' }] } });
      const asked = { method: request.method ?? '', path: (request.url ?? '').split('?')[0]!, type: request.headers['content-type'] ?? '', body: Buffer.concat(pieces) };
      handle(asked).then(reply, () => reply({ status: 500, body: { errors: [{ code: 'failed', at: '' }] } }));
    });
  });
  server.requestTimeout = TIMEOUT_MS;
  server.headersTimeout = TIMEOUT_MS;
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, LOOPBACK, done));
  return { url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`, close: () => new Promise((done) => void server.close(() => done())) };
}
