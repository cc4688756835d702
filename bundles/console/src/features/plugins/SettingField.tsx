import { Button, Group, NumberInput, PasswordInput, Select, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Setting, Values } from './settingsSchema';

interface SettingFieldProps {
  setting: Setting;
  form: UseFormReturnType<Values>;
  /** A secret that has a value on the server. */
  isSet: boolean;
  removed: boolean;
  remove: (removed: boolean) => void;
}

export function SettingField({ setting, form, isSet, removed, remove }: SettingFieldProps) {
  const { t } = useTranslation('plugins');
  const props = {
    label: setting.title,
    description: setting.description || undefined,
    withAsterisk: setting.required && !isSet,
    ...form.getInputProps(setting.name),
  };
  switch (setting.kind) {
    case 'switch':
      return (
        <Switch
          label={setting.title}
          description={setting.description || undefined}
          {...form.getInputProps(setting.name, { type: 'checkbox' })}
        />
      );
    case 'whole':
    case 'number':
      return (
        <NumberInput
          {...props}
          allowDecimal={setting.kind === 'number'}
          {...(setting.minimum === undefined ? {} : { min: setting.minimum })}
          {...(setting.maximum === undefined ? {} : { max: setting.maximum })}
        />
      );
    case 'lines':
      return <Textarea {...props} autosize minRows={3} maxRows={10} maxLength={setting.longest ?? 20000} spellCheck={false} />;
    case 'choice':
      return <Select {...props} data={setting.choices} allowDeselect={!setting.required} />;
    case 'secret':
      return (
        <div>
          <PasswordInput
            {...props}
            autoComplete="new-password"
            disabled={removed}
            placeholder={isSet && !removed ? t('secret.kept') : ''}
            visibilityToggleButtonProps={{ 'aria-label': t('secret.show') }}
            maxLength={setting.longest ?? 4096}
          />
          {isSet && !setting.required ? (
            <Group gap="xs" mt={4}>
              <Text size="xs" c="dimmed">
                {removed ? t('secret.removed') : t('secret.set')}
              </Text>
              <Button size="compact-xs" variant="subtle" onClick={() => remove(!removed)}>
                {removed ? t('secret.keep') : t('secret.remove')}
              </Button>
            </Group>
          ) : null}
        </div>
      );
    default:
      return <TextInput {...props} maxLength={setting.longest ?? 2048} spellCheck={false} />;
  }
}
