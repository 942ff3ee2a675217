import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { served } from '../../../tests/served.js'

const its = served()

/** Sends part of a request, and goes away in the middle of its body. */
function leave(path: string, type: string, body: string): Promise<void> {
  const { port } = new URL(its.origin)
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Authorization: Bearer the-token',
    `Content-Type: ${type}`,
    'Content-Length: 1000000',
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () =>
      setTimeout(() => socket.destroy(), 200),
    )
  })
}

test('a client that goes away in the middle is no fault, and is not kept', async () => {
  await leave('/api/articles', 'application/octet-stream', 'The dam held, officials')
  await leave('/api/articles', 'application/json', '{"text": "The dam')
  await leave('/api/read', 'application/json', '{"text": "The dam')
  await leave('/api/searches', 'application/json', '{"name": "The dam')
  // All that came before has been answered when this is.
  const { body } = await its.ask({ path: '/api/jobs' })
  expect(JSON.parse(body)).toEqual([])
  expect(its.logged).toEqual([])
})
