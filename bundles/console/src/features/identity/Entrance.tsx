import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Panel } from '@/ui/Cable';
import { Logo } from '@/ui/Logo';
import { logoAddress } from '@/ui/portalLogo';
import { SupportContact } from '@/ui/SupportContact';
import type { PortalView } from '@/ui/server/types';
import classes from './Entrance.module.css';

/** The frame of the pages before somebody is in: the panel on one side, one question on the other. */
export function Entrance({ portal, title, children }: { portal?: PortalView | undefined; title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);
  return (
    <div className={classes.entrance}>
      <div className={classes.picture}>
        <Panel
          columns={9}
          rows={9}
          cables={[
            [10, 33, 'accent'],
            [4, 25, 'quiet'],
            [37, 39, 'ringing'],
            [41, 52, 'live'],
          ]}
          className={classes.panel}
        />
      </div>
      <main className={classes.question}>
        <div className={classes.inner}>
          <Logo
            size={32}
            name={portal && !portal.root ? portal.name : 'Patchbay'}
            picture={portal && logoAddress(portal)}
          />
          <Title order={1} mt={40} mb="lg">
            {title}
          </Title>
          {children}
          {portal?.support ? <SupportContact contact={portal.support} /> : null}
        </div>
      </main>
    </div>
  );
}
