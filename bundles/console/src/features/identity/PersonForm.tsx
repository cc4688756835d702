import { Button, Checkbox, Group, Paper, Select, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Person, PersonDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

/** Who may do everything in the portal. */
const OWNER = 'system-owner';

interface PersonFormProps {
  portal: string;
  person?: Person;
  done: () => void;
}

export function PersonForm({ portal, person, done }: PersonFormProps) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const self = useSession().person?.id === person?.id && person !== undefined;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: person?.name ?? '',
      login: person?.login ?? '',
      email: person?.email ?? '',
      owner: person?.roles.includes(OWNER) ?? false,
      language: person?.language ?? '',
      enabled: person?.enabled ?? true,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('person.name.missing') : null),
      login: (value) => (value.trim() === '' ? t('person.login.missing') : null),
    },
  });

  const save = submit(async ({ email, language, owner, ...rest }) => {
    const body: PersonDraft = {
      ...draftOf(person),
      ...rest,
      roles: [...(person?.roles ?? []).filter((role) => role !== OWNER), ...(owner ? [OWNER] : [])],
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
            <Checkbox
              label={t('person.owner')}
              description={self ? t('person.roles.self') : t('role.system-owner.about')}
              disabled={self}
              {...form.getInputProps('owner', { type: 'checkbox' })}
              error={form.errors.roles}
            />
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

/** What is kept of the person as it is. */
function draftOf(person?: Person): Partial<PersonDraft> {
  if (!person) {
    return {};
  }
  const { id, portal, status, hasPassword, secondFactor, picture, created, version, email, language, ...draft } = person;
  return draft;
}
