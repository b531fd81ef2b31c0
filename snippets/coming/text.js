//! The units of a text.
const text = "Grüße 😀";
console.log(text.length, "units"); //~ prints 8 units
console.log([...text].length, "code points"); //~ prints 7 code points

const large = 9_007_199_254_740_993;
console.log("rounded:", large === 9_007_199_254_740_992); //~ prints rounded: true
