import type { ReactNode } from 'react';
import { Logo } from '@/ui/Logo';
import { logoAddress } from '@/ui/portalLogo';
import type { PortalView } from '@/ui/server/types';
import classes from './Hall.module.css';

/** Whose house it is, and in the middle what a visitor is asked or told. */
export function Hall({ portal, children }: { portal: PortalView; children: ReactNode }) {
  return (
    <main className={classes.hall}>
      <header>
        <Logo name={portal.root ? 'Patchbay' : portal.name} picture={logoAddress(portal)} />
      </header>
      <div className={classes.middle}>
        <div className={classes.inner}>{children}</div>
      </div>
    </main>
  );
}
