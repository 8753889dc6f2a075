//! The native core of the history engine: what git's own comparison says of pairs of blobs, read from the packs.
//!
//! It is an option. Without it the engine asks git for the same (`strata.history.hunks`), with the same result.

mod blobs;
mod compact;
mod diff;
mod hash;
mod packs;
mod recent;
mod text;

use std::path::PathBuf;
use std::sync::Mutex;

use gix_hash::ObjectId;
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use blobs::Blobs;

/// git calls blobs of this size binary without a look at them (`core.bigFileThreshold`).
const TOO_LARGE: usize = 512 << 20;

/// Counts up whenever what Python is told changes its form.
const INTERFACE: u32 = 1;

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

/// Compares blobs of one repository as `git diff -U0` does.
#[pyclass(frozen)]
struct Core {
    blobs: Mutex<Blobs>,
}

#[pymethods]
impl Core {
    /// `objects` is the repository's folder of objects, `hex` the length of an id, `memory` bounds what is kept (bytes).
    ///
    /// Raises OSError if there is no such folder, ValueError if there are no ids of that length.
    #[new]
    fn new(objects: PathBuf, hex: usize, memory: usize) -> PyResult<Core> {
        let hash = gix_hash::Kind::from_hex_len(hex).ok_or_else(|| PyValueError::new_err("no such length of an id"))?;
        let blobs = Blobs::new(&objects, hash, memory).map_err(PyOSError::new_err)?;
        Ok(Core { blobs: Mutex::new(blobs) })
    }

    /// What there is to say of each pair (old id or nothing, new id).
    ///
    /// Bytes are hunks, four 32 bit numbers each: first old line, old lines, first new line, new lines, lines counted from
    /// 0. None means that the new blob is binary, a number that only the old one is, and counts the new one's lines.
    ///
    /// Raises OSError if a blob cannot be read.
    fn differences<'py>(&self, py: Python<'py>, pairs: Vec<(Vec<u8>, Vec<u8>)>) -> PyResult<Bound<'py, PyList>> {
        let found = py.detach(|| {
            let mut blobs = self.blobs.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let id = |hex: &[u8]| ObjectId::from_hex(hex).map_err(|error| error.to_string());
            pairs
                .iter()
                .map(|(old, new)| {
                    let old = if old.is_empty() { None } else { Some(id(old)?) };
                    difference(&mut blobs, old, id(new)?)
                })
                .collect::<Result<Vec<_>, String>>()
        });
        let told = PyList::empty(py);
        for each in found.map_err(PyOSError::new_err)? {
            match each {
                Difference::Binary => told.append(py.None())?,
                Difference::WasBinary(lines) => told.append(lines)?,
                Difference::Hunks(hunks) => {
                    let bytes: Vec<u8> = hunks.iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
                    told.append(PyBytes::new(py, &bytes))?;
                }
            }
        }
        Ok(told)
    }
}

#[pymodule]
fn strata_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("INTERFACE", INTERFACE)?;
    module.add_class::<Core>()
}
