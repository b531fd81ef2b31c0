//! What the harness is told: settings and jobs, one a line.

use super::system::{self as sys, Answer};
use std::ffi::{CStr, c_int};
use std::time::Duration;

const JOBS: c_int = 0;

#[derive(Clone, Copy)]
pub enum Work<'a> {
    Entry(usize),
    Execute(&'a CStr),
    TryOut,
}

pub struct Job<'a> {
    pub id: u32,
    pub time: Duration,
    pub work: Work<'a>,
}

/// How many programs at a time, and whether in namespaces; the folder is entered.
pub fn read_settings(line: &CStr) -> Answer<(usize, bool)> {
    let [workers, cage, folder] = split_line(line)?;
    sys::enter_folder(end_of(line, folder))?;
    Ok((parse(workers)?, cage == b"caged"))
}

pub fn parse_job(line: &CStr) -> Answer<Job<'_>> {
    let [kind, id, time, what] = split_line(line)?;
    Ok(Job {
        id: parse(id)?,
        time: Duration::from_millis(parse(time)?),
        work: match kind {
            b"entry" => Work::Entry(parse(what)?),
            b"exec" => Work::Execute(end_of(line, what)),
            _ => return Err(sys::EINVAL),
        },
    })
}

/// The words of a line; the last one may have spaces.
fn split_line<const N: usize>(line: &CStr) -> Answer<[&[u8]; N]> {
    let mut words = line.to_bytes().splitn(N, |byte| *byte == b' ');
    let mut found: [&[u8]; N] = [b""; N];
    for word in &mut found {
        *word = words.next().ok_or(sys::EINVAL)?;
    }
    Ok(found)
}

/// The last word of a line, with the zero byte that ends it.
fn end_of<'a>(line: &'a CStr, word: &[u8]) -> &'a CStr {
    let skipped = line.to_bytes().len() - word.len();
    CStr::from_bytes_with_nul(&line.to_bytes_with_nul()[skipped..]).unwrap_or_default()
}

fn parse<T: std::str::FromStr>(word: &[u8]) -> Answer<T> {
    let word = std::str::from_utf8(word).map_err(|_| sys::EINVAL)?;
    word.parse().map_err(|_| sys::EINVAL)
}

/// The lines of the jobs, read as they are needed.
pub struct Lines {
    text: [u8; 8192],
    start: usize,
    end: usize,
}

impl Lines {
    pub fn new() -> Lines {
        Lines {
            text: [0; 8192],
            start: 0,
            end: 0,
        }
    }

    /// The next line, with a zero byte for its line feed; None at the end.
    pub fn next(&mut self) -> Answer<Option<&CStr>> {
        loop {
            let unread = &self.text[self.start..self.end];
            if let Some(length) = unread.iter().position(|byte| *byte == b'\n') {
                let start = self.start;
                self.start += length + 1;
                self.text[start + length] = 0;
                return CStr::from_bytes_with_nul(&self.text[start..self.start])
                    .map(Some)
                    .map_err(|_| sys::EINVAL);
            }
            self.text.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
            match sys::read_some(JOBS, &mut self.text[self.end..])? {
                0 => return Ok(None),
                count => self.end += count,
            }
        }
    }
}
