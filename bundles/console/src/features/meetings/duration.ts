/** A length of time in the two largest units that say something: 1 h 5 min, 12 min, 40 s. */
export function duration(seconds: number, language: string): string {
  const say = (value: number, unit: 'hour' | 'minute' | 'second') => value.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'short' });
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) {
    return minutes > 0 ? `${say(hours, 'hour')} ${say(minutes, 'minute')}` : say(hours, 'hour');
  }
  return minutes > 0 ? say(minutes, 'minute') : say(whole, 'second');
}
