package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash: source <(isnad completion bash); zsh: isnad completion zsh > a directory of $fpath, as _isnad; fish: isnad completion fish | source."`
}

// Run prints the script, made from the commands and flags there are.
func (s *completionCommand) Run(c *console, k *kong.Kong) error {
	commands := completions(k)
	var b strings.Builder
	switch s.Shell {
	case "bash":
		bash(&b, commands)
	case "zsh":
		zsh(&b, commands)
	case "fish":
		fish(&b, commands)
	}
	_, err := io.WriteString(c.out, b.String())
	return err
}

// completable is a command with what can follow it.
type completable struct {
	name, help string
	flags      []*kong.Flag
	words      []string // fixed arguments
}

func completions(k *kong.Kong) []completable {
	var all []completable
	var names []string
	for _, n := range k.Model.Children {
		c := completable{name: n.Name, help: firstSentence(n.Help), flags: append(n.Flags, k.Model.Flags...)}
		for _, p := range n.Positional {
			if p.Enum != "" {
				c.words = strings.Split(p.Enum, ",")
			}
		}
		all, names = append(all, c), append(names, n.Name)
	}
	for i := range all {
		if all[i].name == "help" {
			all[i].words = names
		}
	}
	return all
}

func firstSentence(s string) string {
	if i := strings.IndexAny(s, ".:;,"); i > 0 {
		s = s[:i]
	}
	return strings.NewReplacer("'", "", "[", "(", "]", ")").Replace(s)
}

func values(f *kong.Flag) []string {
	if f.Enum == "" {
		return nil
	}
	return strings.Split(f.Enum, ",")
}

func bash(b *strings.Builder, commands []completable) {
	b.WriteString("# bash completion for isnad\n_isnad() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n\tCOMPREPLY=()\n")
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	fmt.Fprintf(b, "\tif ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return; fi\n", strings.Join(names, " "))
	b.WriteString("\tcase ${COMP_WORDS[1]} in\n")
	for _, c := range commands {
		fmt.Fprintf(b, "\t%s)\n\t\tcase $prev in\n", c.name)
		var flags []string
		for _, f := range c.flags {
			flags = append(flags, "--"+f.Name)
			if v := values(f); v != nil {
				fmt.Fprintf(b, "\t\t%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", spelled(f, "|"), strings.Join(v, " "))
			}
		}
		b.WriteString("\t\tesac\n")
		fmt.Fprintf(b, "\t\tif [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '%s' -- \"$cur\"))\n", strings.Join(flags, " "))
		if c.words != nil {
			fmt.Fprintf(b, "\t\telse COMPREPLY=($(compgen -W '%s' -- \"$cur\"))\n", strings.Join(c.words, " "))
		} else {
			b.WriteString("\t\telse COMPREPLY=($(compgen -f -- \"$cur\"))\n")
		}
		b.WriteString("\t\tfi ;;\n")
	}
	b.WriteString("\tesac\n}\ncomplete -o filenames -F _isnad isnad\n")
}

func spelled(f *kong.Flag, between string) string {
	if f.Short == 0 {
		return "--" + f.Name
	}
	return "--" + f.Name + between + "-" + string(f.Short)
}

func zsh(b *strings.Builder, commands []completable) {
	b.WriteString("#compdef isnad\nlocal -a commands=(\n")
	for _, c := range commands {
		fmt.Fprintf(b, "\t'%s:%s'\n", c.name, c.help)
	}
	b.WriteString(")\nif ((CURRENT == 2)); then _describe command commands; return; fi\ncase $words[2] in\n")
	for _, c := range commands {
		fmt.Fprintf(b, "%s)\n\tshift words; ((CURRENT--))\n\t_arguments", c.name)
		for _, f := range c.flags {
			fmt.Fprintf(b, " \\\n\t\t'--%s[%s]%s'", f.Name, firstSentence(f.Help), zshValue(f))
		}
		if c.words != nil {
			fmt.Fprintf(b, " \\\n\t\t'1:argument:(%s)' ;;\n", strings.Join(c.words, " "))
		} else {
			b.WriteString(" \\\n\t\t'*:file:_files' ;;\n")
		}
	}
	b.WriteString("esac\n")
}

func zshValue(f *kong.Flag) string {
	switch v := values(f); {
	case f.IsBool():
		return ""
	case v != nil:
		return ":" + f.Name + ":(" + strings.Join(v, " ") + ")"
	case f.Name == "output":
		return ":file:_files"
	}
	return ":" + f.Name + ":"
}

func fish(b *strings.Builder, commands []completable) {
	b.WriteString("# fish completion for isnad\n")
	for _, c := range commands {
		fmt.Fprintf(b, "complete -c isnad -n __fish_use_subcommand -f -a %s -d '%s'\n", c.name, c.help)
		on := "'__fish_seen_subcommand_from " + c.name + "'"
		for _, f := range c.flags {
			fmt.Fprintf(b, "complete -c isnad -n %s -l %s -d '%s'", on, f.Name, firstSentence(f.Help))
			if f.Short != 0 {
				fmt.Fprintf(b, " -s %c", f.Short)
			}
			if v := values(f); v != nil {
				fmt.Fprintf(b, " -x -a '%s'", strings.Join(v, " "))
			} else if !f.IsBool() {
				b.WriteString(" -r")
			}
			b.WriteString("\n")
		}
		if c.words != nil {
			fmt.Fprintf(b, "complete -c isnad -n %s -f -a '%s'\n", on, strings.Join(c.words, " "))
		}
	}
}
