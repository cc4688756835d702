-- Whose account a mail is about or for: with that person it goes.
ALTER TABLE MAIL ADD COLUMN PERSON VARCHAR(36);
CREATE INDEX MAIL_BY_PERSON ON MAIL (PORTAL, PERSON);
