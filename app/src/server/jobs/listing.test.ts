import { expect, test } from 'vitest'
import type { Job, JobItem } from '@hearsay/contract'
import { listItem } from './listing.js'

const failed = (origin: string): JobItem => ({ origin, error: { code: 'no-text', message: '' } })
const added = (origin: string): JobItem => ({ origin, outcome: 'added' })

function listed(...items: JobItem[]): Job {
  const job: Job = {
    ...{ id: 'j', kind: 'add', state: 'running', waiting: false },
    ...{ done: 0, total: null, items: [], counts: {} },
  }
  for (const item of items) listItem(job, item, 2)
  return job
}

test('all are counted, the latest are listed', () => {
  const { done, counts, items } = listed(added('a'), added('b'), added('c'))
  expect({ done, counts, origins: items.map(({ origin }) => origin) }).toEqual({
    ...{ done: 3, counts: { added: 3 }, origins: ['b', 'c'] },
  })
})

test('what failed stays listed longest', () => {
  const { counts, items } = listed(failed('a'), added('b'), added('c'), failed('d'), failed('e'))
  expect(counts).toEqual({ added: 2, failed: 3 })
  expect(items.map(({ origin }) => origin)).toEqual(['d', 'e'])
})
