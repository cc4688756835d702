import { Anchor, Button, FileButton, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileTypeCsv, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { upload } from '@/ui/server/upload';
import type { PeopleImport } from '@/ui/server/types';
import classes from './Import.module.css';

const SAMPLES = ['two-columns', 'extensions', 'all-columns'] as const;

/** Takes a file, by choosing or by dropping it. */
export function ImportUpload({ portal, begun }: { portal: string; begun: (id: string) => void }) {
  const { t } = useTranslation('identity');
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function send(file: File | null | undefined) {
    if (!file) {
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      begun((await upload<PeopleImport>('POST', `/portals/${portal}/people-imports`, file, 'text/csv')).id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <Stack maw={720}>
      <ProblemNote problem={problem} />
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileTypeCsv size={40} stroke={1.2} aria-hidden />
        <Title order={2} size="h3">
          {t('import.drop')}
        </Title>
        <Text c="dimmed">{t('import.drop.about')}</Text>
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void send(file)}>
          {(props) => (
            <Button leftSection={<IconUpload size={18} />} loading={busy} {...props}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      <Paper p="lg">
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('import.forms')}
          </Title>
          <List size="sm" spacing={4}>
            <List.Item>{t('import.form.two')}</List.Item>
            <List.Item>{t('import.form.many')}</List.Item>
            <List.Item>{t('import.form.signs')}</List.Item>
          </List>
          <Group gap="lg">
            {SAMPLES.map((kind) => (
              <Anchor
                key={kind}
                size="sm"
                href={`/api/v1/portals/${portal}/people-imports/sample?kind=${kind}`}
                download={`${kind}.csv`}
              >
                {t(`import.sample.${kind}`)}
              </Anchor>
            ))}
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}
