import { hostname } from 'node:os'
import { sha256 } from '../hash.js'

const HOST = sha256(hostname()).slice(0, 8)

/**
 * How the name of a passing file of this process begins: another machine may write to the same folder under the same
 * process id.
 */
export const OURS = `${HOST}-${process.pid}-`

/** Whether the process of this machine that wrote a passing file of this name is no more. */
export function isAbandoned(name: string): boolean {
  const [host, pid] = name.split('-')
  if (host !== HOST || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
