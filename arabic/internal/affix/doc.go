// Package affix cuts a written Arabic word into proclitics, host and enclitic. A small
// grammar lists the cuts that spelling allows, and a log-linear model with features of
// the host's frequency and letters chooses among them, out of context.
package affix
