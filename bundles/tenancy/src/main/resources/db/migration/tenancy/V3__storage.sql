-- What each of a portal's people may store for whom nothing else is chosen.
ALTER TABLE PORTAL ADD COLUMN STORAGE_MEGABYTES INTEGER;
