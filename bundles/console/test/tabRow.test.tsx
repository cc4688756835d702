import { MantineProvider, Tabs } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { TabRow } from '@/ui/TabRow';

const NAMES = ['Extensions', 'Queues', 'Menus', 'Diversions'];
const WIDTH = 120;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Every tab is as wide as the others; the row shows a part of it. */
function layout(row: () => HTMLElement, shown: () => number) {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockImplementation(shown);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const index = NAMES.indexOf(this.textContent ?? '');
    return new DOMRect(index < 0 ? 40 : 40 + index * WIDTH - row().scrollLeft, 0, index < 0 ? shown() : WIDTH, 40);
  });
}

it('keeps the chosen tab in sight, also when the screen becomes narrow', () => {
  const resized: ResizeObserverCallback[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: ResizeObserverCallback) {
        resized.push(told);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  let shown = NAMES.length * WIDTH;
  const row = () => screen.getByRole('tablist');
  layout(row, () => shown);
  render(
    <MantineProvider>
      <Tabs value="Diversions">
        <TabRow chosen="Diversions">
          {NAMES.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {name}
            </Tabs.Tab>
          ))}
        </TabRow>
      </Tabs>
    </MantineProvider>,
  );
  shown = 200;
  row().scrollLeft = 0;
  resized.forEach((told) => told([], {} as ResizeObserver));
  expect(screen.getByRole('tab', { name: 'Diversions' }).getBoundingClientRect().left).toBe(40 + (shown - WIDTH) / 2);
});
