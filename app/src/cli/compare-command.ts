import { changeSentence, jsonText } from '@hearsay/engine'
import { compare, type Comparison } from '../actions/compare.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { canvasFor } from './terminal/canvas.js'
import { comparisonText } from './terminal/comparison.js'

export interface CompareCommandOptions {
  format: 'terminal' | 'json'
}

/** Prints what was edited from one version to another; answers with the exit code. */
export async function compareCommand(
  id: string,
  earlier: string | undefined,
  { format }: CompareCommandOptions,
): Promise<number> {
  const comparison = await withHome((store) => compare(store, id, earlier))
  const canvas = canvasFor(process.stdout, undefined, process.env)
  await writeOut(format === 'json' ? json(comparison) : comparisonText(comparison, canvas))
  if (!comparison.sameReader)
    process.stderr.write('The two were read by different readers: some of this may be theirs.\n')
  return EXIT.done
}

function json({ before, after, changes, sameReader }: Comparison): string {
  const told = changes.changes.map((change) => ({ ...change, sentence: changeSentence(change) }))
  const articles = { before: before.article.id, after: after.article.id, sameReader }
  return `${jsonText({ ...articles, statements: changes.statements, changes: told }, 2)}\n`
}
