//! Which of the files that went are the ones that came, as git decides it (`-M`).
//!
//! The same content comes first, then the only file of the same name if it is three quarters the same, then whatever is
//! most alike.

use std::collections::HashMap;

use gix_hash::ObjectId;

use crate::likeness::{LEAST, Likeness, WHOLE};
use crate::packs::Packs;
use crate::trees::Entry;

const CANDIDATES: usize = 4; // of each file that came
const ALTERNATIVES: usize = 102; // files of the same content that are looked at
const MOST: usize = 1000 * 1000; // pairs to compare (diff.renameLimit)
const LEAST_OF_NAME: i32 = LEAST + (0.5 * (WHOLE - LEAST as f64)) as i32;

pub struct Side<'a> {
    pub path: &'a [u8],
    pub entry: Entry,
}

impl<'a> Side<'a> {
    fn name(&self) -> &'a [u8] {
        let start = memchr::memrchr(b'/', self.path).map_or(0, |slash| slash + 1);
        &self.path[start..]
    }
}

#[derive(Clone, Copy)]
struct Candidate {
    score: i32,
    same_name: bool,
    old: usize,
    new: usize,
}

/// For each of `new` the place of the one of `old` that it was, which serves no other one. Both are in git's order.
pub fn renames(
    likeness: &mut Likeness,
    packs: &mut Packs,
    old: &[Side<'_>],
    new: &[Side<'_>],
) -> Result<Vec<Option<usize>>, String> {
    let mut found = vec![None; new.len()];
    let mut used = vec![false; old.len()];
    same_content(old, new, &mut found, &mut used);
    same_name(likeness, packs, old, new, &mut found, &mut used)?;
    let open: Vec<usize> = (0..new.len()).filter(|&place| found[place].is_none()).collect();
    let left: Vec<usize> = (0..old.len()).filter(|&place| !used[place]).collect();
    if open.len() * left.len() > MOST {
        return Ok(found);
    }
    let mut candidates = Vec::with_capacity(open.len() * CANDIDATES);
    for &place in &open {
        let mut best: Vec<Candidate> = Vec::with_capacity(CANDIDATES);
        for &source in &left {
            let score = compared(likeness, packs, &old[source], &new[place], LEAST)?;
            let same_name = old[source].name() == new[place].name();
            keep_better(&mut best, Candidate { score, same_name, old: source, new: place });
        }
        candidates.extend(best);
    }
    candidates.sort_by_key(rank);
    for each in candidates.iter().take_while(|each| each.score >= LEAST) {
        if found[each.new].is_none() && !used[each.old] {
            found[each.new] = Some(each.old);
            used[each.old] = true;
        }
    }
    Ok(found)
}

fn rank(candidate: &Candidate) -> (i32, bool) {
    (-candidate.score, !candidate.same_name)
}

/// Keeps a candidate in the place of the worst one, if it is better: where two are as good, places matter.
fn keep_better(best: &mut Vec<Candidate>, candidate: Candidate) {
    if best.len() < CANDIDATES {
        best.push(candidate);
        return;
    }
    let worst = (1..CANDIDATES).fold(0, |worst, at| if rank(&best[at]) > rank(&best[worst]) { at } else { worst });
    if rank(&best[worst]) > rank(&candidate) {
        best[worst] = candidate;
    }
}

fn same_content(old: &[Side<'_>], new: &[Side<'_>], found: &mut [Option<usize>], used: &mut [bool]) {
    let mut places: HashMap<ObjectId, Vec<usize>> = HashMap::new();
    for (place, side) in old.iter().enumerate() {
        places.entry(side.entry.id).or_default().push(place);
    }
    for (side, found) in new.iter().zip(found) {
        let Some(same) = places.get(&side.entry.id) else { continue };
        let mut best = None;
        let mut looked_at = 0;
        for &place in same {
            let source = &old[place];
            let alike = side.entry.regular() && source.entry.regular() || side.entry.mode == source.entry.mode;
            if !alike || used[place] {
                continue;
            }
            if source.name() == side.name() {
                best = Some(place);
                break;
            }
            best = best.or(Some(place));
            looked_at += 1;
            if looked_at == ALTERNATIVES {
                break;
            }
        }
        if let Some(place) = best {
            *found = Some(place);
            used[place] = true;
        }
    }
}

fn same_name(
    likeness: &mut Likeness,
    packs: &mut Packs,
    old: &[Side<'_>],
    new: &[Side<'_>],
    found: &mut [Option<usize>],
    used: &mut [bool],
) -> Result<(), String> {
    let names = only_ones(new, |place| found[place].is_none());
    let sources = only_ones(old, |place| !used[place]);
    for (source, side) in old.iter().enumerate() {
        if sources.get(side.name()) != Some(&Some(source)) {
            continue;
        }
        let Some(&Some(place)) = names.get(side.name()) else { continue };
        if compared(likeness, packs, side, &new[place], LEAST_OF_NAME)? >= LEAST_OF_NAME {
            found[place] = Some(source);
            used[source] = true;
        }
    }
    Ok(())
}

/// Name → place of the only one so called among those that `count`, None if there are several.
fn only_ones<'a>(sides: &[Side<'a>], count: impl Fn(usize) -> bool) -> HashMap<&'a [u8], Option<usize>> {
    let mut names = HashMap::new();
    for (place, side) in sides.iter().enumerate().filter(|(place, _)| count(*place)) {
        names.entry(side.name()).and_modify(|only| *only = None).or_insert(Some(place));
    }
    names
}

fn compared(
    likeness: &mut Likeness,
    packs: &mut Packs,
    old: &Side<'_>,
    new: &Side<'_>,
    least: i32,
) -> Result<i32, String> {
    if !old.entry.regular() || !new.entry.regular() {
        return Ok(0);
    }
    likeness.of(packs, &old.entry.id, &new.entry.id, least)
}
