import { Button, ColorInput, FileButton, Group, Image, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { logoAddress } from '@/ui/portalLogo';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import { sessionQuery } from '@/ui/server/session';
import type { Portal } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { ACCENTS, usePortalSave } from './usePortalSave';

/** What people see of the portal: logo, colour, whom to ask. */
export function BrandingForm({ portal, done }: { portal: Portal; done: () => void }) {
  const { t } = useTranslation('tenancy');
  const save = usePortalSave(portal, done);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { accent: portal.accent, support: portal.support ?? '' },
  });
  return (
    <Stack maw={640}>
      <Logo portal={portal} done={done} />
      <form
        ref={formRef}
        noValidate
        onSubmit={submit((values) =>
          save(({ support, ...draft }) => {
            void support;
            return {
              ...draft,
              accent: values.accent,
              ...(values.support.trim() === '' ? {} : { support: values.support.trim() }),
            };
          }),
        )}
      >
        <Stack>
          <ProblemNote problem={problem} />
          <Paper p="lg">
            <Stack>
              <ColorInput
                label={t('portal.accent')}
                description={t('portal.accent.help')}
                format="hex"
                swatches={ACCENTS}
                withEyeDropper={false}
                {...form.getInputProps('accent')}
              />
              <TextInput
                label={t('portal.support')}
                description={t('portal.support.help')}
                maxLength={200}
                {...form.getInputProps('support')}
              />
            </Stack>
          </Paper>
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        </Stack>
      </form>
    </Stack>
  );
}

function Logo({ portal, done }: { portal: Portal; done: () => void }) {
  const { t } = useTranslation('tenancy');
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const address = logoAddress(portal);
  const path = { params: { path: { portal: portal.id }, header: ifMatch(portal.version) } };

  async function change(work: () => Promise<unknown>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      done();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper p="lg">
      <Stack>
        <ProblemNote problem={problem} />
        <Text fw={550}>{t('portal.logo')}</Text>
        {address ? (
          <Image src={address} alt={t('portal.logo.of', { name: portal.name })} mah={96} maw={320} w="auto" fit="contain" />
        ) : (
          <Text c="dimmed">{t('portal.logo.none')}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t('portal.logo.help')}
        </Text>
        <Group>
          <FileButton
            accept="image/png,image/jpeg"
            onChange={(file) =>
              file &&
              void change(() =>
                client.PUT('/portals/{portal}/logo', {
                  ...path,
                  headers: { 'Content-Type': file.type },
                  body: file as never,
                  bodySerializer: (body: unknown) => body as Blob,
                }),
              )
            }
          >
            {(props) => (
              <Button {...props} variant="default" loading={busy} leftSection={<IconUpload size={18} />}>
                {t('portal.logo.choose')}
              </Button>
            )}
          </FileButton>
          {address ? (
            <Button variant="subtle" color="red" disabled={busy} onClick={() => void change(() => client.DELETE('/portals/{portal}/logo', path))}>
              {t('portal.logo.remove')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}
