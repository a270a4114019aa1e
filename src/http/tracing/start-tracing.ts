import type { Logger } from 'pino';
import type { HttpSettings } from '../settings/http-settings.ts';
import type { Tracing } from './tracing.ts';

/**
 * Starts tracing if the settings say so, and loads what it needs only then; else gives null.
 *
 * @param log is told where the collector cannot be reached.
 */
export async function startTracing({ tracing }: HttpSettings, log: Logger): Promise<Tracing | null> {
  if (!tracing) return null;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(log);
}
