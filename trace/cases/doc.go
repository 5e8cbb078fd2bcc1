// Package cases tells, within one story, which claims and statements of its articles are the same
// proposition, where each comes from, what was lost on the way, which figures and explanations
// stand against each other. It is pure.
package cases
