/** Sets of the numbers 0 to `size` - 1, each alone at first, that can be united. */
export class DisjointSets {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }

  /** The number that stands for the set of `item`: its smallest. */
  find(item: number): number {
    let root = item;
    for (let up = this.parents[root]; up !== undefined && up !== root; up = this.parents[root]) root = up;
    for (let at = item; at !== root; ) {
      const next = this.parents[at] ?? root;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  unite(left: number, right: number): void {
    const [a, b] = [this.find(left), this.find(right)];
    this.parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** Unites all of them that give the same keys. */
  uniteBy(keys: Iterable<readonly [key: string, item: number]>): void {
    const first = new Map<string, number>();
    for (const [key, item] of keys) {
      const other = first.get(key);
      if (other === undefined) first.set(key, item);
      else this.unite(other, item);
    }
  }
}
