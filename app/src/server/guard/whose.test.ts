import { expect, test } from 'vitest'
import { usersOf } from './whose.js'

// A server of user 1000 on 4977 (1371): it listens; a browser of 1000 comes from 54000 (D2F0), user 65534 from 54001.
const TABLE = `
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1371 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1165 1 00000000f8a7c4cc 100 0 0 10 0
   1: 0100007F:1371 0100007F:D2F1 01 00000000:00000000 00:00000000 00000000  1000        0 1166 1 00000000f8a7c4cc 20 4 0 10 -1
   2: 0100007F:D2F0 0100007F:1371 01 00000000:00000000 00:00000000 00000000  1000        0 1167 1 00000000f8a7c4cc 20 4 0 10 -1
   3: 0100007F:D2F1 0100007F:1371 01 00000000:00000000 00:00000000 00000000 65534        0 1168 1 00000000f8a7c4cc 20 4 0 10 -1
`

test.each([
  [54000, [1000]],
  [54001, [65534]],
  [54002, []],
])('who comes from port %i is %j', (from, users) => {
  expect(usersOf(TABLE, { from, to: 4977 })).toEqual(users)
})

test('a table that is not there names nobody', () => {
  expect(usersOf('', { from: 54000, to: 4977 })).toEqual([])
})
