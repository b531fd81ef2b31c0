//! The calls of the operating system that the standard library does not offer.
//!
//! Each is wrapped so that the rest of the harness needs hardly any `unsafe`; each error is an
//! `errno`. Nothing here allocates, so that every program finds the heap as it is at a start.

#[path = "calls.rs"]
mod calls;

pub use self::calls::Watch;
use self::calls::*;
use std::ffi::{CStr, c_char, c_int, c_long, c_uint, c_ulong};
use std::io::Error;
use std::ptr::{null, null_mut};

pub type Answer<T> = Result<T, c_int>;

pub const CLONE_NEWUSER: u64 = 0x1000_0000;
pub const CLONE_NEWPID: u64 = 0x2000_0000;
pub const CLONE_NEWNET: u64 = 0x4000_0000;
pub const EINVAL: c_int = 22;
pub const NONBLOCK: c_int = 0o4000;
pub const CLOEXEC: c_int = 0o2_000_000;
pub const WRITE_ONLY: c_int = 1;
pub const KILL: c_int = 9;
pub const STOP: c_int = 19;
pub const PIPE: c_int = 13;

const EINTR: c_int = 4;
const SYS_CLONE3: c_long = 435;
const SYS_CLOSE_RANGE: c_long = 436;
const CAPABILITIES_V3: u32 = 0x2008_0522;
const MADV_DONTFORK: c_int = 10;

/// A text that ends with a zero byte (literals for these need edition 2021).
pub const fn c(text: &str) -> &CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("one zero byte, at the end"),
    }
}

fn errno() -> c_int {
    Error::last_os_error().raw_os_error().unwrap_or(EINVAL)
}

fn check(result: c_int) -> Answer<c_int> {
    if result < 0 { Err(errno()) } else { Ok(result) }
}

/// A copy of this process in new namespaces: 0 in the copy, its number in this one.
pub fn clone(flags: u64) -> Answer<c_int> {
    let arguments = CloneArguments {
        flags,
        exit_signal: 17,
        ..CloneArguments::default()
    };
    // SAFETY: without a stack and CLONE_VM this is a fork; the process has one thread.
    let result = unsafe { syscall(SYS_CLONE3, &raw const arguments, size_of_val(&arguments)) };
    check(result as c_int)
}

/// A copy of this process: 0 in the copy, its number in this one.
pub fn duplicate() -> Answer<c_int> {
    // SAFETY: the process has one thread.
    check(unsafe { fork() })
}

/// Wait until a child ends (`-1`: any child): its number and its status.
pub fn wait(pid: c_int) -> Answer<(c_int, c_int)> {
    let mut status = 0;
    loop {
        // SAFETY: `status` outlives the call.
        match check(unsafe { waitpid(pid, &mut status, 0) }) {
            Err(EINTR) => (),
            answer => return answer.map(|ended| (ended, status)),
        }
    }
}

/// End this process without running anything that was registered for its end.
pub fn leave(code: c_int) -> ! {
    // SAFETY: no conditions.
    unsafe { _exit(code) }
}

pub fn signal_to(pid: c_int, number: c_int) {
    // SAFETY: no conditions; a process that is gone is no mistake.
    unsafe { kill(pid, number) };
}

pub fn default_action(number: c_int) {
    // SAFETY: 0 is SIG_DFL.
    unsafe { signal(number, 0) };
}

/// A pipe: the end to read, the end to write.
pub fn pipe() -> Answer<[c_int; 2]> {
    let mut ends = [0; 2];
    // SAFETY: `ends` has room for two numbers. F_SETFL (4) takes an int.
    unsafe {
        check(pipe2(ends.as_mut_ptr(), CLOEXEC))?;
        check(fcntl(ends[0], 4, NONBLOCK))?;
    }
    Ok(ends)
}

pub fn copy_fd(from: c_int, to: c_int) -> Answer<c_int> {
    // SAFETY: nothing of Rust's owns either number.
    check(unsafe { dup2(from, to) })
}

/// As `copy_fd`, and closed when another program takes this process over.
pub fn lend_fd(from: c_int, to: c_int) -> Answer<c_int> {
    // SAFETY: as above.
    check(unsafe { dup3(from, to, CLOEXEC) })
}

pub fn close_fd(fd: c_int) {
    // SAFETY: nothing of Rust's owns the number.
    unsafe { close(fd) };
}

/// Close every file from this number on.
pub fn close_from(first: c_int) {
    // SAFETY: nothing of Rust's owns such a number.
    unsafe {
        if syscall(SYS_CLOSE_RANGE, first, c_uint::MAX, 0) < 0 {
            (first..4096).for_each(|fd| _ = close(fd));
        }
    }
}

pub fn read_some(fd: c_int, into: &mut [u8]) -> Answer<usize> {
    loop {
        // SAFETY: at most `into.len()` bytes are written to it.
        match unsafe { read(fd, into.as_mut_ptr().cast(), into.len()) } {
            count if count >= 0 => return Ok(count as usize),
            _ if errno() == EINTR => (),
            _ => return Err(errno()),
        }
    }
}

pub fn write_all(fd: c_int, mut bytes: &[u8]) -> Answer<()> {
    while !bytes.is_empty() {
        // SAFETY: at most `bytes.len()` bytes are read from it.
        match unsafe { write(fd, bytes.as_ptr().cast(), bytes.len()) } {
            count if count >= 0 => bytes = &bytes[count as usize..],
            _ if errno() == EINTR => (),
            _ => return Err(errno()),
        }
    }
    Ok(())
}

/// Wait until one of the files is ready, or the time (in milliseconds) is over.
pub fn watch(watches: &mut [Watch], milliseconds: c_int) {
    // SAFETY: the length is that of the slice. An error looks as if nothing were ready.
    unsafe { poll(watches.as_mut_ptr(), watches.len() as c_ulong, milliseconds) };
}

pub fn open_file(path: &CStr, flags: c_int) -> Answer<c_int> {
    // SAFETY: the path ends with a zero byte; no mode is needed without O_CREAT.
    check(unsafe { open(path.as_ptr(), flags | CLOEXEC) })
}

/// Write a short text to a file that exists.
pub fn write_file(path: &CStr, text: &[u8]) -> Answer<()> {
    let fd = open_file(path, WRITE_ONLY)?;
    let answer = write_all(fd, text);
    close_fd(fd);
    answer
}

pub fn enter_folder(path: &CStr) -> Answer<c_int> {
    // SAFETY: the path ends with a zero byte.
    check(unsafe { chdir(path.as_ptr()) })
}

/// Make a folder that only its owner may use; with a user, give it to that one.
pub fn make_folder(path: &CStr, owner: Option<u32>) -> Answer<()> {
    // SAFETY: the path ends with a zero byte.
    unsafe {
        check(mkdir(path.as_ptr(), 0o700))?;
        owner.map_or(Ok(0), |id| check(chown(path.as_ptr(), id, id)))?;
    }
    Ok(())
}

/// Take the usual mask for new files, and leave the caller's terminal and group.
pub fn start_session() {
    // SAFETY: no conditions.
    unsafe {
        umask(0o022);
        setsid();
    }
}

pub fn identity() -> (u32, u32) {
    // SAFETY: no conditions.
    unsafe { (geteuid(), getegid()) }
}

pub fn forget_groups() -> Answer<c_int> {
    // SAFETY: no group is read.
    check(unsafe { setgroups(0, null()) })
}

/// Become this user for good.
pub fn become_user(user: u32, group: u32) -> Answer<()> {
    // SAFETY: no conditions.
    unsafe {
        check(setresgid(group, group, group))?;
        check(setresuid(user, user, user))?;
    }
    Ok(())
}

/// Act as this user until told otherwise; the real and saved ones stay.
pub fn act_as(user: u32, group: u32) -> Answer<()> {
    let same = c_uint::MAX;
    // SAFETY: no conditions. The way back needs the user first, the way there the group.
    unsafe {
        if user == 0 {
            check(setresuid(same, user, same))?;
        }
        check(setresgid(same, group, same))?;
        check(setresuid(same, user, same))?;
    }
    Ok(())
}

pub fn limit(resource: c_int, soft: u64, hard: u64) -> Answer<c_int> {
    let limits = [soft as c_ulong, hard as c_ulong];
    // SAFETY: `struct rlimit` is two unsigned longs.
    check(unsafe { setrlimit(resource, &limits) })
}

/// `prctl` with one number.
pub fn control(option: c_int, value: c_ulong) -> Answer<c_int> {
    let none: c_ulong = 0;
    // SAFETY: only options that take numbers are used.
    check(unsafe { prctl(option, value, none, none, none) })
}

/// Addresses that are the same in every run, for whatever is executed from now on.
pub fn fix_addresses() {
    // SAFETY: no conditions; where it is forbidden nothing changes.
    unsafe { personality(0x0004_0000) };
}

pub fn drop_capabilities() -> Answer<c_int> {
    // SAFETY: version 3 of the header takes two sets of three words.
    check(unsafe { capset(&[CAPABILITIES_V3, 0], &[0; 6]) })
}

pub fn leave_namespaces(flags: u64) -> Answer<c_int> {
    // SAFETY: the process has one thread.
    check(unsafe { unshare(flags as c_int) })
}

/// Memory of our own, zeroed, that no copy of this process has.
pub fn private_memory(length: usize) -> Answer<&'static mut [u8]> {
    // SAFETY: a fresh private mapping (PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS).
    unsafe {
        let start = mmap(null_mut(), length, 3, 0x22, -1, 0);
        if start as isize == -1 {
            return Err(errno());
        }
        check(madvise(start, length, MADV_DONTFORK))?;
        Ok(std::slice::from_raw_parts_mut(start.cast(), length))
    }
}

const ARGUMENTS: [*const c_char; 2] = [c("main\0").as_ptr(), null()];
const ENVIRONMENT: [*const c_char; 3] = [
    c("LANG=C.UTF-8\0").as_ptr(),
    c("LC_ALL=C.UTF-8\0").as_ptr(),
    null(),
];

/// Execute a file with one argument, `main`, and only a locale in its environment.
pub fn execute(path: &CStr) -> c_int {
    // SAFETY: both lists end with a null pointer.
    unsafe { execve(path.as_ptr(), ARGUMENTS.as_ptr(), ENVIRONMENT.as_ptr()) };
    errno()
}

/// As `execute`, for a file that is open.
pub fn execute_fd(fd: c_int) -> c_int {
    // SAFETY: both lists end with a null pointer.
    unsafe { fexecve(fd, ARGUMENTS.as_ptr(), ENVIRONMENT.as_ptr()) };
    errno()
}
