//! A callback for an object that nobody needs any more.
let called = false;
const registry = new FinalizationRegistry(() => {
    called = true;
});
registry.register({ name: "Ada" });
process.on("exit", () => {
    console.log("called before the end:", called); //~ prints called before the end: false
});
