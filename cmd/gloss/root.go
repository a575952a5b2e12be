package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newRoot returns the whole command line. Nothing is opened or decoded before
// a command runs.
func newRoot(std streams) *cobra.Command {
	var flags readFlags
	root := &cobra.Command{
		Use:   "gloss [FILE|URL|-]",
		Short: "Read the news with its margin filled in",
		Long: `Gloss reads an article in the terminal and fills in its margin: who is in the
story, who said what, who belongs to which coalition. It keeps what was read, with
highlights and notes, and works offline.

FILE is plain text, Markdown, a web page (HTML), an EPUB, a PDF, a feed (RSS, Atom
or JSON) or a mail; its content tells which. URL is the address of one, http or
https. "-" is standard input. Without any, the shelf is opened: the articles that
are kept, the feeds, and on a new one the article that comes with the program.

Where standard output is no terminal, the article is printed as plain text, and
the shelf as "gloss library" lists it.`,
		Example: `  gloss                           open the shelf
  gloss article.md                read an article
  gloss https://example.org/feed  read a page or a feed of the web
  gloss article.md | less         print it as plain text
  gloss library search harvest    search in all that is kept
  gloss annotate article.md       list who is in it, and who said what`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("one article at a time can be read, but %d were given", len(args))
			}
			return nil
		},
		Version:       version(),
		SilenceErrors: true, // report tells of them
		SilenceUsage:  true,
		RunE: func(_ *cobra.Command, args []string) error {
			return flags.read(std, args)
		},
	}
	root.SetVersionTemplate("{{.Version}}\n")
	flags.register(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	root.AddCommand(newAnnotate(std), newLibrary(std), newNotes(std), newFeeds(std), newVersion(std), newCompletion(std))
	return root
}

// noArguments is for commands that take flags only.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("unexpected argument %q", args[0])
	}
	return nil
}

// newCompletion prints what makes a shell complete the command line. Cobra
// would add such a command itself, but with exit codes of its own.
func newCompletion(std streams) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print a completion script for a shell",
		Long: `Completion prints a script that makes a shell complete the command line of gloss.

  bash        source <(gloss completion bash)
  zsh         gloss completion zsh > "${fpath[1]}/_gloss"
  fish        gloss completion fish > ~/.config/fish/completions/gloss.fish
  powershell  gloss completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("one shell is to be given: bash, zsh, fish or powershell")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(std.out, true)
			case "zsh":
				return root.GenZshCompletion(std.out)
			case "fish":
				return root.GenFishCompletion(std.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(std.out)
			}
			return usagef("no completion for %q: bash, zsh, fish and powershell are known", args[0])
		},
	}
}

// choices completes a flag that takes one of some words.
func choices(cmd *cobra.Command, flag string, words ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(fmt.Sprintf("complete --%s: %v", flag, err)) // the flag is not defined
	}
}
