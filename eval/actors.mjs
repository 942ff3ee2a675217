// Are the mentions of one person or body found, and grouped as people group them? GUM's news, interviews and biographies.
// node eval/actors.mjs FOLDER_OF_SCORERS   nothing was learned from these texts
import { join } from 'node:path'
import { scoreReadings, scorersFrom } from './readings.mjs'

const [scorers] = scorersFrom(process.argv.slice(2), 'node eval/actors.mjs FOLDER_OF_SCORERS')
console.log('\nactors (floors: CoNLL .60, mention recall .55; goals .72, .75)')
scoreReadings(join(scorers, 'corpora.py'), 'actors')
