import { connect } from 'node:net';
import type pg from 'pg';

/** What a server gave a connection so that its statements can be cancelled over another one. */
interface CancelKey {
  readonly processID: number;
  readonly secretKey: number;
}

const CANCEL_REQUEST = 80_877_102;

function encode({ processID, secretKey }: CancelKey): Buffer {
  const message = Buffer.alloc(16);
  for (const [index, value] of [message.length, CANCEL_REQUEST, processID, secretKey].entries())
    message.writeInt32BE(value, 4 * index);
  return message;
}

/**
 * Asks the server to end what a connection runs, over a connection of its own that needs no account. Poolers pass it on.
 *
 * @returns when the server has taken note, or cannot be reached, or `timeoutMs` are over: whether the statement ends, it says itself.
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function cancelStatement(client: pg.Client, timeoutMs: number): Promise<void> {
  const { host, port } = client;
  const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
  return new Promise((done) => {
    socket.setTimeout(timeoutMs, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => done());
    socket.resume();
    // The server closes: a pooler forgets the request of one who hangs up first.
    socket.write(encode(client as unknown as CancelKey));
  });
}
