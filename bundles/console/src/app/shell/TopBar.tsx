import { Button, Kbd, UnstyledButton } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { IconPlugOff, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Help } from '@/app/guide/Help';
import { PhoneButton } from '@/features/phone/PhoneButton';
import { Logo } from '@/ui/Logo';
import { usePortal } from '@/ui/server/session';
import { useLiveClient, useLiveState } from '@/ui/server/useLive';
import { PersonMenu } from './PersonMenu';
import classes from './Shell.module.css';

const MAC = /mac|iphone|ipad/i.test(navigator.userAgent);

export function TopBar() {
  const { t } = useTranslation('app');
  const portal = usePortal();
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.brandSmall} aria-label={t('place.home')}>
        <Logo size={24} name={portal.root ? 'Patchbay' : portal.name} />
      </Link>
      <UnstyledButton className={classes.search} onClick={openSpotlight} aria-label={t('search')}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span>{t('search')}</span>
        <Kbd size="xs">{MAC ? '⌘ K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <div className={classes.right}>
        <LostConnection />
        <PhoneButton />
        <Help />
        <PersonMenu />
      </div>
    </header>
  );
}

/** There only while the live connection is away; it heals by itself. */
function LostConnection() {
  const { t } = useTranslation('app');
  const live = useLiveClient();
  const state = useLiveState();
  return (
    <div role="status">
      {state === 'lost' ? (
        <Button
          size="compact-sm"
          variant="light"
          color="yellow"
          leftSection={<IconPlugOff size={16} />}
          onClick={live.hurry}
          title={t('live.hurry')}
        >
          {t('live.lost')}
        </Button>
      ) : null}
    </div>
  );
}
