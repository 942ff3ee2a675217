import { expect, test } from 'vitest'
import type { ActorKind } from '../record/index.js'
import { typeOfSource } from './source-type.js'

const actor = (kind: ActorKind, name: string, justification: string | null = null) => {
  return { id: 'a1', name, kind, title: null, justification, mentions: [] }
}

test.each([
  ['person', 'Oda Marrin', 'Named Person', 'Oda Marrin'],
  ['person', 'prime minister', 'Named Person', 'prime minister'],
  ['person', 'former adviser', 'Unnamed Person', ''],
  ['person', '2029 safety audit', 'Document', '2029 safety audit'],
  ['organization', 'Norrvik Stone', 'Named Organization', 'Norrvik Stone'],
  ['organization', 'It', 'Named Organization', ''],
  ['outlet', 'Radio Marin', 'Named Organization', 'Radio Marin'],
  ['document', 'letter', 'Document', 'letter'],
  ['unnamed-person', 'people familiar with the sale', 'Anonymous Source', ''],
  ['unnamed-group', 'officials briefed on the raid', 'Anonymous Source', ''],
  ['unnamed-person', 'spokeswoman for Norrvik Stone', 'Named Organization', 'Norrvik Stone'],
  ['unnamed-person', 'officer', 'Unnamed Person', ''],
  ['unnamed-person', 'geologist who took the videos', 'Unnamed Person', ''],
  ['unnamed-person', 'harbour officials', 'Unnamed Group of People', 'harbour officials'],
  ['unnamed-group', 'Villagers', 'Unnamed Group of People', 'Villagers'],
] as const)('%s %s: %s', (kind, name, type, shown) => {
  expect(typeOfSource(actor(kind, name), [], [])).toEqual({ type, name: shown })
})

test('a name kept back is told in the phrase, the justification or the sentence', () => {
  const type = (...told: Parameters<typeof typeOfSource>) => typeOfSource(...told).type
  const aide = actor('unnamed-person', 'aide')
  expect(type(aide, ['an unnamed aide'], [])).toBe('Anonymous Source')
  expect(type({ ...aide, justification: 'briefed on it' }, [], [])).toBe('Anonymous Source')
  expect(type(aide, [], ['It rained, said an aide, who asked not to be named.'])).toBe(
    'Anonymous Source',
  )
  expect(type(aide, ['the aide'], ['The aide was close to tears.'])).toBe('Unnamed Person')
})
