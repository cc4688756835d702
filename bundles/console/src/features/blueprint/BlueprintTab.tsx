import { Button, Checkbox, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/ui/server/client';
import { DiffView } from './DiffView';
import { FileFaults } from './FileFaults';
import { useComparing } from './useComparing';
import { yaml } from './yaml';

/** The portal as a file: take it away, bring it back changed, look at the difference, apply it. */
export function BlueprintTab({ portal, name }: { portal: string; name: string }) {
  const { t } = useTranslation('blueprint');
  const queries = useQueryClient();
  const [people, setPeople] = useState(false);
  const [file, setFile] = useState<{ name: string; text: string }>();
  const { comparison, setComparison, problem, busy, during } = useComparing();
  const path = { params: { path: { portal } } };

  const choose = (chosen: File | null) =>
    chosen &&
    void during(async () => {
      const text = await chosen.text();
      setFile({ name: chosen.name, text });
      setComparison(undefined);
      setComparison((await client.POST('/portals/{portal}/file/comparison', { ...path, ...yaml(text) })).data);
    });

  const apply = () =>
    void during(async () => {
      await client.PUT('/portals/{portal}/file', { ...path, ...yaml(file?.text ?? '') });
      setComparison(undefined);
      setFile(undefined);
      notifications.show({ message: t('applied', { name }) });
      await queries.invalidateQueries();
    });

  return (
    <Stack maw={860}>
      <Paper p="lg">
        <Stack align="flex-start">
          <Title order={2} size="h4">
            {t('export.title')}
          </Title>
          <Text c="dimmed">{t('export.about')}</Text>
          <Checkbox label={t('export.people')} checked={people} onChange={(event) => setPeople(event.currentTarget.checked)} />
          <Button
            component="a"
            href={`/api/v1/portals/${encodeURIComponent(portal)}/file?people=${people}`}
            download
            variant="default"
            leftSection={<IconDownload size={18} />}
          >
            {t('export')}
          </Button>
        </Stack>
      </Paper>
      <Paper p="lg">
        <Stack align="stretch">
          <Title order={2} size="h4">
            {t('import.title')}
          </Title>
          <Text c="dimmed">{t('import.about')}</Text>
          <Group>
            <FileButton accept=".yaml,.yml,application/yaml,text/yaml" onChange={choose} key={file ? 'chosen' : 'none'}>
              {(props) => (
                <Button {...props} variant="default" loading={busy && !comparison} leftSection={<IconUpload size={18} />}>
                  {t('import.choose')}
                </Button>
              )}
            </FileButton>
            {file ? <Text style={{ overflowWrap: 'anywhere' }}>{file.name}</Text> : null}
          </Group>
          {problem ? <FileFaults error={problem} /> : null}
          {comparison ? <DiffView comparison={comparison} /> : null}
          {comparison?.different ? (
            <Group>
              <Button loading={busy} onClick={apply}>
                {t('apply', { name })}
              </Button>
              <Button
                variant="default"
                disabled={busy}
                onClick={() => {
                  setComparison(undefined);
                  setFile(undefined);
                }}
              >
                {t('ui:cancel')}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </Paper>
    </Stack>
  );
}
