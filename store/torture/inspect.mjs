import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const LONGEST_MS = 120_000
const program = fileURLToPath(new URL('inspector.mjs', import.meta.url))
let inspector = null

/** `{ problems, counts }` of a home; that it cannot be opened or checked is a problem too. */
export async function verify(home) {
  const { answer, error } = await ask(home, 'verify')
  return answer ?? { problems: [error], counts: {} }
}

/** Ids of the articles that are kept, as `add` prints them; none of a home that cannot be opened. */
export const kept = async (home) => (await ask(home, 'kept')).answer ?? []

/** A hash of all that can be got out again; null when it cannot. */
export const everything = async (home) => (await ask(home, 'everything')).answer ?? null

/** The lines that deeds.mjs prints, of all that is done here. */
export const deeds = async (home) => (await ask(home, 'deeds')).answer ?? []

/** `{ counts, blobs, hash }` of all rows and files. */
export const rows = async (home) => (await ask(home, 'rows')).answer

/** Lets the process go that does the looking. */
export function endInspection() {
  inspector?.disconnect()
  inspector = null
}

function ask(home, look) {
  inspector ??= fork(program, { execArgv: ['--expose-gc'] })
  const asked = inspector
  return new Promise((resolve) => {
    const answered = (answer) => {
      clearTimeout(timer)
      asked.off('message', answered).off('exit', ended)
      resolve(answer)
    }
    const ended = (code, signal) => {
      inspector = null
      answered({ error: `${look} ended the process with ${signal ?? code}` })
    }
    const timer = setTimeout(() => asked.kill('SIGKILL'), LONGEST_MS)
    asked.on('message', answered).on('exit', ended)
    asked.send({ home, look })
  })
}
