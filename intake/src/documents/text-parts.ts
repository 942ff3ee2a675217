/** Half-open, in bytes. */
export interface Part {
  start: number
  end: number
}

export interface Parts {
  parts: Part[]
  /** What each part must be told, where only the whole shows it. */
  charset: 'utf-16le' | 'utf-16be' | null
}

/** Where a text is best cut, the best first: between paragraphs, lines, sentences, words. */
const BREAKS = ['\n\n', '\n\r\n', '\n', '. ', ' ']

/** Cuts a text into parts of at most `limit` bytes, each as long as it can be without cutting what belongs together. */
export function cutParts(bytes: Uint8Array, limit: number): Parts {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const charset = wideCharset(all)
  const breaks = BREAKS.map((text) => encoded(text, charset))
  const parts: Part[] = []
  for (let start = 0; start < all.length;) {
    const end = start + limit >= all.length ? all.length : cutAt(all, start, limit, breaks)
    parts.push({ start, end })
    start = end
  }
  return { parts, charset }
}

/** The end of the last break in the second half of what fits; else where a character begins. */
function cutAt(all: Buffer, start: number, limit: number, breaks: readonly Buffer[]): number {
  const least = start + (limit >> 1)
  const width = (breaks.at(-1) as Buffer).length
  const half = all.subarray(least, start + limit)
  for (const mark of breaks) {
    let at = half.lastIndexOf(mark)
    // Half of one character and half of the next are no break.
    while (at >= 0 && (least + at) % width > 0) at = at > 0 ? half.lastIndexOf(mark, at - 1) : -1
    if (at >= 0) return least + at + mark.length
  }
  let end = start + limit - (limit % width)
  if (width === 1) while (isWithin(all[end] as number) && end > least) end--
  else if (isLowSurrogate(all, end, breaks)) end -= 2
  return end
}

/** A byte of UTF-8 that goes on with a character. */
const isWithin = (byte: number) => (byte & 0xc0) === 0x80

function isLowSurrogate(all: Buffer, at: number, breaks: readonly Buffer[]): boolean {
  const bigEndian = breaks.at(-1)?.[0] === 0
  const unit = bigEndian ? all.readUInt16BE(at) : all.readUInt16LE(at)
  return (unit & 0xfc00) === 0xdc00
}

/** UTF-16 by its mark, or as Latin script in it has a zero in every second byte. */
function wideCharset(all: Buffer): Parts['charset'] {
  if (all[0] === 0xff && all[1] === 0xfe) return 'utf-16le'
  if (all[0] === 0xfe && all[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(all.length, 4000)
  for (let at = 0; at < looked; at++) if (all[at] === 0) zeros[at % 2]!++
  const [even, odd] = zeros.map((count) => (2 * count) / looked) as [number, number]
  if (odd > 0.4 && even < 0.05) return 'utf-16le'
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : null
}

function encoded(text: string, charset: Parts['charset']): Buffer {
  if (charset === null) return Buffer.from(text, 'latin1')
  const little = Buffer.from(text, 'utf16le')
  return charset === 'utf-16le' ? little : little.swap16()
}
