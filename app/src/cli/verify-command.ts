import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Counts } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { storeAddress, storeName, withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { interruption } from './interrupt.js'
import { timestampLines } from './journal-command.js'
import { writeOut } from './output.js'
import { plain } from './terminal/plain.js'

/** A head that was published. */
export interface PublishedHead {
  /** SHA-256 in hex. */
  hash: string
  records?: number
}

export interface VerifyCommandOptions {
  head?: PublishedHead
}

/** Set in the process that checks. */
const CHECKING = 'HEARSAY_CHECKING'
/** How long the process that checks may take to clear away what it made for itself, in milliseconds. */
const TIDYING_MS = 1000

/**
 * Checks all that is kept and says what is wrong with it; answers with the exit code. A damaged file can bring down the
 * database library and the process with it, so the checking is done in a process of its own.
 */
export async function verifyCommand({ head }: VerifyCommandOptions): Promise<number> {
  if (process.env[CHECKING]) return check(head)
  const checking = spawn(process.execPath, process.argv.slice(1), {
    env: { ...process.env, [CHECKING]: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const stopped = interruption()
  stopped.addEventListener('abort', () => {
    checking.disconnect()
    setTimeout(() => checking.kill('SIGKILL'), TIDYING_MS).unref()
  })
  const [status, signal] = (await once(checking, 'close')) as [number | null, string | null]
  if (stopped.aborted) return EXIT.interrupted
  if (status !== null) return status
  const broken = `hearsay.db: is damaged so that it cannot be checked (${signal})`
  const name = plain(await storeName())
  await writeOut(`${broken}\n${name}: 1 problem. ${remedy()}.\n`)
  return EXIT.failed
}

async function check(asked: PublishedHead | undefined): Promise<number> {
  // Ctrl-C goes to both processes; the one that started this one says when it is over, or is gone.
  process.on('SIGINT', () => {})
  process.once('disconnect', () => process.exit(EXIT.interrupted))
  process.channel?.unref()
  return withHome(async (store) => {
    const { counts, problems } = await tellProblems(store)
    await writeOut(`${plain(await storeName())}: ${summary(counts, problems)}.\n`)
    if (problems === 0) await writeOut(await whatItProves(store))
    const stands = asked === undefined || (await tellHead(store, asked))
    return problems === 0 && stands ? EXIT.done : EXIT.failed
  })
}

/** A chain that holds together, and what others have said of it. */
async function whatItProves(store: Store): Promise<string> {
  const { hash, records } = await store.head()
  const timestamps = await store.timestamps()
  const chain =
    'The journal holds together; who keeps the store could still have written all of it anew.\n'
  if (timestamps.length > 0) return chain + timestamps.map(timestampLines).join('')
  return `${chain}Its head, to be published or timestamped ("hearsay journal"): ${records}:${hash}\n`
}

/** Says whether a head that was published stands in the journal. */
async function tellHead(store: Store, { hash, records }: PublishedHead): Promise<boolean> {
  const name = `${records === undefined ? '' : `${records}:`}${hash}`
  const found = await store.findHead(hash, records)
  await writeOut(
    found
      ? `The head ${name} stands in the journal: records 1 to ${found.records} are those that it was made of.\n`
      : `The head ${name} does not stand in the journal: it was written anew, or this head is another store's.\n`,
  )
  return found !== null
}

async function tellProblems(store: Store): Promise<{ counts: Counts; problems: number }> {
  const checking = store.verify()
  for (let problems = 0; ; problems++) {
    const next = await checking.next()
    if (next.done) return { counts: next.value, problems }
    await writeOut(`${plain(next.value.where)}: ${plain(next.value.what)}\n`)
  }
}

function summary(counts: Counts, problems: number): string {
  const kept = Object.entries(counts).map(([noun, count]) => counted(count, noun))
  const verdict =
    problems === 0
      ? 'all is sound'
      : `${counted(problems, 'problems')}. ${remedy()}, or forget what is damaged and add it again`
  return `${kept.join(', ')}; ${verdict}`
}

function remedy(): string {
  return storeAddress() === undefined
    ? 'Put a sound copy of the folder in its place'
    : 'Restore the database from a backup'
}

function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? plural.replace(/s$/, '') : plural}`
}
