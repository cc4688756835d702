import { Button, Group, Paper, Radio, Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { CallNumber } from '@/ui/PhoneNumber';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client, ifMatch } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import type { Contact, ContactDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { isOfContacts } from './isOfContacts';
import { MANAGE } from './manage';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

const OPTIONAL = ['company', 'email', 'phone', 'mobile', 'extension', 'language', 'notes'] as const;

interface ContactFormProps {
  portal: string;
  contact?: Contact;
  /** The number of a new one. */
  phone?: string | undefined;
  /** Somebody may look at it and no more. */
  fixed?: boolean;
  done: () => void;
}

export function ContactForm({ portal, contact, phone, fixed = false, done }: ContactFormProps) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const mayShow = useRights()(MANAGE);
  const groups = api.useQuery('get', '/portals/{portal}/contact-groups', { params: { path: { portal } } });
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: contact?.name ?? '',
      company: contact?.company ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? phone ?? '',
      mobile: contact?.mobile ?? '',
      extension: contact?.extension ?? '',
      language: contact?.language ?? '',
      notes: contact?.notes ?? '',
      groups: contact?.groups ?? [],
      visibility: contact?.visibility ?? (mayShow ? 'PUBLIC' : 'PRIVATE'),
    },
    validate: { name: (value) => (value.trim() === '' ? t('name.missing') : null) },
  });

  const save = submit(async (values) => {
    const body: ContactDraft = { name: values.name.trim(), visibility: values.visibility, groups: values.groups };
    for (const field of OPTIONAL) {
      const value = values[field].trim();
      if (value) {
        body[field] = value;
      }
    }
    if (contact) {
      await client.PUT('/portals/{portal}/contacts/{id}', {
        params: { path: { portal, id: contact.id }, header: ifMatch(contact.version) },
        body,
      });
    } else {
      await client.POST('/portals/{portal}/contacts', { params: { path: { portal } }, body });
    }
    await queries.invalidateQueries({ predicate: isOfContacts });
    notifications.show({ message: contact ? t('saved') : t('created', { name: body.name }) });
    done();
  });

  const call = (number: string | undefined) =>
    contact && number ? { rightSection: <CallNumber number={number} name={contact.name} />, rightSectionPointerEvents: 'all' as const } : {};

  const field = (name: (typeof OPTIONAL)[number] | 'name') => ({ ...form.getInputProps(name), readOnly: fixed });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      {contact ? null : <LeaveGuard when={() => form.isDirty() && !saving} />}
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('name')} maxLength={100} autoFocus={!contact} {...field('name')} />
            <TextInput label={t('company')} maxLength={100} {...field('company')} />
            <TextInput label={t('email')} type="email" maxLength={254} autoComplete="off" {...field('email')} />
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput label={t('phone')} type="tel" maxLength={40} autoComplete="off" {...field('phone')} {...call(contact?.phone)} />
              <TextInput label={t('mobile')} type="tel" maxLength={40} autoComplete="off" {...field('mobile')} {...call(contact?.mobile)} />
              <TextInput label={t('extension')} inputMode="numeric" maxLength={10} autoComplete="off" {...field('extension')} {...call(contact?.extension)} />
            </SimpleGrid>
            <Select
              label={t('language')}
              description={t('language.help')}
              data={LANGUAGES}
              clearable
              clearButtonProps={{ 'aria-label': t('language.clear') }}
              placeholder={t('language.portal')}
              readOnly={fixed}
              value={form.getValues().language || null}
              onChange={(value) => form.setFieldValue('language', value ?? '')}
              error={form.errors.language}
            />
            <TagsInput
              label={t('groups')}
              description={t('groups.help')}
              data={(groups.data?.items ?? []).map(({ name }) => name)}
              maxTags={20}
              maxLength={60}
              clearable
              clearButtonProps={{ 'aria-label': t('groups.clear') }}
              isDuplicate={(value, present) => present.some((one) => one.toLowerCase() === value.toLowerCase())}
              readOnly={fixed}
              {...form.getInputProps('groups')}
            />
            <Textarea label={t('notes')} maxLength={2000} autosize minRows={2} maxRows={10} {...field('notes')} />
            <Radio.Group label={t('visibility')} {...form.getInputProps('visibility')}>
              <Stack gap="xs" mt="xs">
                <Radio value="PUBLIC" label={t('public')} description={t('public.about')} disabled={!mayShow} />
                <Radio value="PRIVATE" label={t('private')} description={t('private.about')} disabled={fixed} />
              </Stack>
            </Radio.Group>
          </Stack>
        </Paper>
        {fixed ? null : contact ? (
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        ) : (
          <Group>
            <Button type="submit" loading={saving}>
              {t('create')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
