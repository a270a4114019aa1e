import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import { overloaded } from '../../admission/overloaded.ts';
import { isTimeout, RequestLife } from '../../admission/request-life.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import { AnswerBudget } from './answer-budget.ts';
import type { RequestOperation } from './composed-operation.ts';
import type { Context } from './context.ts';
import type { Observer } from './observer.ts';
import { RequestReads } from './request-reads.ts';
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

  constructor({ reads, plans, writer, observer, words, takeTurn }: Omit<Context, 'cost' | 'operation'>) {
    this.reads = reads;
    this.plans = plans;
    this.writer = writer;
    this.observer = observer;
    this.words = words;
    this.takeTurn = takeTurn;
  }

  get cost(): number {
    return this.reads.cost;
  }

  set cost(cost: number) {
    this.reads.cost = cost;
  }
}

/** Makes what gives each request the context of its resolvers. */
export function createContextFactory(options: ContextOptions) {
  const { database, admission, writer, createPlans } = options;
  const { kysely, keepsSessions } = database;
  const compiler = { kysely, names: keepsSessions ? new StatementNames() : null };
  return (request: FastifyRequest, reply: FastifyReply): Context => {
    const life = new RequestLife(reply.raw);
    life.giveTime(admission.settings.readTimeoutMs);
    const reads = new RequestReads({ database, admission, signal: life.signal });
    const answer = new AnswerBudget(options.answerBytes);
    return new RequestContext({
      reads,
      plans: createPlans?.(reads, compiler, answer) ?? new PlanRunner(reads, compiler, answer),
      writer: createWriter(writer, { sentKey: request.headers['x-api-key'], admission, life }),
      observer: options.observe(request),
      words: new RequestWords(life.signal),
      takeTurn: (size) =>
        admission.turns.next(size, life.signal).catch((error) => {
          // The time of one whose turn did not come went by for the sake of others.
          throw isTimeout(error) ? overloaded() : error;
        }),
    });
  };
}
