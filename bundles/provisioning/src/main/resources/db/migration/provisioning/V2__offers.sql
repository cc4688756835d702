-- The hash of the token that was told to whoever asked in the local network.
ALTER TABLE DESK_PHONE ADD COLUMN OFFERED VARCHAR(64);
