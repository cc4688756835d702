import { Alert, Button, FileInput, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { ContactVisibility, ContactImportReport } from '@/ui/server/types';
import { ImportPreview } from './ImportPreview';
import { isOfContacts } from './isOfContacts';
import { MANAGE } from './manage';

/** Chooses a file, looks at what would become of each contact, and only then takes them in. */
export function ImportPage() {
  const { t } = useTranslation('contacts');
  const portal = usePortal().id;
  const mayShow = useRights()(MANAGE);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [visibility, setVisibility] = useState<ContactVisibility>(mayShow ? 'PUBLIC' : 'PRIVATE');
  const [report, setReport] = useState<ContactImportReport>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function send(chosen: File, into: ContactVisibility, save: boolean) {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await client.POST('/portals/{portal}/contact-imports', {
        params: { path: { portal }, query: { visibility: into, save } },
        body: (await chosen.text()) as never,
        bodySerializer: (body) => body as unknown as string,
        headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      });
      return data;
    } catch (error) {
      setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function look(chosen: File | null, into: ContactVisibility) {
    setFile(chosen);
    setVisibility(into);
    setReport(undefined);
    setProblem(undefined);
    if (chosen) {
      setReport(await send(chosen, into, false));
    }
  }

  async function take() {
    const done = file ? await send(file, visibility, true) : undefined;
    if (done) {
      await queries.invalidateQueries({ predicate: isOfContacts });
      notifications.show({ message: t('import.done', { count: done.fresh }) });
      void navigate({ to: '/contacts' });
    }
  }

  return (
    <Page title={t('import.title')} about={t('import.about')} back={{ to: '/contacts', label: t('title') }}>
      <Stack>
        <Paper p="lg" maw={640}>
          <Stack>
            <FileInput
              label={t('import.file')}
              description={t('import.file.help')}
              placeholder={t('import.file.choose')}
              leftSection={<IconFileImport size={18} aria-hidden />}
              accept=".csv,.vcf,.vcard,.txt,text/csv,text/vcard"
              value={file}
              onChange={(chosen) => void look(chosen, visibility)}
              clearable
              clearButtonProps={{ 'aria-label': t('import.file.clear') }}
            />
            <Radio.Group
              label={t('import.visibility')}
              value={visibility}
              onChange={(chosen) => void look(file, chosen as ContactVisibility)}
            >
              <Group mt="xs">
                <Radio value="PUBLIC" label={t('public')} disabled={!mayShow} />
                <Radio value="PRIVATE" label={t('private')} />
              </Group>
            </Radio.Group>
          </Stack>
        </Paper>
        <ProblemNote problem={problem} />
        {report ? (
          <>
            <Group justify="space-between">
              <Text role="status">
                {t('import.counts', { fresh: report.fresh, known: report.known, faulty: report.faulty })}
              </Text>
              <Button
                leftSection={<IconUpload size={18} />}
                loading={busy}
                disabled={report.fresh === 0}
                onClick={() => void take()}
              >
                {t('import.take', { count: report.fresh })}
              </Button>
            </Group>
            {report.strange.length > 0 ? (
              <Alert color="yellow">{t('import.strange', { columns: report.strange.join(', ') })}</Alert>
            ) : null}
            <ImportPreview report={report} />
          </>
        ) : null}
      </Stack>
    </Page>
  );
}
