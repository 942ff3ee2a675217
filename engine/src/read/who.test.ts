import { describe, expect, it } from 'vitest'
import antecedents from '../../models/reader/antecedents.json' with { type: 'json' }
import { markedSpans } from '../../../tests/marked-mentions.js'
import { draftOf, readMarked, type Said } from '../../../tests/marked.js'
import { loadLexicon, loadPeople } from '../lexicon/index.js'
import { spanOf } from '../text/index.js'
import { castActors } from './actors.js'
import { markMentions } from './mentions.js'
import { findChannels } from './channels.js'
import { findCredentials } from './credentials.js'

const people = loadPeople(loadLexicon())

function reading(marked: string, ...said: Said[]) {
  const { tokens, tags } = readMarked(marked)
  const drafts = said.map((one) => draftOf(tokens, one))
  const cast = castActors(
    { outlet: 'The Varnholt Herald' },
    tokens,
    drafts,
    markMentions(tokens, tags, drafts, { spans: markedSpans(tags), ends: new Map() }, people),
    antecedents,
    people,
  )
  const name = (role: number | null | undefined) =>
    role == null ? null : role < 0 ? 'itself' : (cast.actors[role]?.name ?? null)
  return { tokens, tags, drafts, cast, name }
}

describe('castActors', () => {
  it('gives every statement its actor, by name, description and pronoun', () => {
    const { cast, name } = reading(
      '[Mayor *Ana Ruiz*] said so. [Ms *Ruiz*] told [the navy]. [She] knew.',
      { source: 'Mayor Ana Ruiz', cue: 'said' },
      { source: 'Ms Ruiz', cue: 'told' },
      { source: 'She', cue: 'knew' },
    )
    expect(cast.of.map(([role]) => name(role))).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz'])
  })
  it('has nobody for an agentless statement', () => {
    expect(reading('[The dam] reportedly held.', { cue: 'reportedly' }).cast.of).toEqual([[]])
  })
  it('names a source by the name its phrase ends with', () => {
    const { cast, name } = reading('Chief of the Marel Army, [*Ana Ruiz*] said so.', {
      source: 'Chief of the Marel Army, Ana Ruiz',
      cue: 'said',
    })
    expect(cast.of[0]?.map(name)).toEqual(['Ana Ruiz'])
  })
  it('counts nobody for an age', () => {
    const { cast, name } = reading('[[*Ana Ruiz*], 52, and [*Piet Lomax*], 38], said so.', {
      source: 'Ana Ruiz, 52, and Piet Lomax, 38',
      cue: 'said',
    })
    expect(cast.of[0]?.map(name)).toEqual(['Ana Ruiz', 'Piet Lomax'])
  })
  it('keeps a body that denies apart from its accuser', () => {
    const { cast, name } = reading('[The *Office*] accused [the army]. [The army] denies it.', {
      source: 'The army',
      cue: 'denies',
      kind: 'organization',
    })
    expect(cast.of[0]?.map(name)).toEqual(['army'])
  })
  it('keeps two speakers of one cue apart', () => {
    const { cast, name } = reading('[[*Ana Ruiz*] and [*Piet Lomax*]] said so.', {
      source: 'Ana Ruiz and Piet Lomax',
      cue: 'said',
    })
    expect(cast.of[0]?.map(name)).toEqual(['Ana Ruiz', 'Piet Lomax'])
  })
  it('knows the outlet told, and the outlet itself', () => {
    const { cast, name } = reading(
      '[*Ana Ruiz*] told [the Marel Herald] so. [Ruiz] told [the Varnholt Herald] more.',
      { source: 'Ana Ruiz', cue: 'told', channel: 'the Marel Herald' },
      { source: 'Ruiz', cue: 'told', channel: 'the Varnholt Herald' },
    )
    expect(cast.told.map(name)).toEqual(['Marel Herald', 'itself'])
  })
  it('knows the outlet told where its phrase runs on', () => {
    const { cast, name } = reading('[*Ana Ruiz*] told [Radio Marel on Monday] so.', {
      source: 'Ana Ruiz',
      cue: 'told',
      channel: 'Radio Marel',
    })
    expect(cast.told.map(name)).toEqual(['Radio Marel'])
  })
  it('says so when a surname fits two people', () => {
    const { cast } = reading('[*Ana Ruiz*] met [*Carl Ruiz*]. [*Ruiz*] left.')
    expect(cast.notes).toMatchObject([{ code: 'name-shared', start: 24, end: 28 }])
    expect(cast.notes[0]?.message).toContain('Ana Ruiz')
  })
})

describe('findCredentials', () => {
  const credentials = (marked: string, said: Said) => {
    const { tokens, tags, drafts, cast } = reading(marked, said)
    const role = cast.of[0]?.[0] ?? -1
    return findCredentials(tokens, tags, cast, drafts, people)[role]
  }
  it.each<[string, Said, { title?: string | null; justification?: string | null }]>([
    [
      '[Foreign Minister *Ana Ruiz*] said so.',
      { source: 'Foreign Minister Ana Ruiz', cue: 'said' },
      { title: 'Foreign Minister', justification: null },
    ],
    ['[Ms *Ana Ruiz*] said so.', { source: 'Ms Ana Ruiz', cue: 'said' }, { title: null }],
    [
      '[*Ana Ruiz*], who fled the town, said so.',
      { source: 'Ana Ruiz', cue: 'said' },
      { justification: 'who fled the town' },
    ],
    [
      '[*Ana Ruiz*], the pilot’s sister, said so.',
      { source: 'Ana Ruiz', cue: 'said' },
      { justification: 'the pilot’s sister' },
    ],
    [
      '[Two officials familiar with the talks] said so.',
      { source: 'Two officials familiar with the talks', cue: 'said', kind: 'unnamed-person' },
      { justification: 'familiar with the talks' },
    ],
  ])('%s', (marked, said, expected) => {
    expect(credentials(marked, said)).toMatchObject(expected)
  })
})

describe('findChannels', () => {
  it.each<[string, Said, string | null]>([
    [
      '[*Ana Ruiz*] told [Radio Marel] so.',
      { source: 'Ana Ruiz', cue: 'told', content: 'so' },
      'Radio Marel',
    ],
    [
      '[*Ana Ruiz*] told [the minister] so.',
      { source: 'Ana Ruiz', cue: 'told', content: 'so' },
      null,
    ],
    [
      'In [an interview with Radio Marel], [*Ana Ruiz*] said so.',
      { source: 'Ana Ruiz', cue: 'said', content: 'so' },
      'In an interview with Radio Marel',
    ],
    [
      '[*Ana Ruiz*] said at [a news conference] it held.',
      { source: 'Ana Ruiz', cue: 'said', content: 'it held' },
      'at a news conference',
    ],
    [
      '[*Ana Ruiz*] said it held in [a statement of his].',
      { source: 'Ana Ruiz', cue: 'said', content: 'it held in a statement of his' },
      null,
    ],
  ])('%s', (marked, said, channel) => {
    const { tokens, tags, drafts } = reading(marked, said)
    const found = findChannels(tokens, tags, drafts, people)[0]?.channel
    const span = found && spanOf(tokens, found)
    expect(span ? tokens.text.slice(span.start, span.end) : null).toBe(channel)
  })
})
