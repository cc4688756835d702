import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The address behind a contact, if it is nothing but one: mail, telephone or web. */
export function contactHref(contact: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(contact)) {
    return contact;
  }
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) {
    return `mailto:${contact}`;
  }
  return /^\+?[\d\s()/-]{5,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : undefined;
}

/** Whom to ask for help in this portal. */
export function SupportContact({ contact }: { contact: string }) {
  const { t } = useTranslation('ui');
  const href = contactHref(contact);
  return (
    <Text size="sm" c="dimmed" mt="lg" style={{ overflowWrap: 'anywhere' }}>
      {t('support')} {href ? <Anchor href={href}>{contact}</Anchor> : contact}
    </Text>
  );
}
