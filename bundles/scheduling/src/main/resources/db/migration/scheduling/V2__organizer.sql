-- The address by which calendars know the organizer, for when there is no such person any more.
ALTER TABLE PLAN ADD COLUMN ORGANIZER_EMAIL VARCHAR(254);
