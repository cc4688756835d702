import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './StateBadge.module.css';

export type Signal = 'live' | 'waiting' | 'failed' | 'quiet';

const COLOURS: Record<Signal, string> = { live: 'green', waiting: 'yellow', failed: 'red', quiet: 'gray' };

/** A state as a word with a mark of its own shape: never by colour alone. */
export function StateBadge({ signal, children }: { signal: Signal; children: ReactNode }) {
  return (
    <Badge
      color={COLOURS[signal]}
      className={classes.badge}
      data-signal={signal}
      title={typeof children === 'string' ? children : undefined}
      leftSection={<span className={classes.mark} data-signal={signal} />}
    >
      {children}
    </Badge>
  );
}
