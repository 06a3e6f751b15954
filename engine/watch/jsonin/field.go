package jsonin

import "iter"

// fieldsOf gives the keys and values of an object. Its brackets match, for it has been
// taken; what else is wrong in it costs the field.
func fieldsOf(b []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, raw []byte) bool) {
		if len(b) == 0 || b[0] != '{' {
			return
		}
		for i := 1; ; {
			if i = past(b, i); i >= len(b) || class[b[i]] == closes {
				return
			}
			end := endOf(b, i)
			key := b[i:end]
			i = blanks(b, end)
			if i >= len(b) || b[i] != ':' {
				continue
			}
			i = blanks(b, i+1)
			if i >= len(b) || class[b[i]] == closes {
				return
			}
			if b[i] == ',' {
				continue
			}
			end = endOf(b, i)
			if !yield(plain(key), b[i:end]) {
				return
			}
			i = end
		}
	}
}

// slicesOf lists the fields of an object in list.
func slicesOf(b []byte, list []field) []field {
	for key, raw := range fieldsOf(b) {
		list = append(list, field{key, raw})
	}
	return list
}

// plain is a key without its quotes.
func plain(key []byte) []byte {
	if len(key) < 2 || key[0] != '"' {
		return key
	}
	for _, c := range key {
		if c == '\\' {
			return []byte(Value{raw: key}.text())
		}
	}
	return key[1 : len(key)-1]
}

// blanks is the place of the first byte from i on that is no blank.
func blanks(b []byte, i int) int {
	for i < len(b) && class[b[i]] == blank {
		i++
	}
	return i
}

// past is the same, with commas and colons passed over too.
func past(b []byte, i int) int {
	for i < len(b) && (class[b[i]] == blank || class[b[i]] == parts) {
		i++
	}
	return i
}

// endOf is where the value ends that begins at i: past its last byte.
func endOf(b []byte, i int) int {
	switch class[b[i]] {
	case quote:
		return endOfString(b, i)
	case opens:
		depth := 0
		for i < len(b) {
			switch class[b[i]] {
			case quote:
				i = endOfString(b, i)
				continue
			case opens:
				depth++
			case closes:
				if depth--; depth == 0 {
					return i + 1
				}
			}
			i++
		}
		return len(b)
	}
	for i < len(b) && class[b[i]] == other {
		i++
	}
	return i
}

func endOfString(b []byte, i int) int {
	for i++; i < len(b) && b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(b))
}
