-- A row holds all that a unit of work published in a portal: the first event in its columns, the others here.
ALTER TABLE EVENT_UNNUMBERED ADD COLUMN MORE ${text};
