//! When a promise begins its work.
async function greet(name) {
    console.log("Hello", name); //~ prints Hello Ada
}
const greeting = greet("Ada");
console.log("called"); //~ prints called
