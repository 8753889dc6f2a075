//! What was used lately, in about so much memory.

use std::collections::HashMap;
use std::hash::Hash;

/// Two generations: what was used since the younger one was begun is in it; when it has its half, the older one goes.
pub struct Recent<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    size: usize,
    memory: usize,
}

impl<K: Eq + Hash + Clone, V: Clone> Recent<K, V> {
    pub fn new(memory: usize) -> Recent<K, V> {
        Recent { young: HashMap::new(), old: HashMap::new(), size: 0, memory }
    }

    pub fn get(&mut self, key: &K) -> Option<V> {
        if let Some((value, _)) = self.young.get(key) {
            return Some(value.clone());
        }
        let (value, size) = self.old.remove(key)?;
        self.put(key.clone(), value.clone(), size);
        Some(value)
    }

    pub fn put(&mut self, key: K, value: V, size: usize) {
        if self.size + size > self.memory / 2 {
            self.old = std::mem::take(&mut self.young);
            self.size = 0;
        }
        self.size += size;
        self.young.insert(key, (value, size));
    }
}
