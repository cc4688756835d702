import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortal } from '@/ui/server/session';
import { Loading } from '@/ui/States';
import { BottomBar } from './BottomBar';
import { Palette } from './Palette';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';
import { useFreshness } from '@/ui/server/useFreshness';

/** The frame around every page of somebody who has signed in. */
export function Shell() {
  const { t } = useTranslation('app');
  useFreshness(usePortal().id);
  return (
    <div className={classes.frame}>
      <a href="#page" className="skip-link">
        {t('skip')}
      </a>
      <Rail />
      <TopBar />
      <main id="page" tabIndex={0} className={classes.page}>
        <Suspense fallback={<PageComing />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
      <Palette />
    </div>
  );
}

function PageComing() {
  return (
    <div className={classes.coming}>
      <Loading />
    </div>
  );
}
