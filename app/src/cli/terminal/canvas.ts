import pc from 'picocolors'
import type { Voice } from '@hearsay/engine'

/** What the ledger is drawn on: how wide it is, and whether colours help. */
export interface Canvas {
  width: number
  color: boolean
}

/**
 * The canvas that an output is: as wide as its window, coloured only in one, unless the environment says otherwise
 * (`NO_COLOR`, `FORCE_COLOR`, `COLUMNS` for a pipe).
 */
export function canvasFor(
  stdout: { isTTY?: boolean; columns?: number },
  file: string | undefined,
  environment: Record<string, string | undefined>,
): Canvas {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, TERM } = environment
  // In a pipe isTTY is not false but missing.
  const window = stdout.isTTY === true && file === undefined
  const color = FORCE_COLOR ? FORCE_COLOR !== '0' : window && TERM !== 'dumb'
  const width = (window && stdout.columns) || Number(COLUMNS) || 80
  return { width, color: color && !NO_COLOR }
}

type Paint = (text: string) => string

/** The few ways in which words are set apart. Without colour every one leaves its words alone. */
export interface Paints {
  strong: Paint
  soft: Paint
  warn: Paint
  gone: Paint
  come: Paint
  voice: Record<Voice, Paint>
}

/** The paints for a canvas. */
export function paints({ color }: Canvas): Paints {
  const colors = pc.createColors(color)
  return {
    strong: colors.bold,
    soft: (text) => (text === '' ? '' : colors.dim(text)),
    warn: colors.yellow,
    gone: colors.red,
    come: colors.green,
    voice: {
      attributed: colors.blue,
      mixed: colors.cyan,
      own: colors.dim,
      agentless: colors.yellow,
    },
  }
}
