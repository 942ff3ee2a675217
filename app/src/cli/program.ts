import { DEFAULT_READER, installedReaders, RUNTIMES } from '@hearsay/engine/node'
import { Command, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { FORMATS } from './format-names.js'
import type { ActorsCommandOptions } from './actors-command.js'
import { count, isoDate, minutes, port, publishedHead, share, webAddress } from './option-values.js'
import type { AddCommandOptions } from './add-command.js'
import type { CompareCommandOptions } from './compare-command.js'
import type { CorrectCommandOptions } from './correct-command.js'
import type { ExportCommandOptions } from './export-command.js'
import type { OpenCommandOptions } from './open-command.js'
import type { ReadCommandOptions } from './read-command.js'
import type { RereadCommandOptions } from './reread-command.js'
import type { SearchCommandOptions } from './search-command.js'
import { withSearch } from './search-options.js'
import type { ServeCommandOptions } from './serve-command.js'
import type { VerifyCommandOptions } from './verify-command.js'
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
  export(words: string[], options: ExportCommandOptions): Promise<number>
  forget(id: string | undefined, options: { actor?: string }): Promise<number>
  actors(words: string[], options: ActorsCommandOptions): Promise<number>
  actor(typed: string): Promise<number>
  merge(typed: string[], options: { by?: string }): Promise<number>
  split(typed: string, mentions: string[], options: { by?: string }): Promise<number>
  correct(id: string, options: CorrectCommandOptions): Promise<number>
  corrections(id: string | undefined): Promise<number>
  undo(id: string, options: { by?: string }): Promise<number>
  reread(id: string | undefined, options: RereadCommandOptions): Promise<number>
  backup(file: string): Promise<number>
  restore(file: string): Promise<number>
  verify(options: VerifyCommandOptions): Promise<number>
  journalHead(): Promise<number>
  journalTimestamp(options: { tsa: string }): Promise<number>
  journalTimestamps(): Promise<number>
  serve(options: ServeCommandOptions): Promise<number>
  open(options: OpenCommandOptions): Promise<number>
}

const ARTICLES =
  'files (text, HTML, PDF, mail, feeds, WARC, WACZ, JSON Lines), folders of them, http(s) addresses, or - for standard input'
const STORE = 'a PostgreSQL database: postgres://user@host/name, or what HEARSAY_STORE names'
const ACTOR = 'its id as "hearsay actors" prints it, or a name that only one has'
const BY = 'who says so, instead of your login name'
const KINDS = ['person', 'organization', 'outlet', 'document', 'unnamed-person', 'unnamed-group']
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
  const command = (
    name: keyof Commands,
    description: string,
    { of = program, called = name as string } = {},
  ) =>
    of
      .command(called)
      .description(description)
      .showHelpAfterError(`Run "hearsay ${called} --help" to see what it takes.`)
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
  command('show', 'print the ledger of an article you keep, or one statement of it').argument(
    '<id>',
    `${ID}; or of a statement: 3f2a91c4d5e6/s4`,
  )
  command('versions', 'list the texts that the address of an article has had').argument('<id>', ID)
  command('compare', 'say what was edited in an article since the version before it')
    .argument('<id>', ID)
    .argument('[earlier]', 'the article to compare it with, instead of the version before')
    .addOption(
      new Option('--format <name>', 'how to write it')
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
  withSearch(command('export', 'write all that you keep, or what answers a query'))
    .addOption(
      new Option('--format <name>', 'how to write it')
        .choices(['jsonl', 'statements', 'csv', 'annotations', 'wires'])
        .default('jsonl'),
    )
    .option('--output <file>', 'where to write it, instead of standard output')
  const actors = command('actors', 'list people and bodies, who says most first')
    .argument('[words...]', 'of their names')
    .addOption(new Option('--kind <name>', 'of this kind alone').choices(KINDS))
    .option('--limit <number>', 'how many at most', count, 50)
  command('actor', 'tell all of one actor', { of: actors, called: 'show' }).argument(
    '<actor>',
    ACTOR,
  )
  command('merge', 'say that actors are one', { of: actors })
    .argument('<actor...>', ACTOR)
    .option('--by <name>', BY)
  command('split', 'say that mentions of an actor are of somebody else', { of: actors })
    .argument('<actor>', ACTOR)
    .argument('<mention...>', 'an article, or an actor of it: 3f2a91c4d5e6/a2')
    .option('--by <name>', BY)
  command('correct', 'say what a statement should be')
    .argument('<statement>', 'article/statement, as search prints it; to add one, the article')
    .option('--accept', 'it is right as it stands')
    .option('--reject', 'it is no statement')
    .option('--add', 'there is one more, described by the other options')
    .option('--act <name>', 'what it does: assert, deny, accuse, promise …')
    .option('--cue <words>', 'the words that report it, as they stand in the article')
    .option('--cueless', 'no words report it')
    .option('--source <words>', 'the words for who says it')
    .option('--agentless', 'nobody is named')
    .option('--content <words>', 'what is said; once more for each further piece', collect)
    .option('--channel <words>', 'where it was said')
    .option('--parent <statement>', 'in which it stands: s3, or none')
    .option('--actor <name>', 'who the source is: a2 of the ledger, or a name')
    .option('--kind <name>', 'what kind of actor that name is')
    .option('--negated', 'the cue is negated')
    .option('--no-negated', 'the cue is not negated')
    .option('--by <name>', BY)
  command('corrections', 'list what was corrected, and what no longer fits').argument('[id]', ID)
  command('undo', 'take a correction back')
    .argument('<correction>', 'its id: c12')
    .option('--by <name>', BY)
  withReader(
    command('reread', 'read what you keep with the present model; older ledgers stay', {
      called: 're-read',
    }).argument('[id]', `${ID}; all of them without it`),
  )
  command('forget', 'remove an article: its bytes, its text and its ledgers')
    .argument('[id]', ID)
    .option('--actor <actor>', 'every article in which this actor speaks, instead')
    .option('--yes', 'with --actor: do it, instead of listing them')
  command('backup', 'write all that you keep into one file').argument('<file>', 'a new file')
  command('restore', 'put a backup into a store that holds nothing yet').argument(
    '<file>',
    'the backup',
  )
  command('verify', 'check that all you keep is as it was added').option(
    '--head <hash>',
    'that a head which was published stands in the journal: as "hearsay journal head" prints it',
    publishedHead,
  )
  const journal = program
    .command('journal')
    .description('the journal of all that was added, corrected and forgotten: anchor it elsewhere')
  command('journalHead', 'print its head, to be published', { of: journal, called: 'head' })
  command('journalTimestamp', 'have its head timestamped (RFC 3161): sends a hash, nothing else', {
    of: journal,
    called: 'timestamp',
  }).requiredOption('--tsa <address>', 'the time-stamping authority: http(s)://…', webAddress)
  command('journalTimestamps', 'list the timestamps that are kept, checked', {
    of: journal,
    called: 'timestamps',
  })
  command('serve', 'open the page, and an API for programs, on this machine alone')
    .option('--port <number>', 'the port, instead of the first free one from 4977', port)
    .option('--no-open', 'do not open the page in a browser')
  command('open', 'open the page of the server that runs, by a new link that works once').option(
    '--no-browser',
    'only print the link',
  )
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
      .option('--follow-links', 'read what links in a folder lead to, too')
      .option(...PAGES),
  )
}

function withReader(command: Command): Command {
  return command
    .addOption(
      new Option('--reader <name>', 'which model reads')
        .choices(installedReaders())
        .default(DEFAULT_READER),
    )
    .addOption(
      new Option(
        '--runtime <name>',
        'what runs the model: by itself native, or wasm, which is slower, where that does not load',
      ).choices(RUNTIMES),
    )
}

/** An option that may come several times. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, value]
}
