/** A moment that people often mean: in an hour, at the end of the day, at the end of tomorrow. */
export function soon(when: 'hour' | 'today' | 'tomorrow', now: Date): Date {
  if (when === 'hour') {
    return new Date(now.getTime() + 3_600_000);
  }
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  if (when === 'tomorrow') {
    end.setDate(end.getDate() + 1);
  }
  return end;
}

/** A moment as a field for day and time holds it. */
export function localText(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
