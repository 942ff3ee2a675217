import { expect, it } from 'vitest'
import { tokenize } from './tokens.js'
import { unclosedMarks } from './unclosed-marks.js'

const tokens = (text: string) => tokenize(text, new Set())
const unclosed = (text: string) => unclosedMarks(tokens(text), () => false).length

it.each([
  ['“It held.” All left.', 0],
  ['“It held. All left.', 1],
  ['“It held.\n“It holds.”', 0],
])('%j leaves %i open', (text, count) => expect(unclosed(text)).toBe(count))

it('any number may stand open', () => expect(unclosed('“'.repeat(300_000))).toBe(300_000))
