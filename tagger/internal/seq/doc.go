// Package seq is the sequence model of package tagger: labels, features of tokens,
// weights, and the best path through them. Training and decoding share it, so that
// both see the same features.
//
// The model is a linear-chain conditional random field (Lafferty et al. 2001): the
// score of a labelling is the sum of the weights of its features and transitions.
package seq
