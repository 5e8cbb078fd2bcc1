package password

import (
	"errors"
	"strings"
	"testing"
)

func TestMatches(t *testing.T) {
	hash, err := Hash("كلمة سر طويلة")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the hash is %s", hash)
	}
	again, err := Hash("كلمة سر طويلة")
	if err != nil || again == hash {
		t.Errorf("the same password gives the same hash: %v", err)
	}
	for _, c := range []struct {
		hash, password string
		want           bool
	}{
		{hash, "كلمة سر طويلة", true},
		{again, "كلمة سر طويلة", true},
		{hash, "كلمة سر طويلة ", false},
		{hash, "", false},
		{"", "كلمة سر طويلة", false},
		{hash[:len(hash)-4], "كلمة سر طويلة", false},
		{"$argon2id$v=19$m=4294967295,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "x", false},
	} {
		if got := Matches(c.hash, c.password); got != c.want {
			t.Errorf("Matches(%q, %q) = %v", c.hash, c.password, got)
		}
	}
	if _, err := Hash("قصيرة"); !errors.Is(err, ErrShort) {
		t.Errorf("a short password: %v", err)
	}
}

func FuzzMatches(f *testing.F) {
	f.Add("$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA")
	f.Add("$argon2id$v=19$m=1,t=0,p=0$$")
	f.Fuzz(func(t *testing.T, hash string) {
		if _, _, m, _, _, ok := parse(hash); ok && m > 1<<16 {
			t.Skip("slow by what it asks for")
		}
		if Matches(hash, "a password that nobody hashed") {
			t.Errorf("%q matches", hash)
		}
	})
}
