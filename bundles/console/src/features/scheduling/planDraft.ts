import type { PlannedMeeting, PlannedMeetingDraft } from '@/ui/server/types';

export type Repeat = 'NONE' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'MONTHLY_WEEK' | 'YEARLY';
export const REPEATS: readonly Repeat[] = ['NONE', 'DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY_WEEK', 'YEARLY'];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type DayName = (typeof DAYS)[number];

const MORNING = '09:00';

/** Somebody or something chosen from a list that the server holds. */
export interface Chosen {
  value: string;
  label: string;
}

/** An address as it was typed once, with what is known of it. */
interface Typed {
  email: string;
  name: string;
  language: string;
}

/** What the form holds. */
export interface PlanValues extends Record<string, unknown> {
  title: string;
  agenda: string;
  date: string;
  time: string;
  zone: string;
  minutes: number;
  repeat: Repeat;
  interval: number;
  /** Besides the day of the start, which is always one. */
  days: DayName[];
  /** The week that the series has as long as it starts on that date. */
  week?: { date: string; number: number };
  ends: 'count' | 'until';
  count: number;
  until: string;
  video: string;
  pin: string;
  lobby: string;
  screens: string;
  reminder: string;
  people: Chosen[];
  contacts: Chosen[];
  groups: string[];
  addresses: string[];
  addressLanguage: string;
  /** Who was invited by address before. */
  typed: Typed[];
}

/** The day of the week of a date such as 2026-11-30. */
export function dayOf(date: string): DayName {
  return DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MONDAY';
}

/** Which week of its month a date is in: 1 to 4, or -1 for the last. */
export function weekOf(date: string): number {
  const week = Math.ceil(Number(date.slice(8, 10)) / 7);
  return week > 4 ? -1 : week;
}

/** The week of a series: as it was until the date changes. */
export function weekOfSeries({ date, week }: Pick<PlanValues, 'date' | 'week'>): number {
  return week?.date === date ? week.number : weekOf(date);
}

/** The language that all have, if it is one. */
function commonLanguage(typed: Typed[]): string {
  const first = typed[0]?.language ?? '';
  return typed.every((one) => one.language === first) ? first : '';
}

/** An address with its name, and its language unless another was chosen for all. */
function addressOf(email: string, { typed, addressLanguage }: PlanValues) {
  const known = typed.find((one) => one.email === email);
  const language = known && addressLanguage === commonLanguage(typed) ? known.language : addressLanguage;
  return { email, ...(known && known.name !== email ? { name: known.name } : {}), ...(language ? { language } : {}) };
}

/** The next full hour, as the local date and time of a zone. */
export function soon(zone: string | undefined, now = new Date()): { date: string; time: string } {
  const next = new Date(now.getTime() + 3_600_000);
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-CA', { ...options, ...(zone ? { timeZone: zone } : {}) }).format(next);
  const hour = part({ hour: '2-digit', hourCycle: 'h23' }).slice(0, 2);
  return { date: part({ dateStyle: 'short' }), time: `${hour}:00` };
}

/** What the server is asked to keep. */
export function draftOf(values: PlanValues): PlannedMeetingDraft {
  const draft: PlannedMeetingDraft = {
    title: values.title.trim(),
    zone: values.zone,
    start: `${values.date}T${values.time}`,
    minutes: values.minutes,
    reminder: Number(values.reminder),
    room: {
      ...(values.video ? { video: values.video } : {}),
      ...(values.pin.trim() ? { pin: values.pin.trim() } : {}),
      ...(values.lobby ? { lobby: values.lobby as 'OFF' } : {}),
      ...(values.screens ? { screens: values.screens as 'HOSTS' } : {}),
    },
    invite: {
      people: values.people.map((one) => one.value),
      contacts: values.contacts.map((one) => one.value),
      groups: values.groups,
      addresses: values.addresses.map((email) => addressOf(email, values)),
    },
  };
  if (values.agenda.trim()) {
    draft.agenda = values.agenda;
  }
  if (values.repeat !== 'NONE') {
    draft.recurrence = {
      frequency: values.repeat === 'MONTHLY_WEEK' ? 'MONTHLY' : values.repeat,
      interval: values.interval,
      days: values.repeat === 'WEEKLY' ? [...new Set([...values.days, dayOf(values.date)])] : [],
      ...(values.repeat === 'MONTHLY_WEEK' ? { week: weekOfSeries(values) } : {}),
      ...(values.ends === 'count' ? { count: values.count } : { until: values.until }),
    };
  }
  return draft;
}

/** What a new meeting begins with: what was pointed at in the calendar, else the next hour; on another day, the morning. */
function begin(zone: string, { day, time }: { day?: string; time?: string }): { date: string; time: string } {
  const next = soon(zone);
  return { date: day ?? next.date, time: time ?? (day === undefined || day === next.date ? next.time : MORNING) };
}

/** What the form begins with: a meeting as it is, or a new one. */
export function valuesOf(meeting: PlannedMeeting | undefined, zone: string, wanted: { day?: string; time?: string } = {}): PlanValues {
  const next = begin(zone, wanted);
  const rule = meeting?.recurrence;
  const date = meeting?.start.slice(0, 10) ?? next.date;
  const invited = meeting?.invitees ?? [];
  const typed = invited.filter((one) => !one.person && !one.contact).map(({ email, name, language }) => ({ email, name, language }));
  return {
    title: meeting?.title ?? '',
    agenda: meeting?.agenda ?? '',
    date,
    time: meeting?.start.slice(11, 16) ?? next.time,
    zone: meeting?.zone ?? zone,
    minutes: meeting?.minutes ?? 60,
    repeat: rule ? (rule.week === undefined ? rule.frequency : 'MONTHLY_WEEK') : 'NONE',
    interval: rule?.interval ?? 1,
    days: ((rule?.days ?? []) as DayName[]).filter((day) => day !== dayOf(date)),
    ...(rule?.week === undefined ? {} : { week: { date, number: rule.week } }),
    ends: rule?.until ? 'until' : 'count',
    count: rule?.count ?? 10,
    until: rule?.until ?? date,
    video: meeting?.room.video ?? '',
    pin: meeting?.room.pin ?? '',
    lobby: meeting?.room.lobby ?? '',
    screens: meeting?.room.screens ?? '',
    reminder: String(meeting?.reminder ?? 15),
    people: invited.filter((one) => one.person).map((one) => ({ value: one.person!, label: one.name })),
    contacts: invited.filter((one) => one.contact && !one.group).map((one) => ({ value: one.contact!, label: one.name })),
    groups: meeting?.groups ?? [],
    addresses: typed.map((one) => one.email),
    addressLanguage: commonLanguage(typed),
    typed,
  };
}
