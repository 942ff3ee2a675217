import { describe, expect, it } from 'vitest'
import { editParts } from './edit-parts.js'

const shown = (text: string, from: number, edits: [number, number][]): string =>
  editParts(
    { text, span: { start: from, end: from + text.length } },
    edits.map(([start, end]) => ({ start, end })),
  )
    .map(({ text: words, differs }) => (differs ? `[${words}]` : words))
    .join('')

describe('editParts', () => {
  it('marks the words that differ', () => {
    expect(shown('the dam held', 100, [[104, 107]])).toBe('the [dam] held')
  })

  it('leaves out edits of nothing, and those outside', () => {
    expect(
      shown('the dam held', 100, [
        [104, 104],
        [300, 310],
      ]),
    ).toBe('the dam held')
  })

  it('cuts an edit off where the words end', () => {
    expect(shown('the dam held', 100, [[108, 130]])).toBe('the dam [held]')
  })

  it('keeps whole what stands beside the text', () => {
    expect(editParts({ text: 'A title', span: null }, [{ start: 0, end: 3 }])).toHaveLength(1)
  })
})
