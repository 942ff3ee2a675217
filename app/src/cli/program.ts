import { Command, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { FORMATS } from './format-names.js'
import { count, isoDate, minutes, port, share, webAddress } from './option-values.js'
import type { AddCommandOptions } from './add-command.js'
import type { CompareCommandOptions } from './compare-command.js'
import type { ExportCommandOptions } from './export-command.js'
import type { ReadCommandOptions } from './read-command.js'
import type { SearchCommandOptions } from './search-command.js'
import { withSearch } from './search-options.js'
import type { ServeCommandOptions } from './serve-command.js'
import type { WatchCommandOptions } from './watch-command.js'

/** What each command does with what was typed; answers with the exit code. */
export interface Commands {
  read(names: string[], options: ReadCommandOptions): Promise<number>
  add(names: string[], options: AddCommandOptions): Promise<number>
  watch(file: string, options: WatchCommandOptions): Promise<number>
  search(words: string[], options: SearchCommandOptions): Promise<number>
  show(id: string): Promise<number>
  versions(id: string): Promise<number>
  compare(id: string, earlier: string | undefined, options: CompareCommandOptions): Promise<number>
  export(options: ExportCommandOptions): Promise<number>
  forget(id: string): Promise<number>
  verify(): Promise<number>
  serve(options: ServeCommandOptions): Promise<number>
}

const ARTICLES =
  'files (text, HTML, PDF, mail, feeds, WARC, WACZ, JSON Lines), folders of them, http(s) addresses, or - for standard input'
const STORE = 'a PostgreSQL database: postgres://user@host/name, or what HEARSAY_STORE names'
const ID = 'the id of an article, or how it begins'

/** The command line: what it takes and how it answers to what it does not. `exit` is told the exit code. */
export function createProgram(commands: Commands, exit: (code: number) => void): Command {
  const program = new Command('hearsay')
    .description('Who is said to have said what, in any news article')
    .version(packageJson.version, '--version')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'hearsay: ')),
    })
  const command = (name: keyof Commands, description: string) =>
    program
      .command(name)
      .description(description)
      .showHelpAfterError(`Run "hearsay ${name} --help" to see what it takes.`)
      .action(async (...typed: unknown[]) => exit(await (commands[name] as Answer)(...typed)))

  program.showHelpAfterError('Run "hearsay --help" to see what it takes.')
  withReading(command('read', 'print the ledger of statements of each article'))
    .addOption(
      new Option('--format <name>', 'how to write it').choices(FORMATS).default(FORMATS[0]),
    )
    .option('--output <file>', 'where to write it, instead of standard output')
    .option('--min-confidence <number>', 'leave out statements less sure than this, 0 to 1', share)
  withReading(
    command('add', 'read articles and keep them, with their bytes, in your store'),
  ).option('--again', 'add what was forgotten, too')
  withReader(
    command('watch', 'visit feeds now and then, and add what is new in them, until stopped')
      .argument('<file>', 'lists the addresses of feeds, one a line; # begins a comment')
      .option('--every <minutes>', 'the least time between two visits to a feed', minutes, 5)
      .option('--once', 'visit each feed that is due once, and end')
      .option('--outlet <name>', 'who publishes all of them')
      .option(...PAGES),
  )
  withSearch(command('search', 'find statements in what you keep'))
    .option('--limit <number>', 'how many at most', count, 50)
    .option('--cursor <place>', 'go on where the page before ended')
    .option('--facets', 'count acts, outlets, voices and sources instead')
    .addOption(
      new Option('--format <name>', 'how to write it').choices(['lines', 'jsonl']).default('lines'),
    )
  command('show', 'print the ledger of an article you keep').argument('<id>', ID)
  command('versions', 'list the texts that the address of an article has had').argument('<id>', ID)
  command('compare', 'say what was edited in an article since the version before it')
    .argument('<id>', ID)
    .argument('[earlier]', 'the article to compare it with, instead of the version before')
    .addOption(
      new Option('--format <name>', 'how to write it')
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
  command('export', 'write the latest ledger of every article you keep')
    .addOption(new Option('--format <name>', 'how to write it').choices(['jsonl']).default('jsonl'))
    .option('--output <file>', 'where to write it, instead of standard output')
  command('forget', 'remove an article: its bytes, its text and its ledgers').argument('<id>', ID)
  command('verify', 'check that all you keep is as it was added')
  command('serve', 'open the page, and an API for programs, on this machine alone')
    .option('--port <number>', 'the port, instead of the first free one from 4977', port)
    .option('--no-open', 'do not open the page in a browser')
  for (const each of program.commands.filter((one) => one.name() !== 'read'))
    each.option('--store <address>', STORE).hook('preAction', () => useStore(each.opts()['store']))
  return program
}

/** Every action, and every process that one starts, finds it there. */
function useStore(address: unknown): void {
  if (typeof address === 'string') process.env['HEARSAY_STORE'] = address
}

/** Commander hands over what the command line above describes. */
type Answer = (...typed: unknown[]) => Promise<number>

const PAGES = [
  '--pages',
  'where a feed carries only summaries, fetch the pages that it links to',
] as const

/** What takes articles takes what the user knows of them. */
function withReading(command: Command): Command {
  return withReader(
    command
      .argument('<article...>', ARTICLES)
      .option('--published <date>', 'when it was published: 2031-05-06', isoDate)
      .option('--outlet <name>', 'who published it')
      .option('--url <address>', 'where it was published', webAddress)
      .option(...PAGES),
  )
}

function withReader(command: Command): Command {
  return command.addOption(
    new Option('--reader <name>', 'which model reads')
      .choices(['default', 'fast'])
      .default('default'),
  )
}
