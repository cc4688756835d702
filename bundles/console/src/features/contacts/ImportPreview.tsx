import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { fieldText } from '@/ui/problemText';
import type { ContactImportReport, ContactImportRow } from '@/ui/server/types';
import { type Signal, StateBadge } from '@/ui/StateBadge';

const STEP = 100;
const ORDER: ContactImportRow['verdict'][] = ['FAULTY', 'KNOWN', 'FRESH'];
const SIGNALS: Record<ContactImportRow['verdict'], Signal> = { FRESH: 'live', KNOWN: 'quiet', FAULTY: 'failed' };

/** Each contact of the file with its line and what becomes of it; those with a fault first. */
export function ImportPreview({ report }: { report: ContactImportReport }) {
  const { t } = useTranslation(['contacts', 'problems']);
  const [shown, setShown] = useState(STEP);
  const rows = [...report.rows].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
  const columns: Column<ContactImportRow>[] = [
    { key: 'line', title: t('import.line'), width: 90, render: (row) => <span className="tabular">{row.line}</span> },
    { key: 'name', title: t('name'), heading: true, render: (row) => row.name || '–' },
    {
      key: 'verdict',
      title: t('import.verdict'),
      width: 170,
      render: (row) => <StateBadge signal={SIGNALS[row.verdict]}>{t(`import.verdict.${row.verdict}`)}</StateBadge>,
    },
    {
      key: 'why',
      title: t('import.why'),
      render: (row) =>
        row.errors.length === 0
          ? null
          : row.errors.map((error) => `${fieldName(t, error.pointer)}: ${fieldText(t, error)}`).join('; '),
    },
  ];
  return (
    <ListView
      list={{
        rows: rows.slice(0, shown),
        total: rows.length,
        loading: false,
        error: undefined,
        retry: () => {},
        more: shown < rows.length ? () => setShown(shown + STEP) : undefined,
      }}
      columns={columns}
      id={(row) => `${row.line}-${row.name}`}
      label={t('import.preview')}
      empty={{ title: t('import.none'), text: t('import.none.text') }}
    />
  );
}

function fieldName(t: TFunction, pointer: string): string {
  const field = pointer.split('/')[1] ?? '';
  return String(t(`contacts:${field}`, { defaultValue: field }));
}
