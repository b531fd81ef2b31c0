//! Runs programs side by side, each in a cage of its own, and tells how each one ended.
//!
//! Standard input: a line of settings, `WORKERS caged|plain FOLDER`, then one job a line:
//! `entry ID MILLISECONDS INDEX` runs a function of this program, `exec ID MILLISECONDS PATH` an
//! executable; each works in `FOLDER/ID`. Standard output, in the order in which they end:
//! `ID HOW NUMBER STDOUT_BYTES STDERR_BYTES` and a line feed, then the bytes of both streams. HOW
//! is `code`, `signal`, `time`, `output` (more than 64 KiB) or `fault` (not started; an `errno`).
//! The last line is `end caged` or `end plain`: whether the programs had namespaces.
//!
//! Nothing is allocated before a program starts, and it starts at the bottom of the stack, so that
//! it finds memory as a program of its own would.

#[path = "harness/cage.rs"]
mod cage;
#[path = "harness/jobs.rs"]
mod jobs;
#[path = "harness/leftovers.rs"]
mod leftovers;
#[path = "harness/program.rs"]
mod program;
#[path = "harness/system.rs"]
mod system;

use self::cage::{Cage, Files, Report};
use self::jobs::{Job, Lines, Work};
use self::program::{Program, ROOM};
use self::system::{self as sys, Answer, Watch};
use std::ffi::{CStr, c_int};
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const MOST_WORKERS: usize = 32;

/// Run the jobs; in a process that becomes an entry's, run that and nothing else.
pub fn main(entries: &[fn() -> ExitCode]) -> ExitCode {
    match run_jobs() {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(index)) => entries[index](),
        Err(error) => {
            eprintln!("the harness cannot go on: error {error} of the system");
            ExitCode::FAILURE
        }
    }
}

enum Started {
    /// In the harness.
    Program(Program),
    /// In the program: the entry to call.
    Entry(usize),
}

fn run_jobs() -> Answer<Option<usize>> {
    settle();
    let mut lines = Lines::new();
    let (workers, caged) = jobs::read_settings(lines.next()?.ok_or(sys::EINVAL)?)?;
    let workers = workers.clamp(1, MOST_WORKERS);
    // From here on a job's files have numbers above those that a cage uses.
    while sys::open_file(sys::c("/dev/null\0"), 0)? < cage::EXECUTABLE {}
    let mut cage = Cage::build(caged);
    if !(cage.isolated && works(&cage)?) {
        cage.give_up_isolation();
    }
    let buffers = sys::private_memory(workers * 2 * ROOM)?;
    let mut programs: [Option<Program>; MOST_WORKERS] = [const { None }; MOST_WORKERS];
    let programs = &mut programs[..workers];
    loop {
        while let Some(place) = programs.iter().position(Option::is_none) {
            let Some(line) = lines.next()? else { break };
            match start(&cage, &jobs::parse_job(line)?, place as u32) {
                Ok(Started::Entry(index)) => return Ok(Some(index)),
                Ok(Started::Program(program)) => programs[place] = Some(program),
                Err((id, error)) => program::write_result(id, "fault", error, [b"", b""])?,
            }
        }
        if programs.iter().all(Option::is_none) {
            break;
        }
        attend(&cage, programs, buffers)?;
    }
    program::write_end(cage.isolated)?;
    Ok(None)
}

/// Start over under the name and in the surroundings that every program has.
fn settle() {
    let mut name = [0; 5];
    if let Ok(fd) = sys::open_file(sys::c("/proc/self/cmdline\0"), 0) {
        _ = sys::read_some(fd, &mut name);
        sys::close_fd(fd);
    }
    if name != *b"main\0" {
        _ = sys::limit(3, 8 << 20, 8 << 20);
        sys::fix_addresses();
        _ = sys::execute(sys::c("/proc/self/exe\0"));
    }
}

/// Whether a program can be had in this cage, and a process of its own in there.
fn works(cage: &Cage) -> Answer<bool> {
    let job = Job {
        id: 0,
        time: Duration::from_secs(10),
        work: Work::TryOut,
    };
    let Ok(Started::Program(program)) = start(cage, &job, 0) else {
        return Ok(false);
    };
    let (_, _) = sys::wait(program.guard)?;
    let report = cage::read_report(program.report);
    program.close();
    Ok(matches!(report, Some(Report::Ended(0))))
}

/// Start a job in a place of its own among those that run; an error comes with its number.
fn start(cage: &Cage, job: &Job, place: u32) -> Result<Started, (u32, c_int)> {
    let faulty = |error| (job.id, error);
    let executable = match job.work {
        Work::Execute(path) => sys::open_file(path, 0).map_err(faulty)?,
        _ => -1,
    };
    let started = start_opened(cage, job, cage.owner(place), executable).map_err(faulty);
    if executable >= 0 {
        sys::close_fd(executable);
    }
    started
}

fn start_opened(cage: &Cage, job: &Job, owner: Option<u32>, executable: c_int) -> Answer<Started> {
    let mut name = [0; 16];
    write!(&mut name[..], "{}", job.id).map_err(|_| sys::EINVAL)?;
    let mut folder = CStr::from_bytes_until_nul(&name).unwrap_or_default();
    match job.work {
        Work::TryOut => folder = sys::c(".\0"),
        _ => sys::make_folder(folder, owner)?,
    }
    let [report, stdout, stderr] = [sys::pipe()?, sys::pipe()?, sys::pipe()?];
    let files = Files {
        report: report[1],
        stdout: stdout[1],
        stderr: stderr[1],
        executable,
        owner,
    };
    let guard = cage.start(&files, folder, job.time.as_secs() + 2)?;
    let Some(guard) = guard else {
        return Ok(Started::Entry(become_program(job.work)));
    };
    for [_, theirs] in [report, stdout, stderr] {
        sys::close_fd(theirs);
    }
    Ok(Started::Program(Program {
        id: job.id,
        guard,
        report: report[0],
        streams: [stdout[0], stderr[0]],
        lengths: [0; 2],
        deadline: Instant::now() + job.time,
        stopped: "",
    }))
}

/// In the program: the entry to call, where it is not something else.
fn become_program(work: Work) -> usize {
    match work {
        Work::Entry(index) => {
            cage::release();
            index
        }
        Work::Execute(_) => cage::take_over(),
        Work::TryOut => cage::try_out(),
    }
}

/// Wait until something happens to a program, and see to it.
fn attend(cage: &Cage, programs: &mut [Option<Program>], buffers: &mut [u8]) -> Answer<()> {
    let mut watches = [Watch::NOTHING; 3 * MOST_WORKERS];
    let watches = &mut watches[..3 * programs.len()];
    for (watch, program) in watches.chunks_exact_mut(3).zip(programs.iter().flatten()) {
        let [stdout, stderr] = program.streams;
        watch.copy_from_slice(&[stdout, stderr, program.report].map(Watch::for_input));
    }
    sys::watch(watches, patience(programs));
    let ready = |fd| watches.iter().any(|watch| watch.shows(fd));
    for index in 0..programs.len() {
        let buffer = &mut buffers[index * 2 * ROOM..][..2 * ROOM];
        let Some(program) = &mut programs[index] else {
            continue;
        };
        program.read(buffer, ready);
        if ready(program.report) {
            _ = sys::wait(program.guard)?;
            let program = programs[index].take();
            if !cage.isolated {
                leftovers::sweep(|pid| programs.iter().flatten().any(|other| other.guard == pid));
            }
            program.map_or(Ok(()), |program| program.finish(buffer))?;
        } else {
            program.stop_when_late();
        }
    }
    Ok(())
}

/// Milliseconds until the next program is late.
fn patience(programs: &[Option<Program>]) -> c_int {
    let running = programs
        .iter()
        .flatten()
        .filter(|program| program.stopped.is_empty());
    let left = running.map(|program| program.deadline.saturating_duration_since(Instant::now()));
    left.min().map_or(-1, |left| left.as_millis() as c_int + 1)
}
