import { Command, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { FORMATS } from './format-names.js'
import type { ReadCommandOptions } from './read-command.js'

type ReadAction = (names: string[], options: ReadCommandOptions) => Promise<void>

/** The command line: what it takes and how it answers to what it does not. */
export function createProgram(read: ReadAction): Command {
  const program = new Command('hearsay')
    .description('Who is said to have said what, in any news article')
    .version(packageJson.version, '--version')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'hearsay: ')),
    })
    .showHelpAfterError('Run "hearsay read --help" to see what it takes.')
  program
    .command('read')
    .description('print the ledger of statements of each article')
    .argument(
      '<article...>',
      'files, folders of .txt and .html files, http(s) addresses, or - for standard input',
    )
    .addOption(
      new Option('--format <name>', 'how to write it').choices(FORMATS).default(FORMATS[0]),
    )
    .option('--output <file>', 'where to write it, instead of standard output')
    .option('--published <date>', 'when it was published: 2031-05-06', isoDate)
    .option('--outlet <name>', 'who published it')
    .option('--url <address>', 'where it was published', webAddress)
    .option('--min-confidence <number>', 'leave out statements less sure than this, 0 to 1', share)
    .addOption(
      new Option('--reader <name>', 'which model reads')
        .choices(['default', 'fast'])
        .default('default'),
    )
    .action(read)
  return program
}

function isoDate(value: string): string {
  const [date = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value) ?? []
  // A day that no month has comes back as another day.
  const time = date === '' ? NaN : Date.parse(value)
  if (Number.isNaN(time) || !new Date(`${date}T00:00Z`).toISOString().startsWith(date)) {
    throw new InvalidArgumentError('Give an ISO date such as 2031-05-06.')
  }
  return value
}

function webAddress(value: string): string {
  if (/^https?:\/\/[^/]/i.test(value) && URL.canParse(value)) return value
  throw new InvalidArgumentError('Give an address that begins with http:// or https://.')
}

function share(value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.5.')
}
