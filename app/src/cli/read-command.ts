import type { Particulars } from '@hearsay/store'
import { findInputs, holdsMany, type Input } from '../actions/inputs.js'
import { read } from '../actions/read.js'
import { complaint } from './complaint.js'
import { dateDoubt } from './date-doubt.js'
import { EXIT } from './exit-codes.js'
import type { FormatName } from './format-names.js'
import { FORMS, type Form } from './forms.js'
import { interruption, unlessInterrupted } from './interrupt.js'
import { openChosen, type ReaderChoice } from './open-chosen.js'
import { Output, OutputClosed } from './output.js'
import { Progress } from './progress.js'
import { saySkipped } from './skipped.js'
import { canvasFor } from './terminal/canvas.js'

export interface ReadCommandOptions extends Particulars, ReaderChoice {
  followLinks?: boolean
  format: FormatName
  minConfidence?: number
  output?: string
  pages?: boolean
}

const ONE_PAGE = 'hearsay: html is one page for one article. Name one article at a time.\n'

/** Reads what `names` stand for and writes the ledgers; answers with the exit code. */
export async function readCommand(names: string[], options: ReadCommandOptions): Promise<number> {
  const many = names.length > 1 || (await holdsMany(names[0] ?? ''))
  if (many && options.format === 'html') {
    process.stderr.write(ONE_PAGE)
    return EXIT.usage
  }
  const opening = openChosen(options)
  // Awaited once the first article is there; until then a failure waits too.
  opening.catch(() => {})
  const inputs = await findInputs(names, {
    followLinks: options.followLinks,
    onSkipped: saySkipped,
  })
  const form = FORMS[options.format]({
    many,
    canvas: canvasFor(process.stdout, options.output, process.env),
  })
  const output = Output.to(options.output)
  try {
    const code = await writeAll({ inputs, form, output, opening, options })
    await output.close()
    return code
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.done
    throw error
  } finally {
    opening.then((reader) => reader.close()).catch(() => {})
  }
}

interface Work {
  inputs: Input[]
  form: Form
  output: Output
  opening: Parameters<typeof read>[0]['reader']
  options: ReadCommandOptions
}

async function writeAll({ inputs, form, output, opening, options }: Work): Promise<number> {
  const { minConfidence, url, published, outlet, pages, format } = options
  const progress = new Progress(inputs.length, process.stderr)
  const quiet = process.stdout.isTTY && options.output === undefined
  const show = (origin: string) => !quiet && progress.show(origin)
  const readings = read({
    ...{ inputs, pages, reader: opening },
    particulars: { url, published, outlet },
    options: { minConfidence },
    onInput: (origin) => inputs.length > 1 && show(origin),
  })
  const today = new Date().toISOString()
  const signal = interruption()
  let code: number = EXIT.done
  let first = true
  await output.write(form.open)
  for (;;) {
    const next = await unlessInterrupted(readings.next(), signal)
    if (next === null) code = EXIT.interrupted
    if (next === null || next.done) break
    progress.clear()
    progress.step()
    const { origin } = next.value
    if ('error' in next.value) {
      process.stderr.write(complaint(next.value.error, origin))
      code = EXIT.failed
    } else if (format === 'html' && !first) {
      // What looked like one article held several.
      process.stderr.write(ONE_PAGE)
      code = EXIT.usage
      break
    } else {
      await output.write(form.render(next.value.value, first))
      process.stderr.write(dateDoubt(origin, next.value.value.article.published, today))
      first = false
    }
    show(origin)
  }
  progress.clear()
  await output.write(form.close)
  return code
}
