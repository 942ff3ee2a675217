import { expect, test } from 'vitest'
import { linesOf } from './lines.js'

test('lines are numbered, wherever chunks end; blank ones are left out and long ones are null', async () => {
  const chunks = ['a\n\nb', 'c\r\n', '123456', '7890\nd'].map((text) => Buffer.from(text))
  const lines: unknown[] = []
  for await (const line of linesOf(chunks, 8)) lines.push(line)
  expect(lines).toEqual([
    { number: 1, line: 'a' },
    { number: 3, line: 'bc' },
    { number: 4, line: null },
    { number: 5, line: 'd' },
  ])
})
