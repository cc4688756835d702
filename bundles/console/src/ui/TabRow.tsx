import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './TabRow.module.css';

/** The tabs of a page; where they do not fit they scroll sideways, fade where there are more, with the chosen one in view. */
export function TabRow({ chosen, children }: { chosen?: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (row.current) {
      reveal(row.current);
    }
  }, [chosen]);
  useEffect(() => {
    const list = row.current;
    if (!list) {
      return;
    }
    const look = () => {
      list.toggleAttribute('data-more-before', list.scrollLeft > 1);
      list.toggleAttribute('data-more-after', list.scrollLeft + list.clientWidth < list.scrollWidth - 1);
    };
    // A screen that is turned, or letters that come later, move the chosen one out of view.
    const sizes = new ResizeObserver(() => {
      reveal(list);
      look();
    });
    for (const one of [list, ...list.children]) {
      sizes.observe(one);
    }
    list.addEventListener('scroll', look);
    return () => {
      sizes.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <Tabs.List ref={row} mb="lg" className={classes.row}>
      {children}
    </Tabs.List>
  );
}

/** Scrolls sideways alone: the page stays where it is. */
function reveal(list: HTMLElement): void {
  const tab = list.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (tab) {
    list.scrollLeft += tab.left - list.getBoundingClientRect().left - (list.clientWidth - tab.width) / 2;
  }
}
