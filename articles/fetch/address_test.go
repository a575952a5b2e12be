package fetch

import (
	"net/url"
	"strings"
	"testing"
)

func TestNormal(t *testing.T) {
	for address, want := range map[string]string{
		"http://example.org":                         "http://example.org/",
		"HTTPS://Example.ORG/Path?Q=1#part":          "https://example.org/Path?Q=1",
		"  http://example.org/x \n":                  "http://example.org/x",
		"http://example.org:80/":                     "http://example.org/",
		"https://example.org:443/":                   "https://example.org/",
		"https://example.org:0443/":                  "https://example.org/",
		"http://example.org:443/":                    "http://example.org:443/",
		"http://example.org:/":                       "http://example.org/",
		"http://reader@example.org/":                 "http://example.org/",
		"https://bank.example:secret@evil.example/":  "https://evil.example/",
		"http://example.org?q":                       "http://example.org/?q",
		"http://example.org/a b/é?q=é \"x\"|{}":      "http://example.org/a%20b/%C3%A9?q=%C3%A9%20%22x%22%7C%7B%7D",
		"http://example.org/a%2Fb":                   "http://example.org/a%2Fb",
		"http://example.org/?a=%zz&b=;":              "http://example.org/?a=%zz&b=;",
		"http://bücher.example/":                     "http://xn--bcher-kva.example/",
		"http://пример.испытание/":                   "http://xn--e1afmkfd.xn--80akhbyknj4f/",
		"http://ＥＸＡＭＰＬＥ.org/":                        "http://example.org/",
		"http://example。org/":                        "http://example.org/",
		"http://under_score.example/":                "http://under_score.example/",
		"http://[2001:DB8::0:1]:8080/":               "http://[2001:db8::1]:8080/",
		"http://[::ffff:127.0.0.1]/":                 "http://[::ffff:127.0.0.1]/",
		"http://[fe80::1%25eth0]/":                   "http://[fe80::1%25eth0]/",
		"http://localhost:8000/x":                    "http://localhost:8000/x",
		"http://example.org./":                       "http://example.org./",
		"http://example.org//evil.example/":          "http://example.org//evil.example/",
		"http://example.org/\u202e?\u009b\u200f\xff": "http://example.org/%E2%80%AE?%C2%9B%E2%80%8F%FF",
	} {
		got, err := Normal(address)
		if err != nil || got != want {
			t.Errorf("Normal(%q) is %q, %v; want %q", address, got, err, want)
		}
	}
}

func TestNotNormal(t *testing.T) {
	for address, want := range map[string]string{
		"":                                     "is no http or https address",
		"example.org/x":                        "is no http or https address",
		"example.org:80":                       "is no",
		"/etc/passwd":                          "is no http or https address",
		"file:///etc/passwd":                   "is no http or https address",
		"javascript:alert(1)":                  "is no http or https address",
		"ftp://example.org/":                   "is no http or https address",
		"httpx://example.org/":                 "is no http or https address",
		"http:":                                "has no host",
		"http:example.org":                     "has no host",
		"http:/example.org":                    "has no host",
		"http://":                              "has no host",
		"http:///x":                            "has no host",
		"http://:80/":                          "has no host",
		"http://reader@/":                      "has no host",
		"http://./":                            "has no valid host",
		"http://a!b/":                          "has no valid host",
		"http://a,b/":                          "has no valid host",
		"http://a%20b/":                        "is no valid address",
		"http://a%C2%9Bb/":                     "has no valid host",
		"http://evil.example\\@bank.example/":  "is no valid address",
		"http://\u202emoc.example/":            "has no valid host",
		"http://\u00ad/":                       "has no valid host",
		"http://a..\u00fc/":                    "has no valid host",
		"http://" + strings.Repeat("a", 255):   "has no valid host",
		"http://example.org:0/":                "has no valid port",
		"http://example.org:65536/":            "has no valid port",
		"http://example.org:80x/":              "is no valid address",
		"http://[::1/":                         "is no valid address",
		"http://[1.2.3.4]/":                    "is no valid address",
		"http://[fe80::1%25e\u202eth]/":        "has no valid host",
		"http://[::1%25" + hundred + "]/":      "has no valid host",
		"http://example.org/\x1b[2J":           "is no valid address",
		"http://example.org/\nx":               "is no valid address",
		"http://reader:secret@exa mple.org/":   "http://exa mple.org/ is no valid address",
		"http://reader:se@cret@exa mple.org/":  "http://exa mple.org/ is no valid address",
		"http://" + strings.Repeat("x/", 10e3): "is too long for an address",
	} {
		got, err := Normal(address)
		if err == nil {
			t.Errorf("Normal(%.100q) is %q", address, got)
			continue
		}
		checkFailure(t, err, Address, want)
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the message holds a password: %v", err)
		}
	}
}

const hundred = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

// FuzzAddress takes any address: what is normal is harmless to show, stays
// normal, and means the same to another parser.
func FuzzAddress(f *testing.F) {
	for _, host := range oddHosts {
		f.Add("http://" + host + "/")
	}
	f.Add("https://bank.example:secret@evil.example:8443/a%2Fb/../é?q=\"<é>#part")
	f.Add("http://[fe80::1%25eth0]:80?\u202e")
	f.Fuzz(func(t *testing.T, address string) {
		got, err := Normal(address)
		if err != nil {
			checkFailure(t, err, Address, "")
			return
		}
		for i := range len(got) {
			if got[i] <= ' ' || got[i] >= 0x7f {
				t.Fatalf("Normal(%q) is %q", address, got)
			}
		}
		if again, err := Normal(got); err != nil || again != got {
			t.Errorf("Normal(%q) is %q, %v", got, again, err)
		}
		u, err := url.Parse(got)
		if err != nil || u.User != nil || u.Fragment != "" || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
			t.Errorf("Normal(%q) is %q: %+v, %v", address, got, u, err)
		}
		if strings.ContainsAny(u.Host, "@/?#\\ ") {
			t.Errorf("the host of %q is %q", got, u.Host)
		}
		publicName(u.Hostname()) // must not panic
	})
}
