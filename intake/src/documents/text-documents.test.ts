import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FoundDocument } from '../found.js'
import type { Source } from '../source.js'
import { extract } from '../extract.js'
import { MAX_PART_BYTES, textDocuments } from './text-documents.js'
import { cutParts } from './text-parts.js'

const LINE = 'Der Damm hält, sagte Ana Ruiz. “It held 🌊,” she said.\n\n'

function partsOf(content: string | Uint8Array, more: Partial<Source> = {}): FoundDocument[] {
  const bytes = Buffer.from(content)
  const source = { from: { bytes }, origin: 'long.txt', address: 'file:///long.txt', ...more }
  return [...textDocuments(source, bytes)] as FoundDocument[]
}

describe('a long text', () => {
  const text = LINE.repeat(30_000)

  it('is parts that make the whole again, byte for byte, each of whole paragraphs', () => {
    const parts = partsOf(text)
    expect(parts.length).toBeGreaterThan(3)
    expect(Buffer.concat(parts.map(({ bytes }) => bytes)).equals(Buffer.from(text))).toBe(true)
    for (const { bytes } of parts) {
      expect(bytes.length).toBeLessThanOrEqual(MAX_PART_BYTES)
      expect(Buffer.from(bytes).toString().endsWith('\n\n')).toBe(true)
    }
  })

  it('says of each part which it is, and what it is part of', () => {
    const [, second] = partsOf(text)
    const hash = createHash('sha256').update(text).digest('hex')
    expect(second).toMatchObject({
      origin: 'long.txt#part 2',
      address: 'file:///long.txt#part%202',
      container: { hash, name: 'long.txt', member: 'part 2' },
      notes: [
        { code: 'text-divided', message: expect.stringContaining('part 2 of 5 of long.txt') },
      ],
    })
    expect(partsOf(text, { address: '-', origin: '-' })[1]).toMatchObject({ address: '-' })
  })

  it('is one document as long as it is no longer than a part, or is no plain text', () => {
    expect(partsOf('a'.repeat(MAX_PART_BYTES))).toHaveLength(1)
    expect(partsOf(`<p>${text}`, { origin: 'long' })).toHaveLength(1)
    expect(partsOf(text, { origin: 'long', contentType: 'text/html' })).toHaveLength(1)
    expect(partsOf(text, { origin: 'long', contentType: 'text/plain' }).length).toBeGreaterThan(1)
  })

  it.each(['utf-16le', 'utf-16be'])(
    'of %s is read part by part as the whole would be',
    async (wide) => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
      const parts = partsOf(wide === 'utf-16be' ? bytes.swap16() : bytes)
      const texts: string[] = []
      for (const part of parts) texts.push((await extract(part.bytes, part)).text)
      expect(texts.join('')).toBe(text)
    },
  )
})

describe('cutParts', () => {
  const cut = (text: string, limit: number) => {
    const bytes = Buffer.from(text)
    return cutParts(bytes, limit).parts.map(({ start, end }) =>
      bytes.subarray(start, end).toString(),
    )
  }

  it.each<[string, string, string[]]>([
    ['between paragraphs', 'aa\n\nbb\ncc dd', ['aa\n\n', 'bb\ncc ', 'dd']],
    ['between lines', 'aaaa\nbb cc', ['aaaa\n', 'bb cc']],
    ['after a sentence', 'aa. bb cc', ['aa. ', 'bb cc']],
    ['between words', 'aaa bbb', ['aaa ', 'bbb']],
    ['between characters, where nothing else is', '€€€', ['€', '€', '€']],
  ])('cuts %s', (_, text, parts) => {
    expect(cut(text, 5 + (text.includes('\n\n') ? 1 : 0))).toEqual(parts)
  })

  it('is done with twenty million characters without a break', () => {
    expect(cutParts(Buffer.alloc(20_000_000, 'a'), 500_000).parts).toHaveLength(40)
  })
})
