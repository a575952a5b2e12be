package ui

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// browse returns the command that opens an address in the user's browser or
// mail program. No shell is in between, and nothing but web and mail addresses
// is opened.
func (a *app) browse(target string) tea.Cmd {
	address, err := browsable(target)
	if err != nil {
		a.fail(err)
		return nil
	}
	argv := browser(runtime.GOOS, os.Getenv("BROWSER"), address)
	return func() tea.Msg {
		c := exec.Command(argv[0], argv[1:]...)
		if err := c.Start(); err != nil {
			return browsedMsg{address, err}
		}
		go func() { _ = c.Wait() }() // the browser's end is not our concern
		return browsedMsg{address, nil}
	}
}

// browsable returns an address in the form in which it is handed to a program,
// or an error where that may not be done: only http, https and mailto may, and
// none that a program could take for a flag.
func browsable(target string) (string, error) {
	u, err := url.Parse(target)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") || u.Scheme != "mailto" && u.Host == "" {
		return "", fmt.Errorf("not opened: %q is no web or mail address", target)
	}
	return u.String(), nil
}

// browser returns the program and its arguments that open an address: the one
// that BROWSER names, with what follows it there as further arguments, or else
// that of the system. The address is always one argument: where BROWSER has the
// word %s, or else the last.
func browser(system, env, address string) []string {
	switch words := strings.Fields(env); {
	case len(words) > 0:
		if i := slices.Index(words[1:], "%s"); i >= 0 {
			words[i+1] = address
			return words
		}
		return append(words, address)
	case system == "darwin":
		return []string{"open", address}
	case system == "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	return []string{"xdg-open", address}
}

// browsed says whether the browser was started.
func (a *app) browsed(m browsedMsg) {
	if m.err != nil {
		a.fail(fmt.Errorf("open %s: %w", m.target, m.err))
		return
	}
	a.say("opened in the browser: " + m.target)
}

// followLink opens an address that the article names here, or a mail address in
// the mail program.
func (a *app) followLink(target string) tea.Cmd {
	address, err := browsable(target)
	if err != nil {
		a.fail(err)
		return nil
	}
	if a.opener == nil || strings.HasPrefix(address, "mailto:") {
		return a.browse(address)
	}
	return a.begin(address, a.opener(address))
}
