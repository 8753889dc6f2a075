//! Blobs of a repository as texts, those that were just read kept.

use std::sync::Arc;

use gix_hash::ObjectId;
use gix_object::Kind;

use crate::packs::Packs;
use crate::recent::Recent;
use crate::text::Text;

pub struct Blobs {
    packs: Packs,
    texts: Recent<ObjectId, Arc<Text>>,
}

impl Blobs {
    /// Blobs that `packs` reads; `memory` bytes for their texts.
    pub fn new(packs: Packs, memory: usize) -> Blobs {
        Blobs { packs, texts: Recent::new(memory) }
    }

    /// A text, which is likely to be much like `like`. An error says why it cannot be read.
    pub fn text(&mut self, id: &ObjectId, like: Option<&Text>) -> Result<Arc<Text>, String> {
        if let Some(text) = self.known(id) {
            return Ok(text);
        }
        let text = Arc::new(Text::new(self.packs.object(id, Kind::Blob)?, like));
        self.texts.put(*id, text.clone(), text.size());
        Ok(text)
    }

    pub fn known(&mut self, id: &ObjectId) -> Option<Arc<Text>> {
        self.texts.get(id)
    }
}
