import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Stands where the rest of the world would be: the browser of the tests finds every other name here. */
export interface Trap {
  port: number
  /** First line of each connection, such as `GET /hit HTTP/1.1`; `connection` where nothing was said. */
  caught: string[]
  close(): Promise<void>
}

const EMPTY =
  'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n'

/** Listens on loopback, and writes down whoever comes: also what never asks, as a preconnect. */
export async function openTrap(): Promise<Trap> {
  const caught: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const place = caught.push('connection') - 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.once('data', (data) => {
      caught[place] = /^[A-Z]+ .*/.exec(data.toString('latin1'))?.[0] ?? 'TLS'
      socket.end(EMPTY)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { port, caught, close }
}
