// Package ingest fills the archive: it takes articles from sources, keeps them, and
// has them analysed. Each step is a transaction that also queues the next, so that a
// process may be killed at any moment and the next one goes on: nothing is lost, and
// nothing is done twice.
package ingest
