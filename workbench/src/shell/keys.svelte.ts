import { untrack } from 'svelte'

/** A key of the page: `keys` as the browser names them (`j`, `ArrowDown`, `?`, `Ctrl+z`), any of which does it. */
export interface Key {
  keys: string[]
  /** What it does, for the help: `next statement`. */
  says: string
  run: (event: KeyboardEvent) => void
  /** Also while one types in a field. */
  inFields?: boolean
  /** Only when true; the help lists it anyway. */
  when?: () => boolean
}

export interface KeyGroup {
  name: string
  keys: Key[]
}

/** The keys of what is on the page now. The group that came last wins; the help lists all. */
class Keys {
  groups = $state.raw<KeyGroup[]>([])
  /** Some dialog is open: only its own keys work. */
  paused = $state(false)

  constructor() {
    document.addEventListener('keydown', (event) => this.#press(event))
  }

  /** Registers a group; call what it returns to take it away (an `$effect` returns it). */
  use(name: string, keys: Key[]): () => void {
    const group = { name, keys }
    // Whoever registers a group does not depend on the others.
    untrack(() => (this.groups = [...this.groups, group]))
    return () => (this.groups = this.groups.filter((other) => other !== group))
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || this.paused) return
    const typing = isTyping(event.target)
    const name = nameOf(event)
    for (const { keys } of this.groups.toReversed()) {
      const key = keys.find((each) => each.keys.includes(name) && (each.when?.() ?? true))
      if (!key || (typing && !key.inFields)) continue
      event.preventDefault()
      key.run(event)
      return
    }
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${key}`
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)
}

export const keys = new Keys()
