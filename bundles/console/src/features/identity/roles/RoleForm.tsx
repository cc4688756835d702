import { Button, Checkbox, Group, Paper, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import type { AnyRight, Role } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { useGrants, useRoleName, useRoles } from '../useRoles';
import { GROUPS, grouped, PORTAL_WIDE } from './rights';

interface RoleValues extends Record<string, unknown> {
  title: string;
  everywhere: boolean;
  rights: AnyRight[];
}

interface RoleFormProps {
  portal: string;
  role?: Role;
  done: () => void;
}

/** A role of the portal's own: what it is called, where it is held and what it allows. */
export function RoleForm({ portal, role, done }: RoleFormProps) {
  const { t } = useTranslation('roles');
  const queries = useQueryClient();
  const saved = useRef(false);
  const { form, problem, saving, formRef, submit } = useServerForm<RoleValues>({
    mode: 'controlled',
    initialValues: { title: role?.title ?? '', everywhere: role?.everywhere ?? false, rights: role?.rights ?? [] },
    validate: {
      title: (value) => (value.trim() === '' ? t('title.missing') : null),
      rights: (value) => (value.length === 0 ? t('rights.missing') : null),
    },
  });
  const values = form.getValues();

  const save = submit(async (wanted) => {
    const body = { ...wanted, title: wanted.title.trim() };
    if (role) {
      await client.PUT('/portals/{portal}/roles/{id}', {
        params: { path: { portal, id: role.name }, header: ifMatch(role.version) },
        body,
      });
    } else {
      await client.POST('/portals/{portal}/roles', { params: { path: { portal } }, body });
    }
    saved.current = true;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/roles') });
    notifications.show({ message: t('saved') });
    done();
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <LeaveGuard when={() => form.isDirty() && !saved.current} />
      <Stack maw={720}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('role.title')} maxLength={64} autoFocus={!role} {...form.getInputProps('title')} />
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('held')}
              </Text>
              <SegmentedControl
                aria-label={t('held')}
                disabled={role !== undefined}
                value={values.everywhere ? 'everywhere' : 'departments'}
                onChange={(value) => {
                  form.setFieldValue('everywhere', value === 'everywhere');
                  form.setFieldValue('rights', holdable(values.rights, value === 'everywhere'));
                }}
                data={[
                  { value: 'departments', label: t('held.departments') },
                  { value: 'everywhere', label: t('held.everywhere') },
                ]}
              />
              <Text size="xs" c="dimmed" mt={4}>
                {role ? t('held.fixed') : t(values.everywhere ? 'held.everywhere.about' : 'held.departments.about')}
              </Text>
            </div>
            {role ? null : <StartFrom portal={portal} take={(rights) => form.setFieldValue('rights', holdable(rights, values.everywhere))} />}
          </Stack>
        </Paper>
        <RightsField
          portal={portal}
          everywhere={values.everywhere}
          value={values.rights}
          onChange={(rights) => form.setFieldValue('rights', rights)}
          error={form.errors.rights as string | undefined}
        />
        {role ? (
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

function StartFrom({ portal, take }: { portal: string; take: (rights: AnyRight[]) => void }) {
  const { t } = useTranslation('roles');
  const roles = useRoles(portal);
  const roleName = useRoleName(portal);
  const { grants } = useGrants(portal);
  const givable = new Set(grants.rights);
  return (
    <Select
      label={t('start')}
      description={t('start.help')}
      placeholder={t('start.nothing')}
      data={roles.map(({ name }) => ({ value: name, label: roleName(name) }))}
      clearable
      clearButtonProps={{ 'aria-label': t('start.clear') }}
      onChange={(name) => take((roles.find((role) => role.name === name)?.rights ?? []).filter((right) => givable.has(right)))}
    />
  );
}

/** What is of the whole portal is in no role of departments. */
function holdable(rights: AnyRight[], everywhere: boolean): AnyRight[] {
  return everywhere ? rights : rights.filter((right) => !PORTAL_WIDE.includes(right));
}

interface RightsFieldProps {
  portal: string;
  everywhere: boolean;
  value: AnyRight[];
  onChange: (value: AnyRight[]) => void;
  error: string | undefined;
}

function RightsField({ portal, everywhere, value, onChange, error }: RightsFieldProps) {
  const { t } = useTranslation('roles');
  const { grants, known } = useGrants(portal);
  const givable = new Set(grants.rights);
  // What only root may do is in no role of a portal.
  const all = GROUPS.filter(({ name }) => name !== 'server').flatMap(({ rights }) => rights);
  const locked = known && all.some((right) => !givable.has(right));
  return (
    <>
      {error ? (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      ) : null}
      {locked ? (
        <Text size="sm" c="dimmed">
          {t('rights.locked')}
        </Text>
      ) : null}
      {grouped([...all, ...grants.rights]).map((group) => (
        <Paper key={group.name} p="lg">
          <Checkbox.Group
            value={value}
            onChange={(chosen) => onChange(chosen as AnyRight[])}
            label={
              <Title order={2} size="h4" mb="xs">
                {t(`group.${group.name}`)}
              </Title>
            }
          >
            <Stack gap="sm">
              {!everywhere && group.name === 'portal' ? (
                <Text size="sm" c="dimmed">
                  {t('rights.portalWide')}
                </Text>
              ) : null}
              {group.rights.map((right) => (
                <Checkbox
                  key={right}
                  value={right}
                  disabled={!givable.has(right) || (!everywhere && PORTAL_WIDE.includes(right))}
                  label={t(`right.${right}`, { defaultValue: right })}
                  description={t(`right.${right}.about`, { defaultValue: '' })}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </Paper>
      ))}
    </>
  );
}
