import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './TabRow.module.css';

/** The tabs of a page; where they do not fit they scroll sideways, fade where there are more, with the chosen one in view. */
export function TabRow({ chosen, children }: { chosen?: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row.current && tab) {
      // Sideways alone: the page stays where it is.
      row.current.scrollLeft = tab.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
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
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
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
