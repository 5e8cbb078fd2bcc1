package trace

import "isnad"

// Copies finds the articles that share their text.
func (t *Tracer) Copies(docs []*Document) []isnad.Copies { return nil }
