//! The type checker refuses another array, and not another element.
//@ check-fail
const names = ["Ada"];
names.push("Grace");
names = []; //~ ERROR TS2588 Cannot assign to 'names' because it is a constant.
