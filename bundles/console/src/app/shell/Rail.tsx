import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/ui/Logo';
import { logoAddress } from '@/ui/portalLogo';
import { useRights, useSession } from '@/ui/server/session';
import { type Place, placesFor } from './places';
import classes from './Shell.module.css';

export function Rail() {
  const { t } = useTranslation('app');
  const { portal } = useSession();
  const places = placesFor(useRights(), portal.root, (feature) => portal.features.includes(feature));
  return (
    <nav className={classes.rail} aria-label={t('places')}>
      <Link to="/" className={classes.brand} aria-label={portal.root ? 'Patchbay' : portal.name}>
        <Logo name={portal.root ? 'Patchbay' : portal.name} picture={logoAddress(portal)} />
      </Link>
      <Places places={places.daily} />
      {places.admin.length > 0 ? (
        <>
          <div className={classes.group}>{portal.root ? t('server') : t('admin')}</div>
          <Places places={places.admin} />
        </>
      ) : null}
    </nav>
  );
}

function Places({ places }: { places: Place[] }) {
  const { t } = useTranslation('app');
  return (
    <ul className={classes.places}>
      {places.map(({ to, name, icon: Icon }) => (
        <li key={to}>
          <Link to={to} className={classes.place} activeOptions={{ exact: to === '/' }}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{t(`place.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
