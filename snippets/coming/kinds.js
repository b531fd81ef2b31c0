//! How V8 stores an array, as the array changes.
//@ flags: --allow-natives-syntax
function kind(array) {
    if (%HasDictionaryElements(array)) return "a dictionary";
    const content = %HasSmiElements(array)
        ? "small whole numbers"
        : %HasDoubleElements(array) ? "floats" : "anything";
    return `${%HasHoleyElements(array) ? "with holes" : "packed"}, ${content}`;
}
const row = [1, 2, 3];
console.log(kind(row)); //~ prints packed, small whole numbers
row.push(4.5);
console.log(kind(row)); //~ prints packed, floats
row.push("five");
console.log(kind(row)); //~ prints packed, anything
row[9] = 6;
console.log(kind(row)); //~ prints with holes, anything
row[100_000] = 7;
console.log(kind(row)); //~ prints a dictionary
