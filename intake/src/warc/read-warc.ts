import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { BadMember, Member } from '../found.js'
import type { Beat } from '../sandbox/beat.js'
import { Cursor } from './cursor.js'
import { nextFrame, type Frame } from './frames.js'
import { gzipMember, nextMember, readAt, type OpenFile } from './gzip-member.js'
import { documentOf, mayHoldDocument } from './record.js'

export interface WarcInput {
  path: string
}

export type WarcAnswer = Member | BadMember

/**
 * The documents in a WARC file (ISO 28500), plain or gzipped record by record, one at a time: the file is never held in
 * memory. A record that is cut short, lies about its length or is not what its digests say is told as a BadMember,
 * and reading goes on behind it.
 */
export async function* readWarc({ path }: WarcInput, beat: Beat): AsyncGenerator<WarcAnswer> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const file = { path, handle, size }
    const start = await readAt(file, 0, 2)
    const records = start[0] === 0x1f && start[1] === 0x8b ? packed(file, beat) : plain(file, beat)
    for await (const { frame, where } of records) {
      beat()
      const answer = await answerOf(frame, where)
      if (answer) yield answer
    }
  } finally {
    await handle.close()
  }
}

interface Placed {
  frame: Frame
  /** For messages: where in the file it is. */
  where: string
}

async function answerOf({ header, block, flaw }: Frame, where: string): Promise<WarcAnswer | null> {
  if (flaw)
    return {
      member: nameOf(header) ?? where,
      problem: { ...flaw, message: `${flaw.message} (${where})` },
    }
  return block ? documentOf(header, block) : null
}

function nameOf(header: Uint8Array): string | undefined {
  return /^warc-target-uri:[ \t]*<?([^\s>]+)/im.exec(Buffer.from(header).toString('latin1'))?.[1]
}

async function* plain(file: OpenFile, beat: Beat): AsyncGenerator<Placed> {
  let offset: number | null = 0
  while (offset !== null) {
    const source = createReadStream(file.path, { start: offset })
    const cursor = new Cursor(beating(source, beat))
    let next: number | null = null
    let frame = await nextFrame(cursor, mayHoldDocument)
    for (; frame && next === null; frame = await nextFrame(cursor, mayHoldDocument)) {
      const at: number = offset + frame.offset
      yield { frame, where: `byte ${at}` }
      if (losesItsPlace(frame)) break
    }
    source.destroy()
    if (frame) next = await nextPlain(file, offset + frame.offset + 1)
    offset = next
  }
}

async function* packed(file: OpenFile, beat: Beat): AsyncGenerator<Placed> {
  let offset: number | null = 0
  while (offset !== null && offset < file.size) {
    const cursor: Cursor<number> = new Cursor(beating(gzipMember(file, offset), beat))
    try {
      yield* framesOf(cursor, `byte ${offset}`)
      offset = cursor.result ?? (await nextMember(file, offset + 1))
    } finally {
      await cursor.close()
    }
  }
}

/** The records in one gzip member: one, as the standard wants it, or all of them. */
async function* framesOf(cursor: Cursor<number>, where: string): AsyncGenerator<Placed> {
  let told = false
  let frame = await nextFrame(cursor, mayHoldDocument)
  for (; frame; frame = await nextFrame(cursor, mayHoldDocument)) {
    // What is wrong with the packing shows at the end of the member, behind the block.
    await cursor.peek(16)
    if (cursor.failure) frame.flaw = cursor.failure
    told ||= frame.flaw !== undefined
    yield { frame, where }
    if (losesItsPlace(frame)) await skipToRecord(cursor)
  }
  if (cursor.failure && !told) {
    const flaw = cursor.failure
    yield { frame: { offset: 0, header: new Uint8Array(), block: null, flaw }, where }
  }
}

/** Where the record ends is known unless its header is no header or its length is a lie. */
function losesItsPlace({ flaw }: Frame): boolean {
  return flaw !== undefined && flaw.code !== 'member-too-large'
}

/** How a record begins, on a line of its own. */
const BEGINNING = /\nWARC\/\d\.\d\r?\n[\w-]+:/
const LONGEST_BEGINNING = 64
const WINDOW = 1 << 20

async function nextPlain(file: OpenFile, from: number): Promise<number | null> {
  for (let offset = from; offset < file.size; offset += WINDOW) {
    const window = await readAt(file, offset, WINDOW + LONGEST_BEGINNING)
    const found = BEGINNING.exec(window.toString('latin1'))
    if (found) return offset + found.index + 1
  }
  return null
}

async function skipToRecord(cursor: Cursor<number>): Promise<void> {
  for (;;) {
    const window = await cursor.peek(WINDOW)
    const found = BEGINNING.exec(Buffer.from(window).toString('latin1'))
    if (found) return void (await cursor.take(found.index + 1))
    if (window.length < WINDOW) return void (await cursor.take(window.length))
    await cursor.take(WINDOW - LONGEST_BEGINNING)
  }
}

async function* beating<T>(
  source: AsyncIterable<Uint8Array>,
  beat: Beat,
): AsyncGenerator<Uint8Array, T> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { value, done } = await iterator.next()
      if (done) return value as T
      beat()
      yield value as Uint8Array
    }
  } finally {
    await iterator.return?.()
  }
}
