import type { Reader } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import { add } from '../actions/add.js'
import { findInputs } from '../actions/inputs.js'
import { withHome } from '../actions/open-home.js'
import { additionLine, tell } from './addition-line.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { interruption, unlessInterrupted } from './interrupt.js'
import { openChosen, type ReaderChoice } from './open-chosen.js'
import { Output } from './output.js'
import { Progress } from './progress.js'
import { saySkipped } from './skipped.js'

export interface AddCommandOptions extends Particulars, ReaderChoice {
  again?: boolean
  followLinks?: boolean
  pages?: boolean
}

/** Adds what `names` stand for, and says so line by line as it is done; answers with the exit code. */
export async function addCommand(names: string[], options: AddCommandOptions): Promise<number> {
  let opening: Promise<Reader> | undefined
  const reader = () => (opening ??= openChosen(options))
  try {
    return await withHome((store) => addAll(names, options, { store, reader }))
  } finally {
    opening?.then((open) => open.close()).catch(() => {})
  }
}

type Tools = Pick<Parameters<typeof add>[0], 'store' | 'reader'>

async function addAll(names: string[], options: AddCommandOptions, tools: Tools): Promise<number> {
  const { url, published, outlet, again, pages } = options
  const inputs = await findInputs(names, {
    followLinks: options.followLinks,
    onSkipped: saySkipped,
  })
  const progress = new Progress(inputs.length, process.stderr)
  const particulars = { url, published, outlet }
  const onInput = (origin: string) => inputs.length > 1 && progress.show(origin)
  const additions = add({ ...tools, inputs, particulars, again, pages, onInput })
  const output = Output.to(undefined)
  const signal = interruption()
  let code: number = EXIT.done
  for (;;) {
    const next = await unlessInterrupted(additions.next(), signal)
    progress.clear()
    if (next === null) return EXIT.interrupted
    if (next.done) return code
    progress.step()
    const { origin } = next.value
    if ('error' in next.value) {
      process.stderr.write(complaint(next.value.error, origin))
      code = EXIT.failed
    } else {
      await tell(output, additionLine(next.value.saved, origin))
    }
    progress.show(origin)
  }
}
