-- The databases beside this were made by SQLite's own shell (3.40 and later), one for
-- each page size and encoding:
--   for p in "512 UTF-8" "4096 UTF-16le" "65536 UTF-16be"; do set -- $p
--     { echo "pragma page_size=$1; pragma encoding='$2';"; cat made.sql; } | sqlite3 $1.db; gzip -9n $1.db; done
-- in autovacuum's default (none), so that what is dropped is left as free pages.
CREATE TABLE gone(a INTEGER, b TEXT);
INSERT INTO gone WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<400) SELECT i, 'stale ' || i FROM n;
CREATE TABLE "Odd (name)"(row_id INTEGER PRIMARY KEY AUTOINCREMENT, notes TEXT /* a, note */, n INT, r REAL NOT NULL DEFAULT (1.5),
  -- a column that takes no place
  twice INTEGER AS (n * 2), [kept, too] INTEGER AS (n + 1) STORED, `last` TEXT, CONSTRAINT u UNIQUE (n, r), CHECK (n < 1000000));
CREATE TABLE keyed(a TEXT, id INTEGER, PRIMARY KEY(id));
CREATE TABLE bare(k TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID;
CREATE TABLE values_of(i INTEGER, v);
CREATE INDEX odd_n ON "Odd (name)"(n);
INSERT INTO "Odd (name)"(notes, n, r, last)
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300)
  SELECT CASE WHEN i % 100 = 0 THEN replace(hex(zeroblob(35000)), '00', 'x') WHEN i % 7 = 0 THEN replace(hex(zeroblob(300)), '00', 'é') ELSE 'short' END,
    i, CASE WHEN i % 2 THEN i / 2.0 ELSE i END, 'end ' || i FROM n;
INSERT INTO keyed VALUES ('one', 11), ('two', 5000000000);
INSERT INTO bare VALUES ('x', 1);
INSERT INTO values_of VALUES (0, NULL), (1, 0), (2, 1), (3, -1), (4, 127), (5, -32768), (6, 8388607), (7, -2147483648), (8, 140737488355327),
  (9, -9223372036854775808), (10, 2.5), (11, 'text'), (12, x'00ff'), (13, ''), (14, 3.0);
ALTER TABLE values_of ADD COLUMN later INTEGER;
INSERT INTO values_of VALUES (15, 'new', 7);
DELETE FROM "Odd (name)" WHERE n > 290;
DROP TABLE gone;
