/** First code units of terms by their low ten bits: most characters of a text end the search for such a term here. */
export class Initials {
  private readonly bits = new Array<number>(32).fill(0);

  /** Takes code units. */
  constructor(units: Iterable<number>) {
    for (const unit of units) {
      const at = (unit >> 5) & 31;
      this.bits[at] = (this.bits[at] as number) | (1 << (unit & 31));
    }
  }

  /** Whether a term may begin with a code unit; false for most with which none does. */
  mayHold(unit: number): boolean {
    return (((this.bits[(unit >> 5) & 31] as number) >>> (unit & 31)) & 1) === 1;
  }
}
