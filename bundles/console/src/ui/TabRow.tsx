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

/** Scrolls sideways alone: the page stays where it is. */
function reveal(list: HTMLElement): void {
  const tab = list.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (tab) {
    list.scrollLeft += tab.left - list.getBoundingClientRect().left - (list.clientWidth - tab.width) / 2;
  }
}
