//! What a tuple type forbids, and a read-only one besides.
//@ check-fail
const triple: [number, number, number] = [1, 2]; //~ ERROR TS2322
const fixed: readonly [number, number, number] = [1, 2, 3];
fixed.push(4); //~ ERROR TS2339 Property 'push' does not exist
