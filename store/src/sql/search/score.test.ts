import { expect, test } from 'vitest'
import { parseWords } from './parse-words.js'
import { scores } from './score.js'

/** The texts, the best answer first. */
function ranked(asked: string, texts: string[]): string[] {
  const given = scores(texts, parseWords(asked))
  return texts.toSorted((one, other) => given[texts.indexOf(other)]! - given[texts.indexOf(one)]!)
}

test.each([
  ['dam', ['the dam dam held on', 'the dam held on now', 'the bridge held on']],
  ['dam', ['the dam held', 'the dam held and then it held some more']],
  ['"dam held"', ['dam held dam held', 'dam held the dam', 'held dam']],
  ['flo*', ['floods flow over', 'a flood went over', 'over it went']],
  ['*loo*', ['floods floods', 'blood and so', 'nothing']],
  ['*ood', ['wood and blood', 'wood and mead', 'mead and woods']],
])('%j is best answered in this order: %j', (asked, texts) => {
  expect(ranked(asked, texts.toReversed())).toEqual(texts)
})
