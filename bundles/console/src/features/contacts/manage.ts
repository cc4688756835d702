/** The right to change what everybody sees. */
export const MANAGE = 'MANAGE_CONTACTS';
