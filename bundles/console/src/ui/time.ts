const DAY = 86_400_000;

/** Options that hold in this zone; without one, in the browser's. */
function inZone(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormatOptions {
  return zone ? { ...options, timeZone: zone } : options;
}

function day(moment: Date, zone?: string): string {
  return new Intl.DateTimeFormat('en-CA', inZone({ dateStyle: 'short' }, zone)).format(moment);
}

/** A moment in full, with its zone. */
export function full(moment: Date, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, inZone({ dateStyle: 'full', timeStyle: 'long' }, zone)).format(moment);
}

/** A moment as short as it can be said: the time today, else the day too. */
export function short(moment: Date, language: string, zone?: string, seconds = false, now = new Date()): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}) };
  if (day(moment, zone) === day(now, zone)) {
    return new Intl.DateTimeFormat(language, inZone(time, zone)).format(moment);
  }
  const year: Intl.DateTimeFormatOptions = now.getTime() - moment.getTime() > 300 * DAY ? { year: 'numeric' } : {};
  return new Intl.DateTimeFormat(language, inZone({ day: 'numeric', month: 'short', ...year, ...time }, zone)).format(moment);
}

/** A moment with its day, as it is written in the language. */
export function dated(moment: Date, language: string, zone?: string, seconds = false): string {
  return new Intl.DateTimeFormat(language, inZone({ dateStyle: 'medium', timeStyle: seconds ? 'medium' : 'short' }, zone)).format(moment);
}

/** Whether two moments are of the same day. */
export function sameDay(one: Date, other: Date, zone?: string): boolean {
  return day(one, zone) === day(other, zone);
}

/** A moment of the day, to the second. */
export function clock(moment: Date, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, inZone({ hour: '2-digit', minute: '2-digit', second: '2-digit' }, zone)).format(moment);
}

/** A day. */
export function date(moment: Date, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, inZone({ dateStyle: 'medium' }, zone)).format(moment);
}
