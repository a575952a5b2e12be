package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(std.out, version())
			return err
		},
	}
}

// version tells in one line the version of the program, which the go command
// takes from the tag or commit that it is built from, and what it was built
// with.
func version() string {
	number := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		number = info.Main.Version
	}
	return fmt.Sprintf("gloss %s, %s %s/%s", number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
