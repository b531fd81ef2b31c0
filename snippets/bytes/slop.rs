//! The letters of a word: the byte, the number in it, its bits.
fn main() {
    let word = b"slop";
    for (index, byte) in word.iter().enumerate() {
        let letter = char::from(*byte);
        println!("+{index}  {letter}  {byte}  {byte:08b}");
    }
    //~v prints +0  s  115  01110011
    //~v prints +1  l  108  01101100
    //~v prints +2  o  111  01101111
    //~v prints +3  p  112  01110000
    let starts = word.each_ref().map(|byte| std::ptr::from_ref(byte).addr());
    let rising = starts.windows(2).all(|pair| pair[1] == pair[0] + 1);
    println!("each at the next address: {rising}"); //~ prints each at the next address: true
}
