import { once } from 'node:events'
import type { Server } from 'node:http'
import { HearsayError } from '@hearsay/engine'

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1'
export const DEFAULT_PORT = 4977
const PORTS_TRIED = 100

/**
 * Listens on `port`, or on the first free one from 4977 when none is asked for; answers with it.
 * @throws HearsayError `port-taken`, `port-forbidden`.
 */
export async function listen(server: Server, port?: number): Promise<number> {
  if (port !== undefined) return listenOn(server, port)
  for (let tried = DEFAULT_PORT; tried < DEFAULT_PORT + PORTS_TRIED; tried++) {
    try {
      return await listenOn(server, tried)
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
    }
  }
  return listenOn(server, 0)
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new HearsayError('port-taken', `Port ${port} is taken. Choose another with --port.`)
    if (code === 'EACCES')
      throw new HearsayError(
        'port-forbidden',
        `You may not listen on port ${port}: ${message}. Choose one above 1023 with --port.`,
      )
    throw cause
  }
  return (server.address() as { port: number }).port
}
