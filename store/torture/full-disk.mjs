import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { followed } from './hearsay.mjs'

const program = fileURLToPath(new URL('on-full-disk.mjs', import.meta.url))
/** In a namespace of its own a user may mount a disk in memory, here of 8 MB; it goes when the last process in it ends. */
const ALONE = ['--user', '--map-root-user', '--mount']
const MOUNT = 'mount -t tmpfs -o size=8m,mode=700 hearsay "$0"'

/** The disk is full: what was acknowledged stays, the error tells what to do, and once there is room all goes on. */
export async function fullDisk(folder, size) {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const refused = refusal(disk)
  if (refused) return { skipped: refused }
  const child = spawn('unshare', [
    ...ALONE,
    ...['sh', '-c', `${MOUNT} && exec "$@"`, disk],
    ...[process.execPath, '--expose-gc', program, folder, disk, size],
  ])
  const { stdout, stderr } = await followed(child).ended
  if (stderr !== '') console.error(stderr)
  try {
    return JSON.parse(stdout)
  } catch {
    return { counts: { finished: 0 }, bad: 1 }
  }
}

/** Why this system lets nobody mount a disk of a few megabytes; null where it does. */
function refusal(disk) {
  const { status, error, stderr } = spawnSync('unshare', [...ALONE, 'sh', '-c', MOUNT, disk], {
    encoding: 'utf8',
  })
  if (status === 0) return null
  return `a disk of its own was refused: ${error?.message ?? stderr.trim()}`
}
