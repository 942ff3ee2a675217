import { describe, expect, it } from 'vitest'
import { draftOf, rangeOf, readMarked, type Said } from '../../../tests/marked.js'
import {
  addresseeRows,
  auxiliaryRows,
  channelRows,
  loadAuxiliaries,
  loadLexicon,
  loadPeople,
  loadSubjects,
  subjectRows,
} from '../lexicon/index.js'
import { spanOf, type Tokens, type WordRange } from '../text/index.js'
import { findAddressees } from './addressees.js'
import { castActors } from './actors.js'
import { markMentions } from './mentions.js'
import { carryQuotations } from './carry-quotations.js'
import { findChannels } from './channels.js'
import { keepSources } from './keep-sources.js'
import { wholeCues } from './whole-cues.js'

const lexicon = loadLexicon()
const people = loadPeople(lexicon)
const auxiliaries = loadAuxiliaries()
const subjects = loadSubjects()

const words = (tokens: Tokens, found: WordRange | null | undefined) => {
  if (!found) return null
  const { start, end } = spanOf(tokens, found)
  return tokens.text.slice(start, end)
}

function reading(marked: string, said: Said) {
  const { tokens, tags } = readMarked(marked)
  return { tokens, tags, draft: draftOf(tokens, said) }
}

describe('wholeCues', () => {
  const whole = (text: string, cue: string) => {
    const { tokens, tags, draft } = reading(text, { source: 'Ruiz', cue })
    return words(tokens, wholeCues(tokens, tags, [draft], auxiliaries)[0]?.cue)
  }
  it.each([
    ['[*Ruiz*] did not respond to requests.', 'respond', 'did not respond'],
    ['[*Ruiz*] would not say whether it held.', 'say', 'would not say'],
    ['[*Ruiz*] has repeatedly denied it.', 'denied', 'has repeatedly denied'],
    ['[*Ruiz*] often said so.', 'said', 'said'],
    ['[*Ruiz*] was reportedly there.', 'reportedly', 'reportedly'],
    ['[*Ruiz*] had earlier told us so.', 'had', 'had earlier told'],
    ['[*Ruiz*] later said so.', 'later', 'later said'],
    ['[*Ruiz*] would not, she wrote, resign.', 'would not', 'would not'],
  ])('%s', (text, cue, expected) => expect(whole(text, cue)).toBe(expected))
  it('takes the verb out of what is said, and nothing else', () => {
    const { tokens, tags, draft } = reading('The dam, [*Ruiz*] had once said, held.', {
      source: 'Ruiz',
      cue: 'had',
      content: 'once said, held',
    })
    const parts = { ...draft, content: [rangeOf(tokens, 'The dam'), ...draft.content] }
    const [found] = wholeCues(tokens, tags, [parts], auxiliaries)
    expect(found?.content.map((part) => words(tokens, part))).toEqual(['The dam', ', held'])
  })
  it('lists words that stand in rows once', () =>
    expect(new Set(auxiliaryRows.auxiliaries).size).toBe(auxiliaryRows.auxiliaries.length))
})

describe('keepSources', () => {
  const source = (text: string, cue: string, hint?: string) => {
    const { tokens, tags, draft } = reading(text, { cue })
    const thought = hint
      ? { ...draft, hint: { range: rangeOf(tokens, hint), kind: 'person' as const } }
      : draft
    return words(
      tokens,
      keepSources(tokens, tags, [thought], auxiliaries, subjects, people.addressees)[0]?.source,
    )
  }
  it.each([
    ['Many told [the inquiry] that it held.', 'told', 'Many'],
    ['Another said it held.', 'said', 'Another'],
    ['[A new official], who said so, left.', 'said', 'A new official'],
    [
      '[Three current and two former officials] described it.',
      'described',
      'Three current and two former officials',
    ],
  ])('%s', (text, cue, expected) => expect(source(text, cue)).toBe(expected))
  it('names nobody where the subject is told', () => {
    const { tokens, tags, draft } = reading('[Officials] were told that it held.', {
      source: 'Officials',
      cue: 'were told',
    })
    const [found] = keepSources(tokens, tags, [draft], auxiliaries, subjects, people.addressees)
    expect(found).toMatchObject({ source: null, kind: null })
  })
  it.each([
    ['[Our reporter] says it held.', 'Our', 'says', 'Our reporter'],
    ['[His claims] were denied.', 'His', 'claims', 'His'],
    ['[Their new claims] were denied.', 'Their', 'claims', 'Their'],
  ])('an owner in %s', (text, owner, cue, source) => {
    const { tokens, tags, draft } = reading(text, { source: owner, cue })
    const [found] = keepSources(tokens, tags, [draft], auxiliaries, subjects, people.addressees)
    expect(words(tokens, found?.source)).toBe(source)
  })
  it('names nobody for reports that are denied', () => {
    const { tokens, tags, draft } = reading('[*Ruiz*] denied reports it fell.', {
      source: 'Ruiz',
      cue: 'denied',
      content: 'reports it fell',
    })
    const denied = { ...draft, act: 'deny' as const }
    const reports = {
      ...draft,
      cue: rangeOf(tokens, 'reports'),
      content: [rangeOf(tokens, 'it fell')],
    }
    const found = keepSources(
      tokens,
      tags,
      [denied, reports],
      auxiliaries,
      subjects,
      people.addressees,
    )
    expect(found.map(({ source }) => words(tokens, source))).toEqual(['Ruiz', null])
  })
  it('never cuts a name in two', () => {
    const { tokens, tags, draft } = reading('[*Ana Ruiz*] said it held.', {
      source: 'Ana',
      cue: 'said',
    })
    const [found] = keepSources(tokens, tags, [draft], auxiliaries, subjects, people.addressees)
    expect(words(tokens, found?.source ?? null)).toBe('Ana Ruiz')
  })
  it('takes what the model thought of for the subject', () =>
    expect(source('[*Piet Lomax*], he knew, said so.', 'said', 'Piet Lomax')).toBe('Piet Lomax'))
  it.each([
    ['[The dam] was told off.', 'was told'],
    ['[The dam] believed to be safe held.', 'believed'],
    ['[Reports] said it held.', 'said'],
    ['[The dam] reportedly held.', 'reportedly'],
  ])('nobody: %s', (text, cue) => expect(source(text, cue)).toBeNull())
  it.each(subjectRows.examples)('row: %s', (text) =>
    expect(source(text, /told|said/u.exec(text)?.[0] ?? '')).not.toBeNull(),
  )
  it.each(subjectRows.counterexamples.filter((text) => !text.includes('claimed')))(
    'row, nobody: %s',
    (text) => expect(source(text, text.includes('was said') ? 'was said' : 'said')).toBeNull(),
  )
})

describe('a source without a noun', () => {
  it.each(['Many', 'Another', 'Both'])('%s is somebody', (who) => {
    const { tokens, tags, draft } = reading(`${who} said it held.`, { source: who, cue: 'said' })
    const cast = castActors(
      { outlet: null },
      tokens,
      [draft],
      markMentions(tokens, tags, [draft], { spans: [], ends: new Map() }, people),
      {},
      people,
    )
    expect(cast.of[0]?.map((role) => cast.actors[role]?.name)).toEqual([who])
  })
})

describe('carryQuotations', () => {
  const carried = (text: string, content: string, cue = 'said') => {
    const { tokens, draft } = reading(text, { cue, content })
    return carryQuotations(tokens, [draft])[0]?.content.map((part) => words(tokens, part))
  }
  it('goes on to the closing mark', () =>
    expect(carried('Ruiz said: “It held. It holds. All is well.”', 'It held.')).toEqual([
      '“It held. It holds. All is well.”',
    ]))
  it('goes back to the opening mark', () =>
    expect(carried('“It held, it holds,” Ruiz said.', 'it holds,')).toEqual([
      '“It held, it holds,”',
    ]))
  it('goes on over paragraphs that open the marks again', () =>
    expect(carried('Ruiz said: “It held.\n\n“It holds.”\n\nAll left.', '“It held.')).toEqual([
      '“It held.\n\n“It holds.”',
    ]))
  it('stops where no mark closes', () =>
    expect(carried('Ruiz said: “It held. It holds.\n\nAll left.', '“It held.')).toEqual([
      '“It held.',
    ]))
  it.each([
    ['“It held, Ruiz said. She left. “It was luck,” she added.', '“It held', '“It held'],
    ['Ruiz said: “It held. She left. “It was luck,” she added.', '“It held. She', '“It held.'],
    ['Ruiz said: “It held. She left.', '“It held. She left.', '“It held.'],
    ['"It held, Ruiz said. She left. "It was luck," she added.', '"It held', '"It held'],
    ['Ruiz said: “It held. It holds.\nAll is well.” She left.', '“It held.', '“It held.'],
  ])('ends with the sentence where no mark closes: %s', (text, content, expected) =>
    expect(carried(text, content)).toEqual([expected]),
  )
  it('shares out what two say where no mark closes', () => {
    const text = 'Ruiz said: "It held. It is old, she wrote. "It holds."'
    const { tokens, draft } = reading(text, {
      source: 'Ruiz',
      cue: 'said',
      content: '"It held. It is old, she wrote. "It holds."',
    })
    const inner = {
      ...draft,
      cue: rangeOf(tokens, 'wrote'),
      source: rangeOf(tokens, 'she'),
      content: [rangeOf(tokens, '"It held. It is old')],
    }
    const found = carryQuotations(tokens, [draft, inner])
    expect(found.map(({ content }) => content.map((part) => words(tokens, part)))).toEqual([
      ['"It held.'],
      ['It is old'],
    ])
  })
  it('goes on where straight marks open again and nobody else speaks', () =>
    expect(carried('Ruiz said: "It held. "It holds."', '"It held. "It holds.')).toEqual([
      '"It held. "It holds."',
    ]))
  it('leaves what is said inside a quotation inside it', () =>
    expect(carried('“He said it held, and left.”', 'it held')).toEqual(['it held']))
})

describe('addressees.json', () => {
  const addressee = (marked: string, cue: string) => {
    const { tokens, tags, draft } = reading(marked, { cue })
    return words(tokens, findAddressees(tokens, tags, [draft], people)[0]?.addressee)
  }
  it.each(addresseeRows.examples)('%s', (text = '', cue = '') => {
    const [, phrase = ''] = /\[(.+?)\]/u.exec(text) ?? []
    const inner = phrase.replace(/^on /u, '')
    const named = inner === 'Mr Holm' ? 'on [Mr *Holm*]' : `[${inner}]`
    expect(addressee(text.replace(`[${phrase}]`, named), cue)).toBe(phrase)
  })
  it.each(addresseeRows.counterexamples)('nobody: %s', (text = '', cue = '') =>
    expect(addressee(text, cue)).toBeNull(),
  )
  it('takes whoever is asked out of what is asked', () => {
    const { tokens, tags, draft } = reading('[*Ruiz*] asked [the council] to wait.', {
      cue: 'asked',
      content: 'the council to wait',
    })
    const [found] = findAddressees(tokens, tags, [draft], people)
    expect(found?.content.map((part) => words(tokens, part))).toEqual(['to wait'])
  })
})

describe('channels.json, as heard', () => {
  const channel = (phrase: string) => {
    const { tokens, tags, draft } = reading(`[*Ruiz*] said so, ${phrase}.`, {
      cue: 'said',
      channel: phrase,
    })
    return words(tokens, findChannels(tokens, tags, [draft], people)[0]?.channel)
  }
  it.each(channelRows.kept)('%s', (phrase) => expect(channel(phrase)).toBe(phrase))
  it.each(channelRows.dropped)('not %s', (phrase) => expect(channel(phrase)).toBeNull())
})
