//! A blob cut into lines, each known by a hash of its bytes.

use crate::hash::line_hash;
use crate::packs::Bytes;

/// git calls a blob binary if one of its first bytes is NUL.
const PROBE: usize = 8000;

/// `ends` says where each line ends, its newline included; the last line may have none.
pub struct Text {
    pub data: Bytes,
    pub ends: Vec<u32>,
    pub hashes: Vec<u64>,
    pub binary: bool,
}

impl Text {
    /// What `data` shares with `like` at its beginning and end is not looked at twice.
    pub fn new(data: Bytes, like: Option<&Text>) -> Text {
        let binary = is_binary(&data);
        let mut text = Text { data, ends: Vec::new(), hashes: Vec::new(), binary };
        match like {
            Some(like) if !like.data.is_empty() => text.cut_like(like),
            _ => text.cut(0, text.data.len()),
        }
        text
    }

    /// About the bytes of memory that it takes.
    pub fn size(&self) -> usize {
        self.data.len() + 12 * self.ends.len() + 200
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn start(&self, line: usize) -> usize {
        if line == 0 { 0 } else { self.ends[line - 1] as usize }
    }

    pub fn line(&self, line: usize) -> &[u8] {
        &self.data[self.start(line)..self.ends[line] as usize]
    }

    /// The number of lines that end at `offset` or before it.
    pub fn lines_until(&self, offset: usize) -> usize {
        self.ends.partition_point(|&end| end as usize <= offset)
    }

    /// The number of lines among the first `lines` that begin after `offset`.
    pub fn lines_after(&self, offset: usize, lines: usize) -> usize {
        // a line begins where the one before it ends
        let first = self.ends[..lines].partition_point(|&end| end as usize <= offset) + 1;
        lines.saturating_sub(first)
    }

    fn cut_like(&mut self, like: &Text) {
        let before = common_prefix(&self.data, &like.data);
        let room = self.data.len().min(like.data.len()) - before;
        let after = common_suffix(&self.data, &like.data, room);
        self.ends.reserve(like.len() + 8);
        self.hashes.reserve(like.len() + 8);
        // the last of the common lines may go on here
        let whole = like.lines_until(before);
        let whole = if whole > 0 && !self.ends_line(like.ends[whole - 1] as usize) { whole - 1 } else { whole };
        self.ends.extend_from_slice(&like.ends[..whole]);
        self.hashes.extend_from_slice(&like.hashes[..whole]);
        let kept = like.lines_after(like.data.len() - after, like.len()).min(like.len() - whole);
        let first = like.len() - kept;
        let tail = if kept > 0 { like.data.len() - like.start(first) } else { 0 };
        self.cut(self.start(whole), self.data.len() - tail);
        let (here, there) = (self.data.len(), like.data.len());
        self.ends.extend(like.ends[first..].iter().map(|&end| (end as usize + here - there) as u32));
        self.hashes.extend_from_slice(&like.hashes[first..]);
    }

    fn ends_line(&self, end: usize) -> bool {
        end == self.data.len() || self.data[end - 1] == b'\n'
    }

    fn cut(&mut self, mut start: usize, stop: usize) {
        while start < stop {
            let end = memchr::memchr(b'\n', &self.data[start..stop]).map_or(stop, |at| start + at + 1);
            let hash = line_hash(&self.data[start..end]);
            self.ends.push(end as u32);
            self.hashes.push(hash);
            start = end;
        }
    }
}

pub fn is_binary(content: &[u8]) -> bool {
    content[..content.len().min(PROBE)].contains(&0)
}

/// The number of bytes that two slices begin with both.
pub fn common_prefix(one: &[u8], other: &[u8]) -> usize {
    const STEP: usize = 64;
    let mut at = 0;
    for (a, b) in one.chunks_exact(STEP).zip(other.chunks_exact(STEP)) {
        if a != b {
            break;
        }
        at += STEP;
    }
    at + one[at..].iter().zip(&other[at..]).take_while(|(a, b)| a == b).count()
}

/// The number of bytes, at most `most`, that two slices end with both.
pub fn common_suffix(one: &[u8], other: &[u8], most: usize) -> usize {
    const STEP: usize = 64;
    let (one, other) = (&one[one.len() - most..], &other[other.len() - most..]);
    let mut at = 0;
    for (a, b) in one.rchunks_exact(STEP).zip(other.rchunks_exact(STEP)) {
        if a != b {
            break;
        }
        at += STEP;
    }
    let (a, b) = (&one[..most - at], &other[..most - at]);
    at + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}
