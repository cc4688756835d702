import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './TabRow.module.css';

/** The tabs of a page; on phones they scroll sideways, with the chosen one in view. */
export function TabRow({ chosen, children }: { chosen: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row.current && tab) {
      // Sideways alone: the page stays where it is.
      row.current.scrollLeft = tab.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
    }
  }, [chosen]);
  return (
    <Tabs.List ref={row} mb="lg" className={classes.row}>
      {children}
    </Tabs.List>
  );
}
