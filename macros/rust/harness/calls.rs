//! What the C library calls these things; only `system` uses them.

use std::ffi::{c_char, c_int, c_long, c_uint, c_ulong, c_void};

/// `struct pollfd`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Watch {
    pub fd: c_int,
    pub events: i16,
    pub ready: i16,
}

impl Watch {
    pub const NOTHING: Watch = Watch::for_input(-1);

    pub const fn for_input(fd: c_int) -> Watch {
        Watch {
            fd,
            events: 1,
            ready: 0,
        }
    }

    pub fn shows(&self, fd: c_int) -> bool {
        self.fd == fd && self.ready != 0
    }
}

/// `struct clone_args`, its first version.
#[repr(C)]
#[derive(Default)]
pub struct CloneArguments {
    pub flags: u64,
    pub pidfd: u64,
    pub child_tid: u64,
    pub parent_tid: u64,
    pub exit_signal: u64,
    pub stack: u64,
    pub stack_size: u64,
    pub tls: u64,
}

unsafe extern "C" {
    pub fn syscall(number: c_long, ...) -> c_long;
    pub fn fork() -> c_int;
    pub fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
    pub fn _exit(code: c_int) -> !;
    pub fn kill(pid: c_int, signal: c_int) -> c_int;
    pub fn signal(number: c_int, action: usize) -> usize;
    pub fn pipe2(ends: *mut c_int, flags: c_int) -> c_int;
    pub fn dup3(from: c_int, to: c_int, flags: c_int) -> c_int;
    pub fn dup2(from: c_int, to: c_int) -> c_int;
    pub fn fcntl(fd: c_int, command: c_int, ...) -> c_int;
    pub fn close(fd: c_int) -> c_int;
    pub fn read(fd: c_int, buffer: *mut c_void, length: usize) -> isize;
    pub fn write(fd: c_int, buffer: *const c_void, length: usize) -> isize;
    pub fn poll(watches: *mut Watch, count: c_ulong, milliseconds: c_int) -> c_int;
    pub fn open(path: *const c_char, flags: c_int, ...) -> c_int;
    pub fn chdir(path: *const c_char) -> c_int;
    pub fn mkdir(path: *const c_char, mode: c_uint) -> c_int;
    pub fn chown(path: *const c_char, user: c_uint, group: c_uint) -> c_int;
    pub fn umask(mask: c_uint) -> c_uint;
    pub fn setsid() -> c_int;
    pub fn geteuid() -> c_uint;
    pub fn getegid() -> c_uint;
    pub fn setgroups(count: usize, groups: *const c_uint) -> c_int;
    pub fn setresuid(real: c_uint, effective: c_uint, saved: c_uint) -> c_int;
    pub fn setresgid(real: c_uint, effective: c_uint, saved: c_uint) -> c_int;
    pub fn setrlimit(resource: c_int, limits: *const [c_ulong; 2]) -> c_int;
    pub fn prctl(option: c_int, ...) -> c_int;
    pub fn personality(persona: c_ulong) -> c_int;
    pub fn capset(header: *const [u32; 2], sets: *const [u32; 6]) -> c_int;
    pub fn unshare(flags: c_int) -> c_int;
    pub fn mmap(
        at: *mut c_void,
        n: usize,
        p: c_int,
        f: c_int,
        fd: c_int,
        from: c_long,
    ) -> *mut c_void;
    pub fn madvise(at: *mut c_void, length: usize, advice: c_int) -> c_int;
    pub fn execve(
        path: *const c_char,
        arguments: *const *const c_char,
        environment: *const *const c_char,
    ) -> c_int;
    pub fn fexecve(
        fd: c_int,
        arguments: *const *const c_char,
        environment: *const *const c_char,
    ) -> c_int;
}
