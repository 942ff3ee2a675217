// Are place names found, and do their coordinates lie near the right ones? GeoVirus and GeoWebNews.
// node eval/places.mjs FOLDER_OF_SCORERS   nothing was taken from these texts
import { join } from 'node:path'
import { scoreReadings, scorersFrom } from './readings.mjs'

const [scorers] = scorersFrom(process.argv.slice(2), 'node eval/places.mjs FOLDER_OF_SCORERS')
console.log('\nplaces (floors: found F1 .76, near .80; goals .86, .90)')
scoreReadings(join(scorers, 'corpora.py'), 'places')
