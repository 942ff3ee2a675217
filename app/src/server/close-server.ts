import type { Server } from 'node:http'

/** How long an answer that is under way may take to its end, in milliseconds. */
const GRACE = 1500

/** Takes no new requests, lets those under way end, and cuts off those that do not. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(cut)
}
