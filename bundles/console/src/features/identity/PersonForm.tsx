import { Button, Checkbox, Group, Paper, Select, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client, ifMatch } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Person, PersonDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

interface PersonFormProps {
  portal: string;
  person?: Person;
  done: () => void;
}

export function PersonForm({ portal, person, done }: PersonFormProps) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const self = useSession().person?.id === person?.id && person !== undefined;
  const roles = api.useQuery('get', '/portals/{portal}/roles', { params: { path: { portal } } });
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: person?.name ?? '',
      login: person?.login ?? '',
      email: person?.email ?? '',
      roles: person?.roles ?? ['user'],
      language: person?.language ?? '',
      enabled: person?.enabled ?? true,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('person.name.missing') : null),
      login: (value) => (value.trim() === '' ? t('person.login.missing') : null),
      roles: (value) => (value.length === 0 ? t('person.roles.missing') : null),
    },
  });

  const save = submit(async ({ email, language, ...rest }) => {
    const body: PersonDraft = {
      ...rest,
      name: rest.name.trim(),
      login: rest.login.trim(),
      ...(email.trim() ? { email: email.trim() } : {}),
      ...(language ? { language } : {}),
    };
    if (person) {
      await client.PUT('/portals/{portal}/people/{id}', {
        params: { path: { portal, id: person.id }, header: ifMatch(person.version) },
        body,
      });
    } else {
      await client.POST('/portals/{portal}/people', { params: { path: { portal } }, body });
    }
    await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
    notifications.show({
      message: person ? t('person.saved') : body.email ? t('person.invited', { email: body.email }) : t('person.created'),
    });
    done();
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('person.name')} maxLength={100} autoFocus={!person} {...form.getInputProps('name')} />
            <TextInput
              label={t('person.login')}
              description={t('person.login.help')}
              maxLength={64}
              autoCapitalize="none"
              autoComplete="off"
              {...form.getInputProps('login')}
            />
            <TextInput
              label={t('person.email')}
              description={t('person.email.help')}
              type="email"
              maxLength={254}
              autoComplete="off"
              {...form.getInputProps('email')}
            />
            <Select
              label={t('person.language')}
              description={t('person.language.help')}
              data={LANGUAGES}
              clearable
              clearButtonProps={{ 'aria-label': t('person.language.clear') }}
              placeholder={t('person.language.portal')}
              value={form.getValues().language || null}
              onChange={(value) => form.setFieldValue('language', value ?? '')}
              error={form.errors.language}
            />
            <Checkbox.Group
              label={t('person.roles')}
              {...form.getInputProps('roles')}
              description={self ? t('person.roles.self') : undefined}
            >
              <Stack gap="xs" mt="xs">
                {(roles.data ?? []).map(({ name }) => (
                  <Checkbox
                    key={name}
                    value={name}
                    disabled={self}
                    label={t(`role.${name}`, { defaultValue: name })}
                    description={t(`role.${name}.about`, { defaultValue: '' })}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            {person && !self ? (
              <Switch
                label={t('person.enabled')}
                description={t('person.enabled.help')}
                {...form.getInputProps('enabled', { type: 'checkbox' })}
              />
            ) : null}
          </Stack>
        </Paper>
        {person ? (
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        ) : (
          <Group>
            <Button type="submit" loading={saving}>
              {t('person.create')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
