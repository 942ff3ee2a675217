import { expect, test } from 'vitest'
import { Hit } from '@hearsay/contract'
import { inJson } from './in-json.js'
import { sound } from './sound.js'

const telling = inJson(Hit.shape.telling)

test('a field in JSON comes back as what it should be', () => {
  const said = { before: '', after: ' said', to: '' }
  expect(telling.parse(JSON.stringify(said))).toEqual(said)
})

test.each(['{"before":1}', 'null', '{', ''])('%j in a row is told as damage', async (text) => {
  const read = async () => telling.parse(text)
  await expect(sound('The store', read())).rejects.toMatchObject({ code: 'store-damaged' })
})
