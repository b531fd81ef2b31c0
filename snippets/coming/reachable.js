//! What a collection releases, when one is asked for.
//@ flags: --expose-gc
const later = () => new Promise((resolve) => setTimeout(resolve));

async function collect(what, object) {
    const watched = new WeakRef(object);
    object = null;
    await later();
    globalThis.gc();
    const state = watched.deref() ? "still there" : "released";
    console.log(`${what}: ${state}`);
}

function circle() {
    const one = {};
    one.other = { one };
    return one;
}

async function main() {
    const ada = { name: "Ada" };
    await collect("has a name", ada); //~ prints has a name: still there
    await collect("has none", { name: "Grace" }); //~ prints has none: released
    await collect("a circle", circle()); //~ prints a circle: released
    console.log(ada.name);
}
main();
