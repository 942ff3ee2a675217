import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'

/** How programs of this user find a server that runs, and get in. */
export interface Running {
  /** `http://127.0.0.1:4977/` */
  address: string
  token: string
}

/** Files in the home, for its owner alone. */
const FILES: readonly [name: string, part: keyof Running][] = [
  ['serve.address', 'address'],
  ['serve.token', 'token'],
]

/**
 * Leaves in the home how a server is found; the one that started last stands there. Returns what takes it away again,
 * unless another server has put its own in the place.
 * @throws HearsayError `home-unwritable`.
 */
export async function leaveRunning(home: string, running: Running): Promise<() => Promise<void>> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    for (const [name, part] of FILES) await put(join(home, name), running[part])
  } catch (cause) {
    const message = `How to find the server cannot be left in ${home}: ${(cause as Error).message}. Serve a copy of the folder that you may write.`
    throw new HearsayError('home-unwritable', message, { cause })
  }
  return async () => {
    for (const [name, part] of FILES) {
      const there = await readFile(join(home, name), 'utf8').catch(() => '')
      if (there.trim() === running[part]) await rm(join(home, name), { force: true })
    }
  }
}

/** Never half written, nor open to others for a moment. */
async function put(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(beside, `${text}\n`, { mode: 0o600, flag: 'wx' })
  await rename(beside, file)
}

/** How long a server may take to give a link, in milliseconds. */
const PATIENCE_MS = 10_000

/**
 * A link that lets one browser in to the server that serves this home, once.
 * @throws HearsayError `server-absent`, `server-silent`.
 */
export async function linkToRunning(home: string, patienceMs = PATIENCE_MS): Promise<string> {
  try {
    const [address, token] = await Promise.all(
      FILES.map(async ([name]) => (await readFile(join(home, name), 'utf8')).trim()),
    )
    const headers = { authorization: `Bearer ${token}` }
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch(new URL('/api/links', address), { method: 'POST', headers, signal })
    const { link } = (await answer.json()) as { link?: string }
    // Another may listen there by now, and is not to choose what our browser opens.
    if (!link?.startsWith(`${address}#code=`)) throw new Error(`${address} is another server`)
    return link
  } catch (cause) {
    if ((cause as Error).name === 'TimeoutError') throw silent(home, cause)
    const message = `No hearsay serves ${home} now. Start it with "hearsay serve".`
    throw new HearsayError('server-absent', message, { cause })
  }
}

function silent(home: string, cause: unknown): HearsayError {
  const message = `The hearsay that serves ${home} does not answer. Wait until it has done what it is at, or end it and start it again with "hearsay serve".`
  return new HearsayError('server-silent', message, { cause })
}
