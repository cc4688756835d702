-- The events after the first of a row, as bytes of UTF-8, which a database writes faster than text. What rests in MORE stays there.
ALTER TABLE EVENT_UNNUMBERED ADD COLUMN OTHERS ${bytes};
ALTER TABLE EVENT ADD COLUMN OTHERS ${bytes};
