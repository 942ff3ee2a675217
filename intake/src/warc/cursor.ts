import { Refusal } from '../sandbox/refusal.js'

/** Reads forward through chunks of bytes; a source that fails ends, and says why in `failure`. */
export class Cursor<T = unknown> {
  /** How many bytes have been passed. */
  position = 0
  /** What the source returned when it ended well. */
  result: T | undefined
  failure: { code: string; message: string } | undefined
  private buffer: Uint8Array = new Uint8Array()
  private ended = false

  constructor(private readonly source: AsyncGenerator<Uint8Array, T>) {}

  /** The next `length` bytes, or what is left, without passing them. */
  async peek(length: number): Promise<Uint8Array> {
    const parts = [this.buffer]
    let size = this.buffer.length
    while (size < length && !this.ended) {
      const next = await this.next()
      if (next) parts.push(next)
      size += next?.length ?? 0
    }
    if (parts.length > 1) this.buffer = Buffer.concat(parts)
    return this.buffer.subarray(0, length)
  }

  /** Passes `length` bytes and hands them over; fewer when there are no more. */
  async take(length: number): Promise<Uint8Array> {
    const taken = await this.peek(length)
    this.buffer = this.buffer.subarray(taken.length)
    this.position += taken.length
    return taken
  }

  /** Passes `length` bytes, which are held nowhere; answers how many there were. */
  async skip(length: number): Promise<number> {
    let left = length
    while (left > 0) {
      const { length: passed } = await this.take(Math.min(left, Math.max(this.buffer.length, 1)))
      if (passed === 0) break
      left -= passed
    }
    return length - left
  }

  async atEnd(): Promise<boolean> {
    return (await this.peek(1)).length === 0
  }

  async close(): Promise<void> {
    await this.source.return(undefined as T)
  }

  private async next(): Promise<Uint8Array | null> {
    try {
      const { value, done } = await this.source.next()
      if (!done) return value
      this.result = value
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.failure = { code: error.code, message: error.message }
    }
    this.ended = true
    return null
  }
}
