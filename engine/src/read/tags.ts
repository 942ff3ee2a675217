import { argmax, TAGS, type Part } from '../model/index.js'
import type { Entity, Tags } from './types.js'

/** The likeliest tag of every word; an inside tag after another kind begins an entity of its own. */
export function nameTags(tags: Readonly<Record<'entity' | 'part', Float32Array>>): Tags {
  const best = (kind: 'entity' | 'part') => {
    const { length } = TAGS[kind]
    return Array.from(
      { length: tags[kind].length / length },
      (_, k) => TAGS[kind][argmax(tags[kind].subarray(k * length, (k + 1) * length))] as string,
    )
  }
  const entities: { kind: Entity['kind']; range: [number, number] }[] = []
  for (const [k, tag] of best('entity').entries()) {
    if (tag === 'O') continue
    const kind = tag.slice(2) as Entity['kind']
    const last = entities.at(-1)
    if (tag.startsWith('I') && last?.kind === kind && last.range[1] === k) last.range[1] = k + 1
    else entities.push({ kind, range: [k, k + 1] })
  }
  return { entities, parts: best('part') as Part[] }
}
