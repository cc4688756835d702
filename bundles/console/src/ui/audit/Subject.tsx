import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePortal, useRights } from '@/ui/server/session';
import type { AuditEntry } from '@/ui/server/types';
import { subject } from './actors';

/** Where a thing has its page, by kind. */
const PAGES = { person: '/people', department: '/departments', role: '/roles' } as const;

const RIGHTS = { person: 'MANAGE_PEOPLE', department: 'SEE_PEOPLE', role: 'SEE_PEOPLE' } as const;

/** What was changed, by its present name, with the way to its page; what is gone says so. */
export function Subject({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const own = usePortal();
  const may = useRights();
  const said = subject(t, entry);
  const kind = entry.subjectKind as keyof typeof PAGES;
  if (!(kind in PAGES)) {
    return <>{said}</>;
  }
  if (entry.names[entry.subjectId] === undefined) {
    return <>{t('gone', { thing: said })}</>;
  }
  const away = entry.portal !== own.id;
  if (!may(RIGHTS[kind]) || (away && kind !== 'person')) {
    return <>{said}</>;
  }
  const page = `${away ? `/portals/${entry.portal}` : ''}${PAGES[kind]}/${entry.subjectId}`;
  return (
    <Anchor inherit renderRoot={(props) => <Link to={page} {...props} />} onClick={(event) => event.stopPropagation()}>
      {said}
    </Anchor>
  );
}
