package train

import (
	"math"
	"math/rand/v2"

	"isnad/tagger/internal/seq"
)

// Settings of learning.
type Settings struct {
	Epochs      int
	Decay       float64 // of L2 regularization, for all lines together
	Rate        float64 // of the first steps
	Least       int     // features of fewer tokens are left out
	Vary        int     // how many times each sentence is shown with other names too
	VaryWritten int     // the same for the sentences written for Isnad
	Blind       float64 // share of the tokens whose letters are hidden in a step, so that the context is learnt too
	Drop        float64 // share of the other features that are left out in a step, so that none is leant on alone
}

// Usual are the settings that cross-validation chose.
var Usual = Settings{Epochs: 15, Decay: 3, Rate: 0.3, Least: 1, Vary: 1, VaryWritten: 5, Blind: 0.1, Drop: 0.15}

// learnt is how far off the probability of a label may be for its token to count as learnt.
const learnt = 1e-3

// row is the weights of one feature, a line of the processor's memory: what learning waits for is
// memory.
type row [16]float32

// learner fits the weights by stochastic gradient descent (Bottou 2010): the weights
// are scale times what rows hold, so that decay is one multiplication.
type learner struct {
	Settings
	index map[seq.Key]int32
	rows  []row
	moves [seq.Labels]byLabel
	ends  [2]byLabel // first, last
	scale float64

	sum averages

	free, bound field
	scores      []byLabel
	shown       [][]int32 // the features of this step
	kept        []int32   // room for them
	random      *rand.Rand
	weights     moveWeights
}

// task is an example as numbers.
type task struct {
	features [][]int32
	spelt    []int // how many of each token's features know its letters
	allowed  []allowed
}

// learn fits a model to the examples. The same examples give the same model.
func learn(of []example, r *seq.Resources, s Settings) seq.Trained {
	l := &learner{Settings: s, scale: 1}
	tasks := l.number(of, r)
	l.rows = make([]row, len(l.index))
	l.random = rand.New(rand.NewPCG(1, 2))
	order := make([]int, len(tasks))
	for i := range order {
		order[i] = i
	}
	lambda := s.Decay / float64(len(tasks))
	t := 1 / (lambda * s.Rate)
	for epoch := range s.Epochs {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			rate := 1 / (lambda * t)
			l.scale *= 1 - rate*lambda
			l.step(&tasks[i], rate/l.scale)
			t++
		}
		l.rescale()
		if 2*epoch >= s.Epochs {
			l.sum.add(l)
		}
	}
	return l.trained()
}

// number gives numbers to the features of the examples.
func (l *learner) number(of []example, r *seq.Resources) []task {
	keys := make([][]seq.Seen, len(of))
	count := map[seq.Key]int{}
	for i := range of {
		keys[i] = r.Features(of[i].toks)
		for _, token := range keys[i] {
			for _, k := range token.Keys {
				count[k]++
			}
		}
	}
	l.index = make(map[seq.Key]int32, len(count))
	tasks := make([]task, len(of))
	for i := range of {
		tasks[i] = task{make([][]int32, len(keys[i])), make([]int, len(keys[i])), of[i].allowed}
		for j, token := range keys[i] {
			for p, k := range token.Keys {
				if count[k] < l.Least {
					continue
				}
				n, ok := l.index[k]
				if !ok {
					n = int32(len(l.index))
					l.index[k] = n
				}
				tasks[i].features[j] = append(tasks[i].features[j], n)
				if p < token.Spelt {
					tasks[i].spelt[j]++
				}
			}
		}
		keys[i] = nil
	}
	return tasks
}

// step moves the weights along the gradient of one line's log likelihood: the labels
// that are allowed become more probable.
func (l *learner) step(t *task, rate float64) {
	if len(t.features) == 0 {
		return
	}
	l.scores, l.shown, l.kept = l.scores[:0], l.shown[:0], l.kept[:0]
	scale := l.scale / (1 - l.Drop)
	for i, token := range t.features {
		if l.random.Float64() < l.Blind {
			token = token[t.spelt[i]:]
		}
		token = l.drop(token)
		l.shown = append(l.shown, token)
		var sum row
		for _, n := range token {
			sum.add(&l.rows[n])
		}
		var s byLabel
		for k := range s {
			s[k] = float64(sum[k]) * scale
		}
		l.scores = append(l.scores, s)
	}
	l.exponentials()
	l.free.run(l.scores, nil, &l.weights)
	l.bound.run(l.scores, t.allowed, &l.weights)
	for i, token := range l.shown {
		var g row
		learns := false
		for k := range l.bound.p[i] {
			miss := l.bound.p[i][k] - l.free.p[i][k]
			learns = learns || math.Abs(miss) > learnt
			g[k] = float32(rate * miss)
		}
		if !learns {
			continue
		}
		for _, n := range token {
			l.rows[n].add(&g)
		}
	}
	last := len(t.features) - 1
	for k := range l.moves {
		l.ends[0][k] += rate * (l.bound.p[0][k] - l.free.p[0][k])
		l.ends[1][k] += rate * (l.bound.p[last][k] - l.free.p[last][k])
		for j := range l.moves[k] {
			l.moves[k][j] += rate * (l.bound.moves[k][j] - l.free.moves[k][j])
		}
	}
}

func (r *row) add(x *row) {
	for k := range seq.Labels {
		r[k] += x[k]
	}
}

// drop leaves features out by chance (feature noising, Wang et al. 2013). What it gives holds
// until the next step.
func (l *learner) drop(features []int32) []int32 {
	if l.Drop == 0 {
		return features
	}
	least, from := uint32(l.Drop*(1<<16)), len(l.kept)
	var bits uint64
	for i, n := range features {
		if i%4 == 0 {
			bits = l.random.Uint64()
		}
		if uint32(bits&0xFFFF) >= least {
			l.kept = append(l.kept, n)
		}
		bits >>= 16
	}
	return l.kept[from:]
}

func (l *learner) exponentials() {
	for k := range l.moves {
		l.weights.first[k], l.weights.last[k] = 0, math.Exp(l.ends[1][k]*l.scale)
		if seq.Label(k).Follows(seq.Outside) {
			l.weights.first[k] = math.Exp(l.ends[0][k] * l.scale)
		}
		for j := range l.moves[k] {
			l.weights.moves[k][j] = 0
			if seq.Label(j).Follows(seq.Label(k)) {
				l.weights.moves[k][j] = math.Exp(l.moves[k][j] * l.scale)
			}
		}
	}
}

// rescale multiplies the scale into the weights, before it becomes too small.
func (l *learner) rescale() {
	times := func(b *byLabel) {
		for k := range b {
			b[k] *= l.scale
		}
	}
	for i := range l.rows {
		for k := range l.rows[i] {
			l.rows[i][k] *= float32(l.scale)
		}
	}
	for k := range l.moves {
		times(&l.moves[k])
	}
	times(&l.ends[0])
	times(&l.ends[1])
	l.scale = 1
}

// averages sum up the weights at the ends of the second half of the epochs: their means do
// better than what the last steps happen to leave (Polyak and Juditsky 1992).
type averages struct {
	rows  []row
	moves [seq.Labels]byLabel
	ends  [2]byLabel
	times float64
}

// add adds the weights of a learner that was rescaled.
func (a *averages) add(l *learner) {
	if a.rows == nil {
		a.rows = make([]row, len(l.rows))
	}
	for i := range l.rows {
		a.rows[i].add(&l.rows[i])
	}
	for k := range l.moves {
		for j, x := range l.moves[k] {
			a.moves[k][j] += x
		}
		a.ends[0][k] += l.ends[0][k]
		a.ends[1][k] += l.ends[1][k]
	}
	a.times++
}

func (a *averages) mean(sum byLabel) byLabel {
	for k := range sum {
		sum[k] /= a.times
	}
	return sum
}

func (l *learner) trained() seq.Trained {
	a := &l.sum
	t := seq.Trained{Weights: make(map[seq.Key]byLabel, len(l.index)), First: a.mean(a.ends[0]), Last: a.mean(a.ends[1])}
	for k := range a.moves {
		t.Moves[k] = a.mean(a.moves[k])
	}
	for k, n := range l.index {
		var sum byLabel
		for label := range sum {
			sum[label] = float64(a.rows[n][label])
		}
		t.Weights[k] = a.mean(sum)
	}
	for k := range t.First {
		if !seq.Label(k).Follows(seq.Outside) {
			t.First[k] = -1000
		}
	}
	return t
}
