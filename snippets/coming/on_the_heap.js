//! Whether a hundred thousand objects make the heap grow.
//@ flags: --expose-gc
const heap = () => {
    globalThis.gc();
    return process.memoryUsage().heapUsed;
};
const before = heap();
const corners = Array.from({ length: 100_000 }, (_, n) => ({ x: n, y: -n }));
const grown = heap() - before;
console.log("the heap has grown:", grown > corners.length * 16); //~ prints the heap has grown: true
