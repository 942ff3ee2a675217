import { expect, it } from 'vitest'
import { tokenize } from '../text/index.js'
import { speakingCues } from './speaking.js'

const cues = (text: string, ...drafts: Parameters<typeof speakingCues>[1]) => [
  ...speakingCues(tokenize(text, new Set()), drafts),
]

it('leaves out cues that stand in what somebody else says', () =>
  expect(
    cues(
      'Ruiz said Lomax denied it.',
      { source: [0, 1], cue: [1, 2], content: [[2, 5]] },
      { source: [2, 3], cue: [3, 4], content: [[4, 5]] },
    ),
  ).toEqual([1]))

it('keeps a cue that only its own content runs over', () =>
  expect(cues('It held, he said, so.', { source: null, cue: [4, 5], content: [[0, 7]] })).toEqual([
    4,
  ]))

it('keeps one that stands alone with its source, wherever it stands', () =>
  expect(
    cues(
      'Ruiz said it held, it said.',
      { source: [0, 1], cue: [1, 2], content: [[2, 8]] },
      { source: [5, 6], cue: [6, 7], content: [[2, 4]] },
    ),
  ).toEqual([1, 6]))
