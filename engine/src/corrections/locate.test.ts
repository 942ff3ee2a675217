import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorOf } from './anchor.js'
import { locate } from './locate.js'

const TEXT = [
  'The harbour board met on Monday.',
  'Ines Okafor said the northern lock would stay shut until the autumn storms had passed.',
  'The mayor said the city would pay.',
  'The pilots said nothing.',
].join('\n\n')

const place = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}
const LOCK = 'the northern lock would stay shut until the autumn storms had passed'

describe('an anchor', () => {
  it('finds its words where they were', () => {
    const span = place(TEXT, LOCK)
    expect(locate(TEXT, anchorOf(TEXT, span))).toEqual(span)
  })

  it('tells the same words apart by what stands around them', () => {
    const second = { start: TEXT.indexOf('said', 60), end: TEXT.indexOf('said', 60) + 4 }
    const moved = `A paragraph that was put in; somebody said so.\n\n${TEXT}`
    const found = locate(moved, anchorOf(TEXT, second))
    expect(found).toEqual({ start: second.start + 48, end: second.end + 48 })
  })

  it('finds words of which a few were changed', () => {
    const changed = TEXT.replace('the autumn storms', 'the winter storms')
    const found = locate(changed, anchorOf(TEXT, place(TEXT, LOCK)))
    expect(found && changed.slice(found.start, found.end)).toBe(LOCK.replace('autumn', 'winter'))
  })

  it('finds long words by their ends', () => {
    const long = Array.from({ length: 120 }, (_, i) => `word${i * 7}`).join(' ')
    const changed = `Before.\n${long.replace('word77 ', 'another ')} After.`
    const found = locate(changed, anchorOf(long, { start: 0, end: long.length }))
    expect(found).toEqual({ start: 8, end: changed.length - 7 })
  })

  it.each([
    ['words that were taken out', TEXT.replace(LOCK, 'nothing at all'), LOCK],
    ['a short word that now stands elsewhere', 'Nobody here said why.', 'said'],
    [
      'words that two places come as near to',
      `${LOCK.replace('autumn', 'winter')}. ${LOCK.replace('autumn', 'spring')}.`,
      LOCK,
    ],
  ])('does not find %s', (_what, text, words) => {
    expect(locate(text, anchorOf(TEXT, place(TEXT, words)))).toBeNull()
  })

  it('survives paragraphs put in and taken out around it', () => {
    const paragraph = fc.lorem({ maxCount: 12 })
    fc.assert(
      fc.property(fc.array(paragraph), fc.array(paragraph), fc.nat(3), (before, after, keep) => {
        const kept = TEXT.split('\n\n').slice(0, keep).join('\n\n')
        const body = `${kept}\n\n${TEXT.split('\n\n')[1]}`
        const text = [...before, body, ...after].join('\n\n')
        const found = locate(text, anchorOf(TEXT, place(TEXT, LOCK)))
        expect(found && text.slice(found.start, found.end)).toBe(LOCK)
      }),
    )
  })

  it('finds any words in the text they are from, and never throws on another', () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(any, any, fc.nat(), fc.nat(), (text, other, a, b) => {
        const [start, end] = [a % text.length, (b % text.length) + 1]
        if (start >= end) return
        const anchor = anchorOf(text, { start, end })
        expect(locate(text, anchor)).toEqual({ start, end })
        locate(other, anchor)
      }),
    )
  })
})
