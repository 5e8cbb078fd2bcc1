// Package actor joins who is named in one article with who is named in others: by identifier, by
// name in its Arabic and Latin spellings, by role and by company, that is, who and what else the
// articles name. Namesakes stay apart where nothing but a common name speaks for them.
//
// Joining is a single pass: a sighting goes to the best of the actors that share a key with it, or
// begins one, so that a new article costs what its own names cost. Nothing is joined later, and the
// identifier of an actor follows from its first sighting: it does not change as articles come.
// The measures are those of entity linking over news (Bagga and Baldwin, Entity-based
// cross-document coreferencing, 1998: company stands for their vectors of context).
package actor
