import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, rmSync } from 'node:fs'
import { link, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import type { Counts } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { homeFolder, storeAddress } from './open-home.js'
import { unwritableOutput } from './unwritable-output.js'
import { tellWaiting } from './tell-waiting.js'

/**
 * Writes all of a store into a file that is not there yet: beside it first, and under its name once all is on the disk.
 * @throws HearsayError `file-exists`, `output-unwritable`, `disk-full`, and `backup-interrupted` where `signal` fired.
 */
export async function backup(store: Store, file: string, signal?: AbortSignal): Promise<number> {
  const name = resolve(file)
  if (existsSync(name)) throw exists(file)
  const beside = `${name}.${randomUUID().slice(0, 8)}.part`
  const remove = () => rmSync(beside, { force: true })
  // An interruption may end the process here and now.
  process.once('exit', remove)
  let size = 0
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      for await (const chunk of store.backup()) {
        if (signal?.aborted) throw interrupted(file)
        await handle.writeFile(chunk)
        size += chunk.length
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Unlike renaming, this never takes the place of a file that came meanwhile.
    await link(beside, name)
    await syncFolder(dirname(name))
  } catch (error) {
    throw told(file, error)
  } finally {
    process.off('exit', remove)
    remove()
  }
  return size
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function interrupted(file: string): HearsayError {
  return new HearsayError('backup-interrupted', `${file} was not written: the backup was stopped.`)
}

function exists(file: string): HearsayError {
  return new HearsayError('file-exists', `${file} is there already. Name a file that is not.`)
}

function told(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof HearsayError || code === undefined || code.startsWith('store-')) return error
  if (code === 'EEXIST') return exists(file)
  return unwritableOutput(file, error as NodeJS.ErrnoException)
}

/**
 * Puts a backup into this user's store, which must hold nothing yet.
 * @throws HearsayError `file-missing`, `file-unreadable`, `store-not-empty`, `backup-damaged`, `backup-newer`.
 */
export async function restore(file: string): Promise<Counts> {
  const { restoreStore } = await import('@hearsay/store')
  if (!existsSync(file))
    throw new HearsayError('file-missing', `${file} does not exist. Check the name.`)
  const url = storeAddress()
  const now = () => new Date()
  const place = url === undefined ? { home: homeFolder(), now } : { url, now, onWait: tellWaiting }
  return restoreStore(place, createReadStream(file))
}
