import { beside, buildDate, buildMonth, yearOf } from './dates.js'
import type { Match } from './grammar.js'
import { civil, dayNumber, formatPeriod, isDay, periodOf, weekdayOf, type Unit } from './period.js'
import { anchorOf, finest, isCounted, type Meaning, type Scene, type Values } from './scene.js'
import { dated, lengthOf } from './values.js'

/** What each row's `means` does with the values it caught. */
export const meanings: Record<string, (match: Match, scene: Scene) => Meaning> = {
  /** "3 March 2011", "March 3", "the fall of last year", "2014". */
  date(match, scene) {
    const build = buildDate(match)
    const year = yearOf(match, scene)
    return year === undefined
      ? dated(match, beside(build, scene))
      : dated(match, year === null ? null : build(year))
  },
  /** "yesterday", "last night", "the day before yesterday". */
  day(match, { published }) {
    const day = finest(published, 'day')
    const steps = ['DAYS', 'AROUND', 'STEP'].map((name) => Number(match.values.get(name) ?? 0))
    const days = steps.reduce((sum, step) => sum + step)
    return dated(match, day && periodOf('day', day.day, days))
  },
  /** "Friday", "last Friday", "Friday night", "Friday of next week". */
  weekday(match, scene) {
    const { values } = match
    const published = finest(scene.history ? scene.anchor : scene.published, 'day')
    if (!published) return dated(match, null)
    const weekday = Number(values.get('WEEKDAY'))
    const step = values.get('STEP')
    const monday = periodOf('week', published.day, values.has('WEEK') ? Number(step) : 0).day
    const ahead = (weekday - weekdayOf(published.day) + 7) % 7
    const behind = (7 - ahead) % 7
    const day =
      step === undefined
        ? published.day + (scene.tense() === 'future' ? ahead : -behind)
        : values.has('WEEK') || step === 0
          ? monday + weekday - 1
          : published.day + (step === -1 ? -(behind || 7) : ahead || 7)
    return dated(match, { unit: 'day', day })
  },
  /** "last year", "this month", "next summer", "last August": counted from publication. */
  step(match, { published }) {
    const { values } = match
    const step = Number(values.get('STEP'))
    if (!published) return dated(match, null)
    if (values.has('UNIT')) {
      const unit = values.get('UNIT') as Unit
      const now = finest(published, unit)
      return dated(match, now && periodOf(unit, now.day, step))
    }
    const build = buildDate(match)
    const { year } = civil(published.day)
    const here = build(year)
    if (!here) return dated(match, null)
    const { day } = periodOf(here.unit, published.day)
    const back = step < 0 && here.day >= day
    const on = step > 0 && here.day <= day
    return dated(match, build(year + (back ? -1 : on ? 1 : 0)))
  },
  /** "the same year", "the following day", "that month": counted from where the text is. */
  related(match, scene) {
    const unit = (match.values.get('UNIT') ?? 'day') as Unit
    const from = anchorOf(scene, unit)
    return dated(match, from && periodOf(unit, from.day, relation(match.values)))
  },
  /** "the following April", "that summer": the next, the last or the same after where the text is. */
  relatedName(match, { anchor, published }) {
    const from = anchor ?? published
    const build = buildDate(match)
    if (!from) return dated(match, null)
    const step = relation(match.values)
    const here = build(civil(from.day).year)
    const off = here && step !== 0 && (step > 0 ? here.day <= from.day : here.day >= from.day)
    return dated(match, off ? build(civil(from.day).year + step) : here)
  },
  /** "the 28th of that month", "on the 5th". */
  dayOfMonth(match, scene) {
    const from = anchorOf(scene, 'month')
    const at = from && civil(periodOf('month', from.day, relation(match.values)).day)
    const day = Number(match.values.get('DAY'))
    const real = at && isDay(at.year, at.month, day)
    return dated(match, real ? { unit: 'day', day: dayNumber(at.year, at.month, day) } : null)
  },
  /** "the last week of March": the last wholly in it; "the second week": the one that holds the 8th. */
  weekOf(match, scene) {
    const year = yearOf(match, scene)
    const build = buildMonth(match)
    const month = year === undefined ? beside(build, scene) : year === null ? null : build(year)
    const nth = Number(match.values.get('ORDINAL') ?? 0)
    const day = month && (nth ? month.day + 7 * (nth - 1) : periodOf('month', month.day, 1).day - 7)
    return dated(match, day === null ? null : periodOf('week', day))
  },
  /** "at that time", "by this time". */
  then: (_, { anchor }) => ({
    type: 'DATE',
    value: anchor ? formatPeriod(anchor) : 'PAST_REF',
  }),
  /** "three years ago", "two days later". */
  shift(match, scene) {
    const { values } = match
    const sign = Number(values.get('AGO') ?? values.get('SHIFT'))
    const unit = (values.get('UNITS') ?? values.get('UNIT') ?? 'day') as Unit
    const count = Number(values.get('NUMBER') ?? 1)
    // "a few days ago", "years later", "two hours later"
    if (values.has('VAGUE') || values.has('MANY') || !isCounted(unit))
      return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    const from = values.has('AGO') ? finest(scene.published, unit) : anchorOf(scene, unit)
    return dated(match, from && periodOf(unit, from.day, sign * Math.round(count)))
  },
  duration: ({ row, values }) => ({ type: 'DURATION', value: row.value ?? lengthOf(values) }),
  set({ values }) {
    const weekday = values.get('WEEKDAY') ?? values.get('WEEKDAYS')
    const often = values.get('FREQUENCY')
    const value = weekday ? `XXXX-WXX-${weekday}` : String(often ?? lengthOf(values))
    return { type: 'SET', value }
  },
  /** "now": the row knows its value. */
  fixed: ({ row }) => ({
    type: row.value?.includes('-XXT') ? 'TIME' : 'DATE',
    value: row.value ?? null,
  }),
  /** "the 1990s", "the sixties". */
  decade: (match) =>
    dated(match, periodOf('decade', dayNumber(Number(match.values.get('DECADE'))))),
  /** "the 19th century". */
  century: (match) =>
    dated(match, periodOf('century', dayNumber((Number(match.values.get('ORDINAL')) - 1) * 100))),
  /** "at 5 p.m.", "that night", "the next morning": on the day where the text is; "night raids" on any. */
  hour(match, scene) {
    const from = anchorOf(scene, 'day')
    const part = match.values.get('PART')
    if (!from && part !== undefined && !match.values.has('RELATION'))
      return { type: 'TIME', value: `XXXX-XX-XXT${part}` }
    return dated(match, from && periodOf('day', from.day, relation(match.values)), 'TIME')
  },
}

const relation = (values: Values) => Number(values.get('RELATION') ?? values.get('AROUND') ?? 0)
