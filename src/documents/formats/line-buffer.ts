import type { MappedText } from '../model/mapped-text.ts';
import { decodeEntities } from './decode-entities.ts';

/** How a run of characters is marked up. */
export interface RunStyle {
  readonly linked: boolean;
  readonly strong: boolean;
}

/** Collects the runs of one line and weighs how much of it is linked or bold. */
export class LineBuffer {
  private text = '';
  /** Starts and ends of the runs, in turn. */
  private readonly bounds: number[] = [];
  private visible = 0;
  private linked = 0;
  private strong = 0;

  /** Adds a range of the source to the line. */
  add(source: string, start: number, end: number, style: RunStyle): void {
    const piece = source.slice(start, end);
    this.text += piece;
    this.bounds.push(start, end);
    const visible = piece.trim().length;
    this.visible += visible;
    if (style.linked) this.linked += visible;
    if (style.strong) this.strong += visible;
  }

  /** Whether nothing that can be seen has been added. */
  get isBlank(): boolean {
    return this.visible === 0;
  }

  /** The share of linked characters, 0–1. */
  get linkShare(): number {
    return this.visible === 0 ? 0 : this.linked / this.visible;
  }

  /** Whether every character is bold. */
  get isStrong(): boolean {
    return this.visible > 0 && this.strong === this.visible;
  }

  /** The line, character references decoded. */
  toMapped(): MappedText {
    if (this.bounds.length === 2) {
      return decodeEntities({ text: this.text, start: this.bounds[0] ?? 0, offsets: null });
    }
    const offsets = new Uint32Array(this.text.length);
    let at = 0;
    for (let run = 0; run < this.bounds.length; run += 2) {
      const end = this.bounds[run + 1] ?? 0;
      for (let offset = this.bounds[run] ?? 0; offset < end; offset++) offsets[at++] = offset;
    }
    return decodeEntities({ text: this.text, start: 0, offsets });
  }
}
