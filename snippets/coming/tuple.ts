//! A tuple type, and what it does not forbid.
const triple: [number, number, number] = [1, 2, 3];
triple.push(4);
const fixed: readonly [number, number, number] = [1, 2, 3];
console.log(triple.length, fixed.length);
