import type { ReactNode } from 'react';
import { Logo } from '@/ui/Logo';
import { Empty } from '@/ui/States';
import classes from './Over.module.css';

interface OverProps {
  portalName: string;
  phase?: string;
  title: string;
  text: string;
  action?: ReactNode;
}

/** A page where there is no meeting, or no longer: whose it was, what happened, where to go on. */
export function Over({ portalName, phase, title, text, action }: OverProps) {
  return (
    <main className={classes.over} data-phase={phase}>
      <header>
        <Logo name={portalName} />
      </header>
      <div className={classes.middle}>
        <Empty order={1} title={title} text={text} action={action} />
      </div>
    </main>
  );
}
