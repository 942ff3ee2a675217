import { createServer } from 'node:http'
import { modelId } from '@hearsay/engine/node'
import type { Store } from '@hearsay/store'
import { loginName } from '../actions/login.js'
import { homeFolder, storeName } from '../actions/open-home.js'
import type { Log } from './answers/told-error.js'
import { createApplication } from './application.js'
import { closeServer } from './close-server.js'
import { createDoor, newLink } from './guard/door.js'
import { Jobs } from './jobs/jobs.js'
import { listen } from './listen.js'
import { listener } from './listener.js'
import { loadPage } from './page/page.js'
import type { Parts } from './parts.js'
import { leaveRunning } from './running.js'
import { absent } from './workers/absent.js'
import { deedsApart } from './workers/deeds-apart.js'
import { forward } from './workers/forward.js'
import { Workers } from './workers/workers.js'

export interface ServeOptions {
  /** The first free one from 4977 unless told; 0 for any. */
  port?: number
  /** Where faults are told. */
  log: Log
}

/** A server that runs. */
export interface Served {
  /** `http://127.0.0.1:4977/` */
  address: string
  /** Lets one browser in, once. */
  link: string
  /** Where programs find their token: `serve.token` in it. */
  folder: string
  /** Stops jobs, ends what streams, and ends the workers, whatever they do, within five seconds. */
  close(): Promise<void>
}

/**
 * Serves the store of this user on this machine alone.
 * @throws HearsayError `port-taken`, `port-forbidden`, and what opening the store throws.
 */
export async function serve({ port: asked, log }: ServeOptions): Promise<Served> {
  const [folder, home] = [homeFolder(), await storeName()]
  const jobs = new Jobs(log)
  const ending = new AbortController()
  const workers = new Workers(log, (why) => jobs.stall(why))
  const server = createServer({ requireHostHeader: false })
  try {
    await workers.open()
    const page = await loadPage()
    const port = await listen(server, asked)
    const door = createDoor(port)
    const parts = {
      ...{ jobs, page, door, home, log, model: modelId, by: loginName(), ending: ending.signal },
      ...{ store: absent<Store>('store'), reader: absent<Parts['reader']>('reader') },
      deeds: deedsApart(workers),
    }
    const app = createApplication(parts, forward(workers))
    server.on('request', listener(app, log))
    const takeAway = await leaveRunning(folder, door)
    const close = async () => {
      ending.abort()
      await Promise.all([jobs.close(), closeServer(server)])
      await workers.close()
      await takeAway()
    }
    return { address: door.address, link: newLink(door), folder, close }
  } catch (error) {
    server.close()
    await workers.close()
    throw error
  }
}
