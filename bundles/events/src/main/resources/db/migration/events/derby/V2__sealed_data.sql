-- Sealed values are longer than what they hold.
ALTER TABLE EVENT ALTER COLUMN DATA SET DATA TYPE VARCHAR(32000);
