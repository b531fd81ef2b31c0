//! What has the right fields fits.
interface Point {
    x: number;
}
const step = { x: 1, y: 2 };
const point: Point = step;
console.log(point.x);
