// Hand-written SQL over bare HTTP, the limit of what any server reaches: `tsx raw-server.ts URL CONNECTIONS`. Prints its address.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { QUESTIONS } from './questions.ts';

const [connectionString, connections] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: Number(connections) });
// JSON goes out as the text that it comes in.
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

async function answer(request: IncomingMessage): Promise<string> {
  const { query, variables } = JSON.parse(await readBody(request)) as {
    query: string;
    variables: { id: string | null };
  };
  const question = QUESTIONS.find(({ name }) => name === query);
  if (!question) throw new Error(`No question ${query}`);
  const { rows } = await pool.query({
    name: query,
    text: `SELECT (${question.raw}) AS value`,
    values: question.ids === null ? [] : [variables.id],
  });
  return `{"data":${rows[0].value}}`;
}

const server = createServer(async (request, response) => {
  try {
    const text = await answer(request);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () =>
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
