import type { AdmissionSettings } from './admission-settings.ts';
import { Gate } from './gate.ts';
import { Turns } from './turns.ts';
import { WaitingReads } from './waiting-reads.ts';

/** What is known of a statement before it is run. */
export interface Expected {
  /** Points of the operation that it is a part of. */
  readonly cost: number;
  /** Milliseconds that it took before; undefined where it has not been run. */
  readonly ms?: number | undefined;
}

/**
 * Decides which of all requests are served now, which wait and which are turned away.
 *
 * Points tell what an operation may take at worst, before it was ever run; what it took then tells more. Those that are quick by either
 * have connections that no others take, and those of the others beside: they take none of them for long. Costly ones have few, so that the
 * others never wait for them.
 */
export class Admission {
  readonly settings: AdmissionSettings;
  /** What writes. */
  readonly writes: Gate;
  /** What is read of documents and made of them, on the thread that answers everybody. */
  readonly turns = new Turns();
  /** What is read, where it has to wait. */
  readonly waitingReads = new WaitingReads();
  private readonly quick: Gate;
  private readonly light: Gate;
  private readonly heavy: Gate;
  private readonly hasQuick: boolean;

  constructor(settings: AdmissionSettings) {
    const { readConnections, lightConnections, heavyConnections, writers, queueLength, queueTimeoutMs } =
      settings;
    const queue = { waiting: queueLength, waitMs: queueTimeoutMs };
    this.settings = settings;
    const quickConnections = readConnections - lightConnections - heavyConnections;
    this.hasQuick = quickConnections > 0;
    this.quick = new Gate({ running: quickConnections, ...queue });
    this.light = new Gate({ running: lightConnections, ...queue });
    this.heavy = new Gate({ running: heavyConnections, ...queue });
    this.writes = new Gate({ running: writers, waiting: queueLength, waitMs: settings.writeTimeoutMs });
  }

  /** The gate of a statement that reads. */
  readsOf({ cost, ms = Number.POSITIVE_INFINITY }: Expected): Gate {
    const { heavyCost, quickCost, quickMs } = this.settings;
    if (ms > quickMs && cost > heavyCost) return this.heavy;
    if (ms > quickMs && cost > quickCost) return this.light;
    // Where both are taken, the place of what is quick is free again first.
    return this.hasQuick && (this.quick.hasRoom || !this.light.hasRoom) ? this.quick : this.light;
  }
}
