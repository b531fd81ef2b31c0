//! What programs leave behind where no namespace ends it with them.

use super::system as sys;
use std::ffi::{CStr, c_int};
use std::io::Write;

/// End and bury the children of this process that are not in `known`: what programs left behind.
pub fn sweep(known: impl Fn(c_int) -> bool) {
    let mut found = true;
    while found {
        found = false;
        for_each_child("thread-self", |pid| {
            if !known(pid) {
                found = true;
                halt(pid);
                sys::signal_to(pid, sys::KILL);
                _ = sys::wait(pid);
            }
        });
    }
}

/// Halt a process and all below it, so that none is born while the others are ended.
fn halt(pid: c_int) {
    sys::signal_to(pid, sys::STOP);
    let mut task = [0; 40];
    if write!(&mut task[..], "{pid}/task/{pid}").is_ok() {
        let task = CStr::from_bytes_until_nul(&task).unwrap_or_default();
        for_each_child(task.to_str().unwrap_or_default(), halt);
    }
}

fn for_each_child(task: &str, mut act: impl FnMut(c_int)) {
    let mut path = [0; 64];
    let mut text = [0; 1024];
    _ = write!(&mut path[..], "/proc/{task}/children\0");
    let path = CStr::from_bytes_until_nul(&path).unwrap_or_default();
    let Ok(fd) = sys::open_file(path, 0) else {
        return;
    };
    let length = sys::read_some(fd, &mut text).unwrap_or(0);
    sys::close_fd(fd);
    let words = text[..length].split_inclusive(|byte| *byte == b' ');
    for word in words.filter_map(|word| word.strip_suffix(b" ")) {
        if let Some(pid) = std::str::from_utf8(word)
            .ok()
            .and_then(|word| word.parse().ok())
        {
            act(pid);
        }
    }
}

/// All threads of this machine: no user has more of them.
pub fn count_threads() -> Option<u64> {
    let mut text = [0; 64];
    let fd = sys::open_file(sys::c("/proc/loadavg\0"), 0).ok()?;
    let length = sys::read_some(fd, &mut text).unwrap_or(0);
    sys::close_fd(fd);
    let total = text[..length]
        .split(|byte| *byte == b'/' || *byte == b' ')
        .nth(4)?;
    std::str::from_utf8(total).ok()?.parse().ok()
}
