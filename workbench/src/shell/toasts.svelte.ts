import { failureOf } from '../api/failure.js'

export interface Toast {
  id: number
  message: string
  kind: 'done' | 'failed'
  /** What can be done about it: `Undo`. */
  action?: { label: string; run: () => void }
}

const SHOWN_MS = 6000

/** Short words about what was just done, at the foot of the page. Failures stay until they are dismissed. */
class Toasts {
  list = $state<Toast[]>([])
  #next = 1

  done(message: string, action?: Toast['action']): void {
    this.#add({ message, kind: 'done', action })
  }

  /** Shows what went wrong with its remedy. */
  failed(thrown: unknown): void {
    const { message, remedy } = failureOf(thrown)
    this.#add({ message: [message, remedy].filter(Boolean).join(' '), kind: 'failed' })
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  #add(toast: Omit<Toast, 'id'>): void {
    const id = this.#next++
    this.list = [...this.list.slice(-2), { ...toast, id }]
    if (toast.kind === 'done') setTimeout(() => this.dismiss(id), SHOWN_MS)
  }
}

export const toasts = new Toasts()
