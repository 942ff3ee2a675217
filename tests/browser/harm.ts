import type { Page } from 'playwright-core'

/** What markup of an article could leave on a page of ours, whether or not anything came of it. */
export function harm(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const never =
      'iframe, frame, frameset, object, embed, applet, base, template, audio, video, source, track, picture, math, ' +
      'foreignObject, animate, set, animateTransform, image, use, map, area, marquee, xmp, listing, plaintext, ' +
      'noembed, noframes, [srcdoc], [formaction], [ping], [srcset], [background], [popover], ' +
      'meta[http-equiv=refresh i], p p, b b'
    const found: string[] = []
    for (const element of document.querySelectorAll('*')) {
      if (element.matches(never)) found.push(element.outerHTML.slice(0, 200))
      for (const { name, value } of element.attributes) {
        const address = ['href', 'src', 'action', 'xlink:href', 'data', 'poster'].includes(name)
        if (/^on/i.test(name) || (address && !/^(?:#|\/(?!\/)|https?:\/\/)/.test(value)))
          found.push(`${element.localName} ${name}="${value.slice(0, 200)}"`)
      }
    }
    for (const key in {}) found.push(`Object.prototype.${key}`)
    return found
  })
}
