//! The native core of the engine: what git's own comparison says of pairs of blobs, read from the packs, and what the
//! lines of a text are.
//!
//! It is an option. Without it the engine asks git for the same (`strata.history.hunks`), or looks at texts in Python,
//! with the same result.

mod blobs;
mod compact;
mod diff;
mod hash;
mod likeness;
mod lines;
mod packs;
mod recent;
mod renames;
mod text;
mod trees;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gix_hash::ObjectId;
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList};

use blobs::Blobs;
use packs::Packs;
use trees::{Change, Entry, Source, Trees};

/// git calls blobs of this size binary without a look at them (`core.bigFileThreshold`).
const TOO_LARGE: usize = 512 << 20;

/// Counts up whenever what Python is told changes its form.
const INTERFACE: u32 = 3;

enum Difference {
    Hunks(Vec<diff::Hunk>),
    /// The new blob is binary.
    Binary,
    /// Only the old blob is binary; the lines of the new one.
    WasBinary(usize),
}

fn difference(blobs: &mut Blobs, old: Option<ObjectId>, new: ObjectId) -> Result<Difference, String> {
    // what was compared last time is likely to be here
    let like = old.and_then(|old| blobs.known(&old));
    let after = blobs.text(&new, like.as_deref())?;
    let before = old.map(|old| blobs.text(&old, Some(&after))).transpose()?;
    let binary = |text: &text::Text| text.binary || text.data.len() > TOO_LARGE;
    if binary(&after) {
        return Ok(Difference::Binary);
    }
    let lines = after.len();
    Ok(match before {
        None if lines == 0 => Difference::Hunks(Vec::new()),
        None => Difference::Hunks(vec![[0, 0, 0, lines as i32]]),
        Some(before) if binary(&before) => Difference::WasBinary(lines),
        Some(before) => Difference::Hunks(diff::hunks(&before, &after)),
    })
}

/// Compares blobs of one repository as `git diff -U0` does, and trees as `git diff-tree -r --raw --no-renames`.
#[pyclass(frozen)]
struct Core {
    blobs: Mutex<Blobs>,
    trees: Mutex<Trees>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parsed(hex: &[u8]) -> Result<ObjectId, String> {
    ObjectId::from_hex(hex).map_err(|error| error.to_string())
}

/// The blob of a regular file.
fn blob<'py>(py: Python<'py>, entry: Option<Entry>) -> Option<Bound<'py, PyBytes>> {
    entry.filter(Entry::regular).map(|entry| PyBytes::new(py, entry.id.to_hex().to_string().as_bytes()))
}

/// Changes as rows, a renamed file's deletion just before its creation.
fn rows<'py>(py: Python<'py>, changes: &[Change]) -> PyResult<Bound<'py, PyList>> {
    let list = PyList::empty(py);
    let row = |change: &Change, source: Option<(&[u8], Bound<'py, PyBytes>)>, moved: bool| {
        let (old, new) = (blob(py, change.old), blob(py, change.new));
        let source = source.map(|(path, blob)| (PyBytes::new(py, path), blob));
        let path = PyBytes::new(py, &change.path);
        list.append((path, old, new, change.old.is_none(), change.new.is_none(), source, moved))
    };
    for change in changes {
        match change.source {
            Source::None => row(change, None, false)?,
            Source::RenamedTo(_) => (),
            Source::RenamedFrom(place) => {
                let went = &changes[place];
                row(went, None, true)?;
                let regular = change.new.is_some_and(|entry| entry.regular());
                let source = blob(py, went.old).filter(|_| regular).map(|blob| (went.path.as_slice(), blob));
                row(change, source, false)?;
            }
        }
    }
    Ok(list)
}

#[pymethods]
impl Core {
    /// `objects` is the repository's folder of objects, `hex` the length of an id, `memory` bounds what is kept (bytes).
    /// `last_line`: the git at hand counts a last line without a newline when it looks for renames (2.43.2 and later).
    ///
    /// Raises OSError if there is no such folder, ValueError if there are no ids of that length.
    #[new]
    fn new(objects: PathBuf, hex: usize, memory: usize, last_line: bool) -> PyResult<Core> {
        let hash = gix_hash::Kind::from_hex_len(hex).ok_or_else(|| PyValueError::new_err("no such length of an id"))?;
        let packs = Packs::new(&objects, hash, memory / 8 * 3).map_err(PyOSError::new_err)?;
        let trees = Trees::new(packs.beside(memory / 8), hash, memory / 8, last_line);
        let blobs = Blobs::new(packs, memory / 8 * 3);
        Ok(Core { blobs: Mutex::new(blobs), trees: Mutex::new(trees) })
    }

    /// What there is to say of each pair (old id or nothing, new id).
    ///
    /// Bytes are hunks, four 32 bit numbers each: first old line, old lines, first new line, new lines, lines counted from
    /// 0. None means that the new blob is binary, a number that only the old one is, and counts the new one's lines.
    ///
    /// Raises OSError if a blob cannot be read.
    fn differences<'py>(&self, py: Python<'py>, pairs: Vec<(Vec<u8>, Vec<u8>)>) -> PyResult<Bound<'py, PyList>> {
        let found = py.detach(|| {
            let mut blobs = locked(&self.blobs);
            pairs
                .iter()
                .map(|(old, new)| {
                    let old = if old.is_empty() { None } else { Some(parsed(old)?) };
                    difference(&mut blobs, old, parsed(new)?)
                })
                .collect::<Result<Vec<_>, String>>()
        });
        let list = PyList::empty(py);
        for each in found.map_err(PyOSError::new_err)? {
            match each {
                Difference::Binary => list.append(py.None())?,
                Difference::WasBinary(lines) => list.append(lines)?,
                Difference::Hunks(hunks) => {
                    let bytes: Vec<u8> = hunks.iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
                    list.append(PyBytes::new(py, &bytes))?;
                }
            }
        }
        Ok(list)
    }

    /// What commits (each an id and those of its parents) changed: (paths, others) of each.
    ///
    /// `paths` are the differences from the first parent in git's order: (path, old blob, new blob, created, deleted, source,
    /// moved); a blob is None if there is no regular file. Where there is one parent, `source` is the (path, blob) that
    /// a created file was renamed from, and that one is `moved`. `others` (merges only) has the paths at which all
    /// parents differ, and (blob, exists) of the other parents there.
    ///
    /// Raises OSError if a commit or a tree cannot be read.
    fn changes<'py>(&self, py: Python<'py>, commits: Vec<(Vec<u8>, Vec<Vec<u8>>)>) -> PyResult<Bound<'py, PyList>> {
        let found = py.detach(|| {
            let mut trees = locked(&self.trees);
            commits
                .iter()
                .map(|(commit, parents)| {
                    let parents = parents.iter().map(|each| parsed(each)).collect::<Result<Vec<_>, _>>()?;
                    trees.changes(&parsed(commit)?, &parents)
                })
                .collect::<Result<Vec<_>, String>>()
        });
        let list = PyList::empty(py);
        for changes in found.map_err(PyOSError::new_err)? {
            let others = PyDict::new(py);
            for (path, entries) in &changes.others {
                let there = PyList::empty(py);
                for &entry in entries {
                    there.append((blob(py, entry), entry.is_some()))?;
                }
                others.set_item(PyBytes::new(py, path), there)?;
            }
            list.append((rows(py, &changes.paths)?, others))?;
        }
        Ok(list)
    }

    /// For each of the files `created` (path, blob), looked at alone, the one of `deleted` (in git's order) that git would
    /// say it was renamed from, as a number, or None.
    ///
    /// Raises OSError if a blob cannot be read.
    fn sources(
        &self,
        py: Python<'_>,
        created: Vec<(Vec<u8>, Vec<u8>)>,
        deleted: Vec<(Vec<u8>, Vec<u8>)>,
    ) -> PyResult<Vec<Option<usize>>> {
        fn files(files: &[(Vec<u8>, Vec<u8>)]) -> Result<Vec<(&[u8], ObjectId)>, String> {
            files.iter().map(|(path, blob)| Ok((path.as_slice(), parsed(blob)?))).collect()
        }
        py.detach(|| locked(&self.trees).sources(&files(&created)?, &files(&deleted)?)).map_err(PyOSError::new_err)
    }

    /// (path, blob) of the regular files that the commit `old` has and `new` has not, in git's order.
    ///
    /// Raises OSError if a commit or a tree cannot be read.
    fn deleted<'py>(&self, py: Python<'py>, old: &[u8], new: &[u8]) -> PyResult<Bound<'py, PyList>> {
        let found = py.detach(|| locked(&self.trees).between(Some(&parsed(old)?), &parsed(new)?));
        let list = PyList::empty(py);
        for change in found.map_err(PyOSError::new_err)? {
            if let (Some(blob), None) = (blob(py, change.old), change.new) {
                list.append((PyBytes::new(py, &change.path), blob))?;
            }
        }
        Ok(list)
    }
}

#[pymodule]
fn strata_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("INTERFACE", INTERFACE)?;
    module.add_class::<Core>()?;
    module.add_class::<lines::Syntax>()?;
    module.add_function(wrap_pyfunction!(lines::indentation, module)?)
}
