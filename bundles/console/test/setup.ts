import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

configure({ asyncUtilTimeout: 20_000 });

if (typeof window !== 'undefined') {
  // What Mantine asks of a browser and jsdom lacks.
  window.matchMedia ??= (query: string) =>
    ({ matches: query === '', media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.scrollTo = () => {};
  Element.prototype.scrollIntoView ??= () => {};
  afterEach(() => cleanup());
}
