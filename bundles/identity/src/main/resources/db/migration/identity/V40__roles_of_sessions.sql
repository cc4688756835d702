-- Which roles a session has: those of its beginning. Who is promoted has the new ones from the next sign-in on.
ALTER TABLE PERSON_SESSION ADD COLUMN ROLES VARCHAR(4000);
