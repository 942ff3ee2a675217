export { loadCalendar, type Calendar } from './calendar.js'
export { parsePublished } from './period.js'
