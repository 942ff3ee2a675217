import type { Note, Place } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import type { Tags } from './types.js'

/** Places the article names, with coordinates; what contradicts the map becomes a note. */
export function findPlaces(_tokens: Tokens, _tags: Tags): { places: Place[]; notes: Note[] } {
  return { places: [], notes: [] }
}
