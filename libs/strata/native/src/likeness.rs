//! How much of one blob is in another, as git measures it to find renames.
//!
//! A blob is taken as a bag of chunks, each a line or 64 bytes of one, known by a small hash. What two bags have in
//! common, in bytes, is what was kept.

use std::sync::Arc;

use gix_hash::ObjectId;
use gix_object::Kind;

use crate::packs::Packs;
use crate::recent::Recent;
use crate::text::is_binary;

/// Likeness of the same.
pub const WHOLE: f64 = 60_000.0;
/// git's default: less than half is no rename.
pub const LEAST: i32 = 30_000;

const CHUNK: u32 = 64; // bytes
const KINDS: u32 = 107_927; // of chunks

/// (kind, bytes) in the order of kinds.
type Bag = Arc<Vec<(u32, u32)>>;

pub struct Likeness {
    bags: Recent<ObjectId, Bag>,
    sizes: Recent<ObjectId, usize>,
    last_line: bool,
}

impl Likeness {
    /// Since 2.43.2 git counts a `last_line` without a newline too. `memory` bytes for what is kept.
    pub fn new(memory: usize, last_line: bool) -> Likeness {
        Likeness { bags: Recent::new(memory / 4 * 3), sizes: Recent::new(memory / 4), last_line }
    }

    /// How much of `new` was in `old`, of `WHOLE`; 0 if their sizes alone say that it is less than `least`.
    pub fn of(&mut self, packs: &mut Packs, old: &ObjectId, new: &ObjectId, least: i32) -> Result<i32, String> {
        let sizes = (self.size(packs, old)?, self.size(packs, new)?);
        let (larger, smaller) = (sizes.0.max(sizes.1), sizes.0.min(sizes.1));
        let lacking = larger - smaller;
        if larger as f64 * (WHOLE - f64::from(least)) < lacking as f64 * WHOLE || sizes.1 == 0 {
            return Ok(0);
        }
        let (old, new) = (self.bag(packs, old)?, self.bag(packs, new)?);
        Ok((common(&old, &new) as f64 * WHOLE / larger as f64) as i32)
    }

    fn size(&mut self, packs: &mut Packs, id: &ObjectId) -> Result<usize, String> {
        if let Some(size) = self.sizes.get(id) {
            return Ok(size);
        }
        let size = packs.size(id)?;
        self.sizes.put(*id, size, 150);
        Ok(size)
    }

    fn bag(&mut self, packs: &mut Packs, id: &ObjectId) -> Result<Bag, String> {
        if let Some(bag) = self.bags.get(id) {
            return Ok(bag);
        }
        let bag = Arc::new(bag(&packs.object(id, Kind::Blob)?, self.last_line));
        self.bags.put(*id, bag.clone(), 8 * bag.len() + 150);
        Ok(bag)
    }
}

fn bag(content: &[u8], last_line: bool) -> Vec<(u32, u32)> {
    let text = !is_binary(content);
    let mut chunks = Vec::with_capacity(content.len() / 24);
    let (mut one, mut other, mut size) = (0u32, 0u32, 0u32);
    for (at, &byte) in content.iter().enumerate() {
        if text && byte == b'\r' && content.get(at + 1) == Some(&b'\n') {
            continue; // line endings do not matter
        }
        let before = one;
        one = (one << 7 ^ other >> 25).wrapping_add(u32::from(byte));
        other = other << 7 ^ before >> 25;
        size += 1;
        if size == CHUNK || byte == b'\n' {
            chunks.push((kind(one, other), size));
            (one, other, size) = (0, 0, 0);
        }
    }
    if size > 0 && last_line {
        chunks.push((kind(one, other), size));
    }
    chunks.sort_unstable();
    chunks.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    chunks
}

fn kind(one: u32, other: u32) -> u32 {
    one.wrapping_add(other.wrapping_mul(0x61)) % KINDS
}

/// The bytes that two bags have in common.
fn common(old: &[(u32, u32)], new: &[(u32, u32)]) -> u64 {
    let mut rest = new.iter().peekable();
    let mut bytes = 0;
    for &(kind, size) in old {
        while rest.next_if(|each| each.0 < kind).is_some() {}
        if let Some(each) = rest.next_if(|each| each.0 == kind) {
            bytes += u64::from(size.min(each.1));
        }
    }
    bytes
}
