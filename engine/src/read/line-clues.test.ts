import { expect, it } from 'vitest'
import antecedents from '../../models/reader/antecedents.json' with { type: 'json' }
import { markedSpans } from '../../../tests/marked-mentions.js'
import { draftOf, readMarked } from '../../../tests/marked.js'
import { loadLexicon, loadPeople } from '../lexicon/index.js'
import { ACTS, VOICES } from '../record/index.js'
import { castActors } from './actors.js'
import { cluesOfLines } from './line-clues.js'
import { markMentions } from './mentions.js'
import type { NestedDraft } from './types.js'

const lexicon = loadLexicon()
const people = loadPeople(lexicon)

/** Names of the clues of the last line that do not show nothing; lines are [source, cue, content]. */
function cluesOfLast(marked: string, said: [string | null, string, string?][], more = {}) {
  const { tokens, tags } = readMarked(marked)
  const drafts = said.map(([source, cue, content]): NestedDraft => ({
    ...draftOf(tokens, { source: source ?? undefined, cue, content }),
    scores: { cue: 0.9, source: 0.9, content: 0.9 },
    parent: null,
    ...more,
  }))
  const spans = markedSpans(tags)
  const mentioned = markMentions(tokens, tags, drafts, { spans, ends: new Map() }, people)
  const cast = castActors({ outlet: null }, tokens, drafts, mentioned, antecedents, people)
  const voice = new Float32Array(tokens.words.length * VOICES.length)
  const last = cluesOfLines({ tokens, drafts, cast, spans, voice, lexicon }).at(-1)
  const shown = (part: 'span' | 'who' | 'act') =>
    (last?.[part] ?? []).flatMap(([name, value]) => (value === 0 ? [] : [name]))
  return { span: shown('span'), who: shown('who'), act: shown('act') }
}

const RUIZ = '[*Ana Ruiz*] said the dam held.'

it.each([
  [[['Ana Ruiz', 'said', 'the dam held']], 'indirect speech'],
  [[['Ana Ruiz', 'said', 'the dam held']], 'source as a mention'],
  [[[null, 'said', 'the dam held']], 'nobody named'],
  [[['Ana Ruiz', 'said']], 'no content'],
  [[['Ana Ruiz', 'said', 'the dam']], 'content ends within its sentence'],
] as const)('of the words in %j: %s', (said, clue) => {
  const lines = said.map((line) => [...line]) as [string | null, string, string?][]
  expect(cluesOfLast(RUIZ, lines).span).toContain(clue)
})

it('a whole sentence does not end within itself', () => {
  const { span } = cluesOfLast(RUIZ, [['Ana Ruiz', 'said', 'the dam held']])
  expect(span).not.toContain('content ends within its sentence')
})

it('of who: a name is shown by itself, and nobody named has no clues', () => {
  const { who } = cluesOfLast(RUIZ, [['Ana Ruiz', 'said', 'the dam held']])
  expect(who).toContain('shown by a name')
  expect(who).toContain('name of a person: shows itself')
  expect(cluesOfLast(RUIZ, [[null, 'said', 'the dam held']]).who).toEqual([])
})

it('of the act: what the model thought otherwise', () => {
  const acts = ACTS.map((act) => (act === 'deny' ? 0.9 : act === 'assert' ? 0.1 : 0))
  const sure = { overlap: 1, weakest: 1, rival: 0 }
  const heard = { acts, content: [], sureness: { source: sure, content: sure }, cut: false }
  const line: [string, string, string] = ['Ana Ruiz', 'said', 'the dam held']
  expect(cluesOfLast(RUIZ, [line], { heard }).act).toContain('the model says otherwise')
  expect(cluesOfLast(RUIZ, [line]).act).not.toContain('the model says otherwise')
})
