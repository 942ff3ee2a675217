import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Leaves the token where only this user may read it, `serve.token` in the home, for programs; the server that started
 * last has its token there. Returns what takes it away again, unless another server has put its own in the place.
 */
export async function leaveToken(home: string, token: string): Promise<() => Promise<void>> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  const file = join(home, 'serve.token')
  const beside = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(beside, `${token}\n`, { mode: 0o600, flag: 'wx' })
  await rename(beside, file)
  return async () => {
    const there = await readFile(file, 'utf8').catch(() => '')
    if (there.trim() === token) await rm(file, { force: true })
  }
}
