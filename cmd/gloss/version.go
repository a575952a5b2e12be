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

// version tells in one line the version of the program and what it was built
// with.
func version() string {
	return fmt.Sprintf("gloss %s, %s %s/%s", number(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// number returns the version of the program, which the go command takes from
// the tag or commit that it is built from.
func number() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
