import type { TimestampEntry } from '@hearsay/store'
import { withHome } from '../actions/open-home.js'
import { timestamp } from '../actions/timestamp.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { plain } from './terminal/plain.js'

/** Prints the head of the journal, to be published; answers with the exit code. */
export async function headCommand(): Promise<number> {
  const { hash, records, at } = await withHome((store) => store.head())
  await writeOut(`${records}:${hash}  ${at.slice(0, 10)}\n`)
  return EXIT.done
}

/** Has the head timestamped by the authority that is named; answers with the exit code. */
export async function timestampCommand({ tsa }: { tsa: string }): Promise<number> {
  const kept = await withHome((store) => timestamp(store, tsa))
  await writeOut(timestampLines(kept))
  return EXIT.done
}

/** Lists the timestamps that are kept; answers with the exit code. */
export async function timestampsCommand(): Promise<number> {
  const all = await withHome((store) => store.timestamps())
  await writeOut(all.map(timestampLines).join(''))
  return all.some(({ problem }) => problem !== null) ? EXIT.failed : EXIT.done
}

/** What a timestamp says, and what that is worth. */
export function timestampLines({
  head,
  records,
  authority,
  says,
  problem,
}: TimestampEntry): string {
  const what = `records 1 to ${records} (head ${head.slice(0, 12)})`
  if (!says)
    return `${what}: the timestamp by ${plain(authority)} is not valid. ${plain(problem ?? '')}\n`
  const { time, authority: who, issuer, fingerprint } = says
  return (
    `${what} were there at ${time}, says ${plain(who)}\n` +
    `  asked at ${plain(authority)}; certificate issued by ${plain(issuer)}, SHA-256 ${fingerprint}\n` +
    '  Hearsay does not judge who issued it: compare it with what the authority publishes.\n'
  )
}
