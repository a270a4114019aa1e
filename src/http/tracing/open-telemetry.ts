import { FastifyOtelInstrumentation } from '@fastify/otel';
import { diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';
import { pathOf } from '../log/access-log.ts';
import { TracedPlanRunner } from './traced-plan-runner.ts';
import type { Tracing } from './tracing.ts';

/** A collector that does not answer must not hold up the end. */
const CLOSE_TIMEOUT_MS = 3000;

/** OpenTelemetry tells errors as JSON with their stacks. */
function reasonOf(text: string): string {
  const [, reason = text] = /"message":"([^"]*)"/.exec(text) ?? [];
  return reason;
}

/** What failed goes to the log of the server; what else OpenTelemetry says of itself is for its own developers. */
function logTo(log: Logger): void {
  const silent = () => undefined;
  const warn = (text: string) => log.warn({ reason: reasonOf(text) }, 'tracing failed');
  diag.setLogger({ error: warn, warn, info: silent, debug: silent, verbose: silent });
}

function startProvider(): NodeTracerProvider {
  // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before the name that is given here.
  const named = resourceFromAttributes({ 'service.name': 'xiezuo' });
  const resource = defaultResource()
    .merge(named)
    .merge(detectResources({ detectors: [envDetector] }));
  const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter())];
  const provider = new NodeTracerProvider({ resource, spanProcessors });
  provider.register();
  return provider;
}

function startInstrumentation(provider: NodeTracerProvider): FastifyOtelInstrumentation {
  const instrumentation = new FastifyOtelInstrumentation({
    // A span a hook would be twenty for a request that has one of interest.
    instrumentHooks: false,
    recordExceptions: false,
    requestHook: (span, { method, routeOptions, url }) => {
      span.updateName(routeOptions.url ? `${method} ${routeOptions.url}` : method);
      // Its query may be that of GraphQL, with values.
      span.setAttribute('url.path', pathOf(url));
    },
  });
  instrumentation.setTracerProvider(provider);
  return instrumentation;
}

/** Starts OpenTelemetry for this process, once; its own variables say where to send spans, and which. */
export function openTelemetry(log: Logger): Tracing {
  logTo(log);
  const provider = startProvider();
  const instrumentation = startInstrumentation(provider);
  return {
    register: async (app) => void (await app.register(instrumentation.plugin())),
    createPlans: (...parameters) => new TracedPlanRunner(...parameters),
    async close() {
      const late = new Promise((done) => setTimeout(done, CLOSE_TIMEOUT_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}
