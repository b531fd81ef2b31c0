//! The units of a text.
const text = "Grüße 😀";
console.log(text.length, "units"); //~ prints 8 units
console.log([...text].length, "code points"); //~ prints 7 code points
console.log(Number.MAX_SAFE_INTEGER + 2); //~ prints 9007199254740992
