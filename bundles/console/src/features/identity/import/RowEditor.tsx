import { Button, Collapse, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { ImportRow } from '@/ui/server/types';
import { sorted } from './rows';
import { useFindingText } from './useFindingText';

interface RowEditorProps {
  portal: string;
  id: string;
  row: ImportRow;
  columns: string[];
  close: () => void;
  changed: () => void;
}

/** One row, to be corrected in place or left out. */
export function RowEditor({ portal, id, row: opened, columns, close, changed }: RowEditorProps) {
  const { t } = useTranslation('identity');
  const say = useFindingText();
  const [row, setRow] = useState(opened);
  const [values, setValues] = useState<Record<string, string>>(opened.values);
  const [more, setMore] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const path = { portal, id, line: row.line };
  const { first, rest } = sorted(columns, opened.values, row.findings.map(({ column }) => column));

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      changed();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const save = () =>
    run(async () => {
      const { data } = await client.PATCH('/portals/{portal}/people-imports/{id}/rows/{line}', {
        params: { path },
        body: { values },
      });
      if (data && data.verdict === 'ERROR') {
        setRow(data);
      } else {
        close();
      }
    });

  const leaveOut = () =>
    run(async () => {
      await client.DELETE('/portals/{portal}/people-imports/{id}/rows/{line}', { params: { path } });
      close();
    });

  const field = (column: string) => {
    const finding = row.findings.find((one) => one.column === column);
    return (
      <TextInput
        key={column}
        label={column}
        value={values[column] ?? ''}
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => setValues({ ...values, [column]: event.currentTarget.value })}
        error={finding?.error ? say(finding) : undefined}
        description={finding && !finding.error ? say(finding) : undefined}
      />
    );
  };

  return (
    <Modal opened onClose={close} title={t('import.row', { line: row.line })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <ProblemNote problem={problem} />
          {row.findings
            .filter(({ column }) => !column)
            .map((finding) => (
              <Text key={finding.code} size="sm" c={finding.error ? 'red' : 'dimmed'}>
                {say(finding)}
              </Text>
            ))}
          {first.map(field)}
          {rest.length > 0 ? (
            <>
              <Button variant="subtle" color="gray" onClick={() => setMore(!more)} aria-expanded={more}>
                {t('import.more', { count: rest.length })}
              </Button>
              <Collapse expanded={more}>
                <Stack>{more ? rest.map(field) : null}</Stack>
              </Collapse>
            </>
          ) : null}
          <Group justify="space-between">
            <Button variant="default" onClick={() => void leaveOut()} disabled={busy}>
              {t('import.leaveOut')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('import.apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
