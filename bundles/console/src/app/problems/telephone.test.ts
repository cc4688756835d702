import { describe, expect, test } from 'vitest';
import de from './strings/de.json';
import en from './strings/en.json';
import es from './strings/es.json';
import fr from './strings/fr.json';

/** The codes that fields of the pages of telephones have. */
const OF_TELEPHONES =
  /^(announcement|call|calls|code|country|destination|device|extension|follow-me|forward|list|members|menu|network|number|pin|prompt|secretary|telephone|time-group|trunk|voicemail)\.|^(department\.not-yours|phone\.(key-value|mac|mac-taken|model)|rule\.forbids-all|time\.format)$/;

describe.each(Object.entries({ en, de, es, fr }))('in %s', (_, texts) => {
  test.each(Object.entries(texts).filter(([code]) => OF_TELEPHONES.test(code)))('%s is a sentence', (_code, text) => {
    expect(text).toMatch(/^[\p{Lu}«¿{]/u);
    expect(text).toMatch(/[.?]$/);
  });
});
