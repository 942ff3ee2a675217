import type { Page } from 'playwright-core'

/**
 * Does to every element of a page what a reader may do to it: points, clicks, types, sends, scrolls; an attack may
 * wait for any of it. Links of the web are left alone, since following one is the reader's own
 * wish; `clicks: false` leaves everything unclicked.
 */
export async function provoke(page: Page, { links = false, clicks = true } = {}): Promise<void> {
  await page.evaluate(
    ({ links, clicks }) => {
      const events = [
        'mouseover',
        'pointerenter',
        'dblclick',
        'contextmenu',
        'wheel',
        'keydown',
        'copy',
        'scroll',
      ]
      for (const element of document.querySelectorAll<HTMLElement>('*')) {
        const href = element.getAttribute('href') ?? ''
        for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true }))
        if (element.matches('input, textarea'))
          element.dispatchEvent(new Event('change', { bubbles: true }))
        element.focus?.()
        if (clicks && (links || !/^https?:/.test(href)))
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      }
    },
    { links, clicks },
  )
}
