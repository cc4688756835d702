import { ActionIcon, Group, PasswordInput, type PasswordInputProps, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDice5 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { generatePassword } from './generatePassword';

interface PasswordChoiceProps extends Omit<PasswordInputProps, 'onChange'> {
  onChange: (password: string) => void;
}

/** A password for somebody else, typed or generated. */
export function PasswordChoice({ onChange, disabled, ...props }: PasswordChoiceProps) {
  const { t } = useTranslation(['signin', 'identity']);
  function generate() {
    const made = generatePassword();
    onChange(made);
    void navigator.clipboard?.writeText(made).then(() => notifications.show({ message: t('generate.copied') }));
  }
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <PasswordInput
        flex={1}
        autoComplete="off"
        maxLength={256}
        visibilityToggleButtonProps={{ 'aria-label': t('identity:password.show') }}
        {...props}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Tooltip label={t('generate')}>
        <ActionIcon variant="default" size={36} disabled={disabled} aria-label={t('generate')} onClick={generate}>
          <IconDice5 size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
