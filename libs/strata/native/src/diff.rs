//! The hunks between two texts, the very ones that git's default comparison finds without context lines.
//!
//! Line ownership is only exact if the hunks are git's own, down to its shortcuts for large files: which lines it
//! leaves out of the search, when it stops searching for the least difference, and where it puts a hunk that
//! could stand in several places (`compact`). The search itself is the divide and conquer of E. W. Myers, "An $O(N D)$
//! Difference Algorithm and Its Variations" (1986), section 4b. Tests compare it with git.

use std::collections::HashMap;

use crate::compact::{Side, compact};
use crate::text::{Text, common_prefix, common_suffix};

/// (first old line, old lines, first new line, new lines), lines counted from 0.
pub type Hunk = [i32; 4];

const TAIL_BLOCK: usize = 1024; // git drops a common end in such blocks before it looks at lines
const MOST_REPEATS: usize = 1024; // a line that is found so often, or more often than the square root, is common
const NEARBY: usize = 100; // lines around a common one that say whether it is left out
const LONG_RUN: i64 = 20; // equal lines in a row that promise a good place to divide
const LEAST_COST: i64 = 256; // below it no shortcut is taken
const PROMISING: i64 = 4; // a path this many times as long as its cost is taken
const FAR: i64 = i64::MAX;

/// The hunks from `old` to `new`; both are text.
pub fn hunks(old: &Text, new: &Text) -> Vec<Hunk> {
    let (old_size, new_size) = without_common_tail(&old.data, &new.data);
    let (olds, news) = (old.lines_until(old_size), new.lines_until(new_size));
    let same = common_prefix(&old.data[..old_size], &new.data[..new_size]);
    let first = old.lines_until(same).min(new.lines_until(same)).min(olds).min(news);
    let mut last = 0;
    let most = (olds - first).min(news - first);
    if most > 0 {
        let room = (old_size - old.start(first)).min(new_size - new.start(first));
        let same = common_suffix(&old.data[..old_size], &new.data[..new_size], room);
        last = old.lines_after(old_size - same, olds).min(new.lines_after(new_size - same, news)).min(most);
        while last < most && old.line(olds - last - 1) == new.line(news - last - 1) {
            last += 1;
        }
    }
    let (old_end, new_end) = (olds - last, news - last);
    if first == old_end && first == new_end {
        return Vec::new();
    }
    let mut left = Side::new(old, olds);
    let mut right = Side::new(new, news);
    if first == old_end {
        right.changed[first..new_end].fill(true);
    } else if first == new_end {
        left.changed[first..old_end].fill(true);
    } else {
        Middle { old, new, olds, news, first, old_end, new_end }.compare(&mut left.changed, &mut right.changed);
    }
    let lowest = compact(&mut left, &right, first, old_end);
    compact(&mut right, &left, lowest, new_end);
    script(&left.changed, &right.changed)
}

fn without_common_tail(old: &[u8], new: &[u8]) -> (usize, usize) {
    let smaller = old.len().min(new.len());
    let mut trimmed = 0;
    while trimmed + TAIL_BLOCK <= smaller
        && old[old.len() - trimmed - TAIL_BLOCK..old.len() - trimmed]
            == new[new.len() - trimmed - TAIL_BLOCK..new.len() - trimmed]
    {
        trimmed += TAIL_BLOCK;
    }
    // a line that was cut in two is taken back
    let tail = &old[old.len() - trimmed..];
    let kept = memchr::memchr(b'\n', tail).map_or(trimmed, |at| at + 1);
    (old.len() - trimmed + kept, new.len() - trimmed + kept)
}

fn script(left: &[bool], right: &[bool]) -> Vec<Hunk> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        let (a, b) = (i, j);
        while i < left.len() && left[i] {
            i += 1;
        }
        while j < right.len() && right[j] {
            j += 1;
        }
        if i > a || j > b {
            found.push([a as i32, (i - a) as i32, b as i32, (j - b) as i32]);
        }
        i += 1;
        j += 1;
    }
    found
}

/// Twice the power of two next to the square root, about.
fn rough_root(mut number: usize) -> usize {
    let mut root = 1;
    while number > 0 {
        root <<= 1;
        number >>= 2;
    }
    root
}

/// The lines between the common beginning and the common end.
struct Middle<'a> {
    old: &'a Text,
    new: &'a Text,
    olds: usize,
    news: usize,
    first: usize,
    old_end: usize,
    new_end: usize,
}

/// How often the lines of a class are found on each side.
#[derive(Clone, Copy, Default)]
struct Count {
    old: usize,
    new: usize,
}

impl Middle<'_> {
    fn compare(&self, left: &mut [bool], right: &mut [bool]) {
        let mut classes = Classes::default();
        let old: Vec<u32> = (self.first..self.old_end).map(|at| classes.of(self.old, at)).collect();
        let new: Vec<u32> = (self.first..self.new_end).map(|at| classes.of(self.new, at)).collect();
        let mut counts = vec![Count::default(); classes.len()];
        for &class in &old {
            counts[class as usize].old += 1;
        }
        for &class in &new {
            counts[class as usize].new += 1;
        }
        // what both sides begin and end with counts too
        for at in (0..self.first).chain(self.old_end..self.olds) {
            if let Some(class) = classes.known(self.old, at) {
                counts[class as usize].old += 1;
                counts[class as usize].new += 1;
            }
        }
        let kept_old = kept(&old, |class| counts[class as usize].new, self.olds, self.first, left);
        let kept_new = kept(&new, |class| counts[class as usize].old, self.news, self.first, right);
        let pick = |classes: &[u32], places: &[u32]| -> Vec<u32> {
            places.iter().map(|&at| classes[at as usize - self.first]).collect()
        };
        let (a, b) = (pick(&old, &kept_old), pick(&new, &kept_new));
        Search::new(&a, &b, &kept_old, &kept_new, left, right).run();
    }
}

/// The places of the lines that are worth comparing; the others are marked as changed.
fn kept(classes: &[u32], found: impl Fn(u32) -> usize, lines: usize, first: usize, changed: &mut [bool]) -> Vec<u32> {
    let common = rough_root(lines).min(MOST_REPEATS);
    let kinds: Vec<Found> = classes
        .iter()
        .map(|&class| match found(class) {
            0 => Found::Nowhere,
            many if many >= common => Found::Often,
            _ => Found::Seldom,
        })
        .collect();
    let mut places = Vec::with_capacity(kinds.len());
    for (at, kind) in kinds.iter().enumerate() {
        if *kind == Found::Seldom || (*kind == Found::Often && !is_noise(&kinds, at)) {
            places.push((first + at) as u32);
        } else {
            changed[first + at] = true;
        }
    }
    places
}

#[derive(Clone, Copy, PartialEq)]
enum Found {
    Nowhere,
    Seldom,
    Often,
}

/// Whether a common line stands among lines that are mostly found nowhere.
fn is_noise(kinds: &[Found], at: usize) -> bool {
    let run = |around: &mut dyn Iterator<Item = &Found>| {
        let (mut nowhere, mut often) = (0, 1);
        for kind in around.take(NEARBY) {
            match kind {
                Found::Nowhere => nowhere += 1,
                Found::Often => often += 1,
                Found::Seldom => break,
            }
        }
        (nowhere, often)
    };
    let (before, often_before) = run(&mut kinds[..at].iter().rev());
    if before == 0 {
        return false;
    }
    let (after, often_after) = run(&mut kinds[at + 1..].iter());
    if after == 0 {
        return false;
    }
    let (nowhere, often) = (before + after, often_before + often_after);
    often * 4 < often + nowhere
}

/// Numbers for lines; equal bytes have equal numbers.
#[derive(Default)]
struct Classes<'a> {
    by_hash: HashMap<u64, u32, Plain>,
    lines: Vec<&'a [u8]>,
    seen: Filter,
}

impl<'a> Classes<'a> {
    fn len(&self) -> usize {
        self.lines.len()
    }

    fn of(&mut self, text: &'a Text, at: usize) -> u32 {
        let line = text.line(at);
        let mut hash = text.hashes[at];
        self.seen.add(hash);
        loop {
            let next = self.lines.len() as u32;
            let class = *self.by_hash.entry(hash).or_insert(next);
            if class == next {
                self.lines.push(line);
                return class;
            }
            if self.lines[class as usize] == line {
                return class;
            }
            hash = hash.wrapping_add(1); // another line with the same hash
        }
    }

    fn known(&self, text: &Text, at: usize) -> Option<u32> {
        let mut hash = text.hashes[at];
        if !self.seen.may_have(hash) {
            return None;
        }
        loop {
            let class = *self.by_hash.get(&hash)?;
            if self.lines[class as usize] == text.line(at) {
                return Some(class);
            }
            hash = hash.wrapping_add(1);
        }
    }
}

/// Says quickly of most hashes that they were never added.
struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Self {
        Filter([0; 64])
    }
}

impl Filter {
    fn add(&mut self, hash: u64) {
        self.0[(hash >> 6 & 63) as usize] |= 1 << (hash & 63);
    }

    fn may_have(&self, hash: u64) -> bool {
        self.0[(hash >> 6 & 63) as usize] >> (hash & 63) & 1 == 1
    }
}

/// The keys are hashes already.
#[derive(Default, Clone)]
struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = AsIs;

    fn build_hasher(&self) -> AsIs {
        AsIs(0)
    }
}

struct AsIs(u64);

impl std::hash::Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only whole hashes are keys")
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Marks what differs between the kept lines.
struct Search<'a> {
    old: &'a [u32],
    new: &'a [u32],
    old_places: &'a [u32],
    new_places: &'a [u32],
    left: &'a mut [bool],
    right: &'a mut [bool],
    forward: Vec<i64>,
    backward: Vec<i64>,
    zero: i64,
    most_cost: i64,
}

/// Lines of both sides that are still to be compared.
struct Area {
    old: (i64, i64),
    new: (i64, i64),
    least: bool,
}

struct Split {
    old: i64,
    new: i64,
    least_low: bool,
    least_high: bool,
}

impl<'a> Search<'a> {
    fn new(
        old: &'a [u32],
        new: &'a [u32],
        old_places: &'a [u32],
        new_places: &'a [u32],
        left: &'a mut [bool],
        right: &'a mut [bool],
    ) -> Self {
        let diagonals = old.len() + new.len() + 3;
        Search {
            old,
            new,
            old_places,
            new_places,
            left,
            right,
            forward: vec![0; diagonals + 1],
            backward: vec![0; diagonals + 1],
            zero: new.len() as i64 + 1,
            most_cost: (rough_root(diagonals) as i64).max(LEAST_COST),
        }
    }

    fn run(mut self) {
        let whole = Area { old: (0, self.old.len() as i64), new: (0, self.new.len() as i64), least: false };
        let mut open = vec![whole];
        while let Some(Area { old: (mut a, mut a_end), new: (mut b, mut b_end), least }) = open.pop() {
            while a < a_end && b < b_end && self.same(a, b) {
                a += 1;
                b += 1;
            }
            while a < a_end && b < b_end && self.same(a_end - 1, b_end - 1) {
                a_end -= 1;
                b_end -= 1;
            }
            if a == a_end {
                for at in b..b_end {
                    self.right[self.new_places[at as usize] as usize] = true;
                }
            } else if b == b_end {
                for at in a..a_end {
                    self.left[self.old_places[at as usize] as usize] = true;
                }
            } else {
                let split = self.split((a, a_end), (b, b_end), least);
                open.push(Area { old: (split.old, a_end), new: (split.new, b_end), least: split.least_high });
                open.push(Area { old: (a, split.old), new: (b, split.new), least: split.least_low });
            }
        }
    }

    fn same(&self, a: i64, b: i64) -> bool {
        self.old[a as usize] == self.new[b as usize]
    }

    fn ahead(&mut self, diagonal: i64) -> &mut i64 {
        &mut self.forward[(self.zero + diagonal) as usize]
    }

    fn behind(&mut self, diagonal: i64) -> &mut i64 {
        &mut self.backward[(self.zero + diagonal) as usize]
    }

    /// Where to divide a box: paths from both corners grow until they meet, or until a shortcut is good enough.
    fn split(&mut self, (a, a_end): (i64, i64), (b, b_end): (i64, i64), least: bool) -> Split {
        let (lowest, highest) = (a - b_end, a_end - b);
        let (start, end) = (a - b, a_end - b_end);
        let odd = (start - end) & 1 != 0;
        let (mut low, mut high) = (start, start);
        let (mut back_low, mut back_high) = (end, end);
        *self.ahead(start) = a;
        *self.behind(end) = a_end;
        let mut cost = 0;
        loop {
            cost += 1;
            let mut long_run = false;

            if low > lowest {
                low -= 1;
                *self.ahead(low - 1) = -1;
            } else {
                low += 1;
            }
            if high < highest {
                high += 1;
                *self.ahead(high + 1) = -1;
            } else {
                high -= 1;
            }
            let mut at = high;
            while at >= low {
                let (left, right) = (*self.ahead(at - 1), *self.ahead(at + 1));
                let from = if left >= right { left + 1 } else { right };
                let mut i = from;
                while i < a_end && i - at < b_end && self.same(i, i - at) {
                    i += 1;
                }
                long_run |= i - from > LONG_RUN;
                *self.ahead(at) = i;
                if odd && back_low <= at && at <= back_high && *self.behind(at) <= i {
                    return Split { old: i, new: i - at, least_low: true, least_high: true };
                }
                at -= 2;
            }

            if back_low > lowest {
                back_low -= 1;
                *self.behind(back_low - 1) = FAR;
            } else {
                back_low += 1;
            }
            if back_high < highest {
                back_high += 1;
                *self.behind(back_high + 1) = FAR;
            } else {
                back_high -= 1;
            }
            let mut at = back_high;
            while at >= back_low {
                let (left, right) = (*self.behind(at - 1), *self.behind(at + 1));
                let from = if left < right { left } else { right - 1 };
                let mut i = from;
                while i > a && i - at > b && self.same(i - 1, i - at - 1) {
                    i -= 1;
                }
                long_run |= from - i > LONG_RUN;
                *self.behind(at) = i;
                if !odd && low <= at && at <= high && i <= *self.ahead(at) {
                    return Split { old: i, new: i - at, least_low: true, least_high: true };
                }
                at -= 2;
            }

            if least {
                continue;
            }
            if long_run && cost > LEAST_COST {
                if let Some((old, new)) = self.promising_ahead((a, a_end), (b, b_end), (low, high), cost) {
                    return Split { old, new, least_low: true, least_high: false };
                }
                if let Some((old, new)) = self.promising_behind((a, a_end), (b, b_end), (back_low, back_high), cost) {
                    return Split { old, new, least_low: false, least_high: true };
                }
            }
            if cost >= self.most_cost {
                return self.furthest((a, a_end), (b, b_end), (low, high), (back_low, back_high));
            }
        }
    }

    /// The longest path from the first corner that is long for its cost and ends in a long run of equal lines.
    fn promising_ahead(
        &mut self,
        (a, a_end): (i64, i64),
        (b, b_end): (i64, i64),
        (low, high): (i64, i64),
        cost: i64,
    ) -> Option<(i64, i64)> {
        let middle = a - b;
        let (mut best, mut found) = (0, None);
        for at in diagonals(low, high) {
            let i = *self.ahead(at);
            let j = i - at;
            let length = (i - a) + (j - b) - (at - middle).abs();
            if length > PROMISING * cost
                && length > best
                && a + LONG_RUN <= i
                && i < a_end
                && b + LONG_RUN <= j
                && j < b_end
                && (1..=LONG_RUN).all(|back| self.same(i - back, j - back))
            {
                best = length;
                found = Some((i, j));
            }
        }
        found
    }

    /// The same from the last corner.
    fn promising_behind(
        &mut self,
        (a, a_end): (i64, i64),
        (b, b_end): (i64, i64),
        (low, high): (i64, i64),
        cost: i64,
    ) -> Option<(i64, i64)> {
        let middle = a_end - b_end;
        let (mut best, mut found) = (0, None);
        for at in diagonals(low, high) {
            let i = *self.behind(at);
            let j = i - at;
            let length = (a_end - i) + (b_end - j) - (at - middle).abs();
            if length > PROMISING * cost
                && length > best
                && a < i
                && i <= a_end - LONG_RUN
                && b < j
                && j <= b_end - LONG_RUN
                && (0..LONG_RUN).all(|on| self.same(i + on, j + on))
            {
                best = length;
                found = Some((i, j));
            }
        }
        found
    }

    /// The end of the path that came furthest, when the search has become too dear.
    fn furthest(
        &mut self,
        (a, a_end): (i64, i64),
        (b, b_end): (i64, i64),
        (low, high): (i64, i64),
        (back_low, back_high): (i64, i64),
    ) -> Split {
        let (mut far, mut far_old) = (-1, -1);
        for at in diagonals(low, high) {
            let mut i = (*self.ahead(at)).min(a_end);
            let mut j = i - at;
            if b_end < j {
                i = b_end + at;
                j = b_end;
            }
            if far < i + j {
                far = i + j;
                far_old = i;
            }
        }
        let (mut near, mut near_old) = (FAR, FAR);
        for at in diagonals(back_low, back_high) {
            let mut i = (*self.behind(at)).max(a);
            let mut j = i - at;
            if j < b {
                i = b + at;
                j = b;
            }
            if i + j < near {
                near = i + j;
                near_old = i;
            }
        }
        if (a_end + b_end) - near < far - (a + b) {
            Split { old: far_old, new: far - far_old, least_low: true, least_high: false }
        } else {
            Split { old: near_old, new: near - near_old, least_low: false, least_high: true }
        }
    }
}

/// Every other diagonal, from the highest down.
fn diagonals(low: i64, high: i64) -> impl Iterator<Item = i64> {
    (low..=high).rev().step_by(2)
}
