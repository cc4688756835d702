import { ActionIcon, Tabs } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import classes from './TabRow.module.css';

/**
 * The tabs of a page; where they do not fit they fade and scroll sideways, by a mouse with the arrows at the ends that have more,
 * and the chosen one is in view.
 */
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
    <div className={classes.frame}>
      <Tabs.List ref={row} className={classes.row}>
        {children}
      </Tabs.List>
      <Arrow side="before" row={row} />
      <Arrow side="after" row={row} />
    </div>
  );
}

/** For the mouse alone: fingers swipe, and the arrow keys go from tab to tab. */
function Arrow({ side, row }: { side: 'before' | 'after'; row: RefObject<HTMLDivElement | null> }) {
  const Icon = side === 'before' ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      variant="default"
      radius="xl"
      aria-hidden
      tabIndex={-1}
      className={classes.arrow}
      data-side={side}
      onClick={() => row.current?.scrollBy({ left: (side === 'before' ? -1 : 1) * row.current.clientWidth * 0.7, behavior: 'smooth' })}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
