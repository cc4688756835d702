// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, startI18n } from '@/app/i18n/i18n';
import { seriesText } from '@/features/scheduling/seriesText';

describe('a series in words', () => {
  beforeAll(() => startI18n());
  const t = () => i18n.getFixedT('en', 'scheduling');

  it('says how often, on which days and until when', () => {
    expect(seriesText(t(), { frequency: 'WEEKLY', interval: 1, days: [], count: 3 }, 'en-GB')).toBe('Every week, 3 times');
    expect(seriesText(t(), { frequency: 'WEEKLY', interval: 2, days: ['FRIDAY', 'MONDAY'], until: '2027-05-06' }, 'en-GB')).toBe(
      'Every 2 weeks, Monday and Friday, until 6 May 2027',
    );
  });
});
