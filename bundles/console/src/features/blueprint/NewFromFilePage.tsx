import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { client } from '@/ui/server/client';
import { DiffView } from './DiffView';
import { FileFaults } from './FileFaults';
import { useComparing } from './useComparing';
import { yaml } from './yaml';

/** A new portal of a file. */
export function NewFromFilePage() {
  const { t } = useTranslation(['blueprint', 'tenancy']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { comparison, setComparison, problem, busy, during } = useComparing();

  const choose = (chosen: File | null) =>
    chosen &&
    void during(async () => {
      const given = await chosen.text();
      setText(given);
      setComparison((await client.POST('/portal-files/comparison', yaml(given))).data);
    });

  const create = () =>
    void during(async () => {
      const { data } = await client.POST('/portal-files', yaml(text));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/portal') });
      await navigate({ to: '/portals/$portal', params: { portal: data!.id } });
    });

  return (
    <Page title={t('new.title')} about={t('new.about')} back={{ to: '/portals', label: t('tenancy:portals.title') }}>
      <Stack maw={860}>
        <Paper p="lg">
          <Stack align="stretch">
            <Text c="dimmed">{t('new.hint')}</Text>
            <Group>
              <FileButton accept=".yaml,.yml,application/yaml,text/yaml" onChange={choose} key={text}>
                {(props) => (
                  <Button {...props} variant="default" loading={busy && !comparison} leftSection={<IconUpload size={18} />}>
                    {t('import.choose')}
                  </Button>
                )}
              </FileButton>
            </Group>
            {problem ? <FileFaults error={problem} /> : null}
            {comparison ? <DiffView comparison={comparison} /> : null}
            {comparison ? (
              <Group>
                <Button loading={busy} onClick={create}>
                  {t('new.create')}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Paper>
      </Stack>
    </Page>
  );
}
