import { describe, expect, it } from 'vitest';
import { placesFor } from '@/app/shell/places';
import de from './strings/de.json';
import en from './strings/en.json';
import es from './strings/es.json';
import fr from './strings/fr.json';
import { related, topicOf } from './topics';

describe('help', () => {
  const everywhere = [...placesFor(() => true, true).daily, ...placesFor(() => true, true).admin];
  const inPortal = [...placesFor(() => true, false).daily, ...placesFor(() => true, false).admin];

  it('has something to say on every page of the shell', () => {
    for (const place of [...everywhere, ...inPortal, { name: 'account', to: '/account' }]) {
      const topic = topicOf(place.to);
      expect(topic).toBe(place.name);
      for (const strings of [en, de, es, fr] as Record<string, string>[]) {
        expect(strings[`${topic}.what`]).toBeTruthy();
        expect(strings[`${topic}.how`]).toBeTruthy();
      }
    }
  });

  it('is about the place that a deeper page belongs to', () => {
    expect(topicOf('/people/01890000-0000-7000-8000-000000000001')).toBe('people');
    expect(topicOf('/no/such/page')).toBeUndefined();
  });

  it('leads only where one may go', () => {
    expect(related('scripts', inPortal).map((place) => place.name)).toEqual(['plugins', 'events']);
    expect(related('scripts', [])).toEqual([]);
  });
});
