/** What a text was asked for whether it holds it: words are looked for once, however often a text brings them up. */
class WordMemory {
  private text = '';
  private readonly known = new Map<string, boolean>();

  /** Whether a text holds a word. */
  holds(text: string, word: string): boolean {
    if (text !== this.text) {
      this.known.clear();
      this.text = text;
    }
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const held = text.includes(word);
    this.known.set(word, held);
    return held;
  }
}

/** The memory that all extractors share: what it remembers of the text read last changes no result, only the time. */
export const wordMemory = new WordMemory();
