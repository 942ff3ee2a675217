import { ACTOR_KINDS, ACTS, HearsayError, VOICES } from '../record/index.js'
import type { Decoding, MentionSettings } from './decoding.js'
import { MENTION_TYPES, ROLES, TAGS } from './labels.js'
import type { WindowSize } from './windows.js'

/** The labels of the model's outputs, in order, by their names in a manifest. */
const LABELS = {
  roles: ROLES,
  acts: ACTS,
  kinds: ACTOR_KINDS,
  voices: VOICES,
  entities: TAGS.entity,
  parts: TAGS.part,
  notes: TAGS.note,
  types: MENTION_TYPES,
} as const

/** What a folder of weights says of itself: `manifest.json`. */
export interface Manifest {
  files: Readonly<Record<string, { readonly sha256: string }>>
  labels: Readonly<Record<keyof typeof LABELS, readonly string[]>>
  window: WindowSize
  decoding: Decoding
  mentions: MentionSettings
}

const REMEDY = 'Install the package again, or give a model that was made for this version.'

/**
 * Refuses a model whose outputs this engine would take for something else.
 * @param folder where the manifest lies, for the message
 * @throws HearsayError `model-mismatch`: a label is missing, other or elsewhere, or the model knows no mentions.
 */
export function checkManifest({ labels, mentions }: Partial<Manifest>, folder: string): void {
  if (!mentions || !labels?.types) {
    throw mismatch(
      `The model in ${folder} is of an older version: it does not say which words mention somebody`,
    )
  }
  for (const [name, known] of Object.entries(LABELS)) {
    const found = labels[name as keyof typeof LABELS] ?? []
    const longer = found.length > known.length ? found : known
    const at = longer.findIndex((_, i) => found[i] !== known[i])
    if (at < 0) continue
    throw mismatch(
      `The model in ${folder} does not fit this engine: label ${at} of its ${name} is ${shown(found[at])}, where the engine has ${shown(known[at])}`,
    )
  }
}

const mismatch = (what: string) => new HearsayError('model-mismatch', `${what}. ${REMEDY}`)
const shown = (label: string | undefined) => (label === undefined ? 'none' : `'${label}'`)
