import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

/** Which connection is cut: when it asks to commit, before the server hears of it or before its answer is heard. */
export type Cut = 'question' | 'answer'

/** Stands between a client and the socket of a PostgreSQL server, and cuts commits off. */
export async function cuttingProxy(socket: string) {
  let due: Cut | null = null
  const cuts: Cut[] = []
  const server = createServer((client) => {
    const database = connect(socket)
    let committing = false
    const cut = () => {
      cuts.push(due!)
      due = null
      client.destroy()
      database.destroy()
    }
    client.on('data', (chunk) => {
      // Q, the length, and the words of a simple query.
      committing = chunk.toString('latin1').endsWith('commit\0')
      if (committing && due === 'question') cut()
      else database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (committing && due === 'answer') cut()
      else client.write(chunk)
    })
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    cuts,
    port: (server.address() as AddressInfo).port,
    /** The next commit is cut off so. */
    cutNext: (how: Cut) => void (due = how),
    close: () => void server.close(),
  }
}
