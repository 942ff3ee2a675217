import { Readable } from 'node:stream'
import { deserialize } from 'node:v8'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { toldError } from '../answers/told-error.js'
import type { GivenInput } from '../given-input.js'
import type { Told } from '../jobs/deeds.js'
import type { Parts } from '../parts.js'
import { DEEDS, type Line } from './deeds-apart.js'

/** Does what `deedsApart` asks; `begin` answers with what stops it. */
export function deedRoutes(
  app: OpenAPIHono,
  { deeds, log }: Pick<Parts, 'deeds' | 'log'>,
  begin: () => AbortSignal,
): void {
  const lines = (deed: AsyncIterable<Told>) =>
    new Response(Readable.toWeb(Readable.from(encoded(deed, log))) as ReadableStream)
  app.post(DEEDS.add, async ({ req }) => {
    const given = deserialize(new Uint8Array(await req.arrayBuffer())) as GivenInput
    return lines(deeds.add(given, begin()))
  })
  app.post(DEEDS.reread, () => lines(deeds.reread(begin())))
}

async function* encoded(deed: AsyncIterable<Told>, log: Parts['log']): AsyncGenerator<string> {
  const line = (said: Line) => `${JSON.stringify(said)}\n`
  try {
    for await (const told of deed) yield line(told)
  } catch (error) {
    yield line({ error: toldError(error, log) })
  }
}
