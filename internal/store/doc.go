// Package store keeps articles and what was read in them: the archive. It is one
// set of SQL over two engines, SQLite in a file of its own and PostgreSQL, whose
// differences are in sqlite.go and postgres.go and nowhere else.
//
// # What is kept
//
// An article has an ID that follows from its address, or from its outlet and the id
// that its source gave it, or from its text; so the same article has the same ID in
// every archive. It has a Number, too, counted up in the order of arrival, by which
// other tables refer to it and by which it can be walked through without missing
// what is added meanwhile. A text that changes becomes a new version of its article;
// all versions stay. The bytes that an article was read from are kept as a Document,
// and the latest reading of its latest version as an analysis.
//
// Texts, documents and analyses are compressed with zstd. Analyses are in a binary
// form of their own (codec.go), which is read back some twenty times as fast as JSON.
//
// # Reading and writing
//
// Methods of Archive read, on any goroutine, and see what was committed when they
// began. What walks over many articles does so page by page and keeps no transaction
// open. Writing is done by Archive.Update, in one transaction, which is all or
// nothing, also when the process is killed; Tx has what can be written. Heavy work
// (compressing, hashing) is done before, outside the transaction: NewDraft, NewReading.
//
// A query of another part of the program may stand in a file of its own here, on
// View or Tx, with $1, $2 for its arguments, which both engines number alike.
//
// # Migrations
//
// migrations/NNNN_name.sql are run in the order of their numbers when an archive is
// opened; a number once released is never changed. 0001–0019 articles and their
// analyses, 0020–0029 feeds, 0030–0039 search, 0040–0049 tracing, 0050–0059 people and
// what they decide. A statement that only one engine has stands in a file of the same
// number under migrations/sqlite or migrations/postgres. In the shared files INTEGER
// PRIMARY KEY (SQLite's row number) becomes BIGINT PRIMARY KEY in PostgreSQL, and
// BLOB becomes BYTEA.
package store
