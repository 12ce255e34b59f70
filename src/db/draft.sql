-- A draft that fails is thrown away: nothing in it is ever rolled back, and it is synced once, before the rename.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
-- References are looked up on the way of the rows.
PRAGMA foreign_keys = OFF;
-- Pages that are looked up while others are written stay at hand: 24 MiB.
PRAGMA cache_size = -24576;
-- Every value is checked before it is stored; a test holds the finished file against its constraints.
PRAGMA ignore_check_constraints = ON;
BEGIN;
