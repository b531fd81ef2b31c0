//! What `push` does to an array, and to one with a far end.
//@ flags: --allow-natives-syntax
const grown = [];
for (let n = 0; n < 100_000; n++) grown.push(n);
console.log("pushed, a dictionary:", %HasDictionaryElements(grown)); //~ prints pushed, a dictionary: false

const sparse = [1];
sparse.length = 50_000_000;
sparse.push(2);
console.log("sparse, a dictionary:", %HasDictionaryElements(sparse)); //~ prints sparse, a dictionary: true
