//! What the lines of a text are: blank, comment or code, and how deeply they are indented.
//!
//! It says what `strata.stack.syntax` and `strata.indentation` say, where the words are explained.

use memchr::memmem;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

const SPACE: u8 = 32; // this and all that is below is white space
const WIDTH: usize = 4; // spaces to a level of indentation

/// What is passed over as a whole: a string, or a comment.
enum Token {
    Block {
        begin: Vec<u8>,
        end: Vec<u8>,
    },
    /// A comment up to the end of its line.
    Line(Vec<u8>),
    /// The same, where a line begins with it.
    Word(Vec<u8>),
    /// `'x'`: one byte, or a backslash and one.
    Character,
    /// `marks` quotes on either side.
    Text {
        quote: u8,
        marks: usize,
        spans: bool,
    },
}

/// How a language writes comments and strings.
#[pyclass(frozen)]
pub struct Syntax {
    /// In the order in which they are tried.
    tokens: Vec<Token>,
    nested: bool,
    /// What makes it necessary to look for tokens.
    wide: Vec<Vec<u8>>,
    /// The bytes that tokens begin with.
    begins: [bool; 256],
}

#[pymethods]
impl Syntax {
    /// The fields of an entry of `syntax.toml`. Raises ValueError for a quote that is not known.
    #[new]
    fn new(
        line: Vec<Vec<u8>>,
        words: Vec<Vec<u8>>,
        blocks: Vec<(Vec<u8>, Vec<u8>)>,
        strings: Vec<Vec<u8>>,
        nested: bool,
    ) -> PyResult<Syntax> {
        let mut wide: Vec<Vec<u8>> = blocks.iter().map(|(begin, _)| begin.clone()).collect();
        wide.extend(strings.iter().filter(|quote| spans(quote)).cloned());
        let mut tokens: Vec<Token> = blocks.into_iter().map(|(begin, end)| Token::Block { begin, end }).collect();
        tokens.extend(line.into_iter().map(Token::Line));
        tokens.extend(words.into_iter().map(Token::Word));
        for quote in &strings {
            tokens.push(match quote.as_slice() {
                b"''" => Token::Character,
                [mark] | [mark, _, _] => Token::Text { quote: *mark, marks: quote.len(), spans: spans(quote) },
                _ => return Err(PyValueError::new_err("no such quote")),
            });
        }
        let mut begins = [false; 256];
        for token in &tokens {
            match token {
                Token::Block { begin, .. } => {
                    mark(&mut begins, begin)?;
                    if let [b'\n', rest @ ..] = begin.as_slice() {
                        mark(&mut begins, rest)?; // at the beginning of the text
                    }
                }
                Token::Line(word) => mark(&mut begins, word)?,
                Token::Word(word) => {
                    mark(&mut begins, word)?;
                    mark(&mut begins, b" ")?;
                    mark(&mut begins, b"\t")?;
                }
                Token::Character => mark(&mut begins, b"'")?,
                Token::Text { quote, .. } => mark(&mut begins, &[*quote])?,
            }
        }
        Ok(Syntax { tokens, nested, wide, begins })
    }

    /// How many lines are (code, comment, blank).
    fn kinds(&self, text: &[u8]) -> (usize, usize, usize) {
        let (lines, written) = inked(text);
        let there = |wide: &Vec<u8>| match wide.as_slice() {
            [b'\n', rest @ ..] if text.starts_with(rest) => true,
            _ => memmem::find(text, wide).is_some(),
        };
        let code = if written == 0 {
            0
        } else if self.wide.iter().any(there) {
            self.code(text)
        } else {
            written - self.commented(text)
        };
        (code, written - code, lines - written)
    }
}

fn spans(quote: &[u8]) -> bool {
    quote.len() == 3 || quote == b"`"
}

fn mark(begins: &mut [bool; 256], word: &[u8]) -> PyResult<()> {
    let first = word.first().ok_or_else(|| PyValueError::new_err("a token is empty"))?;
    begins[*first as usize] = true;
    Ok(())
}

/// How many lines there are, and how many that are not blank.
fn inked(text: &[u8]) -> (usize, usize) {
    let (mut lines, mut written) = (0, 0);
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        lines += 1;
        written += usize::from(line.iter().any(|&byte| byte > SPACE));
    }
    (lines, written)
}

impl Syntax {
    /// How many lines begin with a comment that ends with its line.
    fn commented(&self, text: &[u8]) -> usize {
        text.split_inclusive(|&byte| byte == b'\n').filter(|line| self.begins_with_comment(line)).count()
    }

    fn begins_with_comment(&self, line: &[u8]) -> bool {
        self.tokens.iter().any(|token| match token {
            Token::Line(word) | Token::Word(word) => indented(line, word),
            _ => false,
        })
    }

    /// How many lines have something left when their comments are taken away.
    fn code(&self, text: &[u8]) -> usize {
        let (mut lines, mut ink) = (0, false);
        let mut at = 0;
        while at < text.len() {
            let byte = text[at];
            let token = self.begins[byte as usize].then(|| self.token(text, at)).flatten();
            if let Some((end, comment)) = token {
                for &passed in &text[at..end] {
                    if passed == b'\n' {
                        lines += usize::from(ink);
                        ink = false;
                    } else {
                        ink |= !comment && passed > SPACE;
                    }
                }
                at = end;
                continue;
            }
            if byte == b'\n' {
                lines += usize::from(ink);
                ink = false;
            } else {
                ink |= byte > SPACE;
            }
            at += 1;
        }
        lines + usize::from(ink)
    }

    /// Where the token that begins at `at` ends, and whether it is comment.
    fn token(&self, text: &[u8], at: usize) -> Option<(usize, bool)> {
        let rest = &text[at..];
        self.tokens.iter().find_map(|token| match token {
            Token::Block { begin, end } => {
                let within = at + opening(text, at, begin)?;
                Some((
                    if self.nested { closed(text, within, begin, end) } else { ended(text, within, begin, end) },
                    true,
                ))
            }
            Token::Line(word) => rest.starts_with(word).then(|| (line_end(text, at + word.len()), true)),
            Token::Word(word) => {
                let first = at == 0 || text[at - 1] == b'\n';
                (first && indented(rest, word)).then(|| (line_end(text, at), true))
            }
            Token::Character => character(rest).map(|length| (at + length, false)),
            Token::Text { quote, marks, spans } => {
                string(rest, *quote, *marks, *spans).map(|length| (at + length, false))
            }
        })
    }
}

/// Whether nothing but spaces and tabs, which may belong to the word, come before it.
fn indented(line: &[u8], word: &[u8]) -> bool {
    let leading = line.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
    if !matches!(word.first(), Some(b' ' | b'\t')) {
        return line[leading..].starts_with(word);
    }
    (0..=leading).any(|from| line[from..].starts_with(word))
}

fn line_end(text: &[u8], from: usize) -> usize {
    memchr::memchr(b'\n', &text[from..]).map_or(text.len(), |found| from + found)
}

/// The length of a block's beginning. One that begins with a newline also begins the text.
fn opening(text: &[u8], at: usize, begin: &[u8]) -> Option<usize> {
    if text[at..].starts_with(begin) {
        return Some(begin.len());
    }
    match begin {
        [b'\n', rest @ ..] if at == 0 && text.starts_with(rest) => Some(rest.len()),
        _ => None,
    }
}

/// Where a comment that holds no other ends. One of whole lines ends with its last line.
fn ended(text: &[u8], within: usize, begin: &[u8], end: &[u8]) -> usize {
    match memmem::find(&text[within..], end) {
        None => text.len(),
        Some(found) if begin.first() == Some(&b'\n') => line_end(text, within + found + end.len()),
        Some(found) => within + found + end.len(),
    }
}

/// Where a comment that may hold others like it ends.
fn closed(text: &[u8], within: usize, begin: &[u8], end: &[u8]) -> usize {
    let (mut depth, mut at) = (1, within);
    while at < text.len() {
        let Some(found) = memchr::memchr2(begin[0], end[0], &text[at..]) else { break };
        at += found;
        if text[at..].starts_with(begin) {
            depth += 1;
            at += begin.len();
        } else if text[at..].starts_with(end) {
            depth -= 1;
            at += end.len();
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

fn character(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'\'', b'\\', other, b'\'', ..] if *other != b'\n' => Some(4),
        [b'\'', byte, b'\'', ..] if !matches!(byte, b'\\' | b'\'' | b'\n') => Some(3),
        _ => None,
    }
}

/// The length of a string: of one mark up to its end, or to that of its line; of three up to its end, or to the text's.
fn string(rest: &[u8], quote: u8, marks: usize, spans: bool) -> Option<usize> {
    let closing = |at: usize| rest[at..].len() >= marks && rest[at..at + marks].iter().all(|&byte| byte == quote);
    if !closing(0) {
        return None;
    }
    let mut at = marks;
    while at < rest.len() {
        match rest[at] {
            // nothing follows the last backslash of a text: a string of three marks is none then
            b'\\' if at + 1 == rest.len() => return (marks == 1).then_some(at),
            b'\\' => at += 2,
            byte if byte == quote && closing(at) => return Some(at + marks),
            b'\n' if !spans => return Some(at),
            _ => at += 1,
        }
    }
    Some(rest.len())
}

/// Of the lines that are not blank: how many, the sum of their levels, the deepest.
#[pyfunction]
pub fn indentation(text: &[u8]) -> (usize, usize, usize) {
    let (mut lines, mut sum, mut deepest) = (0, 0, 0);
    for line in text.split(|&byte| byte == b'\n') {
        let (mut tabs, mut spaces) = (0, 0);
        for &byte in line {
            match byte {
                b'\t' => tabs += 1,
                b' ' => spaces += 1,
                b'\r' => break,
                _ => {
                    let level = tabs + spaces / WIDTH;
                    lines += 1;
                    sum += level;
                    deepest = deepest.max(level);
                    break;
                }
            }
        }
    }
    (lines, sum, deepest)
}
