/** Looks names up in the compiled table without unpacking it: the text stays one string, halved until the line is found. */
export class Table {
  /** @param text lines `key TAB value LF`, the keys in order of their code units */
  constructor(private readonly text: string) {}

  /** What stands beside `key`, or null; `prefix` tells whether a longer key begins with `key` and a space. */
  find(key: string): { value: string | null; prefix: boolean } {
    const { text } = this
    // Both always stand at the beginning of a line, or at the end of the text.
    let low = 0
    let high = text.length
    while (low < high) {
      const line = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
      if (line < low || this.compare(line, key) >= 0) high = Math.max(line, low)
      else low = text.indexOf('\n', line) + 1 || high
    }
    const found = low < text.length && this.compare(low, key) === 0
    const end = found ? text.indexOf('\n', low) : low - 1
    return {
      value: found ? text.slice(low + key.length + 1, end) : null,
      prefix: text.startsWith(`${key} `, end + 1),
    }
  }

  /** Order of the key of the line at `start` and `key`; the tab that ends it comes before everything. */
  private compare(start: number, key: string): number {
    for (let k = 0; k < key.length; k++) {
      const difference = this.text.charCodeAt(start + k) - key.charCodeAt(k)
      if (difference !== 0) return difference
    }
    return this.text.charCodeAt(start + key.length) === 9 ? 0 : 1
  }
}
