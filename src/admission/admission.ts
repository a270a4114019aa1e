import type { AdmissionSettings } from './admission-settings.ts';
import { Gate } from './gate.ts';
import { Turns } from './turns.ts';

/** Connections of which one is kept for what is quick: of fewer each is needed by all. */
const MIN_SHARED = 3;

/**
 * Decides which of all requests are served now, which wait and which are turned away.
 *
 * Cheap operations and costly ones pass gates of their own, so that costly ones never take all connections. What finds one thing has a
 * place that neither of them takes, and those of cheap ones beside.
 */
export class Admission {
  readonly settings: AdmissionSettings;
  /** What writes. */
  readonly writes: Gate;
  /** What is read of documents and made of them, on the thread that answers everybody. */
  readonly turns = new Turns();
  private readonly light: Gate;
  private readonly heavy: Gate;
  private readonly quick: Gate;
  private readonly hasQuick: boolean;

  constructor(settings: AdmissionSettings) {
    const { readConnections, heavyConnections, writers, queueLength, queueTimeoutMs } = settings;
    const queue = { waiting: queueLength, waitMs: queueTimeoutMs };
    this.settings = settings;
    const others = readConnections - heavyConnections;
    this.hasQuick = others >= MIN_SHARED;
    const quick = this.hasQuick ? 1 : 0;
    this.light = new Gate({ running: others - quick, ...queue });
    this.quick = new Gate({ running: quick, ...queue });
    this.heavy = new Gate({ running: heavyConnections, ...queue });
    this.writes = new Gate({ running: writers, waiting: queueLength, waitMs: settings.writeTimeoutMs });
  }

  /** The gate of an operation that reads. */
  readsOf(cost: number): Gate {
    const { heavyCost, quickCost } = this.settings;
    if (cost > heavyCost) return this.heavy;
    if (cost > quickCost || !this.hasQuick) return this.light;
    // Where both are taken, the place of what is quick is free again first.
    return !this.quick.hasRoom && this.light.hasRoom ? this.light : this.quick;
  }
}
