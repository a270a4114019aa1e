import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import { RequestLife } from '../../admission/request-life.ts';
import { XiezuoError } from '../../base/errors.ts';
import { RequestReads } from '../../graphql/context/request-reads.ts';
import { tellUnserved, UNSERVED } from '../../graphql/context/unserved.ts';
import type { ExportRow } from '../../graphql/export/export-rows.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportText,
  isExportFormat,
} from '../../graphql/export/export-text.ts';
import { EXPORT_KINDS, type ExportKind, isExportKind } from '../../graphql/export/exported.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import { errorBody } from '../answers/error-body.ts';

/** What an export needs. */
export interface ExportOptions {
  readonly database: ReadDatabase;
  readonly admission: Admission;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

type ExportRequest = FastifyRequest<{ Params: { file: string }; Querystring: { after?: unknown } }>;

/**
 * Serves all rows of a kind at `/export/<kind>.<format>`, as they are read: some hundred at a time, which wait for their turn like other
 * costly reads. `?after=<id>` goes on behind a row, such as the last that came before a connection broke.
 */
export function registerExport(app: FastifyInstance, options: ExportOptions): void {
  app.get('/export/:file', async (request: ExportRequest, reply) => {
    const [, kind = '', format = ''] = /^([^.]*)\.(.*)$/.exec(request.params.file) ?? [];
    if (!isExportKind(kind) || !isExportFormat(format)) {
      const message = `Exports are ${EXPORT_KINDS.join(', ')}, each as ${EXPORT_FORMATS.join(' or ')}: /export/people.ndjson.`;
      return reply.code(404).send(errorBody('NOT_FOUND', message));
    }
    const { after = '' } = request.query;
    if (typeof after !== 'string' || after.includes('\0'))
      return reply
        .code(400)
        .send(errorBody('BAD_USER_INPUT', '`after` is the id of a row that was exported, given once.'));
    return send(reply, { kind, format, after }, options);
  });
}

interface Asked {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly after: string;
}

async function send(
  reply: FastifyReply,
  { kind, format, after }: Asked,
  { database, admission }: ExportOptions,
): Promise<FastifyReply> {
  const life = new RequestLife(reply.raw);
  const reads = new RequestReads({ database, admission, signal: life.signal });
  reads.cost = Number.POSITIVE_INFINITY;
  const query = (statement: Parameters<RequestReads['query']>[0]) => {
    // Each batch has the time that a request has; what the client takes to read it is not counted.
    life.giveTime(admission.settings.readTimeoutMs);
    return reads.query<ExportRow>(statement).finally(() => life.stopClock());
  };
  const text = exportText(kind, format, { source: { kysely: database.kysely, query }, after });
  try {
    // What goes wrong before anything is sent has an answer of its own.
    const first = await text.next();
    reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="${kind}.${format}"`)
      .header('cache-control', 'no-store');
    return reply.send(Readable.from(startWith(first, text)));
  } catch (error) {
    const unserved = error instanceof XiezuoError ? UNSERVED.get(error.code) : undefined;
    if (!(error instanceof XiezuoError) || !unserved) throw error;
    tellUnserved(unserved, {
      setStatus: (status) => reply.code(status),
      setHeader: (name, value) => reply.header(name, value),
    });
    return reply.send(errorBody(error.code, error.message));
  }
}

async function* startWith(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}
