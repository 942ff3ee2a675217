import type { LaunchOptions } from 'playwright-core'

export function chromium(): LaunchOptions & { executablePath: string; args: string[] }
