//! The contents of objects, out of packs.
//!
//! Versions of one file, or one folder, are deltas of each other in a pack, mostly. All that is unpacked on the way to
//! one version is kept for the next one, which a general reader does not do; that is why this is here. Whatever is not
//! in a pack comes by that general reader.

use std::path::Path;
use std::sync::Arc;

use gix_hash::ObjectId;
use gix_object::{Find, Kind};
use gix_pack::data::entry::Header;

use crate::recent::Recent;

const DEEPEST: usize = 1 << 16; // deltas on deltas; git writes 4,095 at most

pub type Bytes = Arc<Vec<u8>>;

pub struct Packs {
    packs: Arc<Vec<Pack>>,
    last: usize,
    inflate: gix_zlib::Inflate,
    unpacked: Recent<(usize, u64), Bytes>,
    delta: Vec<u8>,
    rest: gix_odb::Handle,
}

struct Pack {
    index: gix_pack::index::File,
    data: gix_pack::data::File,
}

impl Packs {
    pub fn new(objects: &Path, hash: gix_hash::Kind, memory: usize) -> Result<Packs, String> {
        let rest = gix_odb::at_opts(objects, hash, None, gix_odb::store::init::Options::default()).map_err(said)?;
        let here = std::env::current_dir().map_err(said)?;
        let mut folders = vec![objects.to_owned()];
        folders.extend(gix_odb::alternate::resolve(objects.to_owned(), &here).map_err(said)?);
        let mut packs = Vec::new();
        for folder in folders {
            let Ok(files) = folder.join("pack").read_dir() else { continue };
            for file in files {
                let path = file.map_err(said)?.path();
                // a pack that has just gone, or is just being written, is left to the general reader
                if path.extension().is_some_and(|extension| extension == "idx")
                    && let Ok(index) = gix_pack::index::File::at(&path, hash)
                    && let Ok(data) = gix_pack::data::File::at(path.with_extension("pack"), hash)
                {
                    packs.push(Pack { index, data });
                }
            }
        }
        Ok(Packs {
            packs: Arc::new(packs),
            last: 0,
            inflate: gix_zlib::Inflate::default(),
            unpacked: Recent::new(memory),
            delta: Vec::new(),
            rest,
        })
    }

    /// Another reader of the same files, with its own memory of what it unpacked.
    pub fn beside(&self, memory: usize) -> Packs {
        Packs {
            packs: self.packs.clone(),
            last: 0,
            inflate: gix_zlib::Inflate::default(),
            unpacked: Recent::new(memory),
            delta: Vec::new(),
            rest: self.rest.clone(),
        }
    }

    /// The content of an object. An error says why it cannot be read.
    pub fn object(&mut self, id: &ObjectId, kind: Kind) -> Result<Bytes, String> {
        if let Some((number, offset)) = self.place(id) {
            return self.unpack(number, offset, kind);
        }
        let mut buffer = Vec::new();
        match self.rest.try_find(id, &mut buffer).map_err(said)? {
            Some(found) if found.kind == kind => Ok(Arc::new(found.data.to_vec())),
            Some(_) => Err(format!("{id} is not a {kind}")),
            None => Err(format!("{id} is not there")),
        }
    }

    /// The size of a blob, which is not unpacked for it.
    pub fn size(&mut self, id: &ObjectId) -> Result<usize, String> {
        let Some((number, offset)) = self.place(id) else {
            return Ok(self.object(id, Kind::Blob)?.len());
        };
        if let Some(known) = self.unpacked.get(&(number, offset)) {
            return Ok(known.len());
        }
        let data = &self.packs[number].data;
        let entry = data.entry(offset).map_err(said)?;
        if entry.header.as_kind().is_some() {
            return length(entry.decompressed_size);
        }
        self.delta.resize(length(entry.decompressed_size)?, 0);
        data.decompress_entry(&entry, &mut self.inflate, &mut self.delta).map_err(said)?;
        let mut rest = self.delta.as_slice();
        number_at(&mut rest).and_then(|_| number_at(&mut rest)).ok_or_else(|| "a delta makes no sense".into())
    }

    fn place(&mut self, id: &ObjectId) -> Option<(usize, u64)> {
        let count = self.packs.len();
        let first = self.last; // the next one is likely to be where the last one was
        (0..count).map(|each| (first + each) % count).find_map(|number| {
            let index = &self.packs[number].index;
            let offset = index.pack_offset_at_index(index.lookup(id)?);
            self.last = number;
            Some((number, offset))
        })
    }

    fn unpack(&mut self, pack: usize, offset: u64, kind: Kind) -> Result<Bytes, String> {
        // from the object that is wanted to one that is whole
        let mut chain = Vec::new();
        let mut at = offset;
        let mut content = loop {
            if let Some(known) = self.unpacked.get(&(pack, at)) {
                break known;
            }
            let Pack { index, data } = &self.packs[pack];
            let entry = data.entry(at).map_err(said)?;
            let base = match entry.header {
                Header::OfsDelta { base_distance } => entry.checked_base_pack_offset(base_distance),
                Header::RefDelta { base_id } => index.lookup(base_id).map(|place| index.pack_offset_at_index(place)),
                header if header.as_kind() == Some(kind) => {
                    let mut whole = vec![0; length(entry.decompressed_size)?];
                    data.decompress_entry(&entry, &mut self.inflate, &mut whole).map_err(said)?;
                    let whole = Arc::new(whole);
                    self.unpacked.put((pack, at), whole.clone(), whole.len());
                    break whole;
                }
                _ => return Err(format!("it is not a {kind}")),
            };
            chain.push((at, entry));
            at = base.ok_or("the base of a delta is not in the pack")?;
            if chain.len() > DEEPEST {
                return Err("deltas on deltas without an end".into());
            }
        };
        for (at, entry) in chain.into_iter().rev() {
            self.delta.resize(length(entry.decompressed_size)?, 0);
            self.packs[pack].data.decompress_entry(&entry, &mut self.inflate, &mut self.delta).map_err(said)?;
            content = Arc::new(applied(&content, &self.delta).ok_or("a delta does not fit its base")?);
            self.unpacked.put((pack, at), content.clone(), content.len());
        }
        Ok(content)
    }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Larger blobs than git itself would compare are not unpacked.
fn length(size: u64) -> Result<usize, String> {
    if size > crate::TOO_LARGE as u64 { Err("it is too large".into()) } else { Ok(size as usize) }
}

/// The content that `delta` makes of `base`; None if it makes no sense (gitformat-pack, "Deltified representation").
fn applied(base: &[u8], delta: &[u8]) -> Option<Vec<u8>> {
    let mut rest = delta;
    if number_at(&mut rest)? != base.len() {
        return None;
    }
    let size = number_at(&mut rest)?;
    if size > crate::TOO_LARGE {
        return None;
    }
    let mut content = Vec::with_capacity(size);
    while let Some((&code, after)) = rest.split_first() {
        rest = after;
        if code & 0x80 == 0 {
            let added = rest.get(..code as usize)?;
            if added.is_empty() {
                return None;
            }
            rest = &rest[added.len()..];
            content.extend_from_slice(added);
        } else {
            let mut field = |bits: std::ops::Range<u32>| -> Option<usize> {
                let mut value = 0;
                for (place, bit) in bits.enumerate() {
                    if code >> bit & 1 == 1 {
                        let (&byte, after) = rest.split_first()?;
                        value |= (byte as usize) << (8 * place);
                        rest = after;
                    }
                }
                Some(value)
            };
            let offset = field(0..4)?;
            let count = match field(4..7)? {
                0 => 0x10000,
                count => count,
            };
            content.extend_from_slice(base.get(offset..offset + count)?);
        }
        if content.len() > size {
            return None;
        }
    }
    (content.len() == size).then_some(content)
}

fn number_at(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        value |= ((byte & 0x7f) as usize) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}
