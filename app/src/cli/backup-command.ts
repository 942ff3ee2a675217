import { backup, restore } from '../actions/backup.js'
import { storeName, withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { interruption } from './interrupt.js'
import { writeOut } from './output.js'
import { plain } from './terminal/plain.js'

/** Writes all that is kept into one file; answers with the exit code. */
export async function backupCommand(file: string): Promise<number> {
  const signal = interruption()
  const size = await withHome((store) => backup(store, file, signal)).catch((error: unknown) => {
    if (signal.aborted) return null
    throw error
  })
  if (size === null) return EXIT.interrupted
  await writeOut(`${plain(file)}: all of ${plain(await storeName())}, ${size} bytes.\n`)
  return EXIT.done
}

/** Puts a backup into the store, which must hold nothing yet; answers with the exit code. */
export async function restoreCommand(file: string): Promise<number> {
  const { articles, captures, ledgers } = await restore(file)
  const kept = `${articles} articles, ${captures} captures, ${ledgers} ledgers`
  await writeOut(
    `${plain(await storeName())}: ${kept} restored from ${plain(file)}; all is sound.\n`,
  )
  return EXIT.done
}
