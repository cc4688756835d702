-- What a mail says to calendars.
ALTER TABLE MAIL ADD COLUMN SEALED_CALENDAR ${text};
