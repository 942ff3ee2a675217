import { describe, expect, it } from 'vitest'
import { draftOf, type Said } from '../../../tests/marked.js'
import { loadLexicon } from '../lexicon/index.js'
import type { Article } from '../record/index.js'
import { spanOf, tokenize, type Tokens, type WordRange } from '../text/index.js'
import { nameActs } from './acts.js'
import { mendContents } from './contents.js'
import { noteDoubts } from './doubts.js'
import { nestStatements } from './nesting.js'
import { tellQuotedFromQuoting } from './quoted-as.js'
import type { Draft } from './types.js'

const lexicon = loadLexicon()

function reading(text: string, ...said: Said[]): { tokens: Tokens; drafts: Draft[] } {
  const tokens = tokenize(text, lexicon.abbreviations)
  const drafts = said.map((one) => draftOf(tokens, one))
  return { tokens, drafts }
}

const words = (tokens: Tokens, r: WordRange | null | undefined) => {
  if (!r) return null
  const { start, end } = spanOf(tokens, r)
  return tokens.text.slice(start, end)
}

describe('nestStatements', () => {
  const parents = (text: string, ...said: Said[]) => {
    const { tokens, drafts } = reading(text, ...said)
    return nestStatements(tokens, drafts).map((draft) => draft.parent)
  }

  it('puts a statement under the one whose content it stands in', () => {
    expect(
      parents(
        'Ruiz said the dam held, the Post reported.',
        { source: 'Ruiz', cue: 'said', content: 'the dam held' },
        { source: 'the Post', cue: 'reported', content: 'Ruiz said the dam held', kind: 'outlet' },
      ),
    ).toEqual([1, null])
  })
  it('lets who speaks last relay a document', () => {
    expect(
      parents(
        'According to the audit, the dam held, Ruiz added.',
        { source: 'the audit', cue: 'According to', content: 'the dam held', kind: 'document' },
        { source: 'Ruiz', cue: 'added', content: 'the dam held' },
      ),
    ).toEqual([1, null])
    expect(
      parents(
        'The dam held, Ruiz said, according to the records.',
        { source: 'Ruiz', cue: 'said', content: 'The dam held' },
        { source: 'the records', cue: 'according to', content: 'The dam held', kind: 'document' },
      ),
    ).toEqual([1, null])
  })
  it('takes the smallest content', () => {
    expect(
      parents(
        'The Post reported that Ruiz said Lomax denied it.',
        {
          source: 'The Post',
          cue: 'reported',
          content: 'that Ruiz said Lomax denied it',
          kind: 'outlet',
        },
        { source: 'Ruiz', cue: 'said', content: 'Lomax denied it' },
        { source: 'Lomax', cue: 'denied', content: 'it' },
      ),
    ).toEqual([null, 0, 1])
  })
  it('lets whoever cites relay whoever is cited', () => {
    expect(
      parents(
        'The Post, citing an official, reported that the dam held.',
        { source: 'The Post', cue: 'reported', content: 'that the dam held', kind: 'outlet' },
        {
          source: 'an official',
          cue: 'citing',
          content: 'that the dam held',
          kind: 'unnamed-person',
        },
      ),
    ).toEqual([null, 0])
  })
  it('lets the medium relay when two share one content', () => {
    expect(
      parents(
        'The dam held, Ruiz said, according to the Post.',
        { source: 'Ruiz', cue: 'said', content: 'The dam held' },
        { source: 'the Post', cue: 'according to', content: 'The dam held', kind: 'outlet' },
      ),
    ).toEqual([1, null])
  })
  it('keeps two statements of one subject apart', () => {
    expect(
      parents(
        'Ruiz said the dam held but denied the gate closed.',
        { source: 'Ruiz', cue: 'said', content: 'the dam held' },
        { source: 'Ruiz', cue: 'denied', content: 'the gate closed' },
      ),
    ).toEqual([null, null])
  })
  it('never lets two statements contain each other', () => {
    const text = 'Ruiz said Lomax said.'
    expect(parents(text, { cue: 'Ruiz', content: text }, { cue: 'Lomax', content: text })).toEqual([
      null,
      null,
    ])
  })
})

describe('tellQuotedFromQuoting', () => {
  it('finds the speaker between a misspelt relaying cue and "as"', () => {
    const { tokens, drafts } = reading(
      'The agency citied civil sources as saying that the dam held.',
      { source: 'The agency', cue: 'citied', content: 'that the dam held', kind: 'outlet' },
      { source: 'The agency', cue: 'saying', content: 'that the dam held', kind: 'outlet' },
    )
    const [outer, inner] = tellQuotedFromQuoting(tokens, drafts)
    expect(words(tokens, inner?.source)).toBe('civil sources')
    expect(words(tokens, inner?.cue)).toBe('as saying')
    expect(words(tokens, outer?.content[0])).toBe('civil sources as saying that the dam held')
  })
  it('leaves a plain "as" alone', () => {
    const { tokens, drafts } = reading('Ruiz left, as stated before.', {
      source: 'Ruiz',
      cue: 'stated',
      content: 'before',
    })
    expect(tellQuotedFromQuoting(tokens, drafts)).toEqual(drafts)
  })
})

describe('mendContents', () => {
  const mended = (text: string, content: string) => {
    const { tokens, drafts } = reading(text, { cue: 'said', content })
    return words(tokens, mendContents(tokens, drafts)[0]?.content[0])
  }
  it.each([
    ['“The dam held,” Ruiz said.', 'The dam held', '“The dam held,”'],
    ['Ruiz said “the dam held.” She left.', 'the dam held', '“the dam held.”'],
    ['Ruiz said the dam held.', 'the dam held.', 'the dam held'],
    ['Ruiz said the dam held and warned us.', 'the dam held and', 'the dam held'],
    ['Ruiz named the builders, who left.', 'the builders, who', 'the builders'],
    ['Ruiz said “the dam held. Then it fell.', 'the dam held', '“the dam held'],
  ])('%s', (text, content, expected) => expect(mended(text, content)).toBe(expected))
})

describe('mendContents, sources', () => {
  it.each([
    ['Ana Ruiz, who said so, left.', 'Ana Ruiz, who', 'Ana Ruiz'],
    ['It was seen by Ana Ruiz, it said.', 'by Ana Ruiz', 'Ana Ruiz'],
  ])('%s', (text, source, bare) => {
    const { tokens, drafts } = reading(text, { source, cue: 'said' })
    expect(words(tokens, mendContents(tokens, drafts)[0]?.source)).toBe(bare)
  })
})

describe('nameActs', () => {
  it.each([
    ['Ruiz said the dam held', 'said', 'person', 'assert', false],
    ['Ruiz did not deny it', 'did not deny', 'person', 'deny', true],
    ['Ruiz denied it', 'denied', 'person', 'deny', false],
    ['The Post said so', 'said', 'outlet', 'report', false],
    ['The audit said so', 'said', 'organization', 'show', false],
    ['Ruiz called on Lomax to resign', 'called', 'person', 'request', false],
    ['Ruiz has appealed to the council', 'has appealed', 'person', 'request', false],
    ['Ruiz urged calm', 'urged', 'person', 'request', false],
  ] as const)('%s', (text, cue, kind, act, negated) => {
    const { tokens, drafts } = reading(text, {
      source: text.split(cue)[0]?.trim() ?? '',
      cue,
      kind,
    })
    expect(nameActs(tokens, drafts, lexicon)[0]).toMatchObject({ act, negated })
  })
})

describe('nameActs by what is asked', () => {
  it.each([
    ['Ruiz asked whether it held', 'whether it held', 'ask'],
    ['Ruiz asked them to leave', 'to leave', 'request'],
  ])('%s', (text, content, act) => {
    const { tokens, drafts } = reading(text, { source: 'Ruiz', cue: 'asked', content })
    expect(nameActs(tokens, drafts, lexicon)[0]?.act).toBe(act)
  })
})

describe('statements that stand in one another without end', () => {
  const text = Array.from({ length: 120 }, (_, n) => `A${n} said that `).join('')
  const { tokens } = reading(`${text}it held.`)
  const end = tokens.words.length - 1
  const drafts = Array.from({ length: 120 }, (_, n): Draft => {
    const first = n * 3
    return {
      cue: [first + 1, first + 3],
      source: [first, first + 1],
      content: [[first + 3, end]],
      channel: null,
      said: null,
      act: 'assert',
      negated: false,
      kind: 'person',
      scores: { cue: 1, source: 1, content: 1 },
    }
  })

  it('are cut where no reader could follow, and that is said once', () => {
    const nested = nestStatements(tokens, drafts)
    const roots = nested.flatMap(({ parent }, n) => (parent === null ? [n] : []))
    expect(roots).toEqual([0, 50, 100])
    const article = { text: tokens.text, published: '2024-05-01' } as Article
    const notes = noteDoubts(article, tokens, nested).filter(({ code }) => code === 'nesting-deep')
    expect(notes).toHaveLength(1)
    expect(tokens.text.slice(notes[0]?.start, notes[0]?.end)).toBe('said that')
  })
})

describe('noteDoubts', () => {
  const codes = (text: string, published: string | null = '2024-05-01') => {
    const { tokens, drafts } = reading(text)
    const article = {
      id: '',
      origin: '',
      bytes: '',
      title: null,
      byline: null,
      outlet: null,
      language: 'en',
      published,
      text,
    }
    return noteDoubts(article, tokens, drafts).map((note) => note.code)
  }
  it('says that the date is unknown', () => expect(codes('One.', null)).toEqual(['date-unknown']))
  it('says that a quotation is never closed', () =>
    expect(codes('He said “no.\nShe left.')).toEqual(['quotation-unclosed']))
  it('says so of a mark before the next one opens', () =>
    expect(codes('“It held, he said. “It holds,” she said.')).toEqual(['quotation-unclosed']))
  it('knows a quotation over lines', () =>
    expect(codes('He said "it\nheld" and left.')).toEqual([]))
  it('says that a text is in capitals', () =>
    expect(codes('THE BRIDGE IS SAFE AND OPEN TO ALL, ANA RUIZ SAID ON MONDAY.')).toEqual([
      'all-capitals',
    ]))
  it('knows quotations that go over paragraphs', () => expect(codes('“No.\n\n“Yes.”')).toEqual([]))
})
