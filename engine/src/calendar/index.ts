export { loadCalendar, type Calendar } from './calendar.js'
