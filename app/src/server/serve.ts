import { createServer } from 'node:http'
import { modelId } from '@hearsay/engine/node'
import { loginName } from '../actions/login.js'
import { homeFolder, openHome, storeAddress, storeName } from '../actions/open-home.js'
import type { Log } from './answers/told-error.js'
import { createApplication } from './application.js'
import { closeServer } from './close-server.js'
import { createDoor, newLink } from './guard/door.js'
import { Jobs } from './jobs/jobs.js'
import { listen } from './listen.js'
import { listener } from './listener.js'
import { loadPage } from './page/page.js'
import { ReaderThread } from './reading/reader-thread.js'
import { leaveRunning } from './running.js'

/** How long a request waits for a database that is away, in milliseconds; jobs wait as long as the store does. */
const REQUEST_PATIENCE_MS = 10_000

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
  /** Stops jobs after the article they are at, ends what streams, and closes the store. */
  close(): Promise<void>
}

/**
 * Serves the store of this user on this machine alone.
 * @throws HearsayError `port-taken`, `port-forbidden`, and what opening the store throws.
 */
export async function serve({ port: asked, log }: ServeOptions): Promise<Served> {
  const jobs = new Jobs(log)
  const ending = new AbortController()
  const { signal } = ending
  const store = await openHome({ patienceMs: REQUEST_PATIENCE_MS, signal })
  const onWait = (why: string | null) => jobs.stall(why)
  // What waits long must not stand in the way of requests: a database is opened once more.
  const patient = storeAddress() === undefined ? store : await openHome({ onWait, signal })
  const stores = new Set([store, patient])
  const [folder, home] = [homeFolder(), await storeName()]
  const reader = new ReaderThread()
  const server = createServer({ requireHostHeader: false })
  try {
    const page = await loadPage()
    const port = await listen(server, asked)
    const door = createDoor(port)
    const parts = { ...{ store, patient, reader, jobs, page, door, home, log }, model: modelId }
    const app = createApplication({ ...parts, by: loginName(), ending: signal })
    server.on('request', listener(app, log))
    const takeAway = await leaveRunning(folder, door)
    const close = async () => {
      ending.abort()
      await Promise.all([jobs.close(), closeServer(server)])
      await reader.close()
      await Promise.all([...stores].map((each) => each.close()))
      await takeAway()
    }
    return { address: door.address, link: newLink(door), folder, close }
  } catch (error) {
    server.close()
    await Promise.all([...stores].map((each) => each.close()))
    throw error
  }
}
