package main

import (
	"fmt"
	"os"

	"isnad/tagger"
	"isnad/tagger/train"
)

// trainCmd learns the models of the program anew.
type trainCmd struct {
	Tagger trainTaggerCommand `cmd:"" help:"Learn the model that finds names, or measure how well it is learnt."`
}

type trainTaggerCommand struct {
	Data     string `arg:"" type:"existingdir" help:"Directory of the corpora: ner/ and names/."`
	Out      string `default:"tagger/data/names.model" help:"File to write."`
	Validate bool   `help:"Measure by cross-validation and on text kept apart; write nothing."`
	Errors   int    `help:"With --validate, print so many errors of each measurement."`
}

func (t *trainTaggerCommand) Run(c *console) error {
	corpora, err := train.Read(t.Data)
	if err != nil {
		fmt.Fprintf(c.err, "isnad: %v\n", err)
		return errBadInput
	}
	if !t.Validate {
		return train.WriteFile(corpora, t.Out, train.Usual)
	}
	if err := corpora.Validate(c.out, train.Usual, t.Errors); err != nil {
		return fmt.Errorf("measure names: %w", err)
	}
	path := t.Data + "/ner/caraner.csv"
	if _, err := os.Stat(path); err != nil {
		return nil // it is not open, and not everybody has it
	}
	m, err := tagger.Load()
	if err != nil {
		return fmt.Errorf("measure names: %w", err)
	}
	return train.MeasureCAraNER(c.out, m, path, t.Errors)
}
