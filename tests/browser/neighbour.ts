import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** What a browser brought to a server. */
export interface Brought {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** Another service on this machine, at a port of its own: it keeps whatever is brought, and sets cookies for 127.0.0.1. */
export async function openNeighbour() {
  const brought: Brought[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method = '', url: path = '', headers } = request
    brought.push({ method, path, headers, body })
    response.writeHead(200, {
      'content-type': 'text/html',
      'set-cookie': ['hearsay=planted; Path=/', 'planted=1; Path=/; HttpOnly; SameSite=Lax'],
      'referrer-policy': 'unsafe-url',
    })
    response.end('<!doctype html><title>The neighbour</title>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { address: `http://127.0.0.1:${port}`, brought, close }
}
