import type { Reader } from '@hearsay/engine'
import type { Particulars, Saved } from '@hearsay/store'
import { add } from '../actions/add.js'
import { findInputs } from '../actions/inputs.js'
import { withHome } from '../actions/open-home.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { interruption, unlessInterrupted } from './interrupt.js'
import { Output, OutputClosed } from './output.js'
import { Progress } from './progress.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

export interface AddCommandOptions extends Particulars {
  again?: boolean
  reader: 'default' | 'fast'
}

/** Adds what `names` stand for, and says so line by line as it is done; answers with the exit code. */
export async function addCommand(names: string[], options: AddCommandOptions): Promise<number> {
  let opening: Promise<Reader> | undefined
  const reader = () =>
    (opening ??= import('@hearsay/engine/node').then(({ openReader }) =>
      openReader({ reader: options.reader }),
    ))
  try {
    return await withHome((store) => addAll(names, options, { store, reader }))
  } finally {
    opening?.then((open) => open.close()).catch(() => {})
  }
}

type Tools = Pick<Parameters<typeof add>[0], 'store' | 'reader'>

async function addAll(names: string[], options: AddCommandOptions, tools: Tools): Promise<number> {
  const { url, published, outlet, again } = options
  const inputs = await findInputs(names)
  const additions = add({ ...tools, inputs, particulars: { url, published, outlet }, again })
  const output = Output.to(undefined)
  const progress = new Progress(inputs.length, process.stderr)
  const signal = interruption()
  let code: number = EXIT.done
  for (const { origin } of inputs) {
    if (inputs.length > 1) progress.show(origin)
    const next = await unlessInterrupted(additions.next(), signal)
    progress.clear()
    if (next === null) return EXIT.interrupted
    if (next.done) break
    progress.step()
    if ('error' in next.value) {
      process.stderr.write(complaint(next.value.error, origin))
      code = EXIT.failed
    } else {
      await tell(output, line(next.value.saved, origin))
    }
  }
  return code
}

/** Whether anybody listens or not, what is to be added is added. */
async function tell(output: Output, text: string): Promise<void> {
  try {
    await output.write(text)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  }
}

/** `added     3f2a91c4d5e6  harbour.txt · version 2` */
function line({ outcome, article, version }: Saved, origin: string): string {
  const later = version > 1 ? ` · version ${version}` : ''
  const remedy = outcome === 'forgotten' ? ' · left out; --again adds it' : ''
  return `${outcome.padEnd(9)} ${shortId(article)}  ${plain(origin)}${later}${remedy}\n`
}
