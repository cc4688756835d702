import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights, useSession } from '@/ui/server/session';
import { ADMIN_ICON, placesFor } from './places';
import classes from './Shell.module.css';

/** The rail of a narrow window: the daily places, and the administration behind one more. */
export function BottomBar() {
  const { t } = useTranslation('app');
  const { portal } = useSession();
  const { daily, admin } = placesFor(useRights(), portal.root, (feature) => portal.features.includes(feature));
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const inAdmin = admin.some((place) => path.startsWith(place.to));
  const AdminIcon = ADMIN_ICON;
  return (
    <nav className={classes.bottom} aria-label={t('places')}>
      {daily.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={classes.place} activeOptions={{ exact: to === '/' }}>
          <Icon size={22} stroke={1.6} aria-hidden />
          <span>{t(`place.${name}`)}</span>
        </Link>
      ))}
      {admin.length > 0 ? (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <UnstyledButton className={classes.place} data-status={inAdmin ? 'active' : undefined}>
              <AdminIcon size={22} stroke={1.6} aria-hidden />
              <span>{portal.root ? t('server') : t('admin')}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {admin.map(({ to, name, icon: Icon }) => (
              <Menu.Item key={to} leftSection={<Icon size={18} stroke={1.6} />} onClick={() => void navigate({ to })}>
                {t(`place.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </nav>
  );
}
