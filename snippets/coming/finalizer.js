//! A callback for an object that nobody needs any more.
const registry = new FinalizationRegistry((name) => {
    console.log(name, "is released");
});
registry.register({ name: "Ada" }, "Ada");
process.on("exit", () => console.log("the end")); //~ prints the end
