/** Makers of phones, as they write themselves. */
export const MAKER_NAMES = { YEALINK: 'Yealink', SNOM: 'Snom', GRANDSTREAM: 'Grandstream', FANVIL: 'Fanvil' } as const;
