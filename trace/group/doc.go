// Package group tells which articles are copies of each other and which tell one story. It is
// pure: what it must know of articles that were seen before is handed in and given back.
//
// Copies are found in two steps. Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003)
// keeps of every article a fifth or so of the hashes of five words in a row, so that whatever
// two articles share of some length leaves a common hash; articles with common hashes are then
// compared word by word.
//
// Stories are found one article at a time, in the order of publication, by single-pass
// clustering as in topic detection (Allan, Carbonell, Doddington, Yamron, Yang: Topic Detection
// and Tracking Pilot Study, 1998): an article joins the recent story that shares the most of its
// rare words, or begins one.
package group
