import { ActionIcon, Button, CopyButton, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A link to hand on: shown whole, copied with one press. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('ui');
  return (
    <TextInput
      label={label}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('copied') : t('copy')}>
              <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={copied ? t('copied') : t('copy')}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      }
    />
  );
}

export function CopyLinkButton({ value, label, size = 'sm' }: { value: string; label: string; size?: string }) {
  const { t } = useTranslation('ui');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size={size}
          onClick={(event) => {
            event.stopPropagation();
            copy();
          }}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
