//! Where a hunk stands that could stand in several places.
//!
//! A run of added lines whose first equals the line after it can slide down by one, and so on. git merges runs that
//! meet, lines a run up with a change on the other side if it can, and else leaves it where indentation and blank
//! lines make the best borders (git-diff's `--indent-heuristic`; its weights are part of what must be equal).

use crate::text::Text;

const MOST_BLANKS: i64 = 20; // blank lines that are looked at on each side of a border
const MOST_INDENT: i64 = 200;
const MOST_SLIDE: i64 = 100;
const NO_INDENT: i64 = -1; // of a blank line, and beyond the end

/// The first `changed.len()` lines of a text, and which of them changed.
pub struct Side<'a> {
    text: &'a Text,
    pub changed: Vec<bool>,
}

/// Changed lines in a row, maybe none: from `start` to before `end`.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
}

impl<'a> Side<'a> {
    pub fn new(text: &'a Text, lines: usize) -> Side<'a> {
        Side { text, changed: vec![false; lines] }
    }

    fn is_changed(&self, line: usize) -> bool {
        self.changed.get(line).copied().unwrap_or(false)
    }

    fn same(&self, one: usize, other: usize) -> bool {
        self.text.hashes[one] == self.text.hashes[other] && self.text.line(one) == self.text.line(other)
    }

    fn run_from(&self, start: usize) -> Run {
        let mut end = start;
        while self.is_changed(end) {
            end += 1;
        }
        Run { start, end }
    }

    fn next(&self, run: Run) -> Option<Run> {
        (run.end < self.changed.len()).then(|| self.run_from(run.end + 1))
    }

    fn previous(&self, run: Run) -> Run {
        let end = run.start - 1;
        let mut start = end;
        while start > 0 && self.changed[start - 1] {
            start -= 1;
        }
        Run { start, end }
    }

    fn slide_down(&mut self, run: &mut Run) -> bool {
        if run.end >= self.changed.len() || !self.same(run.start, run.end) {
            return false;
        }
        self.changed[run.start] = false;
        self.changed[run.end] = true;
        run.start += 1;
        run.end = self.run_from(run.end + 1).end;
        true
    }

    fn slide_up(&mut self, run: &mut Run) -> bool {
        if run.start == 0 || !self.same(run.start - 1, run.end - 1) {
            return false;
        }
        run.start -= 1;
        run.end -= 1;
        self.changed[run.start] = true;
        self.changed[run.end] = false;
        while run.start > 0 && self.changed[run.start - 1] {
            run.start -= 1;
        }
        true
    }

    fn indent(&self, line: usize) -> i64 {
        let mut indent = 0;
        for byte in self.text.line(line) {
            match byte {
                b' ' => indent += 1,
                b'\t' => indent += 8 - indent % 8,
                b'\n' | b'\r' => {}
                _ => return indent,
            }
            if indent >= MOST_INDENT {
                return MOST_INDENT;
            }
        }
        NO_INDENT
    }

    /// How many blank lines `lines` begins with, and the indent of the first other one.
    fn beyond(&self, lines: impl Iterator<Item = usize>) -> (i64, i64) {
        let mut blanks = 0;
        for line in lines {
            let indent = self.indent(line);
            if indent != NO_INDENT {
                return (blanks, indent);
            }
            blanks += 1;
            if blanks == MOST_BLANKS {
                return (blanks, 0);
            }
        }
        (blanks, NO_INDENT)
    }

    /// What a border before `line` costs: (indent there, penalty).
    fn border(&self, line: usize) -> (i64, i64) {
        let lines = self.changed.len();
        let at_end = line >= lines;
        let own = if at_end { NO_INDENT } else { self.indent(line) };
        let (blanks_before, indent_before) = self.beyond((0..line.min(lines)).rev());
        let (blanks_after, indent_after) = self.beyond(line + 1..lines);

        let mut penalty = 0;
        if indent_before == NO_INDENT && blanks_before == 0 {
            penalty += 1; // the start of the file
        }
        if at_end {
            penalty += 21;
        }
        let blanks_here = if own == NO_INDENT { 1 + blanks_after } else { 0 };
        let blanks = blanks_before + blanks_here;
        penalty += -30 * blanks + 6 * blanks_here;
        let indent = if own == NO_INDENT { indent_after } else { own };
        let plain = |without: i64, with: i64| if blanks == 0 { without } else { with };
        if indent != NO_INDENT && indent_before != NO_INDENT {
            if indent > indent_before {
                penalty += plain(-4, 10);
            } else if indent < indent_before && indent_after != NO_INDENT && indent_after > indent {
                penalty += plain(24, 17); // it begins a block
            } else if indent < indent_before {
                penalty += plain(23, 17); // it ends one
            }
        }
        (indent, penalty)
    }
}

/// Puts every run of `side` where git puts it, and gives the first line that a run of it has then, at most `first`.
///
/// All changes of `side` lie in `first..last`; before `first` both sides are the same.
pub fn compact(side: &mut Side, other: &Side, first: usize, last: usize) -> usize {
    let mut lowest = first;
    let mut run = side.run_from(first);
    let mut across = other.run_from(first);
    while run.start < last {
        if run.end > run.start {
            place(side, other, &mut run, &mut across);
            lowest = lowest.min(run.start);
        }
        match (side.next(run), other.next(across)) {
            (Some(next), Some(beside)) => (run, across) = (next, beside),
            _ => break,
        }
    }
    lowest
}

fn place(side: &mut Side, other: &Side, run: &mut Run, across: &mut Run) {
    let (mut earliest, mut beside, mut size);
    loop {
        size = run.end - run.start;
        beside = false;
        while side.slide_up(run) {
            *across = other.previous(*across);
        }
        earliest = run.end;
        beside |= across.end > across.start;
        while side.slide_down(run) {
            *across = other.next(*across).expect("both sides have the same unchanged lines");
            beside |= across.end > across.start;
        }
        if size == run.end - run.start {
            break;
        }
    }
    if run.end == earliest {
        return;
    }
    if beside {
        while across.end == across.start {
            side.slide_up(run);
            *across = other.previous(*across);
        }
        return;
    }
    let (end, size) = (run.end as i64, size as i64);
    let from = (earliest as i64).max(end - size - 1).max(end - MOST_SLIDE);
    let mut best: Option<((i64, i64), i64)> = None;
    for shift in from..=end {
        let (below, above) = (side.border(shift as usize), side.border((shift - size) as usize));
        let score = (below.0 + above.0, below.1 + above.1);
        if best.is_none_or(|(least, _)| 60 * (score.0 - least.0).signum() + (score.1 - least.1) <= 0) {
            best = Some((score, shift));
        }
    }
    let (_, shift) = best.expect("there is at least the place where the run stands");
    while run.end as i64 > shift {
        side.slide_up(run);
        *across = other.previous(*across);
    }
}
