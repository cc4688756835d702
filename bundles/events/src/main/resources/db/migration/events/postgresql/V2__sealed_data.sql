-- Sealed values are longer than what they hold.
ALTER TABLE EVENT ALTER COLUMN DATA TYPE VARCHAR(32000);
