//! A program that runs: its output is read, it is ended in time, and its result is written.

use super::cage::{self, Report};
use super::system::{self as sys, Answer};
use std::ffi::c_int;
use std::io::Write;
use std::time::Instant;

const OUTPUT_LIMIT: usize = 64 << 10;
/// One byte more shows that the limit was passed.
pub const ROOM: usize = OUTPUT_LIMIT + 1;
const RESULTS: c_int = 1;

/// A program that runs: its guard, our ends of its pipes, and how much each printed.
pub struct Program {
    pub id: u32,
    pub guard: c_int,
    pub report: c_int,
    pub streams: [c_int; 2],
    pub lengths: [usize; 2],
    pub deadline: Instant,
    pub stopped: &'static str,
}

impl Program {
    /// Take what was printed; end the program when that is too much.
    pub fn read(&mut self, buffer: &mut [u8], ready: impl Fn(c_int) -> bool) {
        for (stream, buffer) in buffer.chunks_exact_mut(ROOM).enumerate() {
            let fd = self.streams[stream];
            if fd < 0 || !ready(fd) {
                continue;
            }
            match sys::read_some(fd, &mut buffer[self.lengths[stream]..]) {
                Ok(count) if count > 0 => self.lengths[stream] += count,
                _ => self.close_stream(stream),
            }
            if self.lengths[stream] == ROOM {
                self.close_stream(stream);
                self.stop("output");
            }
        }
    }

    fn close_stream(&mut self, stream: usize) {
        sys::close_fd(self.streams[stream]);
        self.streams[stream] = -1;
    }

    pub fn stop_when_late(&mut self) {
        if self.stopped.is_empty() && Instant::now() >= self.deadline {
            self.stop("time");
        }
    }

    fn stop(&mut self, why: &'static str) {
        self.stopped = why;
        sys::signal_to(self.guard, sys::KILL);
    }

    /// All of its processes have ended: read what is left in the pipes, and tell.
    pub fn finish(mut self, buffer: &mut [u8]) -> Answer<()> {
        while self.streams != [-1, -1] {
            self.read(buffer, |_| true);
        }
        let (how, number) = match cage::read_report(self.report) {
            _ if !self.stopped.is_empty() => (self.stopped, 0),
            Some(Report::Fault(error)) => ("fault", error),
            Some(Report::Ended(status)) if status & 0x7f == 0 => ("code", status >> 8 & 0xff),
            Some(Report::Ended(status)) => ("signal", status & 0x7f),
            None => ("signal", sys::KILL),
        };
        let (stdout, stderr) = buffer.split_at(ROOM);
        let [printed, complained] = self.lengths.map(|length| length.min(OUTPUT_LIMIT));
        write_result(
            self.id,
            how,
            number,
            [&stdout[..printed], &stderr[..complained]],
        )?;
        self.close();
        Ok(())
    }

    pub fn close(self) {
        let [stdout, stderr] = self.streams;
        for fd in [stdout, stderr, self.report] {
            if fd >= 0 {
                sys::close_fd(fd);
            }
        }
    }
}

pub fn write_result(id: u32, how: &str, number: c_int, streams: [&[u8]; 2]) -> Answer<()> {
    let mut text = [0; 96];
    let mut rest = &mut text[..];
    let [stdout, stderr] = streams.map(<[u8]>::len);
    writeln!(rest, "{id} {how} {number} {stdout} {stderr}").map_err(|_| sys::EINVAL)?;
    let length = 96 - rest.len();
    sys::write_all(RESULTS, &text[..length])?;
    streams
        .iter()
        .try_for_each(|stream| sys::write_all(RESULTS, stream))
}

/// The last line of all results.
pub fn write_end(isolated: bool) -> Answer<()> {
    let line: &[u8] = if isolated {
        b"end caged\n"
    } else {
        b"end plain\n"
    };
    sys::write_all(RESULTS, line)
}
