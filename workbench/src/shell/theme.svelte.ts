const KEY = 'hearsay.theme'
const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Light, dark, or as the system has it; remembered on this machine. */
class ThemeChoice {
  current = $state<Theme>(remembered())

  constructor() {
    this.#show()
  }

  next(): Theme {
    this.current = THEMES[(THEMES.indexOf(this.current) + 1) % THEMES.length] ?? 'system'
    try {
      localStorage.setItem(KEY, this.current)
    } catch {
      // A browser that keeps nothing: the choice holds until the page is closed.
    }
    this.#show()
    return this.current
  }

  #show(): void {
    if (this.current === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = this.current
  }
}

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

export const theme = new ThemeChoice()
