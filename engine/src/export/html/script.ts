/**
 * Lights up what belongs together, lets the arrow keys walk from note to note, and the tab key reach the marks that are
 * switched on. The page reads without it.
 * Its hash stands in `policy.ts`.
 */
export const SCRIPT = `
const numbers = [...document.querySelectorAll('.number')]
function light(element) {
  for (const lit of document.querySelectorAll('.on')) lit.classList.remove('on')
  const keys = element?.closest('[data-s]')?.dataset.s.split(' ') ?? []
  for (const key of keys)
    for (const part of document.querySelectorAll('main [data-s~="' + key + '"]')) part.classList.add('on')
}
const focused = () => document.activeElement
document.addEventListener('pointerover', (event) => light(event.target.closest('[data-s]') ?? focused()))
document.addEventListener('focusin', (event) => light(event.target))
document.addEventListener('focusout', () => light(null))
document.addEventListener('keydown', (event) => {
  const at = numbers.indexOf(focused())
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Escape') focused().blur()
  if (step === undefined || !numbers[at + step]) return
  event.preventDefault()
  numbers[at + step].focus()
})
function reach() {
  for (const { value, checked } of document.querySelectorAll('.switches input'))
    for (const mark of document.querySelectorAll('mark[id].' + value)) mark.tabIndex = checked ? 0 : -1
}
document.addEventListener('change', reach)
reach()
`
