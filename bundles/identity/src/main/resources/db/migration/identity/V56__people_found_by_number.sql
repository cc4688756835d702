-- People are found by their internal number, phone and mobile too.
ALTER TABLE PERSON ALTER COLUMN SEARCH_TEXT SET DATA TYPE VARCHAR(1200);
UPDATE PERSON SET SEARCH_TEXT =
    SEARCH_TEXT || ' ' || COALESCE(EXTENSION, '') || ' ' || COALESCE(PHONE, '') || ' ' || COALESCE(MOBILE, '');
