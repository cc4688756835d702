import { Checkbox, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OWNER } from './personDraft';
import { useGrants, useRoleName } from './useRoles';

interface SystemRolesFieldProps {
  portal: string;
  value: string[];
  onChange: (value: string[]) => void;
  disabled: boolean;
  error?: ReactNode;
}

/** Roles that are held in the whole portal: those that one may give, and those that are held already. */
export function SystemRolesField({ portal, value, onChange, disabled, error }: SystemRolesFieldProps) {
  const { t } = useTranslation('identity');
  const { grants } = useGrants(portal);
  const roleName = useRoleName(portal);
  const givable = new Set(grants.everywhere);
  const shown = [...new Set([...grants.everywhere, ...value])].sort((one, other) => Number(other === OWNER) - Number(one === OWNER));
  if (shown.length === 0) {
    return null;
  }
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('person.everywhere')}
      </Text>
      {shown.map((role) => (
        <Checkbox
          key={role}
          label={role === OWNER ? t('person.owner') : roleName(role)}
          description={[
            role === OWNER ? t('person.owner.is', { role: roleName(role) }) : '',
            t(`role.${role}.about`, { defaultValue: t('role.own.everywhere') }),
          ].join(' ')}
          checked={value.includes(role)}
          disabled={disabled || !givable.has(role)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...value, role] : value.filter((one) => one !== role))}
        />
      ))}
      {error ? (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      ) : null}
    </Stack>
  );
}
