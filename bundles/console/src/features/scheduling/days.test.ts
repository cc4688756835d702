import { describe, expect, it } from 'vitest';
import type { Occurrence } from '@/ui/server/types';
import { byDay, localText, span } from './days';

const at = (starts: string): Occurrence => ({ meeting: starts, starts, ends: starts }) as unknown as Occurrence;

describe('days', () => {
  it('groups by the day of the reader', () => {
    const days = byDay([at('2026-11-30T08:00:00Z'), at('2026-11-30T23:30:00Z'), at('2026-12-01T08:00:00Z')], 'Europe/Berlin');
    expect(days.map((day) => [day.key, day.occurrences.length])).toEqual([
      ['2026-11-30', 1],
      ['2026-12-01', 2],
    ]);
  });

  it('says times in the zone of the reader and local times in their own', () => {
    expect(span('2026-11-30T08:00:00Z', '2026-11-30T09:00:00Z', 'de', 'Europe/Berlin')).toBe('09:00 – 10:00');
    expect(localText('2026-11-30T09:00:00', 'de')).toContain('30. November 2026');
  });
});
