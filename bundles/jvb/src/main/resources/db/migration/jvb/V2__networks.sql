-- At most 50 blocks of at most 43 characters, with commas between them.
ALTER TABLE JVB_SERVER ADD COLUMN NETWORKS VARCHAR(2500) DEFAULT '' NOT NULL;
