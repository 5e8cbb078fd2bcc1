// Package password hashes passwords so that who steals the hashes has to guess each,
// slowly: argon2id (RFC 9106) with the parameters that OWASP's password storage cheat
// sheet names, written as a PHC string.
package password

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

const (
	memory  = 19 * 1024 // KiB
	passes  = 2
	threads = 1
	length  = 32
)

// Least is how many characters a password has at least (NIST SP 800-63B asks for 8, and
// for 15 where it stands alone).
const Least = 12

// ErrShort says that a password has fewer characters than Least.
var ErrShort = errors.New("the password is too short: it needs 12 characters or more")

// Hash gives what is kept of a password.
func Hash(password string) (string, error) {
	if utf8.RuneCountInString(password) < Least {
		return "", ErrShort
	}
	salt := make([]byte, 16)
	rand.Read(salt)
	return format(salt, key(password, salt, memory, passes, threads)), nil
}

func key(password string, salt []byte, memory, passes uint32, threads uint8) []byte {
	return argon2.IDKey([]byte(password), salt, passes, memory, threads, length)
}

func format(salt, key []byte) string {
	e := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, threads, e.EncodeToString(salt), e.EncodeToString(key))
}

// Matches reports whether a hash is that of the password. A hash that cannot be read
// matches nothing, and takes as long.
func Matches(hash, password string) bool {
	salt, want, m, t, p, ok := parse(hash)
	if !ok {
		key(password, make([]byte, 16), memory, passes, threads)
		return false
	}
	return subtle.ConstantTimeCompare(key(password, salt, m, t, p), want) == 1
}

func parse(hash string) (salt, key []byte, m, t uint32, p uint8, ok bool) {
	var version int
	var saltText, keyText string
	var rest string
	if _, err := fmt.Sscanf(hash, "$argon2id$v=%d$m=%d,t=%d,p=%d$%s", &version, &m, &t, &p, &rest); err != nil || version != argon2.Version {
		return nil, nil, 0, 0, 0, false
	}
	for i := range rest {
		if rest[i] == '$' {
			saltText, keyText = rest[:i], rest[i+1:]
		}
	}
	e := base64.RawStdEncoding
	salt, err := e.DecodeString(saltText)
	key, bad := e.DecodeString(keyText)
	if err != nil || bad != nil || len(key) != length || len(salt) < 8 || m > 1<<17 || t > 16 || t < 1 || p < 1 {
		return nil, nil, 0, 0, 0, false
	}
	return salt, key, m, t, p, true
}
