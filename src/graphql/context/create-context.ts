import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import { RequestLife } from '../../admission/request-life.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import { AnswerBudget } from './answer-budget.ts';
import { Batches } from './batch.ts';
import { ChangeWatch } from './change-watch.ts';
import type { RequestOperation } from './composed-operation.ts';
import type { Context } from './context.ts';
import { Feed, type Stream } from './feed.ts';
import type { Observer } from './observer.ts';
import { type ReadsOptions, RequestReads } from './request-reads.ts';
import { RequestWords } from './request-words.ts';
import { PlanRunner } from './run-plan.ts';
import { StatementNames } from './statement-names.ts';
import { createWriter, type Writer, type WriterOptions } from './writer.ts';

/** What all requests share. */
export interface ContextOptions {
  readonly database: ReadDatabase;
  readonly admission: Admission;
  /** What mutations need; null: they are refused. */
  readonly writer: WriterOptions | null;
  /** The most bytes of an answer's data. */
  readonly answerBytes: number;
  /** Who is told what becomes of a request. */
  readonly observe: (request: FastifyRequest) => Observer;
  /** Makes what runs the plans of a request; null: nothing but that. */
  readonly createPlans: CreatePlans | null;
}

/** Makes what runs the plans of one request. */
export type CreatePlans = (...parameters: ConstructorParameters<typeof PlanRunner>) => PlanRunner;

/** The context of one request. Apollo executes with a copy of it, so that what changes lives in the parts that both have. */
class RequestContext implements Context {
  readonly reads: RequestReads;
  readonly plans: PlanRunner;
  readonly writer: Writer;
  readonly operation: RequestOperation = { composed: null, outcomes: null, variables: {} };
  readonly observer: Observer;
  readonly words: RequestWords;
  readonly takeTurn: Context['takeTurn'];
  readonly feed: Feed | null;

  constructor({
    reads,
    plans,
    writer,
    observer,
    words,
    takeTurn,
    feed,
  }: Omit<Context, 'cost' | 'operation'>) {
    this.reads = reads;
    this.plans = plans;
    this.writer = writer;
    this.observer = observer;
    this.words = words;
    this.takeTurn = takeTurn;
    this.feed = feed;
  }

  get cost(): number {
    return this.reads.cost;
  }

  set cost(cost: number) {
    this.reads.cost = cost;
  }
}

/** Makes the context of the resolvers of a request; of one that is answered by a stream with its feed. */
export type CreateContext = (request: FastifyRequest, reply: FastifyReply, stream?: Stream) => Context;

/** Makes what gives each request the context of its resolvers. */
export function createContextFactory(options: ContextOptions): CreateContext {
  const { database, admission, writer } = options;
  const { readTimeoutMs } = admission.settings;
  const createPlans = planRunners(options);
  const watch = new ChangeWatch(() =>
    askLatest({ database, admission, signal: AbortSignal.timeout(readTimeoutMs) }),
  );
  return (request, reply, stream) => {
    const life = new RequestLife(reply.raw);
    life.giveTime(readTimeoutMs);
    const { signal } = life;
    const reads = new RequestReads({ database, admission, signal });
    const createBatchPlans = () => {
      const own = new RequestReads({ database, admission, signal });
      own.cost = reads.cost;
      return createPlans(own);
    };
    const clock = { start: () => life.giveTime(readTimeoutMs), stop: () => life.stopClock() };
    return new RequestContext({
      reads,
      plans: createPlans(reads),
      writer: createWriter(writer, { sentKey: request.headers['x-api-key'], admission, life }),
      observer: options.observe(request),
      words: new RequestWords(signal),
      takeTurn: (size) => admission.turns.next(size, signal),
      feed: stream ? new Feed({ watch, stream, createPlans: createBatchPlans, clock }) : null,
    });
  };
}

/** Makes what runs the plans of one request, or of one batch of a stream. */
function planRunners({
  database,
  createPlans,
  answerBytes,
}: ContextOptions): (reads: RequestReads) => PlanRunner {
  const { kysely, keepsSessions } = database;
  const names = keepsSessions ? new StatementNames() : null;
  const compiler = { kysely, names, batches: new Batches(names) };
  return (reads) => {
    const answer = new AnswerBudget(answerBytes);
    return createPlans?.(reads, compiler, answer) ?? new PlanRunner(reads, compiler, answer);
  };
}

/** The number of the latest change; it waits for its turn as what is quick does. */
async function askLatest(options: ReadsOptions): Promise<number> {
  const text = 'SELECT coalesce(max(id), 0)::text AS last FROM change';
  const { rows } = await new RequestReads(options).query<{ last: string }>({ text });
  return Number(rows[0]?.last);
}
