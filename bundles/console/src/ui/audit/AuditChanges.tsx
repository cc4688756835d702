import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/ui/server/types';
import classes from './AuditChanges.module.css';
import { fields } from './fields';
import { value } from './values';

const ERASED = '[erased]';

/** What was changed, field by field: before and after. */
export function AuditChanges({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation(['audit', 'identity']);
  const said = (name: string, text: string | undefined) => (text === undefined ? text : value(t, entry, name, text));
  const changed = fields(t, entry);
  if (changed.length === 0) {
    return <Text c="dimmed">{t('changes.none')}</Text>;
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('changes')}>
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ name, title }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {title}
              </th>
              <td>
                <Value text={said(name, entry.before[name])} was />
              </td>
              <td>
                <Value text={said(name, entry.after[name])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ text, was }: { text: string | undefined; was?: boolean }) {
  const { t } = useTranslation('audit');
  if (text === undefined) {
    return <span className={classes.none}>–</span>;
  }
  if (text === ERASED) {
    return <em className={classes.none}>{t('erased')}</em>;
  }
  return was ? <del className={classes.was}>{text}</del> : <ins className={classes.now}>{text}</ins>;
}
