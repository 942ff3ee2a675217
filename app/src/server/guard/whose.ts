import { readFile } from 'node:fs/promises'

/** Where Linux lists every connection of the machine with the user who opened it: over IPv4, and IPv6. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6']

/** The two ends of a connection over loopback. */
export interface Ends {
  from: number
  to: number
}

/**
 * Whether another user of this machine than the one who serves opened a connection. Root may do everything anyway.
 * Only Linux says; elsewhere nobody is a stranger.
 */
export async function isOfStranger(ends: Ends): Promise<boolean> {
  const own = process.getuid?.()
  const tables = await Promise.all(TABLES.map((file) => readFile(file, 'utf8').catch(() => '')))
  return tables.flatMap((table) => usersOf(table, ends)).some((user) => user !== own && user !== 0)
}

/** The users who hold the far end, by the kernel's table: `sl local_address rem_address st queues timer retrnsmt uid …`. */
export function usersOf(table: string, { from, to }: Ends): number[] {
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, remote]) => portOf(local) === from && portOf(remote) === to)
    .map((columns) => Number(columns[7]))
}

/** `0100007F:1371` */
const portOf = (address = '') => parseInt(address.split(':')[1] ?? '', 16)
