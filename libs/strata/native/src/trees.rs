//! What commits changed: their trees compared with those of their parents.

use gix_hash::ObjectId;
use gix_object::Kind;
use std::cmp::Ordering;

use crate::likeness::Likeness;
use crate::packs::{Bytes, Packs};
use crate::recent::Recent;
use crate::renames::{Side, renames};
use crate::text::common_prefix;

const DEEPEST: usize = 1 << 10; // folders in folders
const PARENTS: usize = 64; // of one commit

/// What a tree has at a path, but for folders.
#[derive(PartialEq, Clone, Copy)]
pub struct Entry {
    pub mode: Mode,
    pub id: ObjectId,
}

impl Entry {
    pub fn regular(&self) -> bool {
        matches!(self.mode, Mode::Plain | Mode::Executable)
    }
}

/// A path that differs, and what is there on either side.
pub struct Change {
    pub path: Vec<u8>,
    pub old: Option<Entry>,
    pub new: Option<Entry>,
    pub source: Source,
}

/// What became of a file that came or went. The number is the place of the other one.
#[derive(PartialEq, Clone, Copy)]
pub enum Source {
    None,
    RenamedFrom(usize),
    RenamedTo(usize),
}

/// The differences from the first parent, and what the other parents have where all of them differ.
pub struct Changes {
    pub paths: Vec<Change>,
    pub others: Vec<(Vec<u8>, Vec<Option<Entry>>)>,
}

pub struct Trees {
    packs: Packs,
    trees: Recent<ObjectId, Bytes>,
    roots: Recent<ObjectId, ObjectId>,
    likeness: Likeness,
    hash: gix_hash::Kind,
}

impl Trees {
    /// Trees that `packs` reads; `memory` bytes for what is kept of them. On `last_line` see Likeness.
    pub fn new(packs: Packs, hash: gix_hash::Kind, memory: usize, last_line: bool) -> Trees {
        Trees {
            packs,
            trees: Recent::new(memory / 2),
            roots: Recent::new(memory / 8),
            likeness: Likeness::new(memory / 8 * 3, last_line),
            hash,
        }
    }

    /// What `commit` changed. An error says what cannot be read.
    pub fn changes(&mut self, commit: &ObjectId, parents: &[ObjectId]) -> Result<Changes, String> {
        if parents.len() > PARENTS {
            return Err("too many parents".into());
        }
        let mut paths = self.between(parents.first(), commit)?;
        if parents.len() == 1 {
            self.find_renames(&mut paths)?;
        }
        let mut others: Vec<(Vec<u8>, Vec<Option<Entry>>)> = Vec::new();
        for (place, parent) in parents.iter().enumerate().skip(1) {
            let mut changed = self.between(Some(parent), commit)?;
            if place == 1 {
                let common = in_both(&paths, |change| &change.path, &mut changed);
                others = common.into_iter().map(|(_, change)| (change.path, vec![change.old])).collect();
            } else {
                let common = in_both(&others, |each| &each.0, &mut changed);
                others = common
                    .into_iter()
                    .map(|(at, change)| (change.path, [others[at].1.as_slice(), &[change.old]].concat()))
                    .collect();
            }
        }
        Ok(Changes { paths, others })
    }

    /// The paths at which two commits differ, in git's order.
    pub fn between(&mut self, old: Option<&ObjectId>, new: &ObjectId) -> Result<Vec<Change>, String> {
        let old = old.map(|commit| self.root(commit)).transpose()?;
        let new = self.root(new)?;
        let mut found = Vec::new();
        if old != Some(new) {
            self.compare(old, Some(new), &mut Vec::new(), 0, &mut found)?;
        }
        Ok(found)
    }

    /// For each of `created` (path, id) alone the place of the one of `deleted` that it was.
    pub fn sources(
        &mut self,
        created: &[(&[u8], ObjectId)],
        deleted: &[(&[u8], ObjectId)],
    ) -> Result<Vec<Option<usize>>, String> {
        fn side<'a>(&(path, id): &(&'a [u8], ObjectId)) -> Side<'a> {
            Side { path, entry: Entry { mode: Mode::Plain, id } }
        }
        let deleted: Vec<_> = deleted.iter().map(side).collect();
        created
            .iter()
            .map(|each| Ok(renames(&mut self.likeness, &mut self.packs, &deleted, &[side(each)])?[0]))
            .collect()
    }

    fn find_renames(&mut self, paths: &mut [Change]) -> Result<(), String> {
        let places = |side: fn(&Change) -> (Option<Entry>, Option<Entry>)| -> Vec<(usize, Entry)> {
            let all = paths.iter().enumerate();
            all.filter_map(|(place, change)| match side(change) {
                (Some(entry), None) => Some((place, entry)),
                _ => None,
            })
            .collect()
        };
        let went = places(|change| (change.old, change.new));
        let came = places(|change| (change.new, change.old));
        if went.is_empty() || came.is_empty() {
            return Ok(());
        }
        let side = |&(place, entry): &(usize, Entry)| Side { path: &paths[place].path, entry };
        let (old, new): (Vec<_>, Vec<_>) = (went.iter().map(side).collect(), came.iter().map(side).collect());
        let found = renames(&mut self.likeness, &mut self.packs, &old, &new)?;
        for ((place, _), source) in came.into_iter().zip(found) {
            if let Some(source) = source {
                paths[place].source = Source::RenamedFrom(went[source].0);
                paths[went[source].0].source = Source::RenamedTo(place);
            }
        }
        Ok(())
    }

    fn root(&mut self, commit: &ObjectId) -> Result<ObjectId, String> {
        if let Some(root) = self.roots.get(commit) {
            return Ok(root);
        }
        let content = self.packs.object(commit, Kind::Commit)?;
        let hex = content.strip_prefix(b"tree ").and_then(|rest| rest.get(..self.hash.len_in_hex()));
        let root = ObjectId::from_hex(hex.ok_or("a commit without a tree")?).map_err(|error| error.to_string())?;
        self.roots.put(*commit, root, 150);
        Ok(root)
    }

    fn tree(&mut self, id: Option<ObjectId>) -> Result<Bytes, String> {
        let Some(id) = id else { return Ok(Bytes::default()) };
        if let Some(tree) = self.trees.get(&id) {
            return Ok(tree);
        }
        let tree = self.packs.object(&id, Kind::Tree)?;
        self.trees.put(id, tree.clone(), tree.len() + 150);
        Ok(tree)
    }

    fn compare(
        &mut self,
        old: Option<ObjectId>,
        new: Option<ObjectId>,
        path: &mut Vec<u8>,
        depth: usize,
        found: &mut Vec<Change>,
    ) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("folders in folders without an end".into());
        }
        let (before, after) = (self.tree(old)?, self.tree(new)?);
        let (mut before, mut after) = (Items::new(&before, self.hash), Items::new(&after, self.hash));
        before.skip_common(&mut after);
        let (mut one, mut other) = (before.next()?, after.next()?);
        loop {
            let order = match (&one, &other) {
                (None, None) => return Ok(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(one), Some(other)) => one.order(other),
            };
            let was = if order == Ordering::Greater { None } else { one.take() };
            let is = if order == Ordering::Less { None } else { other.take() };
            if order == Ordering::Equal {
                before.skip_common(&mut after);
            }
            if order != Ordering::Greater {
                one = before.next()?;
            }
            if order != Ordering::Less {
                other = after.next()?;
            }
            let same = matches!((&was, &is), (Some(was), Some(is)) if was.id == is.id && was.mode == is.mode);
            let Some(item) = was.as_ref().or(is.as_ref()).filter(|_| !same) else { continue };
            let length = path.len();
            path.extend_from_slice(item.name);
            if item.mode == Mode::Folder {
                path.push(b'/');
                self.compare(was.map(|item| item.id), is.map(|item| item.id), path, depth + 1, found)?;
            } else {
                found.push(Change {
                    path: path.clone(),
                    old: was.map(|item| item.entry()),
                    new: is.map(|item| item.entry()),
                    source: Source::None,
                });
            }
            path.truncate(length);
        }
    }
}

/// Those of `changed` whose path is among the `paths` too, and where there; both in git's order.
fn in_both<T>(paths: &[T], path: impl Fn(&T) -> &Vec<u8>, changed: &mut Vec<Change>) -> Vec<(usize, Change)> {
    let place: std::collections::HashMap<&[u8], usize> =
        paths.iter().enumerate().map(|(at, each)| (path(each).as_slice(), at)).collect();
    changed.drain(..).filter_map(|change| Some((*place.get(change.path.as_slice())?, change))).collect()
}

/// The modes that git knows; what else trees say is taken for one of them, as git does.
#[derive(PartialEq, Clone, Copy)]
pub enum Mode {
    Plain,
    Executable,
    Link,
    Folder,
    Commit,
}

struct Item<'a> {
    mode: Mode,
    name: &'a [u8],
    id: ObjectId,
}

impl Item<'_> {
    fn entry(&self) -> Entry {
        Entry { mode: self.mode, id: self.id }
    }

    /// The order in trees: a folder is sorted as if its name ended with a slash, and a file of its name is another item.
    fn order(&self, other: &Item<'_>) -> Ordering {
        let common = self.name.len().min(other.name.len());
        let next = |item: &Item<'_>| match item.name.get(common) {
            Some(&byte) => byte,
            None if item.mode == Mode::Folder => b'/',
            None => 0,
        };
        self.name[..common].cmp(&other.name[..common]).then_with(|| next(self).cmp(&next(other)))
    }
}

/// The items of a tree (gitformat: octal mode, space, name, NUL, id), one after another.
struct Items<'a> {
    rest: &'a [u8],
    hash: gix_hash::Kind,
}

impl<'a> Items<'a> {
    fn new(rest: &'a [u8], hash: gix_hash::Kind) -> Items<'a> {
        Items { rest, hash }
    }

    /// Leaves out the items that both begin with: mostly all but one or two.
    fn skip_common(&mut self, other: &mut Items<'_>) {
        if self.rest == other.rest {
            (self.rest, other.rest) = (&[], &[]);
            return;
        }
        let common = common_prefix(self.rest, other.rest);
        let mut at = 0;
        while let Some(end) =
            memchr::memchr(0, &self.rest[at..common]).map(|nul| at + nul + 1 + self.hash.len_in_bytes())
            && end <= common
        {
            at = end;
        }
        self.rest = &self.rest[at..];
        other.rest = &other.rest[at..];
    }

    fn next(&mut self) -> Result<Option<Item<'a>>, String> {
        if self.rest.is_empty() {
            Ok(None)
        } else {
            self.item().map(Some).ok_or_else(|| "a tree makes no sense".into())
        }
    }

    fn item(&mut self) -> Option<Item<'a>> {
        let space = memchr::memchr(b' ', self.rest)?;
        let mut mode = 0u32;
        for &digit in &self.rest[..space] {
            if !(b'0'..=b'7').contains(&digit) || mode > 0o1_000_000 {
                return None;
            }
            mode = mode * 8 + u32::from(digit - b'0');
        }
        let mode = match mode & 0o170_000 {
            0o100_000 if mode & 0o100 != 0 => Mode::Executable,
            0o100_000 => Mode::Plain,
            0o120_000 => Mode::Link,
            0o040_000 => Mode::Folder,
            _ => Mode::Commit,
        };
        let rest = &self.rest[space + 1..];
        let end = memchr::memchr(0, rest)?;
        let name = &rest[..end];
        let length = self.hash.len_in_bytes();
        let id = ObjectId::from_bytes_or_panic(rest.get(end + 1..end + 1 + length)?);
        self.rest = &rest[end + 1 + length..];
        (!name.is_empty()).then_some(Item { mode, name, id })
    }
}
