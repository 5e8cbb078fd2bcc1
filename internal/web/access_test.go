package web

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"isnad/internal/password"
	"isnad/internal/store"
)

// guarded is a server that asks who one is, over a real archive of accounts: ليلى, an
// analyst, and عمر, a reader, with the same password.
func guarded(t *testing.T) (*httptest.Server, *store.Archive) {
	t.Helper()
	o := demoOptions(t)
	o.SignIn = true
	a := o.Archive
	hash, err := password.Hash(secretWord)
	if err != nil {
		t.Fatal(err)
	}
	for name, role := range map[string]store.Role{"ليلى": store.Analyst, "عمر": store.Reader, "سلمى": store.Admin} {
		if err := a.PutAccount(t.Context(), store.Account{Name: name, Role: role, Password: hash, Added: time.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	return serve(t, o), a
}

const secretWord = "a long enough password"

// client is a browser without a screen.
func client(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

// post sends a form, and gives the status and text of the page that it leads to.
func post(t *testing.T, c *http.Client, address string, form url.Values) (int, string) {
	t.Helper()
	r, err := c.PostForm(address, form)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(text)
}

func signIn(t *testing.T, s *httptest.Server, name, password string) (*http.Client, int, string) {
	t.Helper()
	c := client(t)
	status, text := post(t, c, s.URL+"/en/sign-in", url.Values{"name": {name}, "password": {password}})
	return c, status, text
}

func TestWhoIsLetIn(t *testing.T) {
	s, a := guarded(t)
	r, err := client(t).Get(s.URL + "/en/story/story-visit/case/case-troops")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.Request.URL.Path != "/en/sign-in" {
		t.Errorf("a stranger sees %s", r.Request.URL)
	}
	if _, header := ask(t, s, "/stories", http.StatusUnauthorized); header.Get("WWW-Authenticate") != "Bearer" {
		t.Error("a program is not told to show a token")
	}
	if _, status, text := signIn(t, s, "ليلى", "another password"); status != http.StatusForbidden || !strings.Contains(text, "wrong") {
		t.Errorf("a wrong password: %d", status)
	}
	c, status, text := signIn(t, s, "ليلى", secretWord)
	if status != http.StatusOK || !strings.Contains(text, "What is new?") || !strings.Contains(text, "ليلى") {
		t.Fatalf("signed in: %d", status)
	}
	judgement := url.Values{"article": {idOf(t, "visit-02")}, "claim": {"c3"}, "verdict": {"wrong"}}
	if status, text = post(t, c, s.URL+"/en/judgements", judgement); status != http.StatusOK || !strings.Contains(text, "called wrong") {
		t.Errorf("an analyst judges: %d", status)
	}
	list, err := a.Judgements(t.Context(), 0, 10)
	if err != nil || len(list) != 1 || list[0].By != "ليلى" || list[0].Verdict != store.Wrong {
		t.Errorf("kept are %+v: %v", list, err)
	}
	deeds, err := a.Deeds(t.Context(), 0, 10)
	if err != nil || len(deeds) != 3 || deeds[0].Action != "judged wrong" || deeds[1].Action != "signed in" || deeds[2].Action != "sign-in failed" {
		t.Errorf("recorded are %+v: %v", deeds, err)
	}
	if status, _ = post(t, c, s.URL+"/en/sign-out", nil); status != http.StatusOK {
		t.Errorf("sign out: %d", status)
	}
	if status, _ = post(t, c, s.URL+"/en/judgements", judgement); status == http.StatusOK {
		if list, _ := a.Judgements(t.Context(), 0, 10); len(list) != 1 {
			t.Error("whoever has signed out can judge")
		}
	}
}

func TestRoles(t *testing.T) {
	s, _ := guarded(t)
	reader, _, _ := signIn(t, s, "عمر", secretWord)
	if status, _ := post(t, reader, s.URL+"/en/judgements", url.Values{"article": {idOf(t, "visit-02")}, "claim": {"c3"}, "verdict": {"wrong"}}); status != http.StatusForbidden {
		t.Errorf("a reader judges: %d", status)
	}
	for name, want := range map[string]int{"عمر": http.StatusForbidden, "ليلى": http.StatusForbidden, "سلمى": http.StatusOK} {
		c, _, _ := signIn(t, s, name, secretWord)
		for _, path := range []string{"/ar/audit", apiPath + "/audit"} {
			r, err := c.Get(s.URL + path)
			if err != nil {
				t.Fatal(err)
			}
			r.Body.Close()
			if r.StatusCode != want {
				t.Errorf("%s asks for %s: %d", name, path, r.StatusCode)
			}
		}
	}
}

// Passwords cannot be tried one after the other.
func TestTriesAreThrottled(t *testing.T) {
	s, _ := guarded(t)
	for range triesAtOnce {
		if _, status, _ := signIn(t, s, "ليلى", "guess guess guess"); status != http.StatusForbidden {
			t.Fatalf("a guess: %d", status)
		}
	}
	if _, status, _ := signIn(t, s, "ليلى", secretWord); status != http.StatusTooManyRequests {
		t.Errorf("after %d guesses the right password: %d", triesAtOnce, status)
	}
}

// A token does what its scope says, and nothing on pages.
func TestTokens(t *testing.T) {
	s, a := guarded(t)
	account, err := a.Account(t.Context(), "ليلى")
	if err != nil {
		t.Fatal(err)
	}
	for _, scope := range []string{"read", "judge"} {
		if err := a.PutSession(t.Context(), "token to "+scope, store.Session{Account: account, Kind: "token", Scope: scope, Expires: time.Now().Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		token, method, path, body string
		want                      int
	}{
		{"token to read", "GET", apiPath + "/stories", "", http.StatusOK},
		{"token to read", "POST", apiPath + "/judgements", `{"article":"` + idOf(t, "visit-02") + `","claim":"c3","verdict":"right"}`, http.StatusForbidden},
		{"token to judge", "POST", apiPath + "/judgements", `{"article":"` + idOf(t, "visit-02") + `","claim":"c3","verdict":"right"}`, http.StatusNoContent},
		{"token to judge", "POST", apiPath + "/judgements", `{"article":"` + idOf(t, "visit-02") + `","claim":"c3","verdict":"perhaps"}`, http.StatusUnprocessableEntity},
		{"token to judge", "DELETE", apiPath + "/judgements/1", "", http.StatusNoContent},
		{"token to judge", "DELETE", apiPath + "/judgements/1", "", http.StatusNotFound},
		{"no token", "GET", apiPath + "/stories", "", http.StatusUnauthorized},
	} {
		r, err := http.NewRequest(c.method, s.URL+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+c.token)
		if c.body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		if got.StatusCode != c.want {
			t.Errorf("%s %s with %q: %d, want %d", c.method, c.path, c.token, got.StatusCode, c.want)
		}
	}
}

// A form that another site sends is refused, and a name that was made to lead here.
func TestOtherSites(t *testing.T) {
	s := demoServer(t)
	for _, c := range []struct {
		header, value string
		want          int
	}{
		{"Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		{"Origin", "https://elsewhere.example", http.StatusForbidden},
		{"Host", "rebound.example", http.StatusMisdirectedRequest},
		{"Sec-Fetch-Site", "same-origin", http.StatusOK},
	} {
		r, err := http.NewRequest(http.MethodPost, s.URL+"/en/judgements", strings.NewReader("article="+idOf(t, "visit-02")+"&claim=c3&verdict=right"))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set(c.header, c.value)
		if c.header == "Host" {
			r.Host = c.value
		}
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		if got.StatusCode != c.want {
			t.Errorf("%s: %s: %d, want %d", c.header, c.value, got.StatusCode, c.want)
		}
	}
}

// The cookie of a session goes to this server alone, and no script reads it.
func TestSessionCookie(t *testing.T) {
	s, _ := guarded(t)
	c := client(t)
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	r, err := c.PostForm(s.URL+"/en/sign-in", url.Values{"name": {"ليلى"}, "password": {secretWord}})
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	cookies := r.Cookies()
	if len(cookies) != 1 || cookies[0].SameSite != http.SameSiteStrictMode || !cookies[0].HttpOnly {
		t.Errorf("cookies %v", cookies)
	}
}

// A program that asks too often is told when to ask again.
func TestAPIRateLimit(t *testing.T) {
	s := demoServer(t)
	for range 20 * asksAtOnce {
		r, err := http.Get(s.URL + apiPath + "/feeds")
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode == http.StatusTooManyRequests {
			if r.Header.Get("Retry-After") == "" || r.Header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("refused with %v", r.Header)
			}
			return
		}
	}
	t.Error("nobody is refused")
}
