import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights, useSession } from '@/ui/server/session';
import { ADMIN_ICON, type Place, placesFor } from './places';
import classes from './Shell.module.css';

/** As many daily places as stand side by side with the width for their names. */
const SIDE_BY_SIDE = 3;

/** The rail of a narrow window: the daily places, and what has no room, with the administration, behind one more. */
export function BottomBar() {
  const { t } = useTranslation('app');
  const { portal } = useSession();
  const { daily, admin } = placesFor(useRights(), portal.root, (feature) => portal.features.includes(feature));
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Where one place more takes no room from the others, it is not hidden.
  const fits = admin.length === 0 && daily.length === SIDE_BY_SIDE + 1;
  const shown = fits ? daily : daily.slice(0, SIDE_BY_SIDE);
  const more = daily.slice(shown.length);
  const inMore = [...more, ...admin].some((place) => path.startsWith(place.to));
  const MoreIcon = ADMIN_ICON;
  const item = ({ to, name, icon: Icon }: Place) => (
    <Menu.Item key={to} leftSection={<Icon size={18} stroke={1.6} />} onClick={() => void navigate({ to })}>
      {t(`place.${name}`)}
    </Menu.Item>
  );
  return (
    <nav className={classes.bottom} aria-label={t('places')}>
      {shown.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={classes.place} activeOptions={{ exact: to === '/' }}>
          <Icon size={22} stroke={1.6} aria-hidden />
          <span>{t(`place.${name}`)}</span>
        </Link>
      ))}
      {more.length + admin.length > 0 ? (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <UnstyledButton className={classes.place} data-status={inMore ? 'active' : undefined}>
              <MoreIcon size={22} stroke={1.6} aria-hidden />
              <span>{t('more')}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(item)}
            {more.length > 0 && admin.length > 0 ? <Menu.Divider /> : null}
            {admin.length > 0 ? <Menu.Label>{portal.root ? t('server') : t('admin')}</Menu.Label> : null}
            {admin.map(item)}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </nav>
  );
}
