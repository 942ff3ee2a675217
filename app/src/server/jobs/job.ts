import type { Job } from '@hearsay/contract'

export function hasEnded({ state }: Job): boolean {
  return state !== 'running'
}
