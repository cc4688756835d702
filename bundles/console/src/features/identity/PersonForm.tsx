import { Alert, Button, Group, Modal, NumberInput, Paper, Select, SimpleGrid, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey, IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { CallNumber } from '@/ui/PhoneNumber';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client, ifMatch } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Person } from '@/ui/server/types';
import { useMailNote } from '@/ui/server/useMailNote';
import { useServerForm } from '@/ui/useServerForm';
import { MembershipsField } from './MembershipsField';
import { PasswordChoice } from './signin/PasswordChoice';
import { firstMembership } from './memberships';
import { draftOf, valuesOf, type PersonValues } from './personDraft';
import { SystemRolesField } from './SystemRolesField';
import { useCredentials } from './useCredentials';
import { useGrants } from './useRoles';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

const ZONES = Intl.supportedValuesOf('timeZone');

interface PersonFormProps {
  portal: string;
  person?: Person;
  /** Somebody new begins with the privilege of an administrator. */
  administrator?: boolean;
  done: () => void;
}

export function PersonForm({ portal: first, person, administrator = false, done }: PersonFormProps) {
  const { t } = useTranslation(['identity', 'signin']);
  const queries = useQueryClient();
  const session = useSession();
  const [portal, setPortal] = useState(first);
  const mailNote = useMailNote(portal);
  const self = session.person?.id === person?.id && person !== undefined;
  const beyond = useCredentials(portal, person);
  const [handing, setHanding] = useState<{ login: string; password: string }>();
  const { form, problem, saving, formRef, submit } = useServerForm<PersonValues>({
    mode: 'controlled',
    initialValues: valuesOf(first, person, administrator),
    validate: {
      name: (value) => (value.trim() === '' ? t('person.name.missing') : null),
      login: (value) => (value.trim() === '' ? t('person.login.missing') : null),
    },
  });

  const { grants, known } = useGrants(portal);

  // Somebody new begins where one may put people; what was chosen meanwhile stays.
  useEffect(() => {
    if (!person && known && !form.isDirty('memberships')) {
      const first = firstMembership(portal, grants);
      form.setInitialValues({ ...form.getValues(), ...valuesOf(portal, undefined, administrator), memberships: first });
      form.setFieldValue('memberships', first);
    }
  }, [known]);

  const save = submit(async (values) => {
    const body = draftOf(values, person);
    if (person) {
      await client.PUT('/portals/{portal}/people/{id}', {
        params: { path: { portal, id: person.id }, header: ifMatch(person.version) },
        body,
      });
    } else {
      await client.POST('/portals/{portal}/people', { params: { path: { portal } }, body });
    }
    const told = body.password;
    await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
    notifications.show({
      message: person
        ? t('person.saved')
        : body.email
          ? await mailNote(t('person.invited', { email: body.email }))
          : told
            ? t('person.createdWithPassword')
            : t('person.created'),
    });
    if (told) {
      setHanding({ login: body.login, password: told });
    } else {
      done();
    }
  });

  const plain = { autoComplete: 'off', autoCapitalize: 'none' };
  return (
    <form ref={formRef} noValidate onSubmit={save}>
      {person ? null : <LeaveGuard when={() => form.isDirty() && !saving && !handing} />}
      <Stack maw={720}>
        <ProblemNote problem={problem} />
        {session.portal.root && !person ? (
          <Paper p="lg">
            <PortalField
              value={portal}
              change={(chosen) => {
                setPortal(chosen);
                // The department Default of a portal has the portal's id.
                form.setFieldValue('memberships', [{ department: chosen, role: 'user' }]);
              }}
            />
          </Paper>
        ) : null}
        <Paper p="lg">
          <Stack>
            <TextInput label={t('person.name')} maxLength={100} autoFocus={!person} {...form.getInputProps('name')} />
            <TextInput
              label={t('person.login')}
              description={beyond ?? t('person.login.help')}
              maxLength={64}
              disabled={beyond !== undefined}
              {...plain}
              {...form.getInputProps('login')}
            />
            <TextInput
              label={t('person.email')}
              description={beyond ?? t('person.email.help')}
              type="email"
              maxLength={254}
              disabled={beyond !== undefined}
              {...plain}
              {...form.getInputProps('email')}
            />
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              <TextInput label={t('person.phone')} type="tel" maxLength={40} {...plain} {...form.getInputProps('phone')} />
              <TextInput label={t('person.mobile')} type="tel" maxLength={40} {...plain} {...form.getInputProps('mobile')} />
              <TextInput
                label={t('person.extension')}
                inputMode="numeric"
                maxLength={20}
                {...plain}
                {...form.getInputProps('extension')}
                {...(person?.extension
                  ? { rightSection: <CallNumber number={person.extension} name={person.name} />, rightSectionPointerEvents: 'all' as const }
                  : {})}
              />
            </SimpleGrid>
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <Title order={2} size="h4">
              {t('person.roles')}
            </Title>
            <Alert color={self ? 'gray' : 'yellow'} icon={self ? <IconLock size={18} /> : <IconKey size={18} />}>
              {t(self ? 'person.roles.self' : 'person.roles.important')}
            </Alert>
            <MembershipsField
              key={portal}
              portal={portal}
              value={form.getValues().memberships}
              held={person?.memberships ?? []}
              onChange={(value) => form.setFieldValue('memberships', value)}
              disabled={self}
              error={form.errors.memberships}
            />
            <SystemRolesField
              portal={portal}
              value={form.getValues().roles}
              onChange={(value) => form.setFieldValue('roles', value)}
              disabled={self}
              error={form.errors.roles}
            />
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <Title order={2} size="h4">
              {t('person.access')}
            </Title>
            {person && !self ? (
              <Switch
                label={t('person.enabled')}
                description={t('person.enabled.help')}
                {...form.getInputProps('enabled', { type: 'checkbox' })}
              />
            ) : null}
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={t('person.from')}
                description={t('person.from.help')}
                type="date"
                disabled={self}
                {...form.getInputProps('activeFrom')}
              />
              <TextInput
                label={t('person.until')}
                description={t('person.until.help')}
                type="date"
                disabled={self}
                {...form.getInputProps('activeUntil')}
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
              <Select
                label={t('person.zone')}
                description={t('person.zone.help')}
                data={ZONES}
                searchable
                limit={50}
                clearable
                clearButtonProps={{ 'aria-label': t('person.zone.clear') }}
                placeholder={t('person.language.portal')}
                value={form.getValues().zone || null}
                onChange={(value) => form.setFieldValue('zone', value ?? '')}
                error={form.errors.zone}
              />
            </SimpleGrid>
            <NumberInput
              label={t('person.quota')}
              description={t('person.quota.help')}
              min={0}
              max={100_000_000}
              allowDecimal={false}
              maw={240}
              {...form.getInputProps('quotaMegabytes')}
            />
          </Stack>
        </Paper>
        {person ? null : (
          <Paper p="lg">
            <Stack>
              <Title order={2} size="h4">
                {t('person.firstPassword')}
              </Title>
              <PasswordChoice
                label={t('signIn.password')}
                description={t('person.firstPassword.help')}
                {...form.getInputProps('password')}
                onChange={(password) => form.setFieldValue('password', password)}
              />
              {form.getValues().password ? (
                <Switch label={t('signin:person.mustChange')} {...form.getInputProps('mustChange', { type: 'checkbox' })} />
              ) : null}
            </Stack>
          </Paper>
        )}
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
      <Handing given={handing} done={done} />
    </form>
  );
}

/** The login and the password of somebody new, to be handed over; shown this once. */
function Handing({ given, done }: { given: { login: string; password: string } | undefined; done: () => void }) {
  const { t } = useTranslation(['identity', 'signin']);
  return (
    <Modal opened={given !== undefined} onClose={done} title={t('person.handing')} closeOnClickOutside={false} withCloseButton={false}>
      {given ? (
        <Stack>
          <Text>{t('person.handing.text')}</Text>
          <CopyField label={t('person.login')} value={given.login} />
          <CopyField label={t('signIn.password')} value={given.password} />
          <Button onClick={done}>{t('signin:codes.done')}</Button>
        </Stack>
      ) : null}
    </Modal>
  );
}

/** In which portal somebody new gets an account: root makes people for any. */
function PortalField({ value, change }: { value: string; change: (portal: string) => void }) {
  const { t } = useTranslation('identity');
  const { portal: own } = useSession();
  const portals = api.useQuery('get', '/portals', { params: { query: { limit: 200 } } });
  const known = (portals.data?.items ?? []).map((portal) => ({ value: portal.id, label: portal.name }));
  return (
    <Select
      label={t('person.portal')}
      description={t('person.portal.help')}
      data={[{ value: own.id, label: t('person.portal.own', { name: own.name }) }, ...known]}
      value={value}
      allowDeselect={false}
      searchable
      limit={50}
      onChange={(chosen) => chosen && change(chosen)}
    />
  );
}
