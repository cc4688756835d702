import { describe, expect, it } from 'vitest';
import type { FoundHoliday } from '@/ui/server/types';
import { chosenAtFirst, daysText, isPresent } from './found';

const found = (name: string, ...notes: FoundHoliday['notes']): FoundHoliday => ({
  line: 4,
  holiday: { name, from: '2026-12-25', until: '2026-12-26', yearly: false },
  notes,
});

describe('holidays found in a file', () => {
  it('are chosen at first when they are whole, to come and new', () => {
    const all = [found('Christmas'), found('Gone', 'PAST'), found('Half', 'PART_OF_DAY'), found('Fair', 'ONE_OF_MANY'), found('Here')];
    expect([...chosenAtFirst(all, [found('Here').holiday])]).toEqual([0, 3]);
    expect(isPresent(found('Here'), [found('Here').holiday])).toBe(true);
    expect(isPresent(found('Here'), [{ ...found('Here').holiday, yearly: true }])).toBe(false);
  });

  it('are told by their days', () => {
    expect(daysText(found('x').holiday, 'en')).toMatch(/Fri.*Dec 25.*Sat.*Dec 26.*2026/);
    expect(daysText({ name: 'x', from: '2020-01-01', until: '2020-01-01', yearly: true }, 'en')).toBe('Jan 1');
  });
});
