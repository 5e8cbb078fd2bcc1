package main

import (
	"fmt"
	"os"
	"slices"

	"isnad"
	"isnad/extract"
	salience "isnad/extract/train"
	"isnad/internal/eval"
	"isnad/tagger"
	"isnad/tagger/train"
)

// trainCmd learns the models of the program anew.
type trainCmd struct {
	Tagger trainTaggerCommand `cmd:"" help:"Learn the model that finds names, or measure how well it is learnt."`
	Events trainEventsCommand `cmd:"" help:"Learn the model that tells which triggers count as events, or measure it."`
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

type trainEventsCommand struct {
	Gold     []string `arg:"" type:"existingfile" help:"Judged articles, one a line, in the shape that isnad eval reads."`
	Without  []string `placeholder:"ID" help:"Articles to leave out, by their ids."`
	Out      string   `default:"extract/data/salience.model" help:"File to write."`
	Validate bool     `help:"Measure by ten-fold cross-validation over the articles; write nothing."`
}

func (t *trainEventsCommand) Run(c *console) error {
	r, err := extract.New()
	if err != nil {
		return err
	}
	var gold []*isnad.Analysis
	for _, name := range t.Gold {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		read, err := eval.ReadGold(f)
		f.Close()
		if err != nil {
			fmt.Fprintf(c.err, "isnad: %s: %v\n", name, err)
			return errBadInput
		}
		gold = append(gold, slices.DeleteFunc(read, func(a *isnad.Analysis) bool { return slices.Contains(t.Without, a.Article.ID) })...)
	}
	articles := salience.Articles(r, gold)
	if t.Validate {
		return salience.Validate(c.out, articles, salience.Usual)
	}
	return salience.WriteFile(articles, t.Gold, t.Out, salience.Usual)
}
