package link_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"gloss/articles/clean"
	"gloss/articles/link"
)

func TestTarget(t *testing.T) {
	base, err := url.Parse("https://example.org/news/today.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ in, alone, resolved string }{
		{"https://example.com/a b", "https://example.com/a%20b", "https://example.com/a%20b"},
		{" HTTP://example.com ", "HTTP://example.com", "HTTP://example.com"},
		{"mailto:jane@example.org", "mailto:jane@example.org", "mailto:jane@example.org"},
		{"../b?c#d", "../b?c#d", "https://example.org/b?c#d"},
		{"//other.example/x", "//other.example/x", "https://other.example/x"},
		{"#note", "#note", "https://example.org/news/today.html#note"},
		{"a/b:c", "a/b:c", "https://example.org/news/a/b:c"},
		{"javascript:alert(1)", "", ""},
		{"JaVaScRiPt:alert(1)", "", ""},
		{"java\tscript:alert(1)", "", ""},
		{"data:text/html,x", "", ""},
		{"file:///etc/passwd", "", ""},
		{"vbscript:x", "", ""},
		{"smb://host/share", "", ""},
		{"-oProxyCommand:x", "", ""},
		{"https://example.com/\x1b]0;x\a", "", ""},
		{"https://example.com/\u202egpj.exe", "", ""},
		{"https://example.com/\u009b2J", "", ""},
		{"https://example.com/\xff", "", ""},
		{"a\nb", "", ""},
		{"", "", ""},
		{"http://example.com/" + strings.Repeat("x", link.MaxTarget), "", ""},
	} {
		if got := link.Target(test.in, nil).String(); got != test.alone {
			t.Errorf("Target(%q, nil) = %q, want %q", test.in, got, test.alone)
		}
		if got := link.Target(test.in, base).String(); got != test.resolved {
			t.Errorf("Target(%q, base) = %q, want %q", test.in, got, test.resolved)
		}
	}
}

func TestHost(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"https://example.org/a", "example.org"},
		{"https://bank.example@evil.example/", "evil.example"},
		{"https://user:pass@evil.example:8443/", "evil.example:8443"},
		{"https://example.org:443/", "example.org"},
		{"http://example.org:443/", "example.org:443"},
		{"https://EXAMPLE.org/", "example.org"},
		{"https://\u0430pple.com/", "xn--pple-43d.com (\u0430pple.com)"},
		{"https://bücher.example/", "xn--bcher-kva.example (bücher.example)"},
		{"http://[::1]:8080/", "[::1]:8080"},
		{"http://127.0.0.1/", "127.0.0.1"},
		{"mailto:jane@example.org?subject=x", "example.org"},
		{"a/b", ""},
		{"http://%zz/", ""},
	} {
		if got := link.Host(test.in).String(); got != test.want {
			t.Errorf("Host(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// A target, whatever it is made from, leads by a scheme that may be opened, and
// is a target again.
func FuzzTarget(f *testing.F) {
	for _, s := range []string{"https://a.example/b", "javascript:x", "../a:b", "//c", "mailto:d@e", "http://\x1b[2J", "\u202e:", "%0a://", "?a:b"} {
		f.Add(s, "https://example.org/x/y")
	}
	f.Fuzz(func(t *testing.T, address, base string) {
		u, err := url.Parse(base)
		if err != nil {
			u = nil
		}
		got := link.Target(address, u)
		if again := link.Target(got.String(), u); again != got && u == nil {
			t.Fatalf("the target of %q is %q", got, again)
		}
		if clean.Line(got.String()) != got || strings.ContainsAny(got.String(), " \n\t") {
			t.Fatalf("%q is not one clean word", got)
		}
		parsed, err := url.Parse(got.String())
		if err != nil {
			return // nothing opens what cannot be parsed
		}
		switch parsed.Scheme {
		case "", "http", "https", "mailto":
		default:
			t.Fatalf("%q has the scheme %q", got, parsed.Scheme)
		}
		link.Host(got.String())
	})
}

func ExampleTarget() {
	base, _ := url.Parse("https://example.org/news/")
	fmt.Println(link.Target("../about", base))
	fmt.Printf("%q\n", link.Target("javascript:alert(1)", base).String())
	// Output:
	// https://example.org/about
	// ""
}

func ExampleHost() {
	fmt.Println(link.Host("https://bank.example@evil.example/login"))
	// Output: evil.example
}
