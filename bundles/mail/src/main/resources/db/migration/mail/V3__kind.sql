-- Which template a mail was written from.
ALTER TABLE MAIL ADD COLUMN KIND VARCHAR(100);
