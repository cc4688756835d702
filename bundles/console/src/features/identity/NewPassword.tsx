import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

// As the server has it, in Passwords.java.
export const SHORTEST_PASSWORD = 8;

export function newPasswordRules(t: TFunction) {
  return {
    password: (value: string) => (value.length < SHORTEST_PASSWORD ? t('password.short', { count: SHORTEST_PASSWORD }) : null),
    again: (value: string, values: { password: string }) => (value === values.password ? null : t('password.differ')),
  };
}

/** A new password and the same once more. */
export function NewPassword<T extends { password: string; again: string }>(props: { form: UseFormReturnType<T>; size?: string }) {
  const { t } = useTranslation('identity');
  const { form, size = 'sm' } = props;
  return (
    <>
      <PasswordInput
        label={t('password.new')}
        description={t('password.rule', { count: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        size={size}
        maxLength={256}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label={t('password.again')}
        autoComplete="new-password"
        size={size}
        maxLength={256}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        key={form.key('again')}
        {...form.getInputProps('again')}
      />
    </>
  );
}
