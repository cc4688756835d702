import { Alert, Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldText } from '@/ui/problemText';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import { fieldOf } from '@/ui/server/problem';
import type { PluginView } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { ConnectionTest } from './ConnectionTest';
import { SettingField } from './SettingField';
import { initialValues, readSettings, toSend, type Values } from './settingsSchema';
import type { ConnectionTestRun } from './useConnectionTest';

/** A form made from the plugin's own schema. */
export function SettingsForm({ portal, plugin, test }: { portal: string; plugin: PluginView; test: ConnectionTestRun }) {
  const { t, i18n } = useTranslation(['plugins', 'problems']);
  const queries = useQueryClient();
  const settings = useMemo(() => readSettings(plugin.schema, i18n.language), [plugin.schema, i18n.language]);
  const [removed, setRemoved] = useState<Set<string>>(new Set());
  const { form, problem, saving, formRef, submit } = useServerForm<Values>({
    mode: 'controlled',
    initialValues: initialValues(settings, plugin.values as Values),
    initialErrors: Object.fromEntries(plugin.invalid.map((error) => [fieldOf(error.pointer), fieldText(t, error)])),
    validate: Object.fromEntries(
      settings
        .filter((setting) => setting.required)
        .map((setting) => [
          setting.name,
          (value: unknown) =>
            value === '' && !(setting.kind === 'secret' && plugin.secretsSet.includes(setting.name)) ? t('missing') : null,
        ]),
    ),
  });
  const changed = form.isDirty() || removed.size > 0;

  const save = submit(async (values) => {
    await client.PUT('/portals/{portal}/plugins/{plugin}/settings', {
      params: { path: { portal, plugin: plugin.name }, header: ifMatch(plugin.revision) },
      // Values of any kind, which the generated type cannot say.
      body: toSend(settings, values, removed) as never,
    });
    notifications.show({ message: t('saved') });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/plugins') });
    // Saved is not connected: that shows now.
    test.run();
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        {plugin.invalid.length > 0 ? <Alert color="yellow">{t('outgrown')}</Alert> : null}
        <Paper p="lg">
          <Stack>
            {settings.map((setting) => (
              <SettingField
                key={setting.name}
                setting={setting}
                form={form}
                isSet={plugin.secretsSet.includes(setting.name)}
                removed={removed.has(setting.name)}
                remove={(gone) => {
                  const next = new Set(removed);
                  gone ? next.add(setting.name) : next.delete(setting.name);
                  setRemoved(next);
                }}
              />
            ))}
          </Stack>
        </Paper>
        {plugin.configured ? (
          <SaveBar
            shown={changed}
            saving={saving}
            undo={() => {
              form.reset();
              setRemoved(new Set());
            }}
          />
        ) : (
          <Group>
            <Button type="submit" loading={saving} leftSection={<IconPlugConnected size={18} />}>
              {t('connect')}
            </Button>
          </Group>
        )}
        {plugin.configured ? <ConnectionTest tested={plugin.tested} changed={changed} test={test} /> : null}
      </Stack>
    </form>
  );
}
