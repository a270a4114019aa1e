/** Which rules had a match, since it was emptied. */
export const matched = new Set<number>();

/** Rules whose source went into another one: it is not known when they match. */
export const composed = new Set<number>();

/** A rule that notes when it has a match. Copies that the engine makes of it, to split by it, do as well. */
class WatchedRule extends RegExp {
  private readonly id: number;

  constructor(pattern: RegExp | string, flags?: string, id?: number) {
    super(pattern, flags);
    this.id = id ?? (pattern instanceof WatchedRule ? pattern.id : -1);
  }

  override exec(text: string): RegExpExecArray | null {
    const match = super.exec(text);
    if (match) matched.add(this.id);
    return match;
  }

  override get source(): string {
    composed.add(this.id);
    return super.source;
  }
}

/** What stands in the place of each rule: it notes its matches, if no rule is switched off; else only the one that is off is another. */
export function createUseRule(off: number | null): (id: number, rule: RegExp) => RegExp {
  if (off === null) return (id, rule) => new WatchedRule(rule, rule.flags, id);
  return (id, rule) => (id === off ? new RegExp('(?!)', rule.flags) : rule);
}
