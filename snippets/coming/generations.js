//! What becomes of an object that survives two collections.
//@ flags: --expose-gc --allow-natives-syntax
const survivor = { name: "Ada" };
console.log("young:", %InYoungGeneration(survivor)); //~ prints young: true
globalThis.gc();
globalThis.gc();
console.log("young:", %InYoungGeneration(survivor)); //~ prints young: false
