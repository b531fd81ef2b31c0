//! What surrounds a program while it runs: its user, namespaces, limits, files and guard.
//!
//! A program has a guard, the process that waits for it. With namespaces the guard is the first
//! process of a PID namespace of its own, so that its end is the end of everything the program
//! started; without them the harness looks for what is left.

use super::leftovers;
use super::system::{self as sys, Answer};
use std::ffi::{CStr, c_int};
use std::io::Write;

/// Guard and program know these files by these numbers.
pub const REPORT: c_int = 3;
pub const EXECUTABLE: c_int = 4;

const NOBODY: u32 = 65534;
const PROCESSES: u64 = 64;
const MIB: u64 = 1 << 20;
const PDEATHSIG: c_int = 1;
const DUMPABLE: c_int = 4;
const SUBREAPER: c_int = 36;
const NO_NEW_PRIVILEGES: c_int = 38;

/// Limits other than time and processes: resource (asm-generic/resource.h) and value.
/// RLIMIT_DATA is the memory a program can write to; its address space is wider, as the allocator
/// reserves 64 MiB of that for a thread, for more threads on a machine with more processors.
const LIMITS: [(c_int, u64); 6] = [
    (1, 16 * MIB),   // RLIMIT_FSIZE
    (2, 1024 * MIB), // RLIMIT_DATA
    (3, 8 * MIB),    // RLIMIT_STACK
    (4, 0),          // RLIMIT_CORE
    (7, 1024),       // RLIMIT_NOFILE
    (9, 4096 * MIB), // RLIMIT_AS
];

/// How a program ended: by itself with a wait status, or never started for this `errno`.
pub enum Report {
    Ended(c_int),
    Fault(c_int),
}

/// The files of one program, open in the harness, and its user; `executable` is -1 for an entry.
pub struct Files {
    pub report: c_int,
    pub stdout: c_int,
    pub stderr: c_int,
    pub executable: c_int,
    pub owner: Option<u32>,
}

pub struct Cage {
    /// Whether every program gets namespaces of its own.
    pub isolated: bool,
    /// Whether programs run as another user than the caller.
    lowered: bool,
    /// Their user and group; in a new namespace these are unknown until mapped.
    user: (u32, u32),
    /// How many processes the user may have, a program's own included.
    processes: u64,
}

impl Cage {
    /// The cage that this system allows; `isolated` still has to be tried out.
    pub fn build(wanted: bool) -> Cage {
        let user = sys::identity();
        let root = user.0 == 0;
        let droppable = root && sys::forget_groups().is_ok() && can_act_as_nobody();
        // An aim for the system when memory runs out: the programs, and not whoever called us.
        _ = sys::write_file(sys::c("/proc/self/oom_score_adj\0"), b"1000");
        Cage {
            isolated: wanted && leave_network(user).is_ok(),
            lowered: droppable,
            user: if droppable { (NOBODY, NOBODY) } else { user },
            processes: PROCESSES + 1,
        }
    }

    /// The user of the program in this place, where it is not the caller. Without namespaces users
    /// keep side by side programs apart: their processes are counted, and ended, by user.
    pub fn owner(&self, place: u32) -> Option<u32> {
        let own = if self.isolated { 0 } else { place };
        self.lowered.then_some(NOBODY - own)
    }

    /// Go on without namespaces: allow for the processes that the user has already.
    pub fn give_up_isolation(&mut self) {
        self.isolated = false;
        if !self.lowered {
            // The limit counts all that the user runs, and is not worth a walk through /proc.
            self.processes += leftovers::count_threads().unwrap_or(4096);
        }
        _ = sys::control(SUBREAPER, 1);
        _ = sys::control(DUMPABLE, 0);
    }

    /// Start a guard and a program: the guard's number in the harness, None in the program.
    pub fn start(&self, files: &Files, folder: &CStr, seconds: u64) -> Answer<Option<c_int>> {
        match self.split()? {
            0 => self.guard(files, folder, seconds),
            pid => return Ok(Some(pid)),
        }
        Ok(None)
    }

    fn split(&self) -> Answer<c_int> {
        if !self.isolated {
            return sys::duplicate();
        }
        // The namespace has to belong to the user that the program will be.
        if self.lowered {
            sys::act_as(NOBODY, NOBODY)?;
        }
        let pid = sys::clone(sys::CLONE_NEWUSER | sys::CLONE_NEWPID);
        if self.lowered && pid != Ok(0) {
            sys::act_as(0, 0)?;
        }
        pid
    }

    /// Be the guard; returns only in the program.
    fn guard(&self, files: &Files, folder: &CStr, seconds: u64) {
        let program = self
            .arrange(files)
            .and_then(|()| sys::duplicate())
            .unwrap_or_else(|error| fail(error));
        if program == 0 {
            return self
                .confine(files, folder, seconds)
                .unwrap_or_else(|error| fail(error));
        }
        loop {
            match sys::wait(-1) {
                Ok((pid, status)) if pid == program => {
                    if !self.isolated {
                        sys::signal_to(-program, sys::KILL);
                    }
                    send(1, status);
                    sys::leave(0);
                }
                Ok(_) => (),
                Err(error) => fail(error),
            }
        }
    }

    /// The guard's own surroundings.
    fn arrange(&self, files: &Files) -> Answer<()> {
        sys::lend_fd(files.report, REPORT)?;
        if self.isolated {
            let (user, group) = self.user;
            map_user(user, group)?;
            sys::become_user(user, group)?;
        } else {
            sys::control(SUBREAPER, 1)?;
        }
        sys::control(PDEATHSIG, sys::KILL as _)?;
        Ok(())
    }

    /// The program's surroundings; what is left open is closed by `release`.
    fn confine(&self, files: &Files, folder: &CStr, seconds: u64) -> Answer<()> {
        let nothing = sys::open_file(sys::c("/dev/null\0"), 0)?;
        sys::copy_fd(nothing, 0)?;
        sys::copy_fd(files.stdout, 1)?;
        sys::copy_fd(files.stderr, 2)?;
        if files.executable >= 0 {
            sys::lend_fd(files.executable, EXECUTABLE)?;
        }
        sys::close_from(EXECUTABLE + (files.executable >= 0) as c_int);
        sys::start_session();
        if let Some(id) = files.owner {
            sys::become_user(id, id)?;
        }
        sys::enter_folder(folder)?;
        sys::limit(0, seconds, seconds + 1)?; // RLIMIT_CPU, should the harness be too slow
        sys::limit(6, self.processes, self.processes)?; // RLIMIT_NPROC
        for (resource, value) in LIMITS {
            sys::limit(resource, value, value)?;
        }
        sys::control(NO_NEW_PRIVILEGES, 1)?;
        sys::drop_capabilities()?;
        sys::control(DUMPABLE, 1)?;
        sys::control(PDEATHSIG, sys::KILL as _)?;
        Ok(())
    }
}

/// In the program, at the very last: nothing but its three streams stays open.
pub fn release() {
    sys::close_fd(REPORT);
}

/// In the program: become the executable.
pub fn take_over() -> ! {
    sys::default_action(sys::PIPE);
    fail(sys::execute_fd(EXECUTABLE))
}

/// In the program that tries the cage out: succeed when one more process can be had.
pub fn try_out() -> ! {
    match sys::duplicate() {
        Ok(0) => sys::leave(0),
        Ok(pid) => sys::leave(sys::wait(pid).map_or(1, |(_, status)| status)),
        Err(_) => sys::leave(1),
    }
}

fn fail(error: c_int) -> ! {
    send(0, error);
    sys::leave(0)
}

fn send(kind: c_int, value: c_int) {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&kind.to_ne_bytes());
    bytes[4..].copy_from_slice(&value.to_ne_bytes());
    _ = sys::write_all(REPORT, &bytes);
}

/// What guard and program said; None where the guard was ended before it could.
pub fn read_report(fd: c_int) -> Option<Report> {
    let mut bytes = [0; 8];
    if sys::read_some(fd, &mut bytes) != Ok(8) {
        return None;
    }
    let [a, b, c, d, value @ ..] = bytes;
    let value = c_int::from_ne_bytes(value);
    Some(match c_int::from_ne_bytes([a, b, c, d]) {
        0 => Report::Fault(value),
        _ => Report::Ended(value),
    })
}

fn can_act_as_nobody() -> bool {
    let able = sys::act_as(NOBODY, NOBODY).is_ok();
    able & sys::act_as(0, 0).is_ok()
}

/// Leave the network, for all programs at once: a namespace for each costs a millisecond.
fn leave_network((user, group): (u32, u32)) -> Answer<()> {
    if user == 0 {
        sys::leave_namespaces(sys::CLONE_NEWNET)?;
        return Ok(());
    }
    sys::leave_namespaces(sys::CLONE_NEWUSER | sys::CLONE_NEWNET)?;
    map_user(user, group)
}

/// Be known by the same numbers in the user namespace that was just entered.
fn map_user(user: u32, group: u32) -> Answer<()> {
    // Without this the files below belong to root after a change of user.
    sys::control(DUMPABLE, 1)?;
    sys::write_file(sys::c("/proc/self/setgroups\0"), b"deny")?;
    for (path, id) in [
        (sys::c("/proc/self/uid_map\0"), user),
        (sys::c("/proc/self/gid_map\0"), group),
    ] {
        let mut text = [b' '; 32];
        write!(&mut text[..], "{id} {id} 1").map_err(|_| sys::EINVAL)?;
        sys::write_file(path, text.trim_ascii_end())?;
    }
    Ok(())
}
