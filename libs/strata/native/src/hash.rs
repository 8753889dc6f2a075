//! A fast hash of a line. Whoever compares lines by it compares their bytes too where the hashes are equal.

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

fn fold(state: u64, word: u64) -> u64 {
    let wide = u128::from(state ^ word) * u128::from(MIX);
    (wide as u64) ^ (wide >> 64) as u64
}

pub fn line_hash(line: &[u8]) -> u64 {
    let mut state = MIX ^ line.len() as u64;
    let mut words = line.chunks_exact(8);
    for word in &mut words {
        state = fold(state, u64::from_le_bytes(word.try_into().expect("eight bytes")));
    }
    let rest = words.remainder();
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = fold(state, u64::from_le_bytes(last));
    }
    fold(state, MIX)
}
