//! Two names, one object, and a number.
const ada = { name: "Ada", age: 36 };
const guest = ada;
guest.age += 1;
console.log(`one object: ${ada === guest}, age ${ada.age}`); //~ prints one object: true, age 37

let age = 36;
let next = age;
next += 1;
console.log(`age ${age}, next ${next}`); //~ prints age 36, next 37
