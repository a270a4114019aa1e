import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { PlanRunner } from '../../graphql/context/run-plan.ts';

/** The code of an error; its message may hold values of a query. */
function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? 'unknown');
}

/** Runs statements, each a span: when it was asked for until its rows are there, the wait for a connection included. */
export class TracedPlanRunner extends PlanRunner {
  private readonly tracer = trace.getTracer('xiezuo');

  override read(...statement: Parameters<PlanRunner['read']>): Promise<string | null> {
    const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT' };
    return this.tracer.startActiveSpan('SELECT', { kind: SpanKind.CLIENT, attributes }, async (span) => {
      try {
        return await super.read(...statement);
      } catch (error) {
        span.setAttribute('error.type', codeOf(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }
}
