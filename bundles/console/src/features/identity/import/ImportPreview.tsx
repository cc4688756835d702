import { Alert, Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconCheck, IconInfoCircle, IconTestPipe } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import type { ImportRow } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';
import { Empty, Failed, Loading } from '@/ui/States';
import { StateBadge } from '@/ui/StateBadge';
import { byCursor, usePages } from '@/ui/usePages';
import { Findings } from './Findings';
import { nameOf } from './rows';
import { RowEditor } from './RowEditor';

type Verdict = '' | 'ok' | 'warning' | 'error';

interface ImportPreviewProps {
  portal: string;
  id: string;
  done: () => void;
  again: () => void;
}

const SIGNALS = { OK: 'live', WARNING: 'waiting', ERROR: 'failed' } as const;

/** What would become of each row; nothing is saved before the button is pressed. */
export function ImportPreview({ portal, id, done, again }: ImportPreviewProps) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict>('');
  const [edited, setEdited] = useState<ImportRow>();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const [trying, setTrying] = useState(false);
  const [passed, setPassed] = useState(false);
  const path = { path: { portal, id } };
  const query = api.useQuery('get', '/portals/{portal}/people-imports/{id}', { params: path });
  const list = usePages<ImportRow>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/people-imports/{id}/rows',
      { params: { ...path, query: { limit: 50, ...(verdict ? { verdict } : {}) } } },
      byCursor,
    ),
  );
  useLive('people-import', portal, { import: id }, {
    data: (message) => {
      const { done: rows, of } = message as { done: number; of: number };
      setProgress((now) => (now === undefined ? now : (100 * rows) / Math.max(1, of)));
    },
  });
  const refresh = () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/people-imports') });

  /** Runs to its end what the server does with all rows, and shows how far it is. */
  async function run(work: () => Promise<void>) {
    setProgress(0);
    setProblem(undefined);
    setPassed(false);
    try {
      await work();
    } catch (error) {
      setProblem(error);
    } finally {
      setProgress(undefined);
      setTrying(false);
      void refresh();
    }
  }

  const save = () =>
    run(async () => {
      const { data } = await client.POST('/portals/{portal}/people-imports/{id}/save', { params: path });
      // The answer is the end: nothing has to be asked for before it shows.
      queries.setQueryData(['get', '/portals/{portal}/people-imports/{id}', { params: path }], data);
      void queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
    });

  const dryRun = () => {
    setTrying(true);
    return run(async () => {
      await client.POST('/portals/{portal}/people-imports/{id}/dry-run', { params: path });
      setPassed(true);
    });
  };

  async function discard() {
    await client.DELETE('/portals/{portal}/people-imports/{id}', { params: path });
    again();
  }

  const known = query.data;
  if (!known) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  }
  if (known.state === 'SAVED') {
    return (
      <Empty
        title={t('import.saved', { count: known.rows })}
        text={t('import.saved.about')}
        action={
          <Group>
            <Button onClick={done}>{t('import.saved.see')}</Button>
            <Button variant="default" onClick={again}>
              {t('import.another')}
            </Button>
          </Group>
        }
      />
    );
  }
  const columns: Column<ImportRow>[] = [
    { key: 'line', title: t('import.line'), width: 70, render: (row) => row.line },
    { key: 'name', title: t('person.name'), heading: true, render: (row) => nameOf(row.values) || t('import.nameless') },
    { key: 'email', title: t('person.email'), render: (row) => row.values['EmailAddress'] ?? '–' },
    ...(['Role', 'Department'] as const)
      .filter((column) => known.columns.includes(column))
      .map((column) => ({
        key: column,
        title: t(`import.column.${column}`),
        roomy: true,
        render: (row: ImportRow) => row.values[column] ?? '–',
      })),
    {
      key: 'verdict',
      title: t('import.verdict'),
      width: 130,
      render: (row) => <StateBadge signal={SIGNALS[row.verdict]}>{t(`import.verdict.${row.verdict}`)}</StateBadge>,
    },
    { key: 'findings', title: t('import.findings'), render: (row) => <Findings findings={row.findings} /> },
  ];
  return (
    <Stack>
      <ProblemNote problem={problem} />
      <Group justify="space-between" align="flex-end">
        <Text>
          {progress === undefined
            ? known.errors > 0
              ? t('import.blocked', { count: known.errors })
              : t('import.ready', { count: known.rows })
            : trying
              ? t('import.dryRun.under')
              : t('import.saving', { count: known.rows })}
        </Text>
        <Group>
          <Button variant="default" onClick={() => void discard()} disabled={progress !== undefined}>
            {t('import.discard')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTestPipe size={18} />}
            disabled={known.errors > 0 || known.rows === 0 || (progress !== undefined && !trying)}
            loading={trying}
            onClick={() => void dryRun()}
          >
            {t('import.dryRun')}
          </Button>
          <Button
            leftSection={<IconArrowRight size={18} />}
            disabled={known.errors > 0 || known.rows === 0 || trying}
            loading={progress !== undefined && !trying}
            onClick={() => void save()}
          >
            {t('import.save', { count: known.rows })}
          </Button>
        </Group>
      </Group>
      {progress === undefined ? null : <Progress value={progress} aria-label={trying ? t('import.dryRun') : t('import.progress')} animated />}
      {passed ? (
        <Alert color="green" icon={<IconCheck size={18} />} role="status">
          {t('import.dryRun.passed', { count: known.rows })}
        </Alert>
      ) : null}
      {known.unknown.length > 0 ? (
        <Alert color="yellow" icon={<IconInfoCircle size={18} />} title={t('import.unknown', { count: known.unknown.length })}>
          {known.unknown.join(', ')}
        </Alert>
      ) : null}
      {known.kept.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('import.kept', { count: known.kept.length })}
        </Text>
      ) : null}
      <ListView
        list={list}
        columns={columns}
        id={(row) => String(row.line)}
        label={t('import.rows')}
        open={setEdited}
        filters={
          <SegmentedControl
            aria-label={t('import.verdict')}
            value={verdict}
            onChange={(value) => setVerdict(value as Verdict)}
            data={[
              { value: '', label: `${t('import.all')} ${known.rows}` },
              { value: 'error', label: `${t('import.verdict.ERROR')} ${known.errors}` },
              { value: 'warning', label: `${t('import.verdict.WARNING')} ${known.warnings}` },
              { value: 'ok', label: `${t('import.verdict.OK')} ${known.ok}` },
            ]}
          />
        }
        filtered={verdict !== ''}
        empty={{ title: t('import.empty'), text: t('import.empty.text') }}
      />
      {edited ? (
        <RowEditor
          portal={portal}
          id={id}
          row={edited}
          columns={known.columns}
          close={() => setEdited(undefined)}
          changed={() => {
            setPassed(false);
            void refresh();
          }}
        />
      ) : null}
    </Stack>
  );
}
