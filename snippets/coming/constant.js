//! A constant name, and the array behind it.
const names = ["Ada"];
names.push("Grace");
console.log(names.length, "names"); //~ prints 2 names
try {
    names = [];
} catch (error) {
    console.log(error.message); //~ prints Assignment to constant variable.
}
