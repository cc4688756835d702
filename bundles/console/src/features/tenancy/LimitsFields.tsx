import { Checkbox, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FEATURES, type Limits } from './limits';
import { PROFILES } from './usePortalSave';

interface LimitsFieldsProps {
  /** The form's own. */
  input: (name: keyof Limits, options?: { type: 'checkbox' }) => object;
  /** A portal's own administrators change the features and the storage alone. */
  root: boolean;
}

/** What root lets a portal do. */
export function LimitsFields({ input, root }: LimitsFieldsProps) {
  const { t } = useTranslation('tenancy');
  return (
    <Stack gap="lg">
      <Switch
        label={t('portal.web')}
        description={t('portal.web.help')}
        disabled={!root}
        {...input('webInterface', { type: 'checkbox' })}
      />
      <TextInput
        type="date"
        label={t('portal.expires')}
        description={t('portal.expires.help')}
        disabled={!root}
        maw={260}
        {...input('expires')}
      />
      <NumberInput
        label={t('portal.limit')}
        description={t('portal.limit.help')}
        placeholder={t('portal.limit.none')}
        disabled={!root}
        min={1}
        max={100000}
        allowDecimal={false}
        maw={260}
        {...input('participantLimit')}
      />
      <NumberInput
        label={t('portal.storage')}
        description={t('portal.storage.help')}
        placeholder={t('portal.storage.usual')}
        min={0}
        max={100_000_000}
        allowDecimal={false}
        maw={260}
        {...input('storageMegabytes')}
      />
      <Checkbox.Group label={t('portal.profiles')} description={t('portal.profiles.help')} {...input('profiles')}>
        <Stack gap="xs" mt="xs">
          {PROFILES.map((profile) => (
            <Checkbox key={profile} value={profile} label={t(`profile.${profile}`)} disabled={!root} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group label={t('portal.features')} description={t('portal.features.help')} {...input('features')}>
        <Stack gap="xs" mt="xs">
          {FEATURES.map((feature) => (
            <Checkbox key={feature} value={feature} label={t(`feature.${feature}`)} description={t(`feature.${feature}.help`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
