/** An invented article of the repository's examples, to look at in the first minute. */
export interface Example {
  title: string
  /** What it shows. */
  shows: string
  file: string
  /** Where the file does not say them itself. */
  outlet?: string
  published?: string
}

export const EXAMPLES: Example[] = [
  {
    title: 'Crew of seized tanker “safe and well”',
    shows: 'agencies that cite officials, denials, a reportedly',
    file: 'strait-tanker.txt',
    outlet: 'The Strait Post',
    published: '2024-05-15',
  },
  {
    title: 'A camp near the border',
    shows: 'a rumour through four mouths',
    file: 'relay-from-the-border.txt',
    outlet: 'Continental Press',
    published: '2025-10-09',
  },
  {
    title: 'The leak at the ministry',
    shows: 'unnamed sources, and why they count',
    file: 'ministry-leak.txt',
    outlet: 'The Capital Record',
    published: '2024-11-21',
  },
  {
    title: 'Orchard poisoning: what the court heard',
    shows: 'quotation within quotation, from a web page',
    file: 'orchard-verdict.html',
  },
  {
    title: 'A battery that reinvents itself',
    shows: 'claims of a company, and doubts of others',
    file: 'brightloom-launch.txt',
    outlet: 'Ledger & Loom',
    published: '2024-03-12',
  },
  {
    title: 'The flood and the budget',
    shows: 'a town council, numbers, promises',
    file: 'town-flood-budget.txt',
    outlet: 'The Weir Courier',
    published: '2024-02-06',
  },
]

const FILES = import.meta.glob<string>(
  [
    '../../../../examples/strait-tanker.txt',
    '../../../../examples/relay-from-the-border.txt',
    '../../../../examples/ministry-leak.txt',
    '../../../../examples/orchard-verdict.html',
    '../../../../examples/brightloom-launch.txt',
    '../../../../examples/town-flood-budget.txt',
  ],
  { query: '?raw', import: 'default' },
)

/** The words of an example: loaded when it is asked for. */
export async function wordsOf({ file }: Example): Promise<string> {
  const load = FILES[`../../../../examples/${file}`]
  if (!load) throw new Error(`There is no example ${file}.`)
  return await load()
}
