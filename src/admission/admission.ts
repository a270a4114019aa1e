import type { AdmissionSettings } from './admission-settings.ts';
import { Gate } from './gate.ts';

/**
 * Decides which of all requests are served now, which wait and which are turned away.
 *
 * Cheap operations and costly ones pass gates of their own, so that costly ones never take all connections.
 */
export class Admission {
  readonly settings: AdmissionSettings;
  /** What writes. */
  readonly writes: Gate;
  private readonly light: Gate;
  private readonly heavy: Gate;

  constructor(settings: AdmissionSettings) {
    const { readConnections, heavyConnections, writers, queueLength, queueTimeoutMs } = settings;
    const queue = { waiting: queueLength, waitMs: queueTimeoutMs };
    this.settings = settings;
    this.light = new Gate({ running: readConnections - heavyConnections, ...queue });
    this.heavy = new Gate({ running: heavyConnections, ...queue });
    this.writes = new Gate({ running: writers, waiting: queueLength, waitMs: settings.writeTimeoutMs });
  }

  /** The gate of an operation that reads. */
  readsOf(cost: number): Gate {
    return cost > this.settings.heavyCost ? this.heavy : this.light;
  }
}
