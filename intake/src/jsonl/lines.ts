const NEWLINE = 0x0a

/** A line of a text, numbered from 1; `null` for one that is longer than may be. */
export interface NumberedLine {
  number: number
  line: string | null
}

/** The lines of `chunks` that hold anything, each at most `limit` bytes; holds no more than one in memory. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): AsyncGenerator<NumberedLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const take = (): NumberedLine[] => {
    const line =
      size > limit
        ? null
        : Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\ufeff/, '')
            .trim()
    parts = []
    size = 0
    return line === '' ? [] : [{ number, line }]
  }
  for await (const chunk of chunks) {
    let from = 0
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from)
      const part = chunk.subarray(from, end < 0 ? undefined : end)
      size += part.length
      if (size <= limit) parts.push(part)
      else parts = []
      if (end < 0) break
      yield* take()
      number++
      from = end + 1
    }
  }
  yield* take()
}
