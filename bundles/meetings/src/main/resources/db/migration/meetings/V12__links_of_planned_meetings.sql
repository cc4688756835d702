-- The link of a planned meeting leads to one room after the other.
DROP INDEX MEETING_BY_CODE;
CREATE INDEX MEETING_BY_CODE ON MEETING (CODE_HASH);
