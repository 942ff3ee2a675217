import { MAX_MEMBER_BYTES } from '../sandbox/limits.js'
import type { Cursor } from './cursor.js'

/** Longer headers are none. */
const MAX_HEADER = 262_144

/** One record as its header and Content-Length cut it out; what is wrong with that is said in `flaw`. */
export interface Frame {
  /** Where it begins, counted by the cursor. */
  offset: number
  /** The lines of the header, with the empty line after them. */
  header: Uint8Array
  /** Null when it was not wanted. */
  block: Uint8Array | null
  flaw?: { code: string; message: string }
}

/** Whether the block of a record is wanted. */
export type Wanted = (header: string) => boolean

/** The next record at the cursor, or null at the end. After a flaw the cursor may stand anywhere. */
export async function nextFrame(cursor: Cursor, wanted: Wanted): Promise<Frame | null> {
  await skipNewlines(cursor)
  const offset = cursor.position
  if (await cursor.atEnd()) return null
  const header = await takeHeader(cursor)
  const lines = Buffer.from(header).toString('latin1')
  const frame: Frame = { offset, header, block: null }
  if (!/^WARC\/\d/.test(lines) || !/\r?\n\r?\n$/.test(lines)) {
    const message = 'does not begin as a WARC record must'
    return { ...frame, flaw: { code: 'record-malformed', message } }
  }
  const length = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(lines)?.[1]
  if (length === undefined) {
    return { ...frame, flaw: { code: 'record-no-length', message: 'has no usable Content-Length' } }
  }
  return withBlock(cursor, frame, Number(length), wanted(lines))
}

async function withBlock(
  cursor: Cursor,
  frame: Frame,
  length: number,
  wanted: boolean,
): Promise<Frame> {
  const tooLarge = wanted && length > MAX_MEMBER_BYTES
  const block = wanted && !tooLarge ? await cursor.take(length) : null
  const passed = block?.length ?? (await cursor.skip(length))
  if (passed < length) {
    const message = `breaks off: its Content-Length is ${length}, but ${passed} bytes are there`
    return { ...frame, flaw: { code: 'record-truncated', message } }
  }
  const after = Buffer.from(await cursor.peek(9)).toString('latin1')
  if (!/^(\r?\n){1,2}(WARC\/|$|\r?\n)|^WARC\/|^$/.test(after)) {
    const message = `is not as long as its Content-Length of ${length} says`
    return { ...frame, flaw: { code: 'record-length-wrong', message } }
  }
  if (tooLarge) {
    const message = `has ${length} bytes, more than the ${MAX_MEMBER_BYTES} that are read`
    return { ...frame, flaw: { code: 'member-too-large', message } }
  }
  return { ...frame, block }
}

/** All up to the first empty line; without one, a start that cannot be a header. */
async function takeHeader(cursor: Cursor): Promise<Uint8Array> {
  for (let length = 2048; ; length *= 4) {
    const start = await cursor.peek(Math.min(length, MAX_HEADER))
    const end = /\r?\n\r?\n/.exec(Buffer.from(start).toString('latin1'))
    if (end) return cursor.take(end.index + end[0].length)
    if (start.length < length || length >= MAX_HEADER) return cursor.take(Math.min(start.length, 5))
  }
}

async function skipNewlines(cursor: Cursor): Promise<void> {
  for (;;) {
    const [byte] = await cursor.peek(1)
    if (byte !== 0x0a && byte !== 0x0d) return
    await cursor.take(1)
  }
}
