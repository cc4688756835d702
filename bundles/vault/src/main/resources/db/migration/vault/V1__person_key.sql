-- ID is portal/person. SEALED is the person's key under the server's key; it is empty once the person is erased, and then stays so.
CREATE TABLE PERSON_KEY (
    ID VARCHAR(80) NOT NULL PRIMARY KEY,
    PORTAL VARCHAR(36) NOT NULL,
    SEALED VARCHAR(200)
);
CREATE INDEX PERSON_KEY_OF_PORTAL ON PERSON_KEY (PORTAL);
