-- The mail with which a message goes that is to be deleted once that was sent.
ALTER TABLE VOICE_MESSAGE ADD COLUMN MAIL VARCHAR(36);
CREATE INDEX VOICE_MESSAGE_BY_MAIL ON VOICE_MESSAGE (PORTAL, MAIL);
