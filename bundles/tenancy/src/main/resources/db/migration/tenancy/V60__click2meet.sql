-- Personal links are a feature of every portal until it is switched off; each person's own is off until they switch it on.
UPDATE PORTAL SET FEATURES = TRIM('CLICK2MEET ' || FEATURES);
