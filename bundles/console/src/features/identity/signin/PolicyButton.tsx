import { Button, Modal, MultiSelect, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client, ifMatch } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { useRoleName, useRoles } from '../useRoles';

/** Opens what signing in takes in this portal. */
export function PolicyButton() {
  const { t } = useTranslation(['signin', 'ui']);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconShieldLock size={18} />} onClick={open}>
        {t('policy.title')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('policy.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        {opened ? <Policy close={close} /> : null}
      </Modal>
    </>
  );
}

function Policy({ close }: { close: () => void }) {
  const { id } = usePortal();
  const policy = api.useQuery('get', '/portals/{portal}/sign-in-policy', { params: { path: { portal: id } } }, { gcTime: 0 });
  if (!policy.data) {
    return policy.error ? <Failed error={policy.error} retry={() => void policy.refetch()} /> : <Loading rows={2} />;
  }
  return <PolicyForm portal={id} policy={policy.data} close={close} />;
}

interface PolicyFormProps {
  portal: string;
  policy: components['schemas']['SignInPolicy'];
  close: () => void;
}

function PolicyForm({ portal, policy, close }: PolicyFormProps) {
  const { t } = useTranslation(['signin', 'ui']);
  const roles = useRoles(portal);
  const roleName = useRoleName(portal);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { secondFactor: policy.secondFactor, roles: policy.roles, longestPassword: policy.longestPassword as number | string },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (values) => {
        await client.PUT('/portals/{portal}/sign-in-policy', {
          params: { path: { portal }, header: ifMatch(policy.version) },
          body: { ...values, longestPassword: Number(values.longestPassword) },
        });
        close();
        notifications.show({ message: t('person.saved') });
      })}
    >
      <Stack>
        <Text c="dimmed">{t('policy.about')}</Text>
        <ProblemNote problem={problem} />
        <Select
          label={t('policy.factor')}
          data={[
            { value: 'optional', label: t('policy.optional') },
            { value: 'roles', label: t('policy.roles') },
            { value: 'everybody', label: t('policy.everybody') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('secondFactor')}
        />
        {form.getValues().secondFactor === 'roles' ? (
          <MultiSelect
            label={t('policy.roles.which')}
            data={roles.map(({ name }) => ({ value: name, label: roleName(name) }))}
            {...form.getInputProps('roles')}
          />
        ) : null}
        <NumberInput
          label={t('policy.longest')}
          description={t('policy.longest.help')}
          min={32}
          max={128}
          clampBehavior="none"
          allowDecimal={false}
          {...form.getInputProps('longestPassword')}
        />
        <Button type="submit" loading={saving}>
          {t('ui:save')}
        </Button>
      </Stack>
    </form>
  );
}
