import pc from 'picocolors'
import type { Voice } from '@hearsay/engine'

/** What the ledger is drawn on: how wide it is, and whether colours help. */
export interface Canvas {
  width: number
  color: boolean
}

type Paint = (text: string) => string

/** The few ways in which words are set apart. Without colour every one leaves its words alone. */
export interface Paints {
  strong: Paint
  soft: Paint
  warn: Paint
  voice: Record<Voice, Paint>
}

/** The paints for a canvas. */
export function paints({ color }: Canvas): Paints {
  const colors = pc.createColors(color)
  return {
    strong: colors.bold,
    soft: colors.dim,
    warn: colors.yellow,
    voice: {
      attributed: colors.blue,
      mixed: colors.cyan,
      own: colors.dim,
      agentless: colors.yellow,
    },
  }
}
