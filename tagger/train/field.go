package train

import (
	"math"

	"isnad/tagger/internal/seq"
)

type byLabel = [seq.Labels]float64

// field computes, for one line, how probable each label of each token is under given
// scores (forward-backward, Rabiner 1989, with scaling).
type field struct {
	alpha, beta, psi []byLabel
	scale            []float64
	p                []byLabel           // probability of the labels of each token
	moves            [seq.Labels]byLabel // expected number of moves
	logZ             float64
}

// moveWeights are exponentials of the weights of moves, zero where a move is forbidden.
type moveWeights struct {
	moves       [seq.Labels]byLabel
	first, last byLabel
}

// run fills p, moves and logZ for the scores of a line, its labels restricted to
// allowed unless that is nil.
func (f *field) run(scores []byLabel, allow []allowed, w *moveWeights) {
	n := len(scores)
	f.grow(n)
	f.logZ = 0
	for i := range scores {
		top := math.Inf(-1)
		for l, s := range scores[i] {
			if allow == nil || allow[i]&(1<<l) != 0 {
				top = max(top, s)
			}
		}
		f.logZ += top
		for l, s := range scores[i] {
			f.psi[i][l] = 0
			if allow == nil || allow[i]&(1<<l) != 0 {
				f.psi[i][l] = math.Exp(s - top)
			}
		}
	}
	f.forward(n, w)
	f.backward(n, w)
	for i := range n {
		sum := 0.0
		for l := range f.p[i] {
			f.p[i][l] = f.alpha[i][l] * f.beta[i][l]
			sum += f.p[i][l]
		}
		for l := range f.p[i] {
			f.p[i][l] /= sum
		}
	}
	f.count(n, w)
}

func (f *field) grow(n int) {
	for len(f.p) < n {
		f.p = append(f.p, byLabel{})
		f.alpha = append(f.alpha, byLabel{})
		f.beta = append(f.beta, byLabel{})
		f.psi = append(f.psi, byLabel{})
		f.scale = append(f.scale, 0)
	}
}

func (f *field) forward(n int, w *moveWeights) {
	for i := range n {
		sum := 0.0
		for l := range f.alpha[i] {
			x := w.first[l]
			if i > 0 {
				x = 0
				for k, a := range f.alpha[i-1] {
					x += a * w.moves[k][l]
				}
			}
			x *= f.psi[i][l]
			if i == n-1 {
				x *= w.last[l]
			}
			f.alpha[i][l] = x
			sum += x
		}
		f.scale[i] = sum
		f.logZ += math.Log(sum)
		for l := range f.alpha[i] {
			f.alpha[i][l] /= sum
		}
	}
}

func (f *field) backward(n int, w *moveWeights) {
	f.beta[n-1] = byLabel{}
	for l := range f.beta[n-1] {
		f.beta[n-1][l] = 1
	}
	for i := n - 2; i >= 0; i-- {
		var ahead byLabel
		for l := range ahead {
			ahead[l] = f.psi[i+1][l] * f.beta[i+1][l] / f.scale[i+1]
			if i == n-2 {
				ahead[l] *= w.last[l]
			}
		}
		for k := range f.beta[i] {
			x := 0.0
			for l, a := range ahead {
				x += w.moves[k][l] * a
			}
			f.beta[i][k] = x
		}
	}
}

// count sums the expected moves between neighbours.
func (f *field) count(n int, w *moveWeights) {
	f.moves = [seq.Labels]byLabel{}
	for i := 1; i < n; i++ {
		var ahead byLabel
		for l := range ahead {
			ahead[l] = f.psi[i][l] * f.beta[i][l] / f.scale[i]
			if i == n-1 {
				ahead[l] *= w.last[l]
			}
		}
		for k, a := range f.alpha[i-1] {
			if a == 0 {
				continue
			}
			for l, b := range ahead {
				f.moves[k][l] += a * w.moves[k][l] * b
			}
		}
	}
}
