import { expect, test } from 'vitest'
import { statusOf } from './statuses.js'

test.each([
  ['request-invalid', 400],
  ['id-malformed', 400],
  ['token-missing', 401],
  ['link-spent', 401],
  ['host-foreign', 403],
  ['framed', 403],
  ['user-foreign', 403],
  ['article-unknown', 404],
  ['job-unknown', 404],
  ['id-ambiguous', 409],
  ['file-too-large', 413],
  ['body-too-large', 413],
  ['content-type-unknown', 415],
  ['url-private-address', 422],
  ['url-too-large', 422],
  ['correction-unfit', 422],
  ['empty-input', 422],
  ['queue-full', 429],
  ['store-damaged', 500],
  ['model-missing', 500],
  ['store-busy', 503],
  ['store-unreachable', 503],
])('%s is answered with %i', (code, status) => {
  expect(statusOf(code)).toBe(status)
})
